# SPDX-License-Identifier: Apache-2.0
"""The main job on a Wayland desktop: log in, copy, use, start a second time, quit."""

import re
import unittest

from desktoptest import DesktopTest
from processes import Sandbox, wait_until
from waylanddesktop import WaylandDesktop, missing_tools
from window import Window


class OnWayland(DesktopTest):

    desktop_class = WaylandDesktop

    def setUp(self):
        missing = missing_tools()
        if missing:
            self.skipTest(f"not installed: {', '.join(missing)}")
        super().setUp()
        self.sandbox = Sandbox(self.desktop)

    def logged_in_window(self):
        window = Window(self.desktop)
        window.log_in(self.sandbox)
        self.desktop.wait_for_focus(window.program)
        return window

    def copy_header(self):
        """By keyboard, as Wayland wants it; returns what is on the clipboard then."""
        self.desktop.press_keys("ctrl+shift+c")
        return wait_until(lambda: self.header_on_clipboard(), "a bearer header is on the clipboard")

    def header_on_clipboard(self):
        text = self.desktop.clipboard() or ""
        return text if text.startswith("Authorization: Bearer ") else None

    def test_header_is_copied_marked_and_works(self):
        window = self.logged_in_window()

        header = self.copy_header()

        self.assertEqual(self.desktop.status_with_header(f"{self.sandbox.url}optimization/v1/allocations", header), "200")
        self.assertIn("x-kde-passwordManagerHint", self.desktop.clipboard_types())
        self.assertEqual(self.desktop.clipboard("x-kde-passwordManagerHint"), "secret")
        self.assertEqual(self.desktop.primary_selection(), None)
        self.assertEqual(window.quit(), 0)

    def test_copy_that_the_compositor_refuses_is_said(self):
        """Nobody has pressed a key in the window; what another program had copied stays, also when it ends."""
        window = self.logged_in_window()
        self.desktop.own_clipboard("something else")

        window.press("Copy bearer header")

        words = window.wait_for_words(["nothing copied", "header copied"], "it is said whether it was copied")
        self.assertIn("Nothing copied: the desktop did not take it.", words)
        self.assertNotIn("header copied", words)
        self.assertNotIn("Clipboard clears", words)
        self.desktop.press_keys("ctrl+q")
        self.assertEqual(window.program.wait(), 0)
        self.assertEqual(self.desktop.clipboard(), "something else")

    def assert_said_nothing(self, program):
        """But what newer versions of Qt note of the bus of screen readers and of a keyboard that is none."""
        self.assertEqual(re.sub(r"(?m)^qt\.(accessibility\.atspi|qpa\.wayland): .*\n", "", program.log()), "")

    def test_refused_copy_works_with_a_key(self):
        window = self.logged_in_window()
        window.press("Copy bearer header")
        window.wait_for_words(["nothing copied"], "it is said that nothing was copied")

        self.copy_header()

        window.wait_for_words(["header copied"], "it is said that it was copied")
        self.assertEqual(window.quit(), 0)

    def test_quitting_takes_the_header_off_the_clipboard(self):
        window = self.logged_in_window()
        self.copy_header()

        self.desktop.press_keys("ctrl+q")

        self.assertEqual(window.program.wait(), 0)
        self.assert_said_nothing(window.program)
        self.assertEqual(self.desktop.clipboard_types(), [])

    def test_header_is_cleared_in_time_also_behind_another_window(self):
        settings = self.desktop.home / ".config/qci-auth/desktop.ini"
        settings.parent.mkdir(mode=0o700, parents=True)
        settings.write_text("[clipboard]\nclear_after_s=5\n")
        window = self.logged_in_window()
        self.copy_header()
        other = Window(self.desktop, environment=self.desktop.other_login())
        self.desktop.wait_for_focus(other.program)

        wait_until(lambda: not self.desktop.clipboard_types(), "the clipboard is cleared")

        self.assertEqual(window.quit(), 0)

    def test_what_another_program_copied_later_stays(self):
        window = self.logged_in_window()
        self.copy_header()
        self.desktop.own_clipboard("something else")

        self.desktop.press_keys("ctrl+q")

        self.assertEqual(window.program.wait(), 0)
        self.assertEqual(self.desktop.clipboard(), "something else")

    def test_second_start_raises_the_first_window(self):
        if self.desktop.compositor_version() > (1, 8):
            self.skipTest("Newer versions of sway heed no token of a launcher without a window and a key press")
        first = self.logged_in_window()
        other = Window(self.desktop, environment=self.desktop.other_login())
        self.desktop.wait_for_focus(other.program)

        second = self.desktop.start_window(environment=self.desktop.launched())

        self.assertEqual(second.wait(), 0)
        self.assert_said_nothing(second)
        self.desktop.wait_for_focus(first.program)
        self.assertEqual(sorted(pid for _, pid, _ in self.desktop.windows()), sorted([first.pid, other.pid]))
        self.assertEqual(first.quit(), 0)
        self.assert_said_nothing(first.program)

    def test_second_start_in_a_terminal_is_no_error(self):
        """Without a launcher's token the compositor lets nobody to the front; nor does one that it never gave."""
        first = self.logged_in_window()
        for environment in (self.desktop.environment, self.desktop.environment | {"XDG_ACTIVATION_TOKEN": "made-up"}):
            second = self.desktop.start_window(environment=environment)

            self.assertEqual(second.wait(), 0)
            self.assert_said_nothing(second)
        self.assertEqual(len(self.desktop.windows()), 1)
        self.assertEqual(first.quit(), 0)

    def test_dialogs_and_login_work_by_keyboard(self):
        window = Window(self.desktop, "--sandbox")
        window.wait_for("API token")
        wait_until(lambda: window.field("API URL").text(), "the field 'API URL' has an address")
        self.desktop.wait_for_title("Log in to QCi")
        self.desktop.wait_for_focus(window.program)

        self.desktop.press_keys("Return")

        window.wait_until_logged_in()
        self.assertEqual(window.quit(), 0)
        self.assert_said_nothing(window.program)


if __name__ == "__main__":
    unittest.main()
