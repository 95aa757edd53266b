# SPDX-License-Identifier: Apache-2.0
"""Measures crowds: two hundred programs that want a header at once, and an agent that many clients ask without a
pause."""

import json
import statistics
import subprocess
from pathlib import Path

from harness import KEYCHAIN_SERVICE, Desktop
from measuring import benchmark_program, in_turns, require_success, run_part, unwatched
from processes import PATIENCE_S, Failure, Sandbox, executable_path, mortal, wait_until
from relay import Relay

PROGRAMS = 200
CLIENTS = 64
REQUESTS = 20_000
ROUNDS = 5
QUICK_ROUNDS = 2
P99_LIMIT_MS = 2
WAYS = {"stay": "each on one connection", "reconnect": "a connection for each request, as qci-auth makes"}


def measure(report, options):
    with Desktop() as desktop:
        crowd = Crowd(desktop)
        crowd.count_posts(report)
        crowd.measure_agent(report, QUICK_ROUNDS if options.quick else ROUNDS)


class Crowd:
    """A user who is logged in, and whose access token stays valid."""

    def __init__(self, desktop):
        self._desktop = desktop
        self._program = executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth")
        self._sandbox = Sandbox(desktop, "--lifetime", "36000")

    def count_posts(self, report):
        """As many programs as there may be on a large machine, none of which finds a token."""
        with Relay(self._sandbox.port) as relay:
            self._log_in(relay.url)
            self._desktop.run(["secret-tool", "clear", "server", KEYCHAIN_SERVICE, "user",
                               "qci-auth/default/access-token"])
            before = relay.exchanges()
            headers = self._run_at_once()
            posts = relay.exchanges() - before
        if len(set(headers)) != 1:
            raise Failure(f"{PROGRAMS} programs got {len(set(headers))} different headers.")
        report.add(f"{PROGRAMS} processes of qci-auth header at once", "POST", [posts], limit=1)

    def measure_agent(self, report, rounds):
        """The window answers clients that ask again as soon as they are answered, and so does a bare program."""
        self._log_in(self._sandbox.url)
        environment = unwatched(self._desktop)
        self._desktop.start_window(environment=environment)
        socket = Path(environment["XDG_RUNTIME_DIR"], "qci-auth", "agent.sock")
        wait_until(socket.exists, "the window offers an agent")
        answer = []
        wait_until(lambda: b'"source":"agent"' in self._answer(answer, environment), "the agent has a token")
        agents = {"window": socket, "bare": self._start_bare_agent(answer[-1])}
        runs = {(way, agent): lambda way=way, agent=agent: json.loads(require_success(
            [benchmark_program("agentload"), agents[agent], CLIENTS, REQUESTS, way], environment))
            for way in WAYS for agent in agents}
        results = in_turns(runs, rounds, warm_up=1)
        for way, words in WAYS.items():
            self._add_agent_row(report, words, results[way, "window"], results[way, "bare"])

    def _answer(self, answers, environment):
        answers.append(require_success([self._program, "token", "--json"], environment))
        return answers[-1]

    def _start_bare_agent(self, answer):
        """Answers with what the window does, or as good as that."""
        socket = self._desktop.folder / "bare.sock"
        bare = self._desktop.start([benchmark_program("bareagent"), socket], stdin=subprocess.PIPE)
        bare.process.stdin.write(answer)
        bare.process.stdin.close()
        wait_until(socket.exists, "the bare agent listens")
        return socket

    @staticmethod
    def _add_agent_row(report, words, results, bare):
        def of(key, measured):
            return [result[key] / 1000 for result in measured]

        failures = sum(result["failures"] for result in results)
        answers = sum(result["answers"] for result in results)
        rate = answers / sum(result["seconds"] for result in results)
        late, late_bare = (statistics.median(of("p99_us", measured)) for measured in (results, bare))
        goal = f"p99 ≤ {P99_LIMIT_MS} ms, no failure"
        # Whoever fails is not answered in time.
        report.add(f"agent under {CLIENTS} clients in a loop, {words}", "ms", of("median_us", results),
                   "a bare QLocalServer with a fixed answer", of("median_us", bare), P99_LIMIT_MS, goal,
                   late if failures == 0 else float(P99_LIMIT_MS + failures),
                   note=f"the 99th percentile is {late:.2f} ms, of the bare one {late_bare:.2f} ms; {failures} "
                        f"failures of {answers + failures:,}; {rate:,.0f} answers a second")

    def _log_in(self, url):
        result = subprocess.run(mortal([self._program, "login", "--with-token", "--url", url]), check=False,
                                env=self._desktop.environment, input=self._sandbox.api_token.encode(),
                                capture_output=True)
        if result.returncode:
            raise Failure(f"qci-auth login failed: {result.stderr.decode().strip()}")

    def _run_at_once(self):
        """Starts all, which wait for a word, gives it, and returns what each has printed."""
        script = 'read -r word && exec "$0" header'
        running = [subprocess.Popen(mortal(["sh", "-c", script, self._program]), env=self._desktop.environment,
                                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                   for _ in range(PROGRAMS)]
        try:
            for process in running:
                process.stdin.write(b"go\n")
                process.stdin.flush()
            ended = [(*process.communicate(timeout=3 * PATIENCE_S), process.returncode) for process in running]
        except subprocess.TimeoutExpired:
            raise Failure(f"{PROGRAMS} programs did not end in time.") from None
        finally:
            for process in running:
                process.kill()
                process.communicate()
        for _, error, code in ended:
            if code:
                raise Failure(f"One of {PROGRAMS} programs ended with {code}: {error.decode().strip()}")
        return [out for out, _, _ in ended]


if __name__ == "__main__":
    run_part(__doc__, measure)
