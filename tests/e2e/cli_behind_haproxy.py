# SPDX-License-Identifier: Apache-2.0
"""qci-auth with HAProxy between it and the service."""

import unittest

from authority import Authority
from commandtest import SharedSessionTest
from frontservers import HAProxy
from relay import Relay


class BehindHAProxy(SharedSessionTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.authority = Authority(cls.desktop)

    def setUp(self):
        super().setUp()
        self.relay = Relay(self.sandbox.port).__enter__()
        self.addCleanup(self.relay.__exit__)
        self.haproxy = HAProxy(self.desktop, self.authority, self.relay.port)
        self.addCleanup(self.haproxy.end)

    def log_in_at(self, url):
        return self.cli("login", "--with-token", "--url", url, "--ca-cert", self.authority.ca,
                        stdin=self.sandbox.api_token.encode())

    def assert_calls(self, *expected):
        self.assertEqual(sorted(self.haproxy.wait_for_calls(expected)), sorted(expected))

    def check_all_commands(self, url, tls):
        self.assertEqual(self.log_in_at(url).code, 0)
        self.assertEqual(self.relay.exchanges(), 1)
        token = self.token()
        self.assert_done(self.cli("health"))
        self.assert_done(self.cli("status"))
        self.assert_done(self.cli("doctor"))
        self.assertEqual(self.relay.exchanges(), 1)
        self.assert_calls(f"HTTP/1.1 {tls} POST 200", *[f"HTTP/1.1 {tls} GET 200"] * 6)
        for secret in (token, self.sandbox.api_token):
            self.assertFalse(secret in self.haproxy.written(), "HAProxy has a token in a file")

    def test_tls_1_2(self):
        self.check_all_commands(self.haproxy.tls12, "TLSv1.2")

    def test_tls_1_3(self):
        self.check_all_commands(self.haproxy.tls13, "TLSv1.3")

    def test_http_2_is_there_for_who_takes_it(self):
        code, out, error = self.desktop.run(["curl", "--silent", "--show-error", "--http2", "--cacert",
                                             self.authority.ca, "--head", f"{self.haproxy.tls12}"])
        self.assertEqual((code, out.split(b" ")[0]), (0, b"HTTP/2"), error)

    def test_service_that_is_down(self):
        result = self.log_in_at(self.haproxy.down)
        self.assert_fails(result, 5)
        self.assertIn("answers 503", result.message)
        self.assertNotIn("<", result.message)
        self.assert_calls("HTTP/1.1 TLSv1.3 POST 503")
        self.assert_stored("default", None)

    def test_haproxy_that_is_down(self):
        self.assertEqual(self.log_in_at(self.haproxy.tls13).code, 0)
        token = self.token()
        self.haproxy.end()
        result = self.cli("token", "--force-refresh")
        self.assert_fails(result, 5)
        self.assertIn("refused", result.message)
        self.assertTrue(self.token() == token, "the token that is valid is not served")


if __name__ == "__main__":
    unittest.main()
