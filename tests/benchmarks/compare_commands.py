# SPDX-License-Identifier: Apache-2.0
"""Compares `qci-auth header` with bare programs and with the Python client, each from its start to its end."""

import json
import subprocess
import sys
from pathlib import Path

from authority import Authority
from frontservers import Nginx
from harness import KEYCHAIN_SERVICE, Desktop
from measuring import ROOT, benchmark_program, in_turns, process_ms, require_success, run_part
from processes import Failure, Sandbox, executable_path, mortal, wait_until

PYTHON_CLIENT = ROOT / "tests" / "e2e" / "python_client.py"
ROUNDS = 40
QUICK_ROUNDS = 10

BARE = "bare QCoreApplication"
BARE_KEYCHAIN = "bare QtKeychain read"
BARE_POST = "bare Qt program that posts over TLS"
PYTHON = "Python client, import and exchange"
PYTHON_TLS = "Python client, same server"
AGENT = "qci-auth header, from the agent"
KEYCHAIN = "qci-auth header, from the keychain"
EXCHANGE = "qci-auth header, cold: an exchange over TLS"
EXCHANGE_STORED = "the same, API token from the keychain"


class Scene:
    """A user who is logged in, with an agent or without, at a service with TLS or without."""

    def __init__(self, desktop):
        self._desktop = desktop
        self.program = executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth")
        self.sandbox = Sandbox(desktop, "--lifetime", "36000")
        authority = Authority(desktop)
        # The service as it is in the world: somebody's TLS in front of it.
        self.tls_url = Nginx(desktop, authority, self.sandbox.port).tls13
        self.trusting = {"SSL_CERT_FILE": str(authority.ca), "REQUESTS_CA_BUNDLE": str(authority.ca)}
        self._log_in("default", self.sandbox.url)
        self._log_in("tls", self.tls_url)

    def environment(self, name="no-agent"):
        """What a program sees that has the runtime folder of that name."""
        runtime = self._desktop.folder / name
        runtime.mkdir(mode=0o700, exist_ok=True)
        return self._desktop.environment | {"XDG_RUNTIME_DIR": str(runtime)}

    def environment_with_agent(self):
        """The same, with an agent in that folder: the window."""
        environment = self.environment("agent")
        socket = Path(environment["XDG_RUNTIME_DIR"], "qci-auth", "agent.sock")
        self._desktop.start_window(environment=environment)
        wait_until(socket.exists, "the window offers an agent")
        wait_until(lambda: self._source([], environment) == "agent", "the agent has a token")
        return environment

    def variables(self, url):
        """Of a user who has both variables set."""
        return self.environment() | self.trusting | {"QCI_API_URL": url, "QCI_TOKEN": self.sandbox.api_token}

    def forget_access_token(self, profile):
        self._desktop.run(["secret-tool", "clear", "server", KEYCHAIN_SERVICE, "user",
                           f"qci-auth/{profile}/access-token"])

    def header(self, source, environment, options=(), prepare=lambda: None):
        """`qci-auth header`, after a look at where its token is from."""
        prepare()
        if (found := self._source(options, environment)) != source:
            raise Failure(f"qci-auth takes the token from the {found}, where it should be the {source}.")
        return Subject([self.program, *options, "header"], environment, prepare)

    def _source(self, options, environment):
        return json.loads(self._run([*options, "token", "--json"], environment))["source"]

    def _log_in(self, profile, url):
        self._run(["--profile", profile, "login", "--with-token", "--url", url],
                  self.environment() | self.trusting, self.sandbox.api_token.encode())

    def _run(self, arguments, environment, stdin=b""):
        result = subprocess.run(mortal([self.program, *arguments]), env=environment, input=stdin, capture_output=True,
                                check=False)
        if result.returncode:
            raise Failure(f"qci-auth {arguments[0]} failed: {result.stderr.decode().strip()}")
        return result.stdout


class Subject:
    """A program, and what is done each time before it starts."""

    def __init__(self, command, environment, prepare=lambda: None):
        self._command = command
        self._environment = environment
        self._prepare = prepare
        prepare()
        require_success(command, environment)

    def __call__(self):
        self._prepare()
        return process_ms(self._command, self._environment)


def subjects(scene):
    """In the order of the table."""
    plain = scene.environment()
    python = [sys.executable, "-B", PYTHON_CLIENT, "--exchange-only"]
    return {
        BARE: Subject([benchmark_program("barecommand")], plain),
        AGENT: scene.header("agent", scene.environment_with_agent()),
        BARE_KEYCHAIN: Subject([benchmark_program("barekeychain"), KEYCHAIN_SERVICE, "qci-auth/default/access-token"],
                               plain),
        KEYCHAIN: scene.header("keychain", plain),
        PYTHON: Subject(python, scene.variables(scene.sandbox.url)),
        PYTHON_TLS: Subject(python, scene.variables(scene.tls_url)),
        BARE_POST: Subject([benchmark_program("barepost")], scene.variables(scene.tls_url)),
        EXCHANGE: scene.header("network", scene.variables(scene.tls_url)),
        EXCHANGE_STORED: scene.header("network", plain | scene.trusting, ["--profile", "tls"],
                                      lambda: scene.forget_access_token("tls")),
    }


def measure(report, options):
    with Desktop() as desktop:
        measured = in_turns(subjects(Scene(desktop)), QUICK_ROUNDS if options.quick else ROUNDS)
    for subject, alternative, limit in ((AGENT, BARE, 2.0), (AGENT, PYTHON, 1 / 12), (KEYCHAIN, BARE_KEYCHAIN, 1.3),
                                        (EXCHANGE, PYTHON_TLS, 1 / 4), (EXCHANGE, BARE_POST, None),
                                        (EXCHANGE_STORED, PYTHON_TLS, None)):
        report.add(subject, "ms", measured[subject], alternative, measured[alternative], limit)


if __name__ == "__main__":
    run_part(__doc__, measure)
