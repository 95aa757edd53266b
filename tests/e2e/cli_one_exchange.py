# SPDX-License-Identifier: Apache-2.0
"""However many programs ask at once, the service is asked for one access token."""

import os
import unittest

from commandtest import SharedSessionTest
from relay import Relay

# Fewer under the sanitizers, whose programs keep a keyring waiting longer than its patience lasts.
PROGRAMS = int(os.environ.get("QCIAUTH_CROWD", "200"))


class OneExchange(SharedSessionTest):

    def test_one_exchange_for_all(self):
        with Relay(self.sandbox.port) as relay:
            result = self.cli("login", "--with-token", "--url", relay.url, stdin=self.sandbox.api_token.encode())
            self.assertEqual(result.code, 0, result.message)
            self.clear_keyring("default", "access-token")
            before = relay.exchanges()
            ended = self.run_at_once(PROGRAMS, "header")
            self.assertEqual(relay.exchanges() - before, 1)
            self.assertEqual({(code, err) for _, err, code in ended}, {(0, b"")})
            self.assertEqual(len({out for out, _, _ in ended}), 1, "there are different headers")
            self.assertTrue(ended[0][0] == self.cli("header").out)


if __name__ == "__main__":
    unittest.main()
