# SPDX-License-Identifier: Apache-2.0
"""qci-auth with nginx between it and the service."""

import unittest

from authority import Authority
from commandtest import SharedSessionTest
from frontservers import Nginx
from relay import Relay


class BehindNginx(SharedSessionTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.relay = Relay(cls.sandbox.port).__enter__()
        cls.addClassCleanup(cls.relay.__exit__)
        cls.authority = Authority(cls.desktop)
        cls.nginx = Nginx(cls.desktop, cls.authority, cls.relay.port)

    def setUp(self):
        super().setUp()
        self.calls_before = len(self.nginx.calls())
        self.exchanges_before = self.relay.exchanges()

    def tearDown(self):
        self.assertFalse(self.sandbox.api_token in self.nginx.written(), "nginx has the API token in a file")

    def log_in_at(self, url, *arguments):
        return self.cli("login", "--with-token", "--url", url, "--ca-cert", self.authority.ca, *arguments,
                        stdin=self.sandbox.api_token.encode())

    def exchanges(self):
        return self.relay.exchanges() - self.exchanges_before

    def assert_calls(self, *expected):
        calls = self.nginx.wait_for_calls([None] * self.calls_before + list(expected))
        self.assertEqual(sorted(calls[self.calls_before:]), sorted(expected))

    def assert_refused(self, url, *words, status):
        """The login fails, sends one request, and stores nothing."""
        result = self.log_in_at(url)
        self.assert_fails(result, 5)
        for word in words:
            self.assertIn(word, result.message)
        self.assert_secret_not_in(self.sandbox.api_token, result)
        self.assertNotIn("<", result.message)
        self.assert_stored("default", None)
        self.assert_calls(f"HTTP/1.1 TLSv1.3 POST {status}")
        self.assertEqual(self.exchanges(), 0)

    def check_all_commands(self, url, tls):
        """Each command that talks to the service, with what it is to be from nginx' point of view."""
        result = self.log_in_at(url)
        self.assertEqual((result.code, result.out), (0, b""), result.message)
        self.assertIn(url, result.message)
        self.assertEqual(self.exchanges(), 1)
        self.assert_stored("default", self.sandbox.api_token)
        self.token()
        self.assertEqual(self.exchanges(), 1)
        self.assertTrue(self.token("--force-refresh") == self.token())
        self.assertEqual(self.exchanges(), 2)
        self.assert_done(self.cli("health"))
        status = self.cli("status", "--json")
        self.assert_done(status)
        self.assertEqual((status.json()["state"], status.json()["health"]["ok"], status.json()["url"]),
                         ("active", True, url))
        doctor = self.cli("doctor", "--json")
        self.assert_done(doctor)
        self.assertTrue(doctor.json()["ok"])
        self.assert_calls(*[f"HTTP/1.1 {tls} POST 200"] * 2, *[f"HTTP/1.1 {tls} GET 200"] * 6)
        self.assertFalse(self.token() in self.nginx.written(), "nginx has the access token in a file")

    def test_tls_1_2(self):
        self.check_all_commands(self.nginx.tls12, "TLSv1.2")

    def test_tls_1_3(self):
        self.check_all_commands(self.nginx.tls13, "TLSv1.3")

    def test_http_2_is_offered(self):
        # Who takes it gets it, compressed as well.
        health = f"{self.nginx.http2}auth/v1/access-tokens/health"
        code, out, error = self.desktop.run(["curl", "--silent", "--show-error", "--http2", "--compressed", "--cacert",
                                             self.authority.ca, "--dump-header", "-", health])
        self.assertEqual(code, 0, error)
        self.assertIn(b"HTTP/2 200", out)
        self.assertIn(b"content-encoding: gzip", out.lower())
        self.assert_calls("HTTP/2.0 TLSv1.3 GET 200")
        self.calls_before += 1
        self.check_all_commands(self.nginx.http2, "TLSv1.3")

    def test_chunked(self):
        result = self.log_in_at(self.nginx.url("chunked"))
        self.assertEqual((result.code, result.out), (0, b""), result.message)
        self.assert_calls("HTTP/1.1 TLSv1.3 POST 200")
        _, headers, _ = self.desktop.run(
            ["curl", "--silent", "--http1.1", "--cacert", self.authority.ca, "--dump-header", "-",
             f"{self.nginx.url('chunked')}auth/v1/access-tokens/health"])
        self.assertIn(b"transfer-encoding: chunked", headers.lower())
        self.assertEqual(self.exchanges(), 1)

    def test_unknown_authority(self):
        other = Authority(self.desktop, f"other-{self.calls_before}")
        for arguments in ([], ["--ca-cert", other.ca]):
            result = self.cli("login", "--with-token", "--url", self.nginx.tls13, *arguments,
                              stdin=self.sandbox.api_token.encode())
            self.assert_fails(result, 5)
            self.assertIn("The identity of 127.0.0.1 cannot be verified", result.message)
            self.assertIn("--ca-cert", result.message)
        self.assertEqual(self.log_in_at(self.nginx.tls13).code, 0)
        self.assert_calls("HTTP/1.1 TLSv1.3 POST 200")
        self.assertEqual(self.exchanges(), 1)

    def test_authority_in_a_variable(self):
        result = self.cli("login", "--with-token", "--url", self.nginx.tls13, stdin=self.sandbox.api_token.encode(),
                          environment={"SSL_CERT_FILE": str(self.authority.ca)})
        self.assertEqual((result.code, result.out), (0, b""), result.message)
        self.assertEqual(self.exchanges(), 1)

    def test_pages_of_its_own(self):
        self.assert_refused(self.nginx.url("down"), "answers 502", "Try again later", status=502)

    def test_page_for_no_such_address(self):
        self.assert_refused(self.nginx.url("nowhere"), "no QCi service", "answers 404", status=404)

    def test_page_for_a_body_that_is_too_large(self):
        self.assert_refused(self.nginx.url("small"), "answers 413", status=413)

    def test_page_for_who_is_not_allowed(self):
        # The token is not to blame.
        self.assert_refused(self.nginx.url("forbidden"), "answers 403", "Try again later", status=403)

    def test_redirect_to_another_host(self):
        self.assert_refused(self.nginx.url("moved"), "has moved", "elsewhere.invalid", status=301)

    def test_redirect_to_tls(self):
        result = self.log_in_at(self.nginx.plain)
        self.assert_fails(result, 5)
        self.assertIn("has moved", result.message)
        self.assert_calls("HTTP/1.1 - POST 308")
        self.assertEqual(self.exchanges(), 0)
        self.assert_stored("default", None)

    def test_service_that_goes_away(self):
        self.assertEqual(self.log_in_at(self.nginx.tls13).code, 0)
        token = self.token()
        # The profile stays, and meets a page instead of the service.
        file = self.desktop.home / ".config/qci-auth/profiles/default.ini"
        file.write_text(file.read_text().replace(self.nginx.tls13, self.nginx.url("down")))
        self.assert_fails(self.cli("token", "--force-refresh"), 5)
        self.assert_fails(self.cli("health"), 5)
        status = self.cli("status", "--json")
        self.assertEqual(status.code, 5)
        self.assertIs(status.json()["health"]["ok"], False)
        self.assertFalse(token in self.nginx.written(), "nginx has the access token in a file")


if __name__ == "__main__":
    unittest.main()
