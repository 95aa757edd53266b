# SPDX-License-Identifier: Apache-2.0
"""qci-auth logout: afterwards no token is in the keychain, whatever other processes are doing."""

import unittest

from commandtest import SharedSessionTest
from standin import StandIn


class Logout(SharedSessionTest):

    def assert_nothing_stored(self, profile):
        for what in ("refresh-token", "access-token"):
            self.assertIsNone(self.desktop.stored_secret(profile, what))

    def test_one(self):
        self.log_in(self.sandbox)
        self.log_in(self.sandbox, profile="second")
        result = self.cli("--profile", "second", "logout")
        self.assertEqual((result.code, result.out), (0, b""))
        self.assertEqual(result.message, "qci-auth: Logged out of profile 'second': no token of it is in the keychain "
                                         "any more.\n")
        self.assert_nothing_stored("second")
        self.assert_stored("default", self.sandbox.api_token)
        self.assert_fails(self.cli("--profile", "second", "token"), 4)
        self.assertEqual(self.cli("token").code, 0)
        self.assertEqual(self.profiles(), {"default": self.sandbox.url, "second": self.sandbox.url})

    def test_all(self):
        for profile in ("default", "second", "the third/\N{GREEK SMALL LETTER GAMMA}"):
            self.log_in(self.sandbox, profile=profile)
        result = self.cli("logout", "--all")
        self.assertEqual((result.code, result.out), (0, b""))
        self.assertEqual(result.message.count("\n"), 3)
        for profile in self.profiles():
            self.assert_nothing_stored(profile)
            self.assert_fails(self.cli("--profile", profile, "token"), 4)

    def test_nobody_logged_in(self):
        for arguments in ([], ["--all"]):
            result = self.cli("logout", *arguments)
            self.assertEqual((result.code, result.out), (0, b""), result.message)

    def test_profile_that_does_not_exist(self):
        self.log_in(self.sandbox)
        result = self.cli("--profile", "defualt", "logout")
        self.assert_fails(result, 2)
        self.assertIn("defualt", result.message)
        self.assert_stored("default", self.sandbox.api_token)

    def test_credentials_of_the_environment_stay_out_of_it(self):
        self.log_in(self.sandbox)
        result = self.cli("logout", environment={"QCI_TOKEN": "some-token", "QCI_API_URL": self.sandbox.url})
        self.assertEqual(result.code, 0, result.message)
        self.assert_nothing_stored("default")

    def test_during_an_exchange_of_another_process(self):
        with StandIn() as service:
            self.log_in(service)
            service.hold()
            other = self.start_cli("token", "--force-refresh")
            self.assertTrue(service.exchange_arrived.wait(30))
            logout = self.start_cli("logout")
            # The API token goes at once; the rest waits for the exchange to end.
            self.desktop.wait_until_not_stored("default")
            service.release()
            self.assertEqual(self.finish(logout).code, 0)
            self.finish(other)
            self.assert_nothing_stored("default")
            self.assert_fails(self.cli("token"), 4)

    def test_during_an_exchange_that_brings_another_api_token(self):
        with StandIn() as service:
            self.log_in(service)
            service.rotated_token = service.api_token[::-1]
            service.hold()
            other = self.start_cli("token", "--force-refresh")
            self.assertTrue(service.exchange_arrived.wait(30))
            logout = self.start_cli("logout")
            self.desktop.wait_until_not_stored("default")
            service.release()
            self.assertEqual(self.finish(logout).code, 0)
            self.finish(other)
            self.assert_nothing_stored("default")
            self.assert_fails(self.cli("token"), 4)


if __name__ == "__main__":
    unittest.main()
