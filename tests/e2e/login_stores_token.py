# SPDX-License-Identifier: Apache-2.0
"""A login puts the API token into the keyring, and the next start needs no login."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox
from window import DEFAULT_PROFILE, Window


class LoginStoresToken(DesktopTest):

    def setUp(self):
        super().setUp()
        self.sandbox = Sandbox(self.desktop)

    def test_another_program_reads_exactly_the_token(self):
        Window(self.desktop).log_in(self.sandbox)

        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), self.sandbox.api_token)

    def test_next_start_is_logged_in_by_itself(self):
        first = Window(self.desktop)
        first.log_in(self.sandbox)
        identity = first.identity()
        self.assertEqual(first.quit(), 0)

        second = Window(self.desktop)
        second.wait_until_logged_in()

        self.assertEqual(second.identity(), identity)
        self.assertIsNone(second.see("API token"), "the login dialog was opened")

    def test_pasted_line_is_stored_as_the_bare_token(self):
        window = Window(self.desktop)
        window.open_login()
        window.fill_login(self.sandbox.url, f'export QCI_TOKEN="{self.sandbox.api_token}"')
        window.keep_logged_in()
        window.submit_login()

        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), self.sandbox.api_token)

    def test_token_is_not_stored_when_not_asked_to(self):
        window = Window(self.desktop)
        window.open_login()
        window.fill_login(self.sandbox.url, self.sandbox.api_token)
        window.do_not_keep_logged_in()
        window.submit_login()

        self.assertIsNone(self.desktop.stored_secret(DEFAULT_PROFILE))

    def test_logout_removes_the_token(self):
        window = Window(self.desktop)
        window.log_in(self.sandbox)
        window.log_out()

        self.desktop.wait_until_not_stored(DEFAULT_PROFILE)


if __name__ == "__main__":
    unittest.main()
