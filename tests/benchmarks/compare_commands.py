# SPDX-License-Identifier: Apache-2.0
"""Compares `qci-auth header` with bare programs and with the Python client, each from its start to its end.

Usage: compare_commands.py BARECOMMAND BAREKEYCHAIN [--rounds N]

The programs take turns, so that what else the machine does meets all of them alike. Nothing here fails for being slow:
it prints what was measured and the goals.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, NamedTuple

from harness import KEYCHAIN_SERVICE, Desktop
from processes import Failure, Sandbox, executable_path, mortal, wait_until

HERE = Path(__file__).resolve().parent
PYTHON_CLIENT = HERE.parent / "e2e" / "python_client.py"
MANY_PROFILES = 1000
WARM_UP_ROUNDS = 2
# How long a window that has an agent may take to offer it.
AGENT_PATIENCE_S = 10

BARE = "a   bare QCoreApplication"
AGENT = "b   header from the agent"
AGENT_MANY = f"b'  the same, {MANY_PROFILES} profiles"
BARE_KEYCHAIN = "c   bare QtKeychain read"
KEYCHAIN = "d   header from the keychain"
KEYCHAIN_MANY = f"d'  the same, {MANY_PROFILES} profiles"
PYTHON = "e   Python client's exchange"
EXCHANGE = "f   header by an exchange, QCI_TOKEN"
EXCHANGE_STORED = "f'  header by an exchange, profile"
# Subject, what it is compared with, and the most that it may be of that.
GOALS = {
    AGENT: (BARE, 2.0),
    AGENT_MANY: (AGENT, 1.1),  # no growth, but for what the machine does meanwhile
    KEYCHAIN: (BARE_KEYCHAIN, 1.3),
    KEYCHAIN_MANY: (KEYCHAIN, 1.1),
    EXCHANGE: (PYTHON, 0.2),
    EXCHANGE_STORED: (PYTHON, 0.2),
}


class Subject(NamedTuple):
    command: list
    environment: dict
    prepare: Callable


class Comparison:
    """Measures in turns and prints a table."""

    def __init__(self):
        self._subjects = {}
        self._measured = {}

    def add(self, name, command, environment, prepare=lambda: None):
        """A program, and what is done each time before it starts. Tries it: only one that works is worth measuring."""
        self._subjects[name] = Subject(list(map(str, command)), environment, prepare)
        self._measured[name] = []
        prepare()
        result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if result.returncode:
            raise Failure(f"'{name}' ended with {result.returncode}: {result.stderr.decode(errors='replace').strip()}")

    def run(self, rounds):
        for index in range(WARM_UP_ROUNDS + rounds):
            if sys.stderr.isatty():
                print(f"\rRound {index + 1} of {WARM_UP_ROUNDS + rounds} ", end="", file=sys.stderr, flush=True)
            for name, subject in self._subjects.items():
                milliseconds = self._measure(name, subject)
                if index >= WARM_UP_ROUNDS:
                    self._measured[name].append(milliseconds)
        if sys.stderr.isatty():
            print(file=sys.stderr)

    def print_table(self):
        """Medians, in brackets the quartiles, and the ratios of the medians."""
        print(f"{'whole process, ms':38}{'median':>8} {'[quartiles]':>16}  {'ratio':>6}  goal")
        for name, values in self._measured.items():
            low, median, high = statistics.quantiles(values, n=4, method="inclusive")
            row = f"{name:38}{median:8.2f} {f'[{low:.2f}–{high:.2f}]':>16}"
            if name in GOALS:
                reference, most = GOALS[name]
                ratio = median / statistics.median(self._measured[reference])
                row += f"  {ratio:6.2f}  ≤ {most} {reference.split()[0]}  {'met' if ratio <= most else 'missed'}"
            print(row)

    @staticmethod
    def _measure(name, subject):
        subject.prepare()
        # Without setpriv and with as little else as there can be: what a shell needs for a process.
        actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                   (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        start = time.perf_counter()
        pid = os.posix_spawn(subject.command[0], subject.command, subject.environment, file_actions=actions)
        _, status = os.waitpid(pid, 0)
        end = time.perf_counter()
        if status:
            raise Failure(f"'{name}' ended with {os.waitstatus_to_exitcode(status)}.")
        return (end - start) * 1000


class Scene:
    """A user who is logged in, with one profile or many, with an agent or without."""

    def __init__(self, desktop):
        self._desktop = desktop
        self.program = executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth")
        self.sandbox = Sandbox(desktop, "--lifetime", "36000")
        self.has_window = False
        self._configuration = Path(desktop.environment["XDG_CONFIG_HOME"])
        self._many = desktop.folder / "many"
        self._log_in("default")
        shutil.copytree(self._configuration, self._many)
        profiles = self._many / "qci-auth" / "profiles"
        text = (profiles / "default.ini").read_text()
        for number in range(1, MANY_PROFILES):
            (profiles / f"p{number}.ini").write_text(text.replace("name=default", f"name=p{number}"))
        self._log_in("other")

    def environment(self, name, many=False):
        """What a program sees that has the runtime folder of that name."""
        runtime = self._desktop.folder / name
        runtime.mkdir(mode=0o700, exist_ok=True)
        return self._desktop.environment | {
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(self._many if many else self._configuration),
        }

    def with_agent(self, name, many=False):
        """The same, with an agent in that folder: the window, or what stands in for it."""
        environment = self.environment(name, many)
        socket = Path(environment["XDG_RUNTIME_DIR"], "qci-auth", "agent.sock")
        window = self._desktop.start_window(environment=environment)
        try:
            wait_until(socket.exists, "the window offers an agent", AGENT_PATIENCE_S)
            self.has_window = True
        except Failure:
            window.end()
            self._start_stand_in(socket, environment)
        if b'"source":"agent"' not in self._run(["token", "--json"], environment):
            raise Failure("qci-auth does not ask the agent.")
        return environment

    def forget_access_token(self, profile):
        self._desktop.run(["secret-tool", "clear", "server", KEYCHAIN_SERVICE, "user",
                           f"qci-auth/{profile}/access-token"])

    def _start_stand_in(self, socket, environment):
        answer = self._run(["token", "--json"], environment)
        agent = self._desktop.start([sys.executable, "-B", HERE / "agentstandin.py", socket], environment=environment,
                                    stdin=subprocess.PIPE)
        agent.process.stdin.write(answer)
        agent.process.stdin.close()
        wait_until(socket.exists, "the stand-in for the agent listens")

    def _log_in(self, profile):
        self._run(["--profile", profile, "login", "--with-token", "--url", self.sandbox.url],
                  self.environment("no-agent"), self.sandbox.api_token.encode())

    def _run(self, arguments, environment, stdin=b""):
        result = subprocess.run(mortal([self.program, *arguments]), env=environment, input=stdin, capture_output=True,
                                check=False)
        if result.returncode:
            raise Failure(f"qci-auth {arguments[0]} failed: {result.stderr.decode().strip()}")
        return result.stdout


def add_subjects(comparison, scene, bare, bare_keychain):
    """In the order of the table."""
    plain = scene.environment("no-agent")
    header = [scene.program, "header"]
    by_variables = plain | {"QCI_API_URL": scene.sandbox.url, "QCI_TOKEN": scene.sandbox.api_token}
    comparison.add(BARE, [bare], plain)
    comparison.add(AGENT, header, scene.with_agent("agent"))
    comparison.add(AGENT_MANY, header, scene.with_agent("agent-many", many=True))
    comparison.add(BARE_KEYCHAIN, [bare_keychain, KEYCHAIN_SERVICE, "qci-auth/default/access-token"], plain)
    comparison.add(KEYCHAIN, header, plain)
    comparison.add(KEYCHAIN_MANY, header, scene.environment("no-agent", many=True))
    comparison.add(PYTHON, [sys.executable, "-B", PYTHON_CLIENT, "--exchange-only"], by_variables)
    comparison.add(EXCHANGE, header, by_variables)
    comparison.add(EXCHANGE_STORED, [scene.program, "--profile", "other", "header"], plain,
                   lambda: scene.forget_access_token("other"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("barecommand")
    parser.add_argument("barekeychain")
    parser.add_argument("--rounds", type=int, default=40)
    arguments = parser.parse_args()

    try:
        with Desktop() as desktop:
            scene = Scene(desktop)
            comparison = Comparison()
            add_subjects(comparison, scene, arguments.barecommand, arguments.barekeychain)
            comparison.run(arguments.rounds)
            comparison.print_table()
            if not scene.has_window:
                print("The agent is a stand-in in Python: the window offers none.")
    except Failure as failure:
        print(f"Nothing could be measured. {failure}")


if __name__ == "__main__":
    main()
