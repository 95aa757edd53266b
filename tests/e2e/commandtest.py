# SPDX-License-Identifier: Apache-2.0
"""What all tests of qci-auth share: a user's session without a display for each test method, and the real program as a
child process."""

import json
import subprocess
import unittest

from harness import Desktop
from processes import PATIENCE_S, Failure, Sandbox, executable_path, mortal


class Result:
    """How a command ended: `code`, and `out` and `err` as bytes."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    @property
    def text(self):
        return self.out.decode()

    @property
    def message(self):
        return self.err.decode()

    def json(self):
        return json.loads(self.out)


class CommandTest(unittest.TestCase):
    """`desktop_options` are Desktop's arguments."""

    desktop_options = {}

    def setUp(self):
        self.desktop = Desktop(display=False, **self.desktop_options)
        self.addCleanup(self.desktop.close)
        self.program = executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth")

    def cli(self, *arguments, stdin=b"", environment=None, seconds=PATIENCE_S, cwd=None):
        """Runs qci-auth to its end. `environment` comes on top of the session's; None as a value takes one out."""
        variables = dict(self.desktop.environment)
        for name, value in (environment or {}).items():
            if value is None:
                variables.pop(name, None)
            else:
                variables[name] = value
        try:
            ended = subprocess.run(mortal([self.program, *arguments]), env=variables, input=stdin, check=False,
                                   capture_output=True, timeout=seconds, cwd=cwd or self.desktop.home)
        except subprocess.TimeoutExpired:
            raise Failure(f"qci-auth {arguments[0] if arguments else ''} did not end within {seconds} s.") from None
        return Result(ended.returncode, ended.stdout, ended.stderr)

    def start_sandbox(self, *options):
        return Sandbox(self.desktop, *options)

    def log_in(self, sandbox, *arguments, profile=None):
        """Logs in by standard input, and fails where that does not work."""
        chosen = ["--profile", profile] if profile else []
        result = self.cli(*chosen, "login", "--with-token", "--url", sandbox.url, *arguments,
                          stdin=sandbox.api_token.encode() + b"\n")
        self.assertEqual((result.code, result.out), (0, b""), result.message)
        return result

    def assert_fails(self, result, code):
        """It ends with that code, prints no data, and says why in one line that a person can act on."""
        self.assertEqual(result.code, code, result.message)
        self.assertEqual(result.out, b"")
        self.assert_one_line(result)

    def assert_one_line(self, result):
        self.assertRegex(result.message, r"\Aqci-auth: [^\n]{15,}[.!?]\n\Z")

    def assert_secret_not_in(self, secret, result):
        """Says nothing of the secret where it fails."""
        self.assertFalse(secret.encode() in result.out or secret.encode() in result.err, "a secret was printed")
