# SPDX-License-Identifier: Apache-2.0
"""Notifications: each once per episode, by the desktop's own service; none where there is none, and no harm either."""

import unittest

from desktoptest import DesktopTest
from notificationservice import NotificationService
from processes import wait_until
from standin import StandIn
from window import Window

# A token that ends soon from the beginning.
SHORT_S = 240


class Notifications(DesktopTest):

    def setUp(self):
        super().setUp()
        self.service = self.enterContext(StandIn())
        self.service.lifetime_s = SHORT_S

    def logged_in_window(self):
        window = Window(self.desktop)
        window.log_in(self.service)
        return window

    def refresh(self, window):
        """Asks for one more exchange, and returns when that has its answer."""
        before = self.service.answered_exchanges
        window.press("Refresh now")
        wait_until(lambda: self.service.answered_exchanges > before, "the exchange has ended")

    def let_work(self, window):
        """Returns when the window shows what the exchange has brought."""
        self.service.status = 200
        self.service.user_id = f"user-{self.service.exchanges() + 2}"
        self.refresh(window)
        wait_until(lambda: window.see(f"User ID: {self.service.user_id}"), "the window shows the answer")

    def let_fail(self, window, status):
        """Returns when the window says so."""
        self.service.status = status
        words = "Login required" if status == 401 else f"service answers {status}"
        self.refresh(window)
        wait_until(lambda: words in window.words(), f"the window says '{words}'")

    def test_failing_is_told_once_and_so_is_its_end(self):
        notifications = NotificationService(self.desktop)
        window = self.logged_in_window()
        for status in (503, 502):
            self.let_fail(window, status)
        failing = notifications.wait_for("Refreshing fails: default")
        self.assert_sentence(failing.text)

        self.let_work(window)
        working = notifications.wait_for("Working again: default")
        self.let_work(window)

        # The next episode is told again, and after everything that was told before.
        self.let_fail(window, 503)
        wait_until(lambda: len(notifications.shown) > 2, "the second episode is told")
        self.assertEqual(notifications.titles(), [failing.title, working.title, failing.title])
        self.assertEqual(working.replaces, failing.number)

    def test_required_login_is_told_once_and_leads_to_it(self):
        notifications = NotificationService(self.desktop)
        window = self.logged_in_window()
        self.let_fail(window, 401)
        told = notifications.wait_for("Login required: default")
        self.refresh(window)
        self.assertIn("Log in…", told.actions)

        # Pressed twice it leads to one dialog all the same.
        for _ in range(2):
            notifications.press(told, "show")
        window.field("API token")
        self.assertEqual(notifications.titles(), [told.title])
        window.press("Cancel")
        wait_until(lambda: window.see("API token") is None, "there is no dialog any more")

    def test_login_by_hand_takes_it_back_and_tells_nothing(self):
        notifications = NotificationService(self.desktop)
        window = self.logged_in_window()
        self.let_fail(window, 401)
        told = notifications.wait_for("Login required: default")

        self.service.status = 200
        notifications.press(told, "show")
        window.fill_login(self.service.url, self.service.api_token)
        window.press("Log in")
        wait_until(lambda: notifications.taken_back, "what was told is taken back")
        self.assertEqual(notifications.taken_back, [told.number])

        # What comes next is told after everything that was told before.
        wait_until(lambda: window.see("API token") is None, "there is no dialog any more")
        self.let_fail(window, 503)
        notifications.wait_for("Refreshing fails: default")
        self.assertEqual(len(notifications.shown), 2)

    def test_service_without_actions_gets_none(self):
        notifications = NotificationService(self.desktop, capabilities=("body",))
        self.let_fail(self.logged_in_window(), 401)
        self.assertEqual(notifications.wait_for("Login required").actions, [])

    def test_what_is_switched_off_is_not_told(self):
        folder = self.desktop.home / ".config" / "qci-auth"
        folder.mkdir(parents=True)
        (folder / "desktop.ini").write_text("[notifications]\nrefresh_failing=false\n", encoding="utf-8")
        notifications = NotificationService(self.desktop)
        window = self.logged_in_window()
        self.let_fail(window, 503)
        # Nor is the end of what was not told.
        self.let_work(window)
        self.let_fail(window, 401)
        told = notifications.wait_for("Login required: default")
        self.assertEqual(notifications.titles(), [told.title])

    def test_no_service_is_no_trouble(self):
        window = self.logged_in_window()
        self.let_fail(window, 401)
        self.assertIn("Login required", window.words())
        self.assertEqual(window.quit(), 0)
        self.assertEqual(window.program.log(), "")


if __name__ == "__main__":
    unittest.main()
