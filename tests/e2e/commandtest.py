# SPDX-License-Identifier: Apache-2.0
"""What all tests of qci-auth share: a user's session without a display for each test method or for all of them, and the
real program as a child process."""

import json
import shutil
import subprocess
import unittest

from harness import KEYCHAIN_SERVICE, Desktop
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
        self.desktop = Desktop(**{"display": False} | self.desktop_options)
        self.addCleanup(self.desktop.close)
        self.program = executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth")

    def cli(self, *arguments, stdin=b"", environment=None, seconds=PATIENCE_S, cwd=None):
        """Runs qci-auth to its end. `environment` comes on top of the session's; None as a value takes one out."""
        variables = self.variables(environment)
        try:
            ended = subprocess.run(mortal([self.program, *arguments]), env=variables, input=stdin, check=False,
                                   capture_output=True, timeout=seconds, cwd=cwd or self.desktop.home)
        except subprocess.TimeoutExpired:
            raise Failure(f"qci-auth {arguments[0] if arguments else ''} did not end within {seconds} s.") from None
        return Result(ended.returncode, ended.stdout, ended.stderr)

    def variables(self, changes=None):
        """The session's environment with some variables changed, or taken out where the value is None."""
        variables = self.desktop.environment | (changes or {})
        return {name: value for name, value in variables.items() if value is not None}

    def start_cli(self, *arguments, stdin=b"", environment=None):
        """Starts qci-auth and returns without waiting for its end; `finish()` does that."""
        process = subprocess.Popen(mortal([self.program, *arguments]), env=self.variables(environment),
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   cwd=self.desktop.home)
        process.stdin.write(stdin)
        process.stdin.close()
        process.stdin = None
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    @staticmethod
    def finish(process, seconds=PATIENCE_S):
        """Waits for the end of what start_cli() started."""
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise Failure(f"qci-auth did not end within {seconds} s.") from None
        return Result(process.returncode, out, err)

    def run_at_once(self, programs, *arguments):
        """Starts many that wait for a word, gives it, and returns output, errors and exit code of each."""
        script = 'read -r word && exec "$0" "$@"'
        running = [subprocess.Popen(mortal(["sh", "-c", script, self.program, *arguments]), env=self.variables(),
                                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                   for _ in range(programs)]
        try:
            for process in running:
                process.stdin.write(b"go\n")
                process.stdin.flush()
            return [(*process.communicate(timeout=3 * PATIENCE_S), process.returncode) for process in running]
        finally:
            for process in running:
                process.kill()
                process.communicate()

    def without_bus(self):
        """Changes of the environment by which the program finds no session bus: a wrong address, and none at all."""
        elsewhere = self.desktop.folder / "elsewhere"
        elsewhere.mkdir(mode=0o700, exist_ok=True)
        return [{"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"},
                {"DBUS_SESSION_BUS_ADDRESS": None, "XDG_RUNTIME_DIR": str(elsewhere)}]

    def write_file(self, name, content):
        """A file of the user's; its path."""
        path = self.desktop.home / name
        path.write_bytes(content)
        return path

    def clear_keyring(self, profile=None, what=None):
        """Takes one item of the program out of the keyring, or all, without the program's help."""
        item = ["user", f"qci-auth/{profile}/{what}"] if profile else []
        self.desktop.run(["secret-tool", "clear", "server", KEYCHAIN_SERVICE, *item])

    def profiles(self):
        """Each profile's URL by name."""
        result = self.cli("profile", "list", "--json")
        self.assertEqual(result.code, 0, result.message)
        return {profile["name"]: profile["url"] for profile in result.json()["profiles"]}

    def start_sandbox(self, *options):
        return Sandbox(self.desktop, *options)

    def log_in(self, sandbox, *arguments, profile=None):
        """Logs in by standard input, and fails where that does not work."""
        chosen = ["--profile", profile] if profile else []
        result = self.cli(*chosen, "login", "--with-token", "--url", sandbox.url, *arguments,
                          stdin=sandbox.api_token.encode() + b"\n")
        self.assertEqual((result.code, result.out), (0, b""), result.message)
        return result

    def assert_done(self, result, out=None):
        """It ends well and says nothing on standard error; `out` is what it prints, to the byte."""
        self.assertEqual((result.code, result.err), (0, b""), result.message)
        if out is not None:
            self.assertTrue(result.out == out, "the output is another one")

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

    def assert_stored(self, profile, token):
        """The keyring holds this API token for the profile; None: it holds none."""
        self.assertTrue(self.desktop.stored_secret(profile) == token, f"another API token is stored for {profile}")


class SharedSessionTest(CommandTest):
    """One session and one sandbox for all methods of a class; each begins without profiles, tokens and locks."""

    sandbox_options = ()

    @classmethod
    def setUpClass(cls):
        cls.desktop = Desktop(display=False, **cls.desktop_options)
        cls.addClassCleanup(cls.desktop.close)
        cls.sandbox = Sandbox(cls.desktop, *cls.sandbox_options)

    def setUp(self):
        self.program = executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth")
        # All but the keyring's own file.
        for path in (*self.desktop.home.iterdir(), self.desktop.runtime / "qci-auth"):
            if path.is_dir() and path.name != ".local":
                shutil.rmtree(path)
            elif path.is_file():
                path.unlink()
        if self.desktop.keyring:
            self.clear_keyring()

    def token(self, *arguments, profile=None):
        """An access token that the program hands out."""
        result = self.cli(*(["--profile", profile] if profile else []), "token", *arguments)
        self.assertEqual((result.code, result.err), (0, b""), result.message)
        return result.text.strip()
