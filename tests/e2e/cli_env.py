# SPDX-License-Identifier: Apache-2.0
"""qci-auth env: what a shell reads is what is stored, whatever characters are in it."""

import subprocess
import unittest

from commandtest import SharedSessionTest
from standin import StandIn

AWKWARD_TOKEN = r"""a'b"c$HOME`id`\n\\d;e&f|g*h?i!j#k~l(m)n{o}p<q>%r^s'""" + "0123456789"


class Env(SharedSessionTest):

    def log_in_awkwardly(self, service):
        service.api_token = AWKWARD_TOKEN
        result = self.cli("login", "--with-token", "--url", f"{service.url}it%27s/$HOME/",
                          stdin=AWKWARD_TOKEN.encode())
        self.assertEqual(result.code, 0, result.message)
        return f"{service.url}it's/$HOME/"

    def evaluated(self, shell, command, *names):
        """The variables in a program that the shell starts after it has read what `command` prints."""
        script = f"{command}; env -0"
        ended = subprocess.run([shell, "-c", script, str(self.program)], env=self.variables({"BIN": str(self.program)}),
                               capture_output=True, check=False, cwd=self.desktop.home)
        self.assertEqual((ended.returncode, ended.stderr), (0, b""))
        variables = dict(line.split("=", 1) for line in ended.stdout.decode().split("\0") if "=" in line)
        return [variables.get(name) for name in names]

    def test_to_the_byte(self):
        with StandIn() as service:
            self.log_in(service)
            token = service.api_token
            self.assert_done(self.cli("env"), f"export QCI_API_URL='{service.url}'\nexport QCI_TOKEN='{token}'\n"
                             .encode())
            self.assertTrue(self.cli("env", "--shell", "posix").out == self.cli("env").out)
            self.assert_done(self.cli("env", "--shell", "fish"),
                             f"set -gx QCI_API_URL '{service.url}';\nset -gx QCI_TOKEN '{token}';\n".encode())
            self.assert_done(self.cli("env", "--shell", "powershell"),
                             f"$Env:QCI_API_URL = '{service.url}'\n$Env:QCI_TOKEN = '{token}'\n".encode())
            self.assert_done(self.cli("env", "--access-token"),
                             f"export QCI_API_URL='{service.url}'\nexport QCI_ACCESS_TOKEN='{service.access_token}'\n"
                             .encode())

    def test_shells_read_it(self):
        with StandIn() as service:
            self.log_in_awkwardly(service)
            url = self.profiles()["default"]
            for shell, command in (("sh", 'eval "$("$BIN" env)"'), ("bash", 'eval "$("$BIN" env)"'),
                                   ("zsh", 'eval "$("$BIN" env)"'), ("fish", "$BIN env --shell fish | source")):
                with self.subTest(shell):
                    found = self.evaluated(shell, command, "QCI_API_URL", "QCI_TOKEN")
                    self.assertTrue(found == [url, AWKWARD_TOKEN], "other variables arrive")
            access = 'eval "$("$BIN" env --access-token)"'
            found = self.evaluated("sh", access, "QCI_API_URL", "QCI_ACCESS_TOKEN", "QCI_TOKEN")
            self.assertTrue(found == [url, service.access_token, None])

    def test_unknown_shell(self):
        self.log_in(self.sandbox)
        self.assert_fails(self.cli("env", "--shell", "csh"), 2)

    def test_nothing_is_printed_where_nobody_is_logged_in(self):
        self.log_in(self.sandbox)
        self.assertEqual(self.cli("logout").code, 0)
        for arguments in ([], ["--access-token"], ["--shell", "fish"]):
            self.assert_fails(self.cli("env", *arguments), 4)

    def test_credentials_of_the_environment(self):
        given = {"QCI_TOKEN": self.sandbox.api_token, "QCI_API_URL": self.sandbox.url}
        self.assert_done(self.cli("env", environment=given),
                         f"export QCI_API_URL='{self.sandbox.url}'\nexport QCI_TOKEN='{self.sandbox.api_token}'\n"
                         .encode())

    def test_address_is_written_the_same_with_either_token(self):
        given = {"QCI_TOKEN": self.sandbox.api_token, "QCI_API_URL": self.sandbox.url.rstrip("/")}
        for arguments in ([], ["--access-token"]):
            result = self.cli("env", *arguments, environment=given)
            self.assertEqual(result.code, 0, result.message)
            self.assertIn(f"QCI_API_URL='{self.sandbox.url}'".encode(), result.out.splitlines()[0])


if __name__ == "__main__":
    unittest.main()
