# SPDX-License-Identifier: Apache-2.0
"""No token is in a file, a log, a command line or an environment after everything that handles tokens, and while it
runs."""

import unittest
from pathlib import Path

from commandtest import SharedSessionTest
from processes import wait_until
from secretsearch import SecretSearch
from standin import StandIn

EVERYTHING_LOGGED = {"QT_LOGGING_RULES": "*=true", "QT_ASSUME_STDERR_HAS_CONSOLE": "1"}
PRINTING_A_TOKEN = (["token"], ["token", "--json"], ["token", "--force-refresh"], ["header"], ["headers"], ["env"],
                    ["env", "--access-token"], ["env", "--shell", "fish"])
OTHERS = (["status"], ["status", "--json"], ["status", "--offline"], ["health"], ["health", "--json"], ["doctor"],
          ["doctor", "--json", "--scan", "."], ["profile", "list"], ["profile", "list", "--json"],
          ["profile", "use", "default"], ["headers", "--without-authorization"], ["--help"], ["completion", "bash"],
          ["exec", "true"], ["exec", "--access-token", "true"], ["profile", "rename", "default", "new"],
          ["profile", "rename", "new", "default"])


class Secrets(SharedSessionTest):

    def setUp(self):
        super().setUp()
        self.service = StandIn().__enter__()
        self.addCleanup(self.service.__exit__)
        self.search = SecretSearch([self.service.api_token, self.service.access_token])

    def run_logged(self, *arguments, code=0, stdin=b""):
        """Runs with all logging on; what goes to standard error has no token."""
        result = self.cli("--verbose", *arguments, environment=EVERYTHING_LOGGED, stdin=stdin)
        self.assertEqual(result.code, code, arguments)
        self.assertFalse(self.search.is_in(result.err), f"a token on the standard error of {arguments}")
        return result

    def log_in_logged(self):
        result = self.run_logged("login", "--with-token", "--url", self.service.url,
                                 stdin=self.service.api_token.encode())
        self.assertIn(b"qciauth", result.err, "logging was on")

    def test_after_everything(self):
        self.log_in_logged()
        for arguments in PRINTING_A_TOKEN:
            self.assertTrue(self.search.is_in(self.run_logged(*arguments).out), arguments)
        for arguments in OTHERS:
            self.assertFalse(self.search.is_in(self.run_logged(*arguments).out), arguments)
        self.service.status = 401
        self.run_logged("token", "--force-refresh", code=4)
        self.service.status = 503
        self.run_logged("token", "--force-refresh", code=5)
        self.service.status = 200
        self.run_logged("logout")
        path = self.write_file(".env", f"QCI_API_URL={self.service.url}\nQCI_TOKEN={self.service.api_token}\n".encode())
        self.run_logged("doctor", "--scan", ".", code=1)
        self.run_logged("import", "--remove", str(path))
        self.run_logged("profile", "remove", "default")
        # The keyring's own file is below the home, too: it is encrypted.
        self.assertEqual(self.search.files(self.desktop.folder), [])

    def test_while_it_runs(self):
        self.service.hold()
        login = self.start_cli("login", "--with-token", "--url", self.service.url,
                               stdin=self.service.api_token.encode())
        self.assertTrue(self.service.exchange_arrived.wait(30))
        self.assertEqual(self.search.processes(), [])
        self.service.release()
        self.assertEqual(self.finish(login).code, 0)

        self.service.hold()
        self.service.exchange_arrived.clear()
        header = self.start_cli("header", "--force-refresh")
        self.assertTrue(self.service.exchange_arrived.wait(30))
        logout = self.start_cli("logout")
        self.desktop.wait_until_not_stored("default")
        self.assertEqual(self.search.processes(), [])
        self.service.release()
        for process in (header, logout):
            self.finish(process)

    def test_only_the_command_of_exec_gets_it(self):
        self.log_in_logged()
        for arguments, secret in (([], self.service.api_token), (["--access-token"], self.service.access_token)):
            ready = self.desktop.home / "ready"
            process = self.start_cli("exec", *arguments, "--", "sh", "-c", "touch ready; exec sleep 1000")
            child = process.pid
            wait_until(ready.exists, "the command runs")
            self.assertEqual(self.search.processes(), [f"/proc/{child}/environ"])
            self.assertTrue(secret.encode() in Path("/proc", str(child), "environ").read_bytes())
            process.kill()
            process.communicate()
            ready.unlink()


if __name__ == "__main__":
    unittest.main()
