# SPDX-License-Identifier: Apache-2.0
"""qci-auth that is killed at any point loses nothing: the next command works, and what it changed is old or new."""

import signal
import subprocess
import unittest
from contextlib import suppress

from commandtest import SharedSessionTest
from standin import StandIn

# From before the first line of the program to after its end.
DELAYS_S = [0.003 * step for step in range(15)]


class Killed(SharedSessionTest):

    def setUp(self):
        super().setUp()
        self.service = StandIn().__enter__()
        self.addCleanup(self.service.__exit__)
        self.log_in(self.service)

    def kill_after(self, seconds, *arguments, stdin=b""):
        """Starts a command and kills it after that time, wherever it is by then; whether it was still running."""
        process = self.start_cli(*arguments, stdin=stdin)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        process.kill()
        process.communicate()
        return process.returncode == -signal.SIGKILL

    def kill_at_the_service(self, *arguments, stdin=b""):
        """Kills a command that waits for the service's answer."""
        self.service.hold()
        process = self.start_cli(*arguments, stdin=stdin)
        self.assertTrue(self.service.exchange_arrived.wait(30), "no exchange began")
        process.kill()
        process.communicate()
        self.service.release()

    def assert_works(self, profile="default"):
        """The stored login gives a token, new and cached."""
        chosen = ["--profile", profile]
        for arguments in (["--force-refresh"], []):
            self.assert_done(self.cli(*chosen, "token", *arguments), f"{self.service.access_token}\n".encode())
        self.assert_stored(profile, self.service.api_token)

    def test_exchange(self):
        self.kill_at_the_service("token", "--force-refresh")
        self.assert_works()
        killed = [self.kill_after(delay, "token", "--force-refresh") for delay in DELAYS_S]
        self.assertIn(True, killed)
        self.assert_works()

    def test_login(self):
        arguments = ["login", "--with-token", "--url", self.service.url]
        stdin = self.service.api_token.encode()
        self.kill_at_the_service(*arguments, stdin=stdin)
        self.assert_works()
        killed = []
        for delay in DELAYS_S:
            killed.append(self.kill_after(delay, *arguments, stdin=stdin))
            self.assertEqual(self.profiles(), {"default": self.service.url})
            self.assert_stored("default", self.service.api_token)
        self.assertIn(True, killed)
        self.assert_works()

    def test_first_login(self):
        for delay in DELAYS_S:
            self.assertEqual(self.cli("profile", "remove", "default").code, 0)
            self.kill_after(delay, "login", "--with-token", "--url", self.service.url,
                            stdin=self.service.api_token.encode())
            if self.desktop.stored_secret("default"):
                self.assertEqual(self.profiles(), {"default": self.service.url}, "a token that nobody finds")
            self.log_in(self.service)
        self.assert_works()

    def test_login_to_another_service(self):
        with StandIn() as other:
            for delay in DELAYS_S:
                self.log_in(self.service)
                self.kill_after(delay, "login", "--with-token", "--url", other.url, stdin=other.api_token.encode())
                stored = self.desktop.stored_secret("default")
                url = self.profiles()["default"]
                # A token is never with the address of another service.
                self.assertTrue(stored is None or (stored == other.api_token) == (url == other.url))
                self.cli("token", "--force-refresh")
            self.assertFalse(other.has_seen(self.service.api_token))
            self.assertFalse(self.service.has_seen(other.api_token))
        self.log_in(self.service)
        self.assert_works()

    def test_rename(self):
        killed = []
        for delay in DELAYS_S:
            killed.append(self.kill_after(delay, "profile", "rename", "default", "new"))
            names = sorted(self.profiles())
            self.assertIn(names, (["default"], ["default", "new"], ["new"]))
            holders = [name for name in ("default", "new")
                       if self.desktop.stored_secret(name) == self.service.api_token]
            self.assertTrue(holders, "the API token is lost")
            self.assertLessEqual(set(holders), set(names), "a token that nobody finds")
            self.assert_done(self.cli("--profile", holders[0], "token"))
            # As somebody would who sees what is there.
            if names == ["default", "new"]:
                self.assertEqual(self.cli("profile", "remove", "new" if "default" in holders else "default").code, 0)
            if "default" not in holders:
                self.assertEqual(self.cli("profile", "rename", "new", "default").code, 0)
        self.assertIn(True, killed)
        self.assertEqual(list(self.profiles()), ["default"])
        self.assert_works()

    def test_remains_of_a_killed_login_do_not_hold_up_the_next(self):
        profile, = (self.desktop.home / ".config/qci-auth/profiles").iterdir()
        profile.with_name(f"{profile.name}.lock").touch()
        # They would be waited for until they are 30 s old.
        result = self.cli("login", "--with-token", "--url", self.service.url, stdin=self.service.api_token.encode(),
                          seconds=25)
        self.assertEqual(result.code, 0, result.message)

    def test_import_that_removes(self):
        before = (f"# mine\nQCI_API_URL={self.service.url}\nA=1\nQCI_TOKEN={self.service.api_token}\n# end\n" +
                  "B=2\n" * 1000).encode()
        after = b"# mine\nA=1\n# end\n" + b"B=2\n" * 1000
        path = self.write_file(".env", before)
        self.kill_at_the_service("import", "--remove", ".env")
        self.assertTrue(path.read_bytes() == before)
        for delay in DELAYS_S:
            path.write_bytes(before)
            self.clear_keyring()
            self.kill_after(delay, "import", "--remove", ".env")
            content = path.read_bytes()
            self.assertIn(content, (before, after))
            if content == after:
                self.assert_stored("default", self.service.api_token)
        path.write_bytes(before)
        self.assertEqual(self.cli("import", "--remove", ".env").code, 0)
        self.assertTrue(path.read_bytes() == after)
        self.assert_works()


if __name__ == "__main__":
    unittest.main()
