# SPDX-License-Identifier: Apache-2.0
"""The icon in the tray, and closing to it: where a tray really shows the icon, closing hides the window and the tray
leads back to it; elsewhere closing ends the program. Nothing runs where nobody can reach it."""

import os
import signal
import unittest

from desktoptest import DesktopTest
from harness import require_tools
from notificationservice import NotificationService
from processes import Sandbox, wait_until
from tray import Tray
from window import Window

# Longer than a tray that went away is waited for.
COMES_BACK_WITHIN_S = 20
TITLE = "QCi Auth —"


class TrayTest(DesktopTest):

    def close_window(self):
        """By the window manager, as by the button in the corner: it is told once."""
        window, = self.desktop.run(["xdotool", "search", "--onlyvisible", "--name", TITLE])[1].decode().split()
        code, _, error = self.desktop.run(["wmctrl", "-i", "-c", window])
        self.assertEqual(code, 0, error)

    def is_seen(self):
        return self.desktop.run(["xdotool", "search", "--onlyvisible", "--name", TITLE])[0] == 0

    def wait_until_hidden(self, window):
        def hidden():
            self.assertFalse(window.program.has_ended(), "the program ended instead of hiding its window")
            return not self.is_seen()
        wait_until(hidden, "the window is hidden")

    def wait_until_seen(self):
        wait_until(self.is_seen, "the window is on the screen", COMES_BACK_WITHIN_S)

    def open_window(self):
        """A window that has the keyboard."""
        window = Window(self.desktop)
        self.wait_until_focused()
        return window

    def wait_until_focused(self):
        wait_until(lambda: b"QCi Auth" in self.desktop.run(["xdotool", "getactivewindow", "getwindowname"])[1],
                   "the window has the keyboard")

    def assert_closing_ends(self, window):
        self.close_window()
        self.assertEqual(window.program.wait(), 0)


