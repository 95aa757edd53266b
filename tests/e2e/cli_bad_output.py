# SPDX-License-Identifier: Apache-2.0
"""Output that nobody can take is an error, and never goes anywhere else."""

import os
import subprocess
import unittest

from commandtest import SharedSessionTest

PRINTING = [["token"], ["token", "--json"], ["header"], ["headers"], ["env"], ["status"], ["status", "--json"],
            ["health"], ["health", "--json"], ["profile", "list"], ["profile", "list", "--json"], ["doctor"],
            ["doctor", "--json"]]
DOCUMENTS = [["--help"], ["login", "--help"], ["--version"], ["completion", "bash"]]


class BadOutput(SharedSessionTest):

    def setUp(self):
        super().setUp()
        self.log_in(self.sandbox)

    def run_by_shell(self, redirection, arguments):
        return subprocess.run(["sh", "-c", f'exec "$0" "$@" {redirection}', self.program, *arguments],
                              env=self.variables(), capture_output=True, check=False, cwd=self.desktop.home)

    def test_full_disk(self):
        for arguments in PRINTING:
            with self.subTest(arguments):
                ended = self.run_by_shell(">/dev/full", arguments)
                self.assertEqual(ended.returncode, 1, ended.stderr)
                self.assertRegex(ended.stderr.decode(), r"\Aqci-auth: [^\n]*No space left on device[^\n]*\.\n\Z")
        for arguments in DOCUMENTS:
            self.assertEqual(self.run_by_shell(">/dev/full", arguments).returncode, 1, arguments)

    def test_closed_standard_output(self):
        for arguments in PRINTING:
            with self.subTest(arguments):
                ended = self.run_by_shell(">&-", arguments)
                self.assertEqual((ended.returncode, ended.stdout), (1, b""), ended.stderr)
                self.assertRegex(ended.stderr.decode(), r"\Aqci-auth: [^\n]+\.\n\Z")

    def test_reader_that_is_gone(self):
        for arguments in (["token"], ["header"], ["env"], ["status", "--json"]):
            with self.subTest(arguments):
                reader, writer = os.pipe()
                os.close(reader)
                with os.fdopen(writer, "wb") as output:
                    ended = subprocess.run([self.program, *arguments], env=self.variables(), stdout=output,
                                           stderr=subprocess.PIPE, check=False)
                self.assertEqual(ended.returncode, 1)
                self.assertRegex(ended.stderr.decode(), r"\Aqci-auth: [^\n]+\.\n\Z")

    def test_standard_error_that_takes_nothing(self):
        for redirection in ("2>/dev/full", "2>&-"):
            self.assertEqual(self.run_by_shell(redirection, ["--profile", "missing", "token"]).returncode, 2)
            ended = self.run_by_shell(redirection, ["token"])
            self.assertEqual((ended.returncode, ended.stdout.count(b"\n")), (0, 1))

    def test_nothing_open_at_all(self):
        config = self.desktop.home / ".config"
        before = {path: path.read_bytes() for path in config.rglob("*") if path.is_file()}
        for arguments in (["token"], ["status"], ["--profile", "missing", "token"], ["login", "--with-token"]):
            self.assertNotEqual(self.run_by_shell("<&- >&- 2>&-", arguments).returncode, 0)
        self.assertEqual({path: path.read_bytes() for path in config.rglob("*") if path.is_file()}, before)


if __name__ == "__main__":
    unittest.main()
