# SPDX-License-Identifier: Apache-2.0
"""Whose credentials a command uses: every row of the precedence, and no stored token for a service not its own."""

import unittest

from commandtest import SharedSessionTest
from standin import StandIn

UNUSED = "https://unused.invalid/"


class Credentials(SharedSessionTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Which profile was used shows by whose access token comes.
        cls.services = {name: cls.started_service() for name in ("default", "other", "environment")}

    @classmethod
    def started_service(cls):
        service = StandIn().__enter__()
        cls.addClassCleanup(service.__exit__)
        return service

    def setUp(self):
        super().setUp()
        for profile in ("default", "other"):
            self.log_in(self.services[profile], profile=profile)
        for service in self.services.values():
            service.requests.clear()

    @property
    def both(self):
        """What is set where credentials come by the environment."""
        service = self.services["environment"]
        return {"QCI_TOKEN": service.api_token, "QCI_API_URL": service.url}

    def assert_used(self, name, *arguments, environment=None):
        """The credentials are those of that name; token, header, env and status agree on it."""
        service = self.services[name]
        result = self.cli(*arguments, "token", "--json", environment=environment)
        self.assertEqual((result.code, result.err), (0, b""), result.message)
        report = result.json()
        self.assertTrue(report["access_token"] == service.access_token, f"not the token of {name}")
        self.assertEqual(report["profile"], None if name == "environment" else name)
        self.assert_done(self.cli(*arguments, "header", environment=environment),
                         f"Authorization: Bearer {service.access_token}\n".encode())
        self.assertIn(f"QCI_TOKEN='{service.api_token}'", self.cli(*arguments, "env", environment=environment).text)
        status = self.cli(*arguments, "status", "--json", environment=environment).json()
        self.assertEqual(status["credentials"], "environment" if name == "environment" else "keychain")
        self.assertEqual(status["url"], service.url)
        text = self.cli(*arguments, "status", environment=environment).text
        self.assertRegex(text, r"(?m)^Credentials: +" + status["credentials"])

    def test_default_profile(self):
        self.assert_used("default")

    def test_chosen_default_profile(self):
        self.assertEqual(self.cli("profile", "use", "other").code, 0)
        self.assert_used("other")

    def test_profile_option(self):
        self.assert_used("other", "--profile", "other")

    def test_profile_option_before_both_variables(self):
        self.assert_used("other", "--profile", "other", environment=self.both)

    def test_profile_option_before_the_profile_variable(self):
        self.assert_used("other", "--profile", "other", environment={"QCI_AUTH_PROFILE": "default"})

    def test_both_variables(self):
        self.assert_used("environment", environment=self.both)

    def test_both_variables_before_the_profile_variable(self):
        self.assert_used("environment", environment=self.both | {"QCI_AUTH_PROFILE": "other"})

    def test_both_variables_before_the_chosen_default_profile(self):
        self.assertEqual(self.cli("profile", "use", "other").code, 0)
        self.assert_used("environment", environment=self.both)

    def test_ignored_variables(self):
        self.assert_used("default", "--ignore-env", environment=self.both)

    def test_ignored_variables_do_not_mean_the_profile_variable(self):
        self.assert_used("other", "--ignore-env", environment=self.both | {"QCI_AUTH_PROFILE": "other"})

    def test_profile_variable(self):
        self.assert_used("other", environment={"QCI_AUTH_PROFILE": "other"})

    def test_profile_variable_before_the_chosen_default_profile(self):
        self.assertEqual(self.cli("profile", "use", "default").code, 0)
        self.assert_used("other", environment={"QCI_AUTH_PROFILE": "other"})

    def test_one_variable_alone_or_empty(self):
        service = self.services["environment"]
        for environment in ({"QCI_TOKEN": service.api_token}, {"QCI_TOKEN": service.api_token, "QCI_API_URL": ""},
                            {"QCI_TOKEN": "", "QCI_API_URL": service.url}, {"QCI_AUTH_PROFILE": ""}):
            with self.subTest(sorted(environment)):
                self.assert_used("default", environment=environment)
        self.assertEqual(service.requests, [])

    def test_address_alone_never_redirects_a_stored_token(self):
        elsewhere = self.services["environment"]
        environment = {"QCI_API_URL": elsewhere.url}
        for arguments in (["token", "--force-refresh"], ["token", "--min-ttl", "7200"], ["header"], ["headers"],
                          ["env"], ["env", "--access-token"], ["status", "--json"], ["health"],
                          ["exec", "true"], ["exec", "--access-token", "true"]):
            with self.subTest(arguments):
                result = self.cli(*arguments, environment=environment)
                self.assertEqual(result.code, 0, result.message)
                self.assertNotIn(elsewhere.url, result.text)
        # Where a new token has to be got, too.
        self.clear_keyring("default", "access-token")
        self.assert_done(self.cli("token", environment=environment))
        self.cli("doctor", environment=environment)
        self.assertEqual(elsewhere.requests, [])

    def test_login_again_goes_to_the_profiles_own_service(self):
        elsewhere = self.services["environment"]
        result = self.cli("login", "--with-token", stdin=self.services["default"].api_token.encode(),
                          environment={"QCI_API_URL": elsewhere.url})
        self.assertEqual(result.code, 0, result.message)
        self.assertEqual(elsewhere.requests, [])

    def test_unknown_profile(self):
        for arguments, environment in ((["--profile", "defautl"], {}), ([], {"QCI_AUTH_PROFILE": "defautl"})):
            for command in (["token"], ["header"], ["headers"], ["env"], ["status"], ["status", "--json"], ["health"],
                            ["exec", "true"], ["logout"]):
                with self.subTest(arguments + command):
                    result = self.cli(*arguments, *command, environment=environment)
                    self.assert_fails(result, 2)
                    self.assertIn("profile list", result.message)

    def test_environment_is_asked_anew_and_nothing_of_it_is_stored(self):
        self.assert_done(self.cli("token", environment=self.both))
        self.assert_done(self.cli("token", environment=self.both))
        self.assertEqual(self.services["environment"].exchanges(), 2)
        self.assertEqual(sorted(self.profiles()), ["default", "other"])

    def test_environment_that_is_rejected_or_wrong(self):
        service = self.services["environment"]
        service.status = 401
        try:
            result = self.cli("token", environment=self.both)
        finally:
            service.status = 200
        self.assert_fails(result, 4)
        self.assert_secret_not_in(service.api_token, result)
        result = self.cli("token", environment={"QCI_TOKEN": "some-token-0123", "QCI_API_URL": "no address"})
        self.assert_fails(result, 1)
        result = self.cli("token", environment={"QCI_TOKEN": "some-token-0123", "QCI_API_URL": "http://qci.invalid/"})
        self.assert_fails(result, 1)
        self.assert_secret_not_in("some-token-0123", result)


if __name__ == "__main__":
    unittest.main()
