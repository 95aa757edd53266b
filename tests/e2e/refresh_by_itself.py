# SPDX-License-Identifier: Apache-2.0
"""A token is renewed before it expires, without anybody touching the program."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox, hold_for
from relay import Relay
from window import Window

LIFETIME_S = 25


class RefreshByItself(DesktopTest):

    def test_each_token_is_renewed_before_it_expires(self):
        sandbox = Sandbox(self.desktop, "--lifetime", str(LIFETIME_S))
        with Relay(sandbox.port) as relay:
            window = Window(self.desktop)
            window.open_login()
            window.fill_login(relay.url, sandbox.api_token)
            window.submit_login()
            self.assertEqual(relay.exchanges(), 1)

            # Each token is renewed after about half of its life, so the third renewal is due 7 s later at the earliest.
            hold_for(lambda: window.see(starts_with="Token expires in "), "the token is valid", LIFETIME_S + 3)
            self.assertEqual(relay.exchanges(), 3)


if __name__ == "__main__":
    unittest.main()
