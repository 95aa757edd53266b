# SPDX-License-Identifier: Apache-2.0
"""A keychain that does not answer is waited for in plain words, and nobody is forced to wait."""

import os
import signal
import unittest

from desktoptest import DesktopTest
from processes import Sandbox
from window import BUTTON, DEFAULT_PROFILE, Window

WAITING = ["waiting for the keychain"]


class HungKeychain(DesktopTest):

    def setUp(self):
        super().setUp()
        self.sandbox = Sandbox(self.desktop)

    def test_cancel_logs_in_for_this_run_only(self):
        window = self.filled_login()
        with self.desktop.hung_keyring():
            self.log_in_in_vain(window)
            window.press("Cancel")

            window.wait_until_logged_in()
            window.wait_for_words(["not stored"], "the window says that the token is not stored")
            header = window.copy_header()
            self.assertEqual(
                self.desktop.status_with_header(f"{self.sandbox.url}optimization/v1/allocations", header), "200")
            self.assertEqual(window.quit(), 0)

        self.assert_not_stored(DEFAULT_PROFILE)

    def test_program_that_is_to_end_stores_the_token_of_a_login_first(self):
        window = self.filled_login()
        with self.desktop.hung_keyring():
            self.log_in_in_vain(window)
            os.kill(window.pid, signal.SIGTERM)
            window.wait_for_words(["waiting for the login to end"], "the window says why it is there still")

        self.assertEqual(window.program.wait(), 0)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), self.sandbox.api_token)

    def test_program_that_is_to_end_does_not_wait_for_ever_for_a_login(self):
        window = self.filled_login()
        with self.desktop.hung_keyring():
            self.log_in_in_vain(window)
            os.kill(window.pid, signal.SIGTERM)

            self.assertEqual(window.program.wait(), 0)

    def test_start_waits_and_then_logs_in_by_itself(self):
        first = Window(self.desktop)
        first.log_in(self.sandbox)
        identity = first.identity()
        self.assertEqual(first.quit(), 0)

        with self.desktop.hung_keyring():
            second = Window(self.desktop)
            second.wait_for_words(WAITING, "the window says what it waits for")
            self.assertIsNone(second.see("Log in…", role=BUTTON), "a login is asked for")

        second.wait_until_logged_in()
        self.assertEqual(second.identity(), identity)

    # -- inside -----------------------------------------------------------------------------------------------------

    def filled_login(self):
        """A window whose login dialog has all that it needs."""
        window = Window(self.desktop)
        window.open_login()
        window.fill_login(self.sandbox.url, self.sandbox.api_token)
        window.keep_logged_in()
        return window

    @staticmethod
    def log_in_in_vain(window):
        window.press("Log in")
        window.wait_for_words(WAITING, "the dialog says what it waits for")


if __name__ == "__main__":
    unittest.main()
