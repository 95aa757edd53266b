# SPDX-License-Identifier: Apache-2.0
"""The recipes in the README's chapters on the command line and on the sandbox do what it says: each is taken out of it
and run, with a sandbox in the place of the service. A test here is named after its recipe."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from commandtest import CommandTest, Result
from processes import PATIENCE_S, mortal, unused_port
from recipes import SERVICE, Chapter
from terminal import Terminal

HERE = Path(__file__).resolve().parent
ALLOCATIONS = "optimization/v1/allocations"
BASH = ["bash", "--norc", "--noprofile", "-e", "-o", "pipefail", "-c"]
STRICT = {"sh": ["sh", "-e", "-c"], "bash": BASH, "zsh": ["zsh", "-f", "-e", "-c"]}
# Programs that the recipes name and a test cannot have.
STAND_INS = {
    "jupyter": '#!/bin/sh\n[ "$1" = lab ] && exec python3 -B job.py\n',  # a notebook of the server
    "ssh": '#!/bin/sh\nshift\nexec sh -c "$*"\n',  # a host that is this one
    "inner-shell": "#!/bin/sh\nPS1='inner> ' exec bash --norc --noprofile --noediting -i\n",
}


class RecipeTest(CommandTest):
    """`self.recipe` is the one that the test is named after, and `self.code` its text for the sandbox, which takes the
    place of `service`."""

    chapter = "The command line"
    service = SERVICE

    def setUp(self):
        super().setUp()
        self.recipe = Chapter(self.chapter).recipe(recipe_name(self._testMethodName))
        self.sandbox = self.start_sandbox()
        self.code = self.recipe.code.replace(self.service, self.sandbox.url.rstrip("/"))
        self.assertNotIn("qci-prod", self.code, "the recipe would go to the real service")
        self.folder = self.desktop.home / "projects"
        self.folder.mkdir()
        shutil.copy(HERE / "python_client.py", self.folder / "job.py")
        self._install_programs()

    def run_code(self, code, shell=BASH, environment=None):
        """Runs it in a shell as users have it; returns how it ended."""
        ended = subprocess.run(mortal([*shell, code]), env=environment or self.desktop.environment, cwd=self.folder,
                               stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE_S, check=False)
        result = Result(ended.returncode, ended.stdout, ended.stderr)
        self.assert_secret_not_in(self.sandbox.api_token, result)
        return result

    def output_of(self, code, shell=BASH, environment=None):
        """The same for what has to succeed; returns what it printed."""
        result = self.run_code(code, shell, environment)
        self.assertEqual(result.code, 0, result.message)
        return result.text

    def output_of_python(self, code):
        (self.folder / "recipe.py").write_text(code)
        return self.output_of("python3 -B recipe.py")

    def assert_logged_in(self):
        self.assertEqual(self.desktop.status_with_header(self.sandbox.url + ALLOCATIONS,
                                                         self.cli("header").text.strip()), "200")

    def without_bus(self):
        """The environment of an ssh login, or of a job in CI."""
        return {name: value for name, value in self.desktop.environment.items() if name != "DBUS_SESSION_BUS_ADDRESS"}

    def _install_programs(self):
        programs = self.desktop.folder / "programs"
        programs.mkdir()
        (programs / "qci-auth").symlink_to(self.program)
        (programs / "python3").symlink_to(sys.executable)
        for name, script in STAND_INS.items():
            (programs / name).write_text(script)
            (programs / name).chmod(0o755)
        self.desktop.environment["PATH"] = f"{programs}:{os.environ['PATH']}"


class Recipes(RecipeTest):

    def test_login(self):
        environment = self.desktop.environment | {"QCI_API_URL": self.sandbox.url}
        with Terminal(environment, self.folder, [self.sandbox.api_token]) as terminal:
            terminal.type(self.code)
            terminal.wait_for("(not shown): ")
            terminal.type(f"{self.sandbox.api_token}\n")
            terminal.wait_for("Logged in to")
        self.assert_logged_in()

    def test_curl(self):
        self.log_in(self.sandbox)
        self.assertIn('"allocations"', self.output_of(self.code))

    def test_exec(self):
        self.log_in(self.sandbox)
        self.assertEqual(self.output_of(self.code)[:4], "200 ")

    def test_python(self):
        self.log_in(self.sandbox)
        self.assertEqual(self.output_of_python(f"{self.code}\nprint(answer.status_code)\n"), "200\n")

    def test_jupyter(self):
        self.log_in(self.sandbox)
        self.assertEqual(self.output_of(self.code)[:4], "200 ")

    def test_notebook(self):
        self.log_in(self.sandbox)
        use = f"import requests\nprint(requests.get('{self.sandbox.url}{ALLOCATIONS}', headers=headers).status_code)\n"
        self.assertEqual(self.output_of_python(f"{self.code}\n{use}"), "200\n")

    def test_posix(self):
        self.log_in(self.sandbox)
        for name, shell in STRICT.items():
            with self.subTest(shell=name):
                self.assertEqual(self.output_of(f"{self.code}\npython3 -B job.py\n", shell)[:4], "200 ")

    def test_fish(self):
        self.log_in(self.sandbox)
        self.assertEqual(self.output_of(f"{self.code}\npython3 -B job.py\n", ["fish", "--no-config", "-c"])[:4], "200 ")

    def test_powershell(self):
        self.log_in(self.sandbox)
        command, *rest = self.code.strip().split(" | ")
        self.assertEqual(rest, ["Out-String", "Invoke-Expression"])
        program, *arguments = shlex.split(command)
        self.assertEqual(program, "qci-auth")
        assignments = self.cli(*arguments).text
        # Not assertRegex(), which would show the token.
        self.assertTrue(re.fullmatch(r"\$Env:QCI_API_URL = '[^'\n]+'\n\$Env:QCI_TOKEN = '[^'\n]+'\n", assignments),
                        "these are not two assignments of PowerShell")
        if shutil.which("pwsh") is None:
            reason = "PowerShell is not installed, so that only the text that it would read is checked."
            print(reason, file=sys.stderr)
            self.skipTest(reason)
        self.assertEqual(self.output_of(f"{self.code}\npython3 -B job.py\n",
                                        ["pwsh", "-NoProfile", "-NonInteractive", "-Command"])[:4], "200 ")

    def test_import(self):
        env_file = self.folder / ".env"
        env_file.write_text(f"# mine\nQCI_API_URL={self.sandbox.url}\nQCI_TOKEN={self.sandbox.api_token}\nOTHER=1\n")
        self.output_of(self.code)
        self.assertTrue(env_file.read_text() == "# mine\nOTHER=1\n", "more or less than the two lines was taken out")
        self.assert_logged_in()

    def test_scan(self):
        self.log_in(self.sandbox)
        self.output_of(self.code)
        env_file = self.folder / ".env"
        env_file.write_text(f"QCI_TOKEN={self.sandbox.api_token}\n")
        result = self.run_code(self.code)
        self.assertEqual(result.code, 1)
        self.assertIn(f"{env_file}:1\n", result.text)

    def test_ssh(self):
        self.log_in(self.sandbox)
        self.assertIn('"allocations"', self.output_of(self.code))

    def test_bash_completion(self):
        self.output_of(self.code)
        self.assertIn("qci-auth", self.output_of(". ~/.bashrc; complete -p qci-auth"))

    def test_zsh_completion(self):
        self.output_of(self.code)
        script = "autoload -Uz compinit; compinit -u -D; source ~/.zshrc; print $_comps[qci-auth]"
        self.assertEqual(self.output_of(script, STRICT["zsh"]), "_qci-auth\n")

    def test_fish_completion(self):
        self.output_of(self.code)
        self.assertIn("header\t", self.output_of("complete --do-complete 'qci-auth hea'", ["fish", "-c"]))

    def test_man(self):
        page = self.output_of(self.code, environment=self.desktop.environment | {"MANPAGER": "cat"})
        self.assertRegex(page, r"(?s)NAME\n +qci-auth .*SYNOPSIS\n")


class RecipesWithoutKeychain(RecipeTest):

    desktop_options = {"keyring": False}

    def test_ci(self):
        step = re.fullmatch(r"- run: (?P<run>.*)\n  env:\n(?P<env>(?:    \S+: .*\n)+)", self.code)
        variables = dict(line.strip().split(": ", 1) for line in step["env"].splitlines())
        self.assertEqual(variables["QCI_TOKEN"], "${{ secrets.QCI_TOKEN }}")
        variables["QCI_TOKEN"] = self.sandbox.api_token
        self.assertIn('"allocations"', self.output_of(step["run"], environment=self.without_bus() | variables))
        self.assertFalse((self.desktop.home / ".config/qci-auth").exists(), "something was stored")

    def test_headless(self):
        environment = self.without_bus() | {"SHELL": shutil.which("inner-shell", path=self.desktop.environment["PATH"])}
        self.assert_fails(self.cli("login", "--with-token", "--url", self.sandbox.url,
                                   stdin=self.sandbox.api_token.encode(),
                                   environment={"DBUS_SESSION_BUS_ADDRESS": None}), 6)
        use = f"qci-auth header | curl --silent -H @- {self.sandbox.url}{ALLOCATIONS}\n"
        with Terminal(environment, self.folder, [self.sandbox.api_token]) as terminal:
            self._open_keyring(terminal)
            terminal.type(f"qci-auth login --url {shlex.quote(self.sandbox.url)}\n")
            terminal.wait_for("(not shown): ")
            terminal.type(f"{self.sandbox.api_token}\n")
            terminal.wait_for("Logged in to")
            terminal.type(use)
            terminal.wait_for('"allocations"')
            terminal.type("exit\n")
            terminal.wait_for("exit")
            terminal.wait_for("\n> ")
            # What was stored is there in the next shell.
            self._open_keyring(terminal)
            terminal.type(use)
            terminal.wait_for('"allocations"')

    def _open_keyring(self, terminal):
        terminal.type(self.code)
        terminal.wait_for("</dev/tty'")  # what was typed, as the terminal repeats it
        terminal.wait_for("Keyring password: ")
        terminal.type("throw-away\n")
        terminal.wait_for("inner> ")


class SandboxRecipes(RecipeTest):

    chapter = "The sandbox by itself"
    service = "http://127.0.0.1:8080"

    def test_sandbox(self):
        port = unused_port()
        program, *options = shlex.split(self.code.replace("8080", str(port)))
        self.assertEqual(program, "qci-auth-sandbox")
        sandbox = self.start_sandbox(*options)
        self.assertEqual(sandbox.port, port)
        self.log_in(sandbox)
        left = self.cli("status", "--json").json()["expires_in_s"]
        self.assertTrue(0 < left <= 300, left)

    def test_sandbox_login(self):
        login, *use = self.code.splitlines()
        with Terminal(self.desktop.environment, self.folder, [self.sandbox.api_token]) as terminal:
            terminal.type(f"{login}\n")
            terminal.wait_for("(not shown): ")
            terminal.type(f"{self.sandbox.api_token}\n")
            terminal.wait_for("Logged in to")
        self.assertIn('"allocations"', self.output_of("\n".join(use)))
        self.assertEqual(self.profiles(), {})


class Readme(unittest.TestCase):

    def test_all_code_of_the_chapters_is_run(self):
        for classes in ((Recipes, RecipesWithoutKeychain), (SandboxRecipes,)):
            chapter = Chapter(classes[0].chapter)
            self.assertEqual(chapter.defects(), [])
            tests = [recipe_name(name) for test in classes
                     for name in unittest.defaultTestLoader.getTestCaseNames(test)]
            self.assertEqual(chapter.names(), sorted(tests))


def recipe_name(test_name):
    return test_name.removeprefix("test_").replace("_", "-")


if __name__ == "__main__":
    unittest.main()
