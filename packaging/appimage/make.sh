#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes an AppImage of the window in build/appimage. Wants linuxdeploy and its plugin linuxdeploy-plugin-qt on the PATH,
# and is best run on the oldest system that the image shall run on.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."

for tool in cmake ninja linuxdeploy linuxdeploy-plugin-qt; do
    command -v "$tool" >/dev/null || {
        printf 'make.sh: %s is not on the PATH\n' "$tool" >&2
        exit 1
    }
done

folder=build/appimage
cmake -G Ninja -S . -B "$folder" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DCMAKE_INSTALL_PREFIX=/usr
cmake --build "$folder"
rm -rf "$folder/AppDir"
for component in command desktop; do
    DESTDIR=$PWD/$folder/AppDir cmake --install "$folder" --component "$component"
done

LINUXDEPLOY_OUTPUT_VERSION=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$folder/CMakeCache.txt")
export LINUXDEPLOY_OUTPUT_VERSION
# qmake says where Qt is; Wayland and the keychain are loaded at run time, so nothing tells of them.
export QMAKE=${QMAKE:-qmake6} EXTRA_PLATFORM_PLUGINS='libqwayland-generic.so;libqwayland-egl.so'
export EXTRA_QT_PLUGINS='svg;wayland-shell-integration;wayland-graphics-integration-client'
libsecret=$(ldconfig -p | awk '$1 == "libsecret-1.so.0" && !found { found = $NF } END { print found }')
cd "$folder"
linuxdeploy --appdir AppDir --plugin qt ${libsecret:+--library "$libsecret"} \
    --deploy-deps-only AppDir/usr/lib/qci-auth/modules \
    --desktop-file AppDir/usr/share/applications/qci-auth-desktop.desktop --output appimage
