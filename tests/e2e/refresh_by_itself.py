# SPDX-License-Identifier: Apache-2.0
"""A token is renewed before it expires, without anybody touching the program."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox, wait_until
from relay import Relay
from window import Window

LIFETIME_S = 25
RENEWALS = 2


class RefreshByItself(DesktopTest):

    def test_each_token_is_renewed_before_it_expires(self):
        sandbox = Sandbox(self.desktop, "--lifetime", str(LIFETIME_S))
        with Relay(sandbox.port) as relay:
            window = Window(self.desktop)
            window.open_login()
            window.fill_login(relay.url, sandbox.api_token)
            window.submit_login()
            enough = relay.exchanges() + RENEWALS

            def renewed():
                self.assertIsNotNone(window.see(starts_with="Token expires in "), "there is no valid token")
                return relay.exchanges() >= enough
            # Each token is renewed within its life.
            wait_until(renewed, "the token is renewed time and again", (RENEWALS + 1) * LIFETIME_S)


if __name__ == "__main__":
    unittest.main()
