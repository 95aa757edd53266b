# SPDX-License-Identifier: Apache-2.0
"""Measures the library within a program: cached headers beside those of the Python client, the time from an answer's
last byte to the signal, and how often a thousand callers exchange."""

import statistics
import subprocess
import sys
from pathlib import Path

from harness import Desktop
from measuring import benchmark_program, in_turns, require_success, run_part
from processes import Failure, Sandbox, mortal
from relay import Relay

HERE = Path(__file__).resolve().parent
PYTHON = "the Python client's property"
ROUNDS = 15
QUICK_ROUNDS = 4
LIBRARY_CALLS = 20_000
PYTHON_CALLS = 2_000
EXCHANGES = 1_000
CALLERS = 1_000


def measure(report, options):
    # Without a token in the keyring or a window: the library knows neither.
    with Desktop(keyring=False, display=False) as desktop:
        sandbox = Sandbox(desktop, "--lifetime", "36000")
        variables = desktop.environment | {"QCI_API_URL": sandbox.url, "QCI_TOKEN": sandbox.api_token}
        measure_cached_headers(report, variables, QUICK_ROUNDS if options.quick else ROUNDS)
        measure_last_byte(report, desktop.environment, EXCHANGES // 5 if options.quick else EXCHANGES)
        count_posts(report, variables, sandbox)


def measure_cached_headers(report, variables, rounds):
    def run(command):
        return lambda: float(require_success(command, variables))

    library = [benchmark_program("cachedheaders"), LIBRARY_CALLS]
    results = in_turns({
        "future": run([*library, "future"]),
        "plain": run([*library, "plain"]),
        "bare": run([*library, "bare"]),
        "python": run([sys.executable, "-B", HERE / "cachedheaders.py", PYTHON_CALLS]),
    }, rounds)
    future = statistics.median(results["bare"])
    report.add("cached headers() in a program", "ns", results["future"], PYTHON, results["python"], 1 / 50,
               note=f"a finished QFuture of such a list alone takes {future:.0f} ns, "
                    f"1/{statistics.median(results['python']) / future:.0f} of the property")
    report.add("cachedHeaders(), which makes no future", "ns", results["plain"], PYTHON, results["python"], 1 / 50)


def measure_last_byte(report, environment, exchanges):
    lines = require_success([benchmark_program("lastbyte"), exchanges], environment).decode().splitlines()
    signalled, answered = zip(*([float(word) / 1000 for word in line.split()] for line in lines))
    if len(signalled) != exchanges:
        raise Failure(f"{exchanges} exchanges were wanted, and {len(signalled)} were measured.")
    late = statistics.quantiles(signalled, n=100, method="inclusive")[98]
    report.add("exchange in a warm program, from the answer's last byte to the signal", "ms", signalled, limit=1,
               note=f"over plain HTTP on loopback; the 99th percentile is {late:.2f} ms, and the caller's future has "
                    f"finished after {statistics.median(answered):.2f} ms")


def count_posts(report, variables, sandbox):
    with Relay(sandbox.port) as relay:
        command = [benchmark_program("manycallers"), str(CALLERS)]
        result = subprocess.run(mortal(command), env=variables | {"QCI_API_URL": relay.url}, capture_output=True,
                                check=False)
        if result.returncode or result.stdout.split() != [b"1"]:
            raise Failure(f"{CALLERS} callers did not get one and the same header: {result.stderr.decode().strip()}")
        report.add(f"{CALLERS:,} callers in one program", "POST", [relay.exchanges()], limit=1)


if __name__ == "__main__":
    run_part(__doc__, measure)
