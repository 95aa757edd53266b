#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the packages in a Debian that has nothing else, uses them as somebody who has only them, and removes them.
# Usage: in_clean_root.sh PACKAGES ROOT, as root. ROOT is made anew, and left behind to be looked at where a step failed.
set -euo pipefail

packages=$(readlink -f "$1")
root=$(readlink -m "$2")
project=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
suite=bookworm

step() {
    printf '  %s\n' "$*"
}

fail() {
    printf 'The packages do not do what they should: %s\n' "$*" >&2
    exit 1
}

inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

as_somebody() {
    inside runuser --user somebody -- env HOME=/home/somebody "$@"
}

install_inside() {
    inside apt-get --quiet --quiet --yes --option Dpkg::Use-Pty=0 install --no-install-recommends "$@" >"$root.log" 2>&1 ||
        fail "these could not be installed: $*; $root.log says why"
}

# All files but those that change with every installation of anything.
files() {
    (cd "$root" && find . -xdev \
        \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./run -o -path ./packages -o -path ./project \
        -o -path ./var/lib/dpkg -o -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log \) -prune -o -print | sort)
}

# Nothing but what this script has made, and nothing that is mounted there.
remove_root() {
    [[ -e $root ]] || return 0
    [[ -e $root.made ]] || fail "$root is there already, and not of this script's making; name another folder"
    rm -rf --one-file-system "$root"
    rm -f "$root.made"
}

make_root() {
    local mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
    [[ -n $mirror ]] || fail "apt knows no place to fetch packages from"
    remove_root
    mkdir -p "$(dirname "$root")"
    touch "$root.made"
    debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 ||
        fail "debootstrap could make no root; $root.log says why"
    # The same sources and proxies as outside, without what logs in to them.
    rm -f "$root/etc/apt/sources.list"
    local part
    for part in sources.list sources.list.d trusted.gpg trusted.gpg.d keyrings apt.conf apt.conf.d; do
        [[ ! -e /etc/apt/$part ]] || cp -a "/etc/apt/$part" "$root/etc/apt/"
    done
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    mount --bind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mkdir -p "$root/packages" "$root/project"
    cp "$packages"/*.deb "$root/packages/"
    inside useradd --create-home somebody
    inside apt-get --quiet --quiet update
}

# With nothing but what the packages themselves ask for.
use_bare() {
    local version=$1 said
    said=$(as_somebody qci-auth --version)
    [[ $said == "qci-auth $version"* ]] || fail "'qci-auth --version' says '$said'"
    said=$(as_somebody qci-auth-desktop --version)
    [[ $said == *"$version"* ]] || fail "'qci-auth-desktop --version' says '$said'"
    said=$(as_somebody qci-auth status 2>&1) && fail "somebody who never logged in is logged in"
    [[ $said == *"logged out"* ]] || fail "'qci-auth status' says '$said'"
    local file
    for file in usr/share/man/man1/qci-auth{,-desktop,-sandbox}.1.gz usr/share/bash-completion/completions/qci-auth \
        usr/share/zsh/vendor-completions/_qci-auth usr/share/fish/vendor_completions.d/qci-auth.fish \
        usr/share/doc/{qci-auth,qci-auth-desktop,libqciauth-dev}/README.md.gz \
        usr/share/applications/qci-auth-desktop.desktop usr/share/icons/hicolor/{16x16,512x512}/apps/qci-auth-desktop.png; do
        [[ -s $root/$file ]] || fail "/$file is missing"
    done
}

# The tests that need nothing of the build, against the installed programs.
use_all() {
    cp -a "$project/tests" "$project/README.md" "$root/project/"
    local program
    for program in "run_demo.py /home/somebody/pictures" "menu_entry.py" "installed_texts.py" "cli_login.py" \
        "cli_recipes.py" "cli_doctor.py" "no_keychain.py" "copy_as.py" "several_profiles.py" "preferences.py" \
        "close_to_tray.py" "outside_project.py"; do
        step "$program"
        # shellcheck disable=SC2086
        as_somebody PYTHONPATH=/project/tests/e2e:/project/tests/package \
            QCIAUTH_CLI_EXECUTABLE=/usr/bin/qci-auth \
            QCIAUTH_DESKTOP_EXECUTABLE=/usr/bin/qci-auth-desktop \
            QCIAUTH_SANDBOX_EXECUTABLE=/usr/bin/qci-auth-sandbox \
            python3 -B $(inside find /project/tests/e2e /project/tests/package -name "${program%% *}") \
            ${program#"${program%% *}"} >"$root.log" 2>&1 || {
            cat "$root.log" >&2
            fail "$program failed with the installed programs"
        }
    done
}

main() {
    local version
    step "A Debian ($suite) that has nothing"
    make_root
    version=$(inside dpkg-deb --field "/packages/$(cd "$packages" && ls qci-auth_*.deb)" Version)

    # As the root sees them.
    local debs
    debs=$(cd "$root" && printf '/%s ' packages/*.deb)

    step "The packages, and what they ask for"
    # Outside this root they may be installed already; what they ask for stays when they are removed.
    install_inside $(inside sh -c 'for deb in /packages/*.deb; do dpkg-deb --field "$deb" Depends; done' |
        tr ',' '\n' | sed -E 's/\(.*//; s/[[:space:]]//g' | grep -vE '^(qci-auth.*|)$' | sort -u)
    files >"$root.before"
    install_inside $debs
    use_bare "$version"

    step "Removal"
    inside apt-get --quiet --quiet --yes purge qci-auth qci-auth-desktop libqciauth-dev >"$root.log" 2>&1
    files >"$root.after"
    # What is the user's own stays.
    diff "$root.before" "$root.after" | grep '^[<>]' | grep -v ' \./home/somebody' &&
        fail "removal left or took something, above"

    step "Everything that a user does"
    install_inside man-db bash-completion zsh fish libglib2.0-bin at-spi2-core curl dbus-daemon gnome-keyring \
        imagemagick libsecret-tools openbox openssl procps python3 python3-gi python3-requests trayer wmctrl xauth \
        xclip xdotool xvfb cmake g++ ninja-build
    install_inside $debs
    use_all
    umount --recursive "$root/proc" "$root/dev"
    remove_root
    printf 'Installed, used and removed in a clean Debian (%s): as it should be.\n' "$suite"
}

((EUID == 0)) || fail "only root can make another root; run this with sudo"
# Mounts of a namespace of its own end with it, however that ends.
[[ ${3:-} == --in-namespace ]] || exec unshare --mount -- "$0" "$1" "$2" --in-namespace
main
