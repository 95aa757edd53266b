# SPDX-License-Identifier: Apache-2.0
"""A desktop of its own for the real programs: home, session bus, keyring; and, for windows, display, window manager and
screen reader bus.

Everything lives in one temporary folder and ends with the Desktop object. A test may be killed by its time limit, so
every process is also told to die with this one, and whatever a process leaves behind becomes a child of this one.
"""

import os
import secrets
import shlex
import shutil
import signal
import struct
import subprocess
import tempfile
import urllib.parse
import xml.sax.saxutils
from contextlib import contextmanager, suppress
from pathlib import Path

from accessibility import Accessibility, BusConnection, Gone
from processes import (PATIENCE_S, Announcing, Failure, Program, adopt_orphans, end_adopted_children,
                       end_with_cleanup_on_signals, executable_path, is_stopped, mortal, wait_until)

KEYRING_PASSWORD = b"throw-away"
# What the program files its items under, and what it files those of sandbox mode under.
KEYCHAIN_SERVICE = "qci-auth"
SANDBOX_KEYCHAIN_SERVICE = "qci-auth-sandbox"
# D-Bus services that the session bus may start. Anything else, above all a keyring, has to be started on purpose.
ALWAYS_STARTABLE = ["org.a11y.Bus"]
PROMPTER = "org.gnome.keyring.SystemPrompter"
# What a program may see of the environment of the machine: nothing that could lead it out of its own home.
INHERITED_VARIABLES = ["PATH", "TZ", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH"]


class Desktop:
    """A desktop session without a screen.

    keyring: whether GNOME Keyring runs, with an unlocked collection.
    prompter: whether GNOME Keyring can ask for a password.
    display: whether there is a display for windows, or just what a terminal has.
    """

    # What a display takes.
    display_tools = ["Xvfb", "openbox", "xclip", "xdotool", "import"]

    def __init__(self, keyring=True, prompter=False, display=True):
        require_tools(["dbus-daemon", "gnome-keyring-daemon", "secret-tool", "curl", "setpriv"])
        if display:
            require_tools(self.display_tools)
        adopt_orphans()
        end_with_cleanup_on_signals()
        self._started = []
        self.folder = Path(tempfile.mkdtemp(prefix="qci-auth-"))
        try:
            self._make_folders()
            if display:
                self._start_display()
            self._start_bus((ALWAYS_STARTABLE if display else []) + ([PROMPTER] if prompter else []))
            if display:
                self._start_window_manager()
                self.accessibility = Accessibility(self.environment["DBUS_SESSION_BUS_ADDRESS"])
            self.session_bus = BusConnection(self.environment["DBUS_SESSION_BUS_ADDRESS"])
            self.keyring = None
            if keyring:
                self.start_keyring()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Ends everything that was started, last first, and removes the folder."""
        for program in reversed(self._started):
            program.end()
        end_adopted_children()
        shutil.rmtree(self.folder, ignore_errors=True)

    # -- programs ---------------------------------------------------------------------------------------------------

    def start(self, arguments, name=None, environment=None, stdin=subprocess.DEVNULL):
        """Starts a process that ends with the desktop."""
        program = Program(arguments, environment or self.environment, self.logs, name or Path(arguments[0]).name, stdin)
        self.end_with_me(program)
        return program

    def end_with_me(self, program):
        """The program's end() is called when the desktop closes, before that of anything older."""
        self._started.append(program)

    def start_window(self, *options, environment=None):
        """Starts the program under test; its window is found by `accessibility.application(pid)`."""
        executable = executable_path("QCIAUTH_DESKTOP_EXECUTABLE", "qci-auth-desktop")
        return self.start([executable, *options], "qci-auth-desktop", environment)

    def other_login(self):
        """Environment of a program that finds the same keyring and settings, but not the windows of this one."""
        runtime = self.folder / "other-run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        return self.environment | {"XDG_RUNTIME_DIR": str(runtime)}

    def run(self, arguments, stdin=b"", seconds=PATIENCE_S):
        """Runs a tool to its end; returns exit code, stdout and stderr."""
        try:
            result = subprocess.run(mortal(arguments), env=self.environment, input=stdin, capture_output=True,
                                    timeout=seconds, check=False)
        except subprocess.TimeoutExpired:
            raise Failure(f"{arguments[0]} did not end within {seconds} s.") from None
        return result.returncode, result.stdout, result.stderr

    def screenshot(self, path):
        """A picture of the whole screen."""
        code, _, error = self.run(["import", "-window", "root", path])
        if code:
            raise Failure(f"The screenshot {path} could not be taken: {error.decode(errors='replace').strip()}.")

    # -- keyboard ---------------------------------------------------------------------------------------------------

    def wait_for_title(self, title):
        """Waits for a window with that title; the way to look where there is no bus for a screen reader."""
        wait_until(lambda: self.run(["xdotool", "search", "--onlyvisible", "--name", title])[0] == 0,
                   f"the window '{title}' is on the screen")

    def press_keys(self, *keys):
        """Presses keys (such as `ctrl+v`) one after the other in the window that has the focus."""
        code, _, error = self.run(["xdotool", "key", "--clearmodifiers", *keys])
        if code:
            raise Failure(f"The keys {keys} could not be pressed: {error.decode(errors='replace').strip()}.")

    def type_text(self, text):
        """Types into the window that has the focus. The text reaches the tool by stdin: it may be a token."""
        code, _, error = self.run(["xdotool", "type", "--clearmodifiers", "--file", "-"], stdin=text.encode())
        if code:
            raise Failure(f"The text could not be typed: {error.decode(errors='replace').strip()}.")

    # -- keyring ----------------------------------------------------------------------------------------------------

    def start_keyring(self, unlocked=True):
        """Starts GNOME Keyring on this desktop's bus. A collection that exists stays locked unless unlocked is set."""
        arguments = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        if not unlocked:
            self.keyring = self.start(arguments)
        else:
            self.keyring = self.start([*arguments, "--unlock"], stdin=subprocess.PIPE)
            self.keyring.process.stdin.write(KEYRING_PASSWORD)
            self.keyring.process.stdin.close()
        wait_until(lambda: self.session_bus.has_owner("org.freedesktop.secrets"), "GNOME Keyring is on the bus")
        wait_until(lambda: self.keyring_is_locked() is not unlocked,
                   "the keyring is open" if unlocked else "the keyring is locked")

    def restart_keyring(self, unlocked):
        """As after a new login to the desktop: what was stored is there, locked or not."""
        self.keyring.end()
        wait_until(lambda: not self.session_bus.has_owner("org.freedesktop.secrets"), "GNOME Keyring left the bus")
        self.start_keyring(unlocked)

    def lock_keyring(self):
        """As by the menu of a keyring manager, or when the screen is locked."""
        collection, = self.session_bus.call("org.freedesktop.secrets", "/org/freedesktop/secrets",
                                            "org.freedesktop.Secret.Service", "ReadAlias", "(s)", ("default",))
        self.session_bus.call("org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service",
                              "Lock", "(ao)", ([collection],))
        wait_until(self.keyring_is_locked, "the keyring is locked")

    @contextmanager
    def hung_keyring(self):
        """Inside, GNOME Keyring is on the bus and takes questions, but answers none before the end."""
        pid = self.keyring.pid
        os.kill(pid, signal.SIGSTOP)
        try:
            wait_until(lambda: is_stopped(pid), "the keyring stands still")
            yield
        finally:
            os.kill(pid, signal.SIGCONT)

    def keyring_is_locked(self):
        """Whether the collection that secrets go to is locked; None while there is none."""
        with suppress(Gone):
            collection, = self.session_bus.call("org.freedesktop.secrets", "/org/freedesktop/secrets",
                                                "org.freedesktop.Secret.Service", "ReadAlias", "(s)", ("default",))
            if collection != "/":
                return self.session_bus.get("org.freedesktop.secrets", collection,
                                            "org.freedesktop.Secret.Collection", "Locked")
        return None

    def stored_secret(self, profile, what="refresh-token", service=KEYCHAIN_SERVICE):
        """What an independent program reads from the keyring; None where there is nothing."""
        code, secret, _ = self.run(["secret-tool", "lookup", "server", service,
                                    "user", f"qci-auth/{profile}/{what}"])
        return secret.decode() if code == 0 else None

    def wait_until_not_stored(self, profile, service=KEYCHAIN_SERVICE, what="refresh-token"):
        wait_until(lambda: self.stored_secret(profile, what, service) is None, "the token leaves the keyring")

    # -- clipboard --------------------------------------------------------------------------------------------------

    def clipboard(self, target="UTF8_STRING"):
        """What another program would paste; None where the clipboard is empty."""
        code, text, _ = self.run(["xclip", "-selection", "clipboard", "-o", "-t", target])
        return text.decode() if code == 0 else None

    def own_clipboard(self, text):
        """Another program puts its own text on the clipboard and keeps it there."""
        owner = self.start(["xclip", "-quiet", "-selection", "clipboard", "-i"], stdin=subprocess.PIPE)
        owner.process.stdin.write(text.encode())
        owner.process.stdin.close()
        wait_until(lambda: self.clipboard() == text, "the other program owns the clipboard")
        return owner

    def status_with_header(self, url, header):
        """HTTP status of a real request that bears the header; the header reaches curl by stdin, never by argv."""
        _, status, _ = self.run(["curl", "--silent", "--output", "/dev/null", "--write-out", "%{http_code}",
                                 "--header", "@-", url], stdin=header.encode() + b"\n")
        return status.decode()

    # -- how it starts ----------------------------------------------------------------------------------------------

    def _make_folders(self):
        self.home = self.folder / "home"
        self.runtime = self.folder / "run"
        self.logs = self.folder / "logs"
        for folder in (self.home, self.runtime, self.logs):
            folder.mkdir(mode=0o700)
        self.environment = {name: os.environ[name] for name in INHERITED_VARIABLES if name in os.environ}
        self.environment |= {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(self.runtime),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "GSETTINGS_BACKEND": "memory",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def _start_display(self):
        authority = self.folder / "Xauthority"
        authority.write_bytes(authority_entry(secrets.token_bytes(16)))
        authority.chmod(0o600)
        self.environment["XAUTHORITY"] = str(authority)
        number = self._start_announcing(
            lambda fd: ["Xvfb", "-displayfd", fd, "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset",
                        "-auth", authority])
        self.environment["DISPLAY"] = f":{number}"

    def _start_bus(self, startable):
        services = self.folder / "services"
        services.mkdir()
        for name in startable:
            shutil.copy(service_description(name), services)
        configuration = self.folder / "session-bus.conf"
        configuration.write_text(bus_configuration(self.runtime / "bus", services))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_announcing(
            lambda fd: ["dbus-daemon", "--nofork", "--nopidfile", f"--config-file={configuration}",
                        f"--print-address={fd}"])

    def _start_window_manager(self):
        ready = self.folder / "window-manager-ready"
        self.start(["openbox", "--sm-disable", "--startup", shlex.join(["touch", str(ready)])])
        wait_until(ready.exists, "the window manager is ready")

    def _start_announcing(self, arguments):
        """Starts a process that writes one line to the descriptor it is given when it is ready; returns the line."""
        reader, writer = os.pipe()
        try:
            command = arguments(str(writer))
            log = open(self.logs / f"{command[0]}.stderr", "wb")
            with log:
                process = subprocess.Popen(mortal(command), env=self.environment, stdin=subprocess.DEVNULL,
                                           stdout=log, stderr=log, pass_fds=[writer])
        finally:
            os.close(writer)
        self.end_with_me(Announcing(process))
        with os.fdopen(reader) as announcement:
            line = announcement.readline().strip()
        if not line:
            raise Failure(f"{command[0]} did not start: {Path(log.name).read_text(errors='replace').strip()}")
        return line


def require_tools(names):
    """Fails with one sentence that names all missing programs."""
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        raise Failure(f"Not installed: {', '.join(missing)}. Run ./dev test, which installs what is missing.")


def service_description(name):
    """The file with which a D-Bus service is started on demand."""
    for folder in os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":"):
        candidate = Path(folder, "dbus-1", "services", f"{name}.service")
        if candidate.exists():
            return candidate
    raise Failure(f"The D-Bus service {name} is not installed. Run ./dev test, which installs what is missing.")


def authority_entry(cookie):
    """An Xauthority file with one cookie for whatever display number Xvfb picks."""
    any_family = 0xFFFF
    fields = [b"", b"", b"MIT-MAGIC-COOKIE-1", cookie]
    return struct.pack(">H", any_family) + b"".join(struct.pack(">H", len(field)) + field for field in fields)


def bus_configuration(socket, services):
    """A session bus that starts nothing but the services in one folder, and takes as many programs as Debian's does."""
    return f"""<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={urllib.parse.quote(str(socket))}</listen>
  <servicedir>{xml.sax.saxutils.escape(str(services))}</servicedir>
  <limit name="max_connections_per_user">100000</limit>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