class CloseToTray(TrayTest):
    """A tray that speaks StatusNotifierItem."""

    def hidden_window(self, tray):
        window = self.open_window()
        tray.wait_until_icon_is_known()
        self.close_window()
        self.wait_until_hidden(window)
        return window

    def test_closing_hides_and_the_icon_leads_back(self):
        tray = Tray(self.desktop)
        window = self.hidden_window(tray)

        tray.click()
        self.wait_until_seen()
        self.wait_until_focused()
        self.close_window()
        self.wait_until_hidden(window)
        tray.choose("Show")
        self.wait_until_seen()

    def test_where_the_window_went_is_said_once(self):
        tray, notifications = Tray(self.desktop), NotificationService(self.desktop)
        window = self.hidden_window(tray)
        said = notifications.wait_for("QCi Auth goes on in the tray")
        self.assert_sentence(said.text)
        notifications.press(said, "default")
        self.wait_until_seen()

        self.wait_until_focused()
        self.close_window()
        self.wait_until_hidden(window)
        tray.choose("Quit")
        self.assertEqual(window.program.wait(), 0)
        window = self.hidden_window(tray)
        tray.choose("Quit")
        self.assertEqual(window.program.wait(), 0)
        self.assertEqual(len(notifications.shown), 1)

    def test_menu_of_a_hidden_window_copies(self):
        tray, notifications = Tray(self.desktop), NotificationService(self.desktop)
        window = self.open_window()
        window.log_in(Sandbox(self.desktop))
        wait_until(lambda: tray.tool_tip().startswith("default: Logged in. Token expires in "),
                   "the icon says who is logged in, and for how long")
        self.wait_until_focused()
        self.close_window()
        self.wait_until_hidden(window)

        tray.choose("Copy bearer header")
        wait_until(lambda: (self.desktop.clipboard() or "").startswith("Authorization: Bearer "),
                   "a bearer header is on the clipboard")
        notifications.wait_for("Bearer header copied")
        self.assertFalse(self.is_seen())

    def test_program_starts_hidden_and_the_icon_leads_to_the_window(self):
        tray = Tray(self.desktop)
        program = self.desktop.start_window("--hidden")
        tray.wait_until_icon_is_known()
        self.assertFalse(self.is_seen())
        tray.click()
        self.wait_until_seen()
        self.wait_until_focused()
        self.close_window()
        wait_until(lambda: not self.is_seen(), "the window is hidden")
        tray.choose("Quit")
        self.assertEqual(program.wait(), 0)

    def test_without_a_tray_closing_ends_the_program(self):
        self.assert_closing_ends(self.open_window())

    def test_list_of_icons_that_nobody_shows_is_no_tray(self):
        tray = Tray(self.desktop, has_host=False)
        window = self.open_window()
        tray.wait_until_asked_for_host()
        self.assert_closing_ends(window)

    def test_panel_that_is_later_than_the_list_gets_the_icon(self):
        tray = Tray(self.desktop, has_host=False)
        window = self.open_window()
        tray.wait_until_asked_for_host()
        tray.start_showing()
        tray.wait_until_icon_is_known()
        self.close_window()
        self.wait_until_hidden(window)

    def test_closing_ends_the_program_where_the_user_wants_that(self):
        folder = self.desktop.home / ".config" / "qci-auth"
        folder.mkdir(parents=True)
        (folder / "desktop.ini").write_text("[window]\nclose_to_tray=false\n", encoding="utf-8")
        tray = Tray(self.desktop)
        window = self.open_window()
        tray.wait_until_icon_is_known()
        self.assert_closing_ends(window)

    def test_late_tray_gets_the_icon(self):
        window = self.open_window()
        tray = Tray(self.desktop)
        tray.wait_until_icon_is_known()
        self.close_window()
        self.wait_until_hidden(window)
        tray.click()
        self.wait_until_seen()

    def test_window_comes_back_when_the_tray_is_gone(self):
        tray = Tray(self.desktop)
        window = self.hidden_window(tray)
        tray.close()
        self.wait_until_seen()
        self.wait_until_focused()

        tray = Tray(self.desktop)
        tray.wait_until_icon_is_known()
        self.close_window()
        self.wait_until_hidden(window)
        tray.close()
        self.wait_until_seen()
        self.wait_until_focused()
        self.assert_closing_ends(window)

    def test_panel_that_starts_anew_leaves_the_window_hidden(self):
        tray = Tray(self.desktop)
        window = self.hidden_window(tray)
        tray.close()
        tray = Tray(self.desktop)
        tray.wait_until_icon_is_known()
        tray.choose("Quit")
        self.assertEqual(window.program.wait(), 0)

    def test_quitting_ends_the_program(self):
        tray = Tray(self.desktop)
        window = self.open_window()
        tray.wait_until_icon_is_known()
        self.desktop.press_keys("ctrl+q")
        self.assertEqual(window.program.wait(), 0)

        window = self.hidden_window(tray)
        tray.choose("Quit")
        self.assertEqual(window.program.wait(), 0)

    def test_end_of_the_session_ends_the_program_and_clears_the_clipboard(self):
        tray = Tray(self.desktop)
        for hides in (False, True):
            window = self.open_window()
            if hides:
                wait_until(lambda w=window: w.see(starts_with="Token expires in "), "the login is there")
            else:
                window.log_in(Sandbox(self.desktop))
            tray.wait_until_icon_is_known()
            window.copy_header()
            self.wait_until_focused()
            if hides:
                self.close_window()
                self.wait_until_hidden(window)
            os.kill(window.pid, signal.SIGTERM)
            self.assertEqual(window.program.wait(), 0)
            self.assertFalse(self.desktop.clipboard())



class CloseToEmbeddingTray(TrayTest):
    """The older kind of tray, which embeds a window of each program (XEmbed), as a real one has it."""

    def start_tray(self):
        require_tools(["trayer"])
        return self.desktop.start(["trayer", "--edge", "top", "--widthtype", "request"])

    def seen(self, *pattern):
        return set(self.desktop.run(["xdotool", "search", "--onlyvisible", *pattern])[1].decode().split())

    def icon(self):
        """The number of the program's only window that is not a window to its user."""
        return next(iter(self.seen("--class", "^qci-auth-desktop$") - self.seen("--name", TITLE)), None)

    def wait_for_icon(self):
        return wait_until(self.icon, "there is an icon in the tray")

    def test_closing_hides_while_the_tray_is_there(self):
        window = self.open_window()
        tray = self.start_tray()
        icon = self.wait_for_icon()
        self.close_window()
        self.wait_until_hidden(window)

        self.desktop.run(["xdotool", "mousemove", "--window", icon, "8", "8", "click", "1"])
        self.wait_until_seen()
        self.wait_until_focused()
        self.close_window()
        self.wait_until_hidden(window)

        tray.end()
        self.wait_until_seen()
        self.wait_until_focused()
        self.assert_closing_ends(window)

    def test_tool_tip_shows_a_name_as_it_is(self):
        """Qt takes for HTML what looks like it."""
        name = "<b>work</b>"
        window = self.open_window()
        window.log_in(Sandbox(self.desktop), profile=name)
        self.start_tray()
        icon = self.wait_for_icon()
        for place in ("6", "8"):
            self.desktop.run(["xdotool", "mousemove", "--window", icon, place, place])
        window.wait_for(starts_with=f"{name}: Logged in")


if __name__ == "__main__":
    unittest.main()
