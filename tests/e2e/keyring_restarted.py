# SPDX-License-Identifier: Apache-2.0
"""A keyring that ends, comes back or is locked while the window runs takes nothing away, and is used again after it."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox, wait_until
from window import DEFAULT_PROFILE, Window


class WhileTheWindowRuns(DesktopTest):

    def setUp(self):
        super().setUp()
        self.sandbox = Sandbox(self.desktop)
        self.window = Window(self.desktop)
        self.window.log_in(self.sandbox)
        self.header = self.window.copy_header()

    def assert_refreshes(self):
        """Another token is exchanged, and works."""
        before = self.header.removeprefix("Authorization: Bearer ")
        self.window.press("Refresh now")
        self.header = self.window.copy_other_header_than(before)
        self.assertEqual(
            self.desktop.status_with_header(f"{self.sandbox.url}optimization/v1/allocations", self.header), "200")


class KeyringRestarted(WhileTheWindowRuns):

    def test_gone(self):
        self.desktop.keyring.end()
        self.assert_refreshes()

    def test_back_and_logout_takes_the_token_out(self):
        self.desktop.restart_keyring(unlocked=True)
        self.window.log_out()
        self.desktop.wait_until_not_stored(DEFAULT_PROFILE)

    def test_back_and_login_stores_the_token(self):
        self.window.log_out()
        self.desktop.wait_until_not_stored(DEFAULT_PROFILE)
        self.desktop.restart_keyring(unlocked=True)
        self.window.log_in(self.sandbox)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), self.sandbox.api_token)

    def test_back_and_refresh_shares_the_token(self):
        self.desktop.restart_keyring(unlocked=True)
        self.assert_refreshes()
        token = self.header.removeprefix("Authorization: Bearer ")
        wait_until(lambda: token in (self.desktop.stored_secret(DEFAULT_PROFILE, "access-token") or ""),
                   "the new token is shared")


    def test_back_locked_and_nothing_is_erased(self):
        self.desktop.restart_keyring(unlocked=False)
        self.assert_refreshes()
        self.desktop.restart_keyring(unlocked=True)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), self.sandbox.api_token)


class KeyringLocked(WhileTheWindowRuns):

    def test_refreshes_and_erases_nothing(self):
        self.desktop.lock_keyring()
        self.assert_refreshes()
        self.assertEqual(self.window.quit(), 0)

        self.desktop.restart_keyring(unlocked=True)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), self.sandbox.api_token)

    def test_logout_says_that_the_token_is_still_there(self):
        self.desktop.lock_keyring()
        self.window.log_out()
        self.window.wait_for_words(["still there"], "the window says that the token is still stored")


if __name__ == "__main__":
    unittest.main()
