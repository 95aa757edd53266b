# SPDX-License-Identifier: Apache-2.0
"""qci-auth hands out access tokens: from the keychain while they last, by one exchange where not."""

import datetime
import unittest

from commandtest import SharedSessionTest
from standin import StandIn

TOKEN_MEMBERS = ["version", "profile", "access_token", "token_type", "expires_at", "expires_on", "organization_id",
                 "user_id", "source"]


class Token(SharedSessionTest):

    def source(self, *arguments):
        """Where `token --json` has its token from."""
        result = self.cli("token", "--json", *arguments)
        self.assert_done(result)
        return result.json()["source"]

    def test_header_is_good_for_a_request(self):
        self.log_in(self.sandbox)
        result = self.cli("header")
        self.assert_done(result)
        self.assertRegex(result.text, r"\AAuthorization: Bearer [!-~]+\n\Z")
        self.assertEqual(self.desktop.status_with_header(f"{self.sandbox.url}optimization/v1/allocations",
                                                         result.text.strip()), "200")
        self.assert_done(self.cli("token"), result.out.removeprefix(b"Authorization: Bearer "))

    def test_to_the_byte(self):
        with StandIn() as service:
            self.log_in(service)
            token = service.access_token.encode()
            self.assert_done(self.cli("token"), token + b"\n")
            self.assert_done(self.cli("header"), b"Authorization: Bearer " + token + b"\n")
            before = b"Content-Type: application/json\n"
            connection = b"Connection: close\n"
            timeout = b"X-Request-Timeout-Nano: 20000000000\n"
            authorization = b"Authorization: Bearer " + token + b"\n"
            self.assert_done(self.cli("headers"), before + connection + timeout + authorization)
            self.assert_done(self.cli("headers", "--without-authorization"), before + connection + timeout)
            self.assert_done(self.cli("headers", "--without-connection-close"), before + timeout + authorization)

    def test_json(self):
        with StandIn() as service:
            self.log_in(service)
            result = self.cli("token", "--json")
            self.assert_done(result)
            self.assertEqual(result.out.count(b"\n"), 1)
            report = result.json()
            self.assertEqual(sorted(report), sorted(TOKEN_MEMBERS))
            self.assertTrue(report["access_token"] == service.access_token)
            expires_at = datetime.datetime.strptime(report["expires_at"], "%Y-%m-%dT%H:%M:%SZ")
            self.assertEqual(expires_at.replace(tzinfo=datetime.timezone.utc).timestamp(), report["expires_on"])
            self.assertEqual({name: report[name] for name in TOKEN_MEMBERS if not name.startswith(("access", "exp"))},
                             {"version": 1, "profile": "default", "token_type": "Bearer", "organization_id": "org-1",
                              "user_id": "user-1", "source": "keychain"})
            self.assert_secret_not_in(service.api_token, result)

    def test_source(self):
        self.log_in(self.sandbox)
        self.assertEqual(self.source(), "keychain")
        self.clear_keyring("default", "access-token")
        self.assertEqual(self.source(), "network")
        self.assertEqual(self.source(), "keychain")
        self.assertEqual(self.source("--force-refresh"), "network")

    def test_the_new_token_is_for_all(self):
        self.log_in(self.sandbox)
        before = self.token()
        forced = self.token("--force-refresh")
        self.assertFalse(forced == before)
        self.assertTrue(self.token() == forced)
        self.assert_done(self.cli("header"), f"Authorization: Bearer {forced}\n".encode())

    def test_least_remaining_time(self):
        self.log_in(self.sandbox)
        token = self.token()
        for seconds in ("0", "1", "3000"):
            self.assertTrue(self.token("--min-ttl", seconds) == token)
        # No token lives that long: a new one is the best there is.
        longest = self.cli("token", "--min-ttl", "7200")
        self.assertEqual(longest.code, 0)
        self.assertRegex(longest.message, r"\Aqci-auth: The new token lasts \d+ s only, less than --min-ttl wants\.\n\Z")
        self.assertFalse(longest.text.strip() == token)
        self.assertFalse(self.cli("token", "--min-ttl", "7200").out == longest.out)

    def test_least_remaining_time_that_is_none(self):
        self.log_in(self.sandbox)
        for seconds in ("-1", "1.5", "soon", "", "99999999999999999999", "1e3", " 5"):
            with self.subTest(seconds):
                self.assert_fails(self.cli("token", f"--min-ttl={seconds}"), 2)

    def test_service_that_is_down(self):
        with StandIn() as service:
            self.log_in(service)
        token = service.access_token.encode() + b"\n"
        self.assert_done(self.cli("token"), token)
        self.assert_fails(self.cli("token", "--force-refresh"), 5)
        result = self.cli("token", "--min-ttl", "7200")
        self.assertEqual((result.code, result.out == token), (0, True))
        self.assert_one_line(result)
        self.clear_keyring("default", "access-token")
        for arguments in (["token"], ["token", "--json"], ["header"], ["headers"]):
            result = self.cli(*arguments)
            self.assert_fails(result, 5)
            self.assert_secret_not_in(service.api_token, result)

    def test_api_token_that_is_not_accepted_any_more(self):
        with StandIn() as service:
            self.log_in(service)
            service.status = 401
            self.assert_fails(self.cli("token", "--force-refresh"), 4)
            # Nothing is erased: the service may have been wrong.
            self.assert_stored("default", service.api_token)
            service.status = 200
            self.assert_done(self.cli("token", "--force-refresh"))

    def test_api_token_that_is_exchanged_for_another(self):
        with StandIn() as service:
            self.log_in(service)
            service.rotated_token = service.api_token[::-1]
            self.assert_done(self.cli("token", "--force-refresh"))
            self.assert_stored("default", service.rotated_token)
            self.assert_done(self.cli("token", "--force-refresh"))
            self.assertIn(service.rotated_token.encode(), service.requests[-1].body)

    def test_nobody_logged_in(self):
        for arguments in (["token"], ["token", "--json"], ["header"], ["headers"], ["env"], ["env", "--access-token"]):
            result = self.cli(*arguments)
            self.assert_fails(result, 4)
            self.assertIn("qci-auth login", result.message)

    def test_damaged_cache_is_as_good_as_none(self):
        self.log_in(self.sandbox)
        for damaged in (b"", b"{}", b"[]", b"null", b'{"version":1}', b"\xff\xfe", b"x" * 100_000):
            self.desktop.run(["secret-tool", "store", "--label", "x", "server", "qci-auth", "user",
                              "qci-auth/default/access-token", "xdg:schema", "org.qt.keychain", "type", "plaintext"],
                             stdin=damaged)
            self.assert_done(self.cli("token"))


if __name__ == "__main__":
    unittest.main()
