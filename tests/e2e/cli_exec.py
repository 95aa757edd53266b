# SPDX-License-Identifier: Apache-2.0
"""qci-auth exec: it becomes the command, which gets the credentials and notices nothing else."""

import os
import shlex
import subprocess
import sys
import unittest
from pathlib import Path

from commandtest import CommandTest
from processes import mortal
from terminal import INTERRUPT, SUSPEND, Terminal

HERE = Path(__file__).resolve().parent
PYTHON = [sys.executable, "-B"]
JOB = HERE / "python_client.py"
PRINT_ARGUMENTS = "import os, sys; sys.stdout.buffer.write(b'\\0'.join(map(os.fsencode, sys.argv[1:])))"
PRINT_DESCRIPTORS = """
for descriptor in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31; do
    [ ! -e "/proc/$$/fd/$descriptor" ] || echo "$descriptor"
done
"""


class Exec(CommandTest):

    def setUp(self):
        super().setUp()
        self.sandbox = self.start_sandbox()

    def environment_in_child(self, *arguments, environment=None):
        """The environment that a command gets, by name."""
        result = self.cli(*arguments, "env", "-0", environment=environment)
        self.assertEqual((result.code, result.err), (0, b""), result.message)
        return dict(entry.split("=", 1) for entry in result.text.rstrip("\0").split("\0"))

    def cli_in_shell(self, script, *command):
        """A shell script starts `qci-auth exec COMMAND`, which are its arguments."""
        return subprocess.run(mortal(["sh", "-c", script, "sh", self.program, "exec", *command]),
                              env=self.desktop.environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)

    def assert_good_access_token(self, token):
        self.assertEqual(self.desktop.status_with_header(f"{self.sandbox.url}optimization/v1/allocations",
                                                         f"Authorization: Bearer {token}"), "200")

    # -- credentials ------------------------------------------------------------------------------------------------

    def test_script_that_ran_on_an_env_file_runs_without_a_change(self):
        folder = self.desktop.home / "project"
        folder.mkdir()
        env_file = folder / ".env"
        env_file.write_text(f"QCI_API_URL={self.sandbox.url}\nQCI_TOKEN={self.sandbox.api_token}\nOTHER=1\n")
        job = shlex.join([*PYTHON, str(JOB)])
        yesterday = subprocess.run(mortal(["sh", "-c", f"set -a; . ./.env; exec {job}"]), cwd=folder,
                                   env=self.desktop.environment, capture_output=True, check=False)
        self.assertEqual(yesterday.stdout[:4], b"200 ")

        imported = self.cli("import", "--remove", ".env", cwd=folder)
        self.assertEqual(imported.code, 0, imported.message)
        self.assertEqual(env_file.read_text(), "OTHER=1\n")
        today = self.cli("exec", *PYTHON, JOB, cwd=folder)
        self.assertEqual((today.code, today.out, today.err), (0, yesterday.stdout, b""))

    def test_command_gets_url_and_api_token_of_the_profile(self):
        self.log_in(self.sandbox)
        child = self.environment_in_child("exec")
        self.assertEqual(child.keys() - self.desktop.environment.keys() - {"_"}, {"QCI_API_URL", "QCI_TOKEN"})
        self.assertEqual(child["QCI_API_URL"], self.sandbox.url)
        self.assertTrue(child["QCI_TOKEN"] == self.sandbox.api_token)

    def test_access_token_comes_alone(self):
        self.log_in(self.sandbox)
        child = self.environment_in_child("exec", "--access-token")
        self.assertEqual(child.keys() - self.desktop.environment.keys() - {"_"}, {"QCI_API_URL", "QCI_ACCESS_TOKEN"})
        self.assert_good_access_token(child["QCI_ACCESS_TOKEN"])

    def test_access_token_drives_the_api_token_out_of_the_environment(self):
        outside = {"QCI_API_URL": self.sandbox.url, "QCI_TOKEN": self.sandbox.api_token, "QCI_ACCESS_TOKEN": "old"}
        child = self.environment_in_child("exec", "--access-token", environment=outside)
        self.assertNotIn("QCI_TOKEN", child.keys())
        self.assertFalse(any(self.sandbox.api_token in value for value in child.values()))
        self.assert_good_access_token(child["QCI_ACCESS_TOKEN"])

    def test_profile_comes_before_the_credentials_in_the_environment(self):
        self.log_in(self.sandbox, profile="work")
        outside = {"QCI_API_URL": "https://elsewhere.invalid/", "QCI_TOKEN": "none-of-it", "QCI_ACCESS_TOKEN": "old"}
        child = self.environment_in_child("--profile", "work", "exec", environment=outside)
        self.assertEqual(child["QCI_API_URL"], self.sandbox.url)
        self.assertTrue(child["QCI_TOKEN"] == self.sandbox.api_token)
        self.assertNotIn("QCI_ACCESS_TOKEN", child.keys())

    def test_without_a_login_nothing_is_run(self):
        mark = self.desktop.home / "ran"
        self.assert_fails(self.cli("exec", "touch", mark), 4)
        self.assertFalse(mark.exists())

    # -- what the command is given --------------------------------------------------------------------------------

    def test_arguments_arrive_byte_for_byte(self):
        self.log_in(self.sandbox)
        arguments = [b"", b"two words", b"\xff\xfe\x80", "ü€".encode(), b"--", b"-x", b"--profile", b"other",
                     b"--help", b"++", b"a'b\"c\\d$e`f*", b"line\nbreak", b""]
        result = self.cli("exec", "--", *PYTHON, "-c", PRINT_ARGUMENTS, *map(os.fsdecode, arguments))
        self.assertEqual((result.code, result.out.split(b"\0"), result.err), (0, arguments, b""))

    def test_signals_are_as_without_qci_auth(self):
        self.log_in(self.sandbox)
        print_signals = ["grep", "-E", "^Sig(Blk|Ign):", "/proc/self/status"]
        defaults = "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n"
        for options in ([], ["--access-token"]):
            with self.subTest(options=options):
                self.assertEqual(self.cli("exec", *options, *print_signals).text, defaults)

    def test_broken_pipes_stay_ignored_where_they_were(self):
        self.log_in(self.sandbox)
        result = self.cli_in_shell('trap "" PIPE; exec "$@"', "grep", "^SigIgn:", "/proc/self/status")
        self.assertEqual(result.stdout, b"SigIgn:\t0000000000001000\n")

    def test_command_has_no_descriptors_but_the_standard_streams(self):
        self.log_in(self.sandbox)
        for options in ([], ["--access-token"]):
            with self.subTest(options=options):
                self.assertEqual(self.cli("exec", *options, "sh", "-c", PRINT_DESCRIPTORS).text, "0\n1\n2\n")

    def test_standard_streams_that_are_closed_stay_closed(self):
        self.log_in(self.sandbox)
        result = self.cli_in_shell('exec "$@" <&- 2>&-', "sh", "-c", PRINT_DESCRIPTORS)
        self.assertEqual(result.stdout, b"1\n")

    def test_standard_input_is_left_whole(self):
        self.log_in(self.sandbox)
        result = self.cli("exec", "cat", stdin=b"\x00all of it\xff")
        self.assertEqual((result.code, result.out), (0, b"\x00all of it\xff"))

    # -- how it ends ------------------------------------------------------------------------------------------------

    def test_exit_code_is_the_commands_own(self):
        self.log_in(self.sandbox)
        for code in (0, 1, 2, 4, 5, 6, 77, 255):
            self.assertEqual(self.cli("exec", "sh", "-c", f"exit {code}").code, code)

    def test_death_by_a_signal_is_seen_as_such(self):
        self.log_in(self.sandbox)
        for number in (15, 9, 2, 13):
            self.assertEqual(self.cli("exec", "sh", "-c", f"kill -{number} $$").code, -number)

    def test_commands_that_cannot_be_run(self):
        self.log_in(self.sandbox)
        not_executable = self.desktop.home / "not-executable"
        not_executable.write_text("#!/bin/sh\n")
        for command, code in (("no-such-command-anywhere", 127), ("./no-such-file", 127),
                              (not_executable, 126), (self.desktop.home, 126)):
            with self.subTest(command=command):
                result = self.cli("exec", command, "argument")
                self.assert_fails(result, code)
                self.assertIn(str(command), result.message)

    def test_script_without_an_interpreter_line_runs_as_in_a_shell(self):
        self.log_in(self.sandbox)
        script = self.desktop.home / "script"
        script.write_text('echo "ran with $1"\n')
        script.chmod(0o755)
        result = self.cli("exec", script, "x")
        self.assertEqual((result.code, result.out), (0, b"ran with x\n"))

    # -- at a terminal ----------------------------------------------------------------------------------------------

    def test_it_becomes_the_command(self):
        self.log_in(self.sandbox)
        process = subprocess.Popen(mortal([self.program, "exec", "sh", "-c", "echo $$"]),
                                   env=self.desktop.environment, stdout=subprocess.PIPE)
        out, _ = process.communicate()
        self.assertEqual(int(out), process.pid)

    def test_terminal_belongs_to_the_command(self):
        self.log_in(self.sandbox)
        command = shlex.join([str(self.program), "exec", "--", *PYTHON, str(HERE / "interactive_child.py")])
        with Terminal(self.desktop.environment, self.desktop.home, [self.sandbox.api_token]) as terminal:
            terminal.type(f"{command}\n")
            terminal.wait_for("[terminals [True, True, True]]")
            terminal.wait_for("[foreground True]")
            terminal.wait_for("[ready]")
            terminal.type(INTERRUPT)
            terminal.wait_for("[interrupted]")
            terminal.type(SUSPEND)
            terminal.wait_for("Stopped")
            terminal.type("fg\n")
            terminal.wait_for("[continued]")
            terminal.type("a line\n")
            terminal.wait_for("[heard a line]")
            terminal.type("leave\n")
            terminal.wait_for("> ")
            terminal.type('echo "code=$?."\n')
            terminal.wait_for("code=3.")

    def test_interrupt_ends_a_command_that_does_not_handle_it(self):
        self.log_in(self.sandbox)
        command = shlex.join([str(self.program), "exec", "sh", "-c", "echo [ready]; read line"])
        with Terminal(self.desktop.environment, self.desktop.home, [self.sandbox.api_token]) as terminal:
            terminal.type(f"{command}\n")
            terminal.wait_for("\n[ready]")
            terminal.type(INTERRUPT)
            terminal.wait_for("> ")
            terminal.type('echo "code=$?."\n')
            terminal.wait_for("code=130.")


if __name__ == "__main__":
    unittest.main()
