# SPDX-License-Identifier: Apache-2.0
"""What is chosen in the preferences holds in the next run, and the desktop starts the program as it was told to."""

import os
import shutil
import signal
import unittest
import unittest.mock
from pathlib import Path

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio  # noqa: E402

from desktoptest import DesktopTest
from processes import executable_path, wait_until
from tray import Tray
from window import MENU_ITEM, Window

CHECK_BOX = ("check box",)
NO_TRAY = "No tray shows the program now, so closing the window ends it."


class Preferences(DesktopTest):

    def test_choice_holds_in_the_next_run(self):
        window = Window(self.desktop)
        self.open_preferences(window)
        self.toggle(window, "Close to tray")
        window.press("OK")
        wait_until(lambda: window.see("Close to tray") is None, "the dialog is closed")
        self.assertIn("close_to_tray=false", self.file("qci-auth/desktop.ini").read_text())
        window.quit()

        window = Window(self.desktop)

        self.open_preferences(window)
        self.assertFalse(window.wait_for("Close to tray", role=CHECK_BOX).is_checked)
        window.press("Cancel")
        window.quit()

    def test_desktop_starts_the_program_at_login(self):
        # No percent sign: GLib looks for the program before it makes one of two, and finds none.
        program = self.desktop.folder / "My $HOME \"own\" `programs`" / "qci-auth-desktop"
        program.parent.mkdir()
        shutil.copy(executable_path("QCIAUTH_DESKTOP_EXECUTABLE", program.name), program)
        with unittest.mock.patch.dict(os.environ, {"QCIAUTH_DESKTOP_EXECUTABLE": str(program)}):
            window = Window(self.desktop)
        self.open_preferences(window)
        self.toggle(window, "Start with the desktop")
        self.toggle(window, "Start hidden")
        window.press("OK")
        entry = self.file("autostart/qci-auth-desktop.desktop")
        wait_until(entry.exists, "there is an entry")
        window.quit()
        wait_until(lambda: not self.windows(), "there is no window")

        # As GLib understands it, by which GNOME and others start programs.
        information = Gio.DesktopAppInfo.new_from_filename(str(entry))
        self.assertIsNotNone(information, "GLib takes the entry for broken, or its program for missing")
        self.assertFalse(information.get_is_hidden())
        context = Gio.AppLaunchContext()
        for name, value in self.desktop.environment.items():
            context.setenv(name, value)
        self.assertTrue(information.launch([], context))

        # There is no tray, so that the window is all there is to see.
        started, = wait_until(self.windows, "there is a window")
        _, pid, _ = self.desktop.run(["xdotool", "getwindowpid", started])
        arguments = Path("/proc", pid.decode().strip(), "cmdline").read_bytes().decode().split("\0")
        self.assertEqual(arguments, [str(program), "--hidden", ""])
        os.kill(int(pid), signal.SIGTERM)

    def test_dialog_says_whether_there_is_a_tray_to_close_to(self):
        window = Window(self.desktop)
        self.open_preferences(window)
        window.wait_for(NO_TRAY)
        for _ in range(2):
            tray = Tray(self.desktop)
            wait_until(lambda: window.see(NO_TRAY) is None, "the tray is noticed")
            tray.close()
            window.wait_for(NO_TRAY)
        window.press("Cancel")
        window.quit()

    def test_sandbox_promises_nothing(self):
        window = Window(self.desktop, "--sandbox")
        window.wait_for("API token")
        window.press("Cancel")
        self.open_preferences(window)
        window.wait_for(starts_with="Choices here end with the sandbox.")
        self.assertFalse(window.wait_for("Start with the desktop", role=CHECK_BOX).is_enabled)
        window.press("OK")
        wait_until(lambda: window.see("Close to tray") is None, "the dialog is closed")
        window.quit()
        self.assertFalse(self.file("autostart").exists())
        self.assertFalse(self.file("qci-auth/desktop.ini").exists())

    # -- inside -----------------------------------------------------------------------------------------------------

    def file(self, name):
        return self.desktop.home / ".config" / name

    def windows(self):
        return self.desktop.run(["xdotool", "search", "--onlyvisible", "--name", "^QCi Auth — "])[1].decode().split()

    @staticmethod
    def open_preferences(window):
        item = wait_until(lambda: window.application.find("Preferences…", role=MENU_ITEM, hidden=True),
                          "there is a menu item for the preferences")
        wait_until(lambda: item.is_enabled, "the menu can be used")
        item.press()
        window.wait_for("Close to tray", role=CHECK_BOX)

    @staticmethod
    def toggle(window, name):
        box = window.wait_for(name, role=CHECK_BOX)
        wait_until(lambda: box.is_enabled, f"'{name}' can be pressed")
        before = box.is_checked
        box.press()
        wait_until(lambda: box.is_checked != before, f"'{name}' has changed")


if __name__ == "__main__":
    unittest.main()
