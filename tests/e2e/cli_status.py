# SPDX-License-Identifier: Apache-2.0
"""qci-auth status: every state with its exit code, and JSON with the promised members and no others."""

import unittest

from commandtest import SharedSessionTest
from standin import StandIn

MEMBERS = ["version", "profile", "url", "credentials", "state", "expires_at", "expires_on", "expires_in_s",
           "organization_id", "user_id", "health", "server_version", "keychain", "clock_skew_s", "agent", "error"]
TOKEN_MEMBERS = ["expires_at", "expires_on", "expires_in_s", "organization_id", "user_id"]


class Status(SharedSessionTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.service = StandIn().__enter__()
        cls.addClassCleanup(cls.service.__exit__)

    def setUp(self):
        super().setUp()
        self.service.status = 200
        self.service.requests.clear()

    def report(self, code, *arguments, environment=None, secret=None):
        """What `status --json` says; the text says the same state, and both end with the code."""
        result = self.cli("status", "--json", *arguments, environment=environment)
        self.assertEqual(result.code, code, result.message)
        self.assertEqual(result.out.count(b"\n"), 1)
        report = result.json()
        self.assertEqual(sorted(report), sorted(MEMBERS))
        self.assertEqual(sorted(report["keychain"]), ["available", "backend", "locked"])
        if report["health"] is not None:
            self.assertEqual(sorted(report["health"]), ["latency_ms", "message", "ok"])
        if report["server_version"] is not None:
            self.assertEqual(sorted(report["server_version"]), ["application_name", "version"])
        for token in (self.service.api_token, self.service.access_token, self.sandbox.api_token):
            self.assert_secret_not_in(token, result)
        text = self.cli("status", *arguments, environment=environment)
        self.assertEqual(text.code, code)
        self.assertRegex(text.text, f"(?m)^State: +{report['state'].replace('_', ' ')}")
        for each in (result, text):
            if code:
                self.assert_one_line(each)
            else:
                self.assertEqual(each.err, b"")
        return report

    def assert_no_token(self, report):
        self.assertEqual([report[name] for name in TOKEN_MEMBERS], [None] * len(TOKEN_MEMBERS))

    def test_active(self):
        self.log_in(self.service)
        report = self.report(0)
        self.assertEqual(self.service.exchanges(), 1)
        self.assertEqual(
            {name: report[name] for name in MEMBERS if not name.startswith("exp") and name not in ("health",)},
            {"version": 1, "profile": "default", "url": self.service.url, "credentials": "keychain", "state": "active",
             "organization_id": "org-1", "user_id": "user-1", "clock_skew_s": 0, "agent": False, "error": None,
             "server_version": {"application_name": "auth", "version": "1.2.3"},
             "keychain": {"available": True, "locked": False, "backend": "GNOME Keyring"}})
        self.assertEqual((report["health"]["ok"], report["health"]["message"]), (True, "OK"))
        self.assertIsInstance(report["health"]["latency_ms"], int)
        self.assertTrue(0 < report["expires_in_s"] <= 3600)
        self.assertEqual((report["expires_on"], report["expires_at"]),
                         tuple(self.cli("token", "--json").json()[name] for name in ("expires_on", "expires_at")))

    def test_text(self):
        self.log_in(self.service)
        text = self.cli("status").text
        lines = dict(line.split(":", 1) for line in text.splitlines())
        self.assertEqual([name for name in lines],
                         ["Profile", "API URL", "Credentials", "State", "Organization", "User", "Health", "Version",
                          "Window"])
        self.assertEqual(lines["Credentials"].strip(), "keychain (GNOME Keyring)")

    def test_gets_a_token_where_one_can_be_had(self):
        self.log_in(self.service)
        self.clear_keyring("default", "access-token")
        self.assertEqual(self.report(0)["state"], "active")
        self.assertEqual(self.service.exchanges(), 2)

    def test_logged_out(self):
        self.assert_no_token(report := self.report(4))
        self.assertEqual((report["state"], report["credentials"], report["url"], report["health"]),
                         ("logged_out", "none", None, None))
        self.log_in(self.service)
        self.assertEqual(self.cli("logout").code, 0)
        self.assert_no_token(report := self.report(4))
        self.assertEqual((report["state"], report["credentials"]), ("logged_out", "none"))
        self.assertTrue(report["health"]["ok"])

    def test_login_required(self):
        self.log_in(self.service)
        self.clear_keyring("default", "access-token")
        self.service.status = 401
        self.assert_no_token(report := self.report(4))
        self.assertEqual((report["state"], report["credentials"]), ("login_required", "keychain"))
        self.assertIsNotNone(report["error"])

    def test_service_that_fails(self):
        self.log_in(self.service)
        self.clear_keyring("default", "access-token")
        self.service.status = 503
        self.assert_no_token(report := self.report(5))
        self.assertEqual(report["state"], "refresh_failing")
        self.assertIsNotNone(report["error"])

    def test_service_that_is_not_there(self):
        with StandIn() as service:
            self.log_in(service)
        # The token in the keychain is usable all the same.
        report = self.report(0)
        self.assertEqual((report["state"], report["health"]["ok"], report["health"]["latency_ms"]),
                         ("active", False, None))
        self.assertEqual((report["server_version"], report["clock_skew_s"]), (None, None))
        self.clear_keyring("default", "access-token")
        self.assert_no_token(report := self.report(5))
        self.assertEqual(report["state"], "refresh_failing")

    def test_offline(self):
        self.log_in(self.service)
        self.service.requests.clear()
        report = self.report(0, "--offline")
        self.assertEqual((report["state"], report["health"], report["server_version"], report["clock_skew_s"]),
                         ("active", None, None, None))
        self.clear_keyring("default", "access-token")
        report = self.report(5, "--offline")
        self.assertEqual((report["state"], report["credentials"]), ("expired", "keychain"))
        self.clear_keyring("default", "refresh-token")
        report = self.report(4, "--offline")
        self.assertEqual((report["state"], report["credentials"]), ("logged_out", "none"))
        self.assertEqual(self.service.requests, [])

    def test_environment(self):
        both = {"QCI_TOKEN": self.service.api_token, "QCI_API_URL": self.service.url}
        report = self.report(0, environment=both)
        self.assertEqual((report["state"], report["credentials"], report["profile"], report["url"]),
                         ("active", "environment", None, self.service.url))
        report = self.report(5, "--offline", environment=both)
        self.assertEqual(report["credentials"], "environment")
        self.service.status = 401
        report = self.report(4, environment=both)
        self.assertEqual((report["state"], report["credentials"]), ("login_required", "environment"))
        self.service.status = 503
        self.assertEqual(self.report(5, environment=both)["state"], "refresh_failing")

    def test_no_keychain(self):
        self.log_in(self.service)
        for environment in self.without_bus():
            report = self.report(6, environment=environment)
            self.assertEqual(report["keychain"], {"available": False, "locked": False, "backend": None})
            self.assertIsNotNone(report["error"])
            self.assert_no_token(report)
            self.assertEqual(self.report(6, "--offline", environment=environment)["keychain"], report["keychain"])

    def test_environment_needs_no_keychain(self):
        both = {"QCI_TOKEN": self.service.api_token, "QCI_API_URL": self.service.url}
        for environment in self.without_bus():
            report = self.report(0, environment=both | environment)
            self.assertEqual((report["state"], report["keychain"]["available"]), ("active", False))


if __name__ == "__main__":
    unittest.main()
