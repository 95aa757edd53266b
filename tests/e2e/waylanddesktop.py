# SPDX-License-Identifier: Apache-2.0
"""A desktop whose display is a Wayland compositor, without a screen and without X11.

It is sway, because that one does without graphics hardware, lets wl-paste look at the clipboard without a window, and
lets wtype press keys: a Wayland compositor takes what is copied only from a window in which somebody pressed one.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from harness import Desktop
from processes import Failure, wait_until
from waylandlauncher import WaylandLauncher

COMPOSITOR_TOOLS = ["sway", "swaymsg", "wl-copy", "wl-paste", "wtype", "grim"]
CONFIGURATION = """xwayland disable
output * resolution 1280x1024
for_window [app_id=".*"] floating enable
focus_on_window_activation focus
"""
MODIFIERS = ("ctrl", "shift", "alt")
# sway refuses to run as root.
NOBODY = 65534
MORE_MS_THAN_A_TEST_TAKES = 86_400_000


def missing_tools():
    """What is not installed of that which these tests need beyond those on X11."""
    missing = [name for name in COMPOSITOR_TOOLS if shutil.which(name) is None]
    if shutil.which("qtpaths6"):
        plugins = subprocess.run(["qtpaths6", "--plugin-dir"], capture_output=True, text=True, check=True).stdout.strip()
        if not any(Path(plugins, "platforms").glob("libqwayland-*")):
            missing.append("Qt's plugin for Wayland")
    return missing


class WaylandDesktop(Desktop):
    """The same session with sway in place of an X server and a window manager."""

    display_tools = COMPOSITOR_TOOLS

    # -- keyboard ---------------------------------------------------------------------------------------------------

    def press_keys(self, *keys):
        """Presses keys (such as `ctrl+v`) one after the other in the window that has the focus."""
        for combination in keys:
            *modifiers, key = combination.split("+")
            arguments = [word for name in modifiers for word in ("-M", name)] + ["-k", key]
            self._expect_success("wtype", *arguments, *[word for name in modifiers for word in ("-m", name)])

    # -- windows ----------------------------------------------------------------------------------------------------

    def windows(self):
        """Title, process id and whether it has the focus, of each window."""
        def leaves(node):
            children = node["nodes"] + node["floating_nodes"]
            if not children and "pid" in node:
                yield node["name"], node["pid"], node["focused"]
            for child in children:
                yield from leaves(child)
        return list(leaves(self._ask_compositor("get_tree")))

    def wait_for_title(self, title):
        wait_until(lambda: any(title in name for name, _, _ in self.windows()), f"the window '{title}' is on the screen")

    def wait_for_focus(self, program):
        """Waits until keys go to a window of that program."""
        wait_until(lambda: any(pid == program.pid and focused for _, pid, focused in self.windows()),
                   "the window has the focus")

    def launched(self):
        """Environment of a program that the user starts by a menu or an icon, and not in a terminal."""
        with WaylandLauncher(self.environment["WAYLAND_DISPLAY"]) as launcher:
            return self.environment | {"XDG_ACTIVATION_TOKEN": launcher.activation_token()}

    def compositor_version(self):
        version = self._ask_compositor("get_version")
        return version["major"], version["minor"]

    def screenshot(self, path):
        self._expect_success("grim", str(path))

    # -- clipboard --------------------------------------------------------------------------------------------------

    def clipboard(self, target="text/plain;charset=utf-8"):
        """What another program would paste; None where the clipboard is empty."""
        code, text, _ = self.run(["wl-paste", "--no-newline", "--type", target])
        return text.decode() if code == 0 else None

    def primary_selection(self):
        """What a middle click would paste; None where that is nothing."""
        code, text, _ = self.run(["wl-paste", "--primary", "--no-newline"])
        return text.decode() if code == 0 else None

    def clipboard_types(self):
        """As what it can be pasted."""
        code, types, _ = self.run(["wl-paste", "--list-types"])
        return types.decode().split() if code == 0 else []

    def own_clipboard(self, text):
        """Another program puts its own text on the clipboard and keeps it there."""
        owner = self.start(["wl-copy", "--foreground", "--type", "text/plain;charset=utf-8"], stdin=subprocess.PIPE)
        owner.process.stdin.write(text.encode())
        owner.process.stdin.close()
        wait_until(lambda: self.clipboard() == text, "the other program owns the clipboard")
        return owner

    # -- inside -----------------------------------------------------------------------------------------------------

    def _start_display(self):
        folder = self.folder / "compositor"
        folder.mkdir(mode=0o700)
        configuration = folder / "config"
        configuration.write_text(CONFIGURATION)
        as_whom = []
        if os.getuid() == 0:
            self.folder.chmod(0o711)
            for path in (folder, configuration):
                os.chown(path, NOBODY, NOBODY)
            # The kernel forgets with whom it is to end when the user changes, so it is told again.
            as_whom = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--pdeathsig=KILL", "--"]
        environment = self.environment | {
            "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder),
            "WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
        compositor = self.start([*as_whom, "sway", "--config", configuration], "sway", environment)

        def socket(pattern):
            if compositor.has_ended():
                raise Failure(f"sway did not start: {compositor.log().strip()}")
            return next((path for path in folder.glob(pattern) if path.is_socket()), None)
        self.environment["QT_QPA_PLATFORM"] = "wayland"
        self.environment["WAYLAND_DISPLAY"] = str(wait_until(lambda: socket("wayland-*"), "sway has a display"))
        self.environment["SWAYSOCK"] = str(wait_until(lambda: socket("sway-ipc.*"), "sway can be asked"))

    def _start_window_manager(self):
        """It is in the compositor. What is missing is a keyboard that stays: wtype unplugs its own when it ends."""
        self.start(["wtype", "-s", str(MORE_MS_THAN_A_TEST_TAKES), "-k", "Escape"])
        wait_until(lambda: any(device["type"] == "keyboard" for device in self._ask_compositor("get_inputs")),
                   "there is a keyboard")

    def _ask_compositor(self, question):
        code, answer, error = self.run(["swaymsg", "--raw", "-t", question])
        if code:
            raise Failure(f"sway did not answer {question}: {error.decode(errors='replace').strip()}.")
        return json.loads(answer)

    def _expect_success(self, *arguments):
        code, _, error = self.run(list(arguments))
        if code:
            raise Failure(f"{arguments[0]} failed: {error.decode(errors='replace').strip()}.")
