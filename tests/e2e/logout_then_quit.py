# SPDX-License-Identifier: Apache-2.0
"""Who logs out and leaves at once has logged out: the token is gone, or the program says that it may not be."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox, wait_until
from window import DEFAULT_PROFILE, Window

# Less than the 25 s after which D-Bus gives up by itself.
PROMPTLY_S = 15


class LogoutThenQuit(DesktopTest):

    def setUp(self):
        super().setUp()
        self.sandbox = Sandbox(self.desktop)

    def logged_in_window(self):
        window = Window(self.desktop)
        window.log_in(self.sandbox)
        return window

    def test_token_is_gone_when_the_program_has_ended(self):
        for _ in range(3):
            window = self.logged_in_window()
            window.log_out_and_quit_at_once()
            self.assertEqual(window.program.wait(), 0)

            self.assert_not_stored(DEFAULT_PROFILE)

    def test_program_ends_when_a_slow_keychain_has_answered(self):
        window = self.logged_in_window()
        with self.desktop.hung_keyring():
            window.log_out_and_quit_at_once()

        self.assertEqual(window.program.wait(), 0)
        self.assert_not_stored(DEFAULT_PROFILE)

    def test_hung_keychain_is_said_and_the_second_quit_ends_the_program(self):
        window = self.logged_in_window()
        with self.desktop.hung_keyring():
            window.log_out_and_quit_at_once()

            def said():
                self.assertFalse(window.program.has_ended(), "the program left without a word")
                return "may still be" in window.words()
            wait_until(said, "the window says that the token may still be in the keychain", PROMPTLY_S)
            self.assertEqual(window.quit(), 0)


if __name__ == "__main__":
    unittest.main()
