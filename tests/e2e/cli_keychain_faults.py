# SPDX-License-Identifier: Apache-2.0
"""A keychain that is not there, locked or hung: exit code 6, one line that says what to do, and nothing lost."""

import unittest

from commandtest import CommandTest, SharedSessionTest

NEEDING_KEYCHAIN = [["token"], ["header"], ["headers"], ["env"], ["env", "--access-token"], ["exec", "true"], ["logout"],
                    ["profile", "rename", "default", "new"], ["profile", "remove", "default"]]
# An answer within 5 s is what is promised; a busy machine gets more.
SECONDS = 30


class KeychainFault(SharedSessionTest):

    def setUp(self):
        super().setUp()
        self.log_in(self.sandbox)

    def assert_fail(self, *words, commands=None, environment=None):
        """The commands end with 6 and those words, and leave profile and file alone."""
        for arguments in commands or NEEDING_KEYCHAIN:
            with self.subTest(arguments):
                result = self.cli(*arguments, environment=environment, seconds=SECONDS)
                self.assert_fails(result, 6)
                for word in words:
                    self.assertIn(word, result.message)
                self.assert_secret_not_in(self.sandbox.api_token, result)
        self.assertEqual(self.profiles(), {"default": self.sandbox.url})

    def assert_cannot_log_in(self, *words, environment=None):
        """The token is not stored, and neither it nor the profile of before is lost."""
        result = self.cli("login", "--with-token", "--url", self.sandbox.url, stdin=self.sandbox.api_token.encode(),
                          environment=environment, seconds=SECONDS)
        self.assert_fails(result, 6)
        for word in ("not stored", *words):
            self.assertIn(word, result.message)
        self.assert_secret_not_in(self.sandbox.api_token, result)
        env_file = self.write_file(".env", f"QCI_API_URL={self.sandbox.url}\nQCI_TOKEN={self.sandbox.api_token}\n"
                                   .encode())
        before = env_file.read_bytes()
        self.assert_fails(self.cli("import", "--remove", ".env", environment=environment, seconds=SECONDS), 6)
        self.assertTrue(env_file.read_bytes() == before)


class NoBus(KeychainFault):

    def test_every_command(self):
        for environment in self.without_bus():
            self.assert_fail("no keychain", "QCI_TOKEN", environment=environment)
            self.assert_cannot_log_in("no keychain", environment=environment)
        self.assert_stored("default", self.sandbox.api_token)
        self.assert_done(self.cli("token"))

    def test_bus_of_the_session_is_found_without_its_variable(self):
        self.assert_done(self.cli("token", environment={"DBUS_SESSION_BUS_ADDRESS": None}))

    def test_environment_does_without(self):
        both = {"QCI_TOKEN": self.sandbox.api_token, "QCI_API_URL": self.sandbox.url}
        for environment in self.without_bus():
            for arguments in (["token"], ["header"], ["env"], ["env", "--access-token"], ["exec", "true"], ["headers"]):
                self.assert_done(self.cli(*arguments, environment=environment | both))


class NoKeyring(KeychainFault):

    def test_every_command(self):
        self.desktop.keyring.end()
        self.assert_fail("no keychain", "QCI_TOKEN")
        self.assert_cannot_log_in("no keychain")


class NoCollection(CommandTest):

    desktop_options = {"keyring": False}

    def test_login_says_that_there_is_no_keyring_to_store_in(self):
        """As over ssh, where GNOME Keyring starts, and nobody can be asked for the password of a first keyring."""
        self.desktop.start_keyring(unlocked=False)
        sandbox = self.start_sandbox()
        result = self.cli("login", "--with-token", "--url", sandbox.url, stdin=sandbox.api_token.encode(),
                          seconds=SECONDS)
        self.assert_fails(result, 6)
        self.assertRegex(result.message, r"not stored: .*has no keyring yet, and none was made.* set up and unlocked\.")


class LockedKeyring(KeychainFault):

    def test_every_command(self):
        self.desktop.restart_keyring(unlocked=False)
        self.assert_fail("locked", "Unlock", commands=NEEDING_KEYCHAIN[:2] + NEEDING_KEYCHAIN[-3:])
        self.assert_cannot_log_in("locked")
        for arguments in ([], ["--offline"]):
            result = self.cli("status", "--json", *arguments, seconds=SECONDS)
            self.assertEqual(result.code, 6, result.message)
            self.assert_one_line(result)
            report = result.json()
            self.assertEqual((report["state"], report["credentials"], report["keychain"]),
                             ("locked", "keychain", {"available": True, "locked": True, "backend": "GNOME Keyring"}))
        self.desktop.restart_keyring(unlocked=True)
        self.assert_stored("default", self.sandbox.api_token)
        self.assert_done(self.cli("token"))


class HungKeyring(KeychainFault):

    def test_commands(self):
        with self.desktop.hung_keyring():
            self.assert_fail("does not answer", commands=[["header"]])
            result = self.cli("status", "--json", seconds=SECONDS)
            self.assertEqual(result.code, 6, result.message)
            self.assert_one_line(result)
            self.assertIn("does not answer", result.json()["error"])
        self.assert_done(self.cli("header"))


if __name__ == "__main__":
    unittest.main()
