# SPDX-License-Identifier: Apache-2.0
"""Measures what many profiles cost: start, memory and wake-ups of a window that keeps all of them refreshed, and the
answer of qci-auth, each beside the same with one profile."""

import json
import time
from pathlib import Path

from compare_windows import BareDesktop
from manyprofiles import ManyProfiles
from measuring import benchmark_program, in_turns, process_ms, require_success, run_part
from processes import Failure, Sandbox, executable_path, wait_until

COUNTS = [1, 10, 100, 1000]
START_ROUNDS = 10
QUICK_START_ROUNDS = 3
ANSWER_ROUNDS = 40
QUICK_ANSWER_ROUNDS = 10
# Each session looks at the clock every half minute.
WATCHED_S = 30
# A window that has used no processor for so long has started all its sessions.
CALM_S = 2
# A thousand sessions read two thousand secrets.
STARTED_PATIENCE_S = 90
START_LIMIT = 1.2
MEMORY_LIMIT_MIB = 5
WAKE_UPS_LIMIT = 1.2


def measure(report, options):
    with BareDesktop() as desktop:
        # Longer than any benchmark takes: nothing is exchanged meanwhile.
        sandbox = Sandbox(desktop, "--lifetime", "36000")
        many = ManyProfiles(desktop, sandbox, COUNTS[-1])
        measure_start(report, many, QUICK_START_ROUNDS if options.quick else START_ROUNDS)
        windows = {count: RunningWindow(desktop, many, count) for count in COUNTS}
        compare(report, "resident memory of the window, all sessions started", "MiB",
                {count: [window.resident_mib()] for count, window in windows.items()},
                most_above=MEMORY_LIMIT_MIB)
        measure_answer(report, many, QUICK_ANSWER_ROUNDS if options.quick else ANSWER_ROUNDS)
        measure_wake_ups(report, windows)


def measure_start(report, many, rounds):
    program = executable_path("QCIAUTH_DESKTOP_EXECUTABLE", "qci-auth-desktop")

    def start(count):
        output = require_success([benchmark_program("firstpaint"), program], many.environment(count))
        return json.loads(output)["painted_ms"]

    compare(report, "window, exec to first paint", "ms",
            in_turns({count: lambda count=count: start(count) for count in COUNTS}, rounds), START_LIMIT)


def measure_answer(report, many, rounds):
    command = [many.program, "header"]
    for count in COUNTS:
        source = json.loads(require_success([many.program, "token", "--json"], many.environment(count)))["source"]
        if source != "agent":
            raise Failure(f"The window with {count} profiles does not answer.")
    compare(report, "qci-auth header, from the agent", "ms",
            in_turns({count: lambda count=count: process_ms(command, many.environment(count)) for count in COUNTS},
                     rounds), START_LIMIT)


def measure_wake_ups(report, windows):
    before = {count: window.wake_ups() for count, window in windows.items()}
    began = time.monotonic()
    time.sleep(WATCHED_S)
    elapsed = time.monotonic() - began
    compare(report, "wake-ups of the visible window's timers", "a second",
            {count: [(window.wake_ups() - before[count]) / elapsed] for count, window in windows.items()},
            WAKE_UPS_LIMIT)


def compare(report, what, unit, results, limit=None, most_above=None):
    """A row for each number of profiles, beside one profile. limit: of the ratio. most_above: of the difference."""
    alone, *others = COUNTS
    for count in others:
        words = f"{what}, {count:,} profiles"
        if most_above is None:
            report.add(words, unit, results[count], "one profile", results[alone], limit)
        else:
            above = results[count][0] - results[alone][0]
            report.add(words, unit, results[count], "one profile", results[alone], most_above,
                       goal=f"+ ≤ {most_above} {unit}", value=above, note=f"{above:.1f} {unit} more")


class RunningWindow:
    """A window with so many profiles that has started all their sessions."""

    def __init__(self, desktop, many, count):
        environment = many.environment(count)
        self._window = desktop.start_window(environment=environment)
        self._folder = Path("/proc", str(self._window.pid))
        socket = Path(environment["XDG_RUNTIME_DIR"], "qci-auth", "agent.sock")
        wait_until(socket.exists, "the window offers an agent")
        self._wait_until_calm(count)

    def resident_mib(self):
        return int(self._field(self._folder / "status", "VmRSS").split()[0]) / 1024

    def wake_ups(self):
        """Voluntary context switches of the main thread so far: there all timers are, and it has been awake whenever it
        sleeps again."""
        return int(self._field(self._folder / "status", "voluntary_ctxt_switches"))

    def _wait_until_calm(self, count):
        deadline = time.monotonic() + STARTED_PATIENCE_S
        used = -1
        while (now := self._processor_ticks()) != used:
            if time.monotonic() > deadline:
                raise Failure(f"The window with {count} profiles is busy for more than {STARTED_PATIENCE_S} s.")
            used = now
            time.sleep(CALM_S)

    def _processor_ticks(self):
        # After the name, which may have anything in it.
        fields = (self._folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    @staticmethod
    def _field(path, name):
        lines = path.read_text(encoding="utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith(name + ":"))


if __name__ == "__main__":
    run_part(__doc__, measure)
