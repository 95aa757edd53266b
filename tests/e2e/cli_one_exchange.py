# SPDX-License-Identifier: Apache-2.0
"""However many programs ask at once, the service is asked for one access token."""

import subprocess
import unittest

from commandtest import SharedSessionTest
from processes import PATIENCE_S, mortal
from relay import Relay

PROGRAMS = 200


class OneExchange(SharedSessionTest):

    def run_at_once(self, *arguments):
        """Starts many of them that wait for a word, gives it, and returns how each ended."""
        script = 'read -r word && exec "$0" "$@"'
        running = [subprocess.Popen(mortal(["sh", "-c", script, self.program, *arguments]), env=self.variables(),
                                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                   for _ in range(PROGRAMS)]
        try:
            for process in running:
                process.stdin.write(b"go\n")
                process.stdin.flush()
            return [(*process.communicate(timeout=3 * PATIENCE_S), process.returncode) for process in running]
        finally:
            for process in running:
                process.kill()
                process.communicate()

    def test_one_exchange_for_all(self):
        with Relay(self.sandbox.port) as relay:
            result = self.cli("login", "--with-token", "--url", relay.url, stdin=self.sandbox.api_token.encode())
            self.assertEqual(result.code, 0, result.message)
            self.clear_keyring("default", "access-token")
            before = relay.exchanges()
            ended = self.run_at_once("header")
            self.assertEqual(relay.exchanges() - before, 1)
            self.assertEqual({(code, err) for _, err, code in ended}, {(0, b"")})
            self.assertEqual(len({out for out, _, _ in ended}), 1, "there are different headers")
            self.assertTrue(ended[0][0] == self.cli("header").out)


if __name__ == "__main__":
    unittest.main()
