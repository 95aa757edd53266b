# SPDX-License-Identifier: Apache-2.0
"""qci-auth health: whether the service is well, without any token."""

import unittest

from commandtest import SharedSessionTest
from standin import StandIn


class Health(SharedSessionTest):

    def test_well(self):
        with StandIn() as service:
            self.log_in(service)
            service.requests.clear()
            result = self.cli("health")
            self.assert_done(result)
            self.assertRegex(result.text, r"\AHealth: OK, \d+ ms\nVersion: auth 1\.2\.3\n\Z")
            result = self.cli("health", "--json")
            self.assert_done(result)
            report = result.json()
            self.assertIsInstance(report["health"].pop("latency_ms"), int)
            self.assertEqual(report, {"version": 1, "url": service.url, "health": {"ok": True, "message": "OK"},
                                      "server_version": {"application_name": "auth", "version": "1.2.3"},
                                      "error": None})
            self.assertEqual(sorted({request.method for request in service.requests}), ["GET"])
            for request in service.requests:
                self.assertNotIn("Authorization", request.headers)
            self.assertFalse(service.has_seen(service.api_token) or service.has_seen(service.access_token))

    def test_not_there(self):
        with StandIn() as service:
            self.log_in(service)
        self.assert_fails(self.cli("health"), 5)
        result = self.cli("health", "--json")
        self.assertEqual(result.code, 5)
        self.assert_one_line(result)
        report = result.json()
        self.assertEqual(sorted(report), ["error", "health", "server_version", "url", "version"])
        self.assertEqual((report["health"]["ok"], report["health"]["latency_ms"], report["server_version"]),
                         (False, None, None))
        self.assertEqual(f"qci-auth: {report['error']}\n", result.message)

    def test_address_alone_will_do(self):
        with StandIn() as service:
            self.assert_done(self.cli("health", environment={"QCI_API_URL": service.url}))
            self.assert_fails(self.cli("--ignore-env", "health", environment={"QCI_API_URL": service.url}), 4)

    def test_nothing_to_ask(self):
        for arguments in ([], ["--json"]):
            self.assert_fails(self.cli("health", *arguments), 4)

    def test_needs_no_keychain(self):
        self.log_in(self.sandbox)
        for environment in self.without_bus():
            self.assert_done(self.cli("health", environment=environment))
        self.assertEqual(self.cli("logout").code, 0)
        self.assert_done(self.cli("health"))


if __name__ == "__main__":
    unittest.main()
