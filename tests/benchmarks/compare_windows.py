# SPDX-License-Identifier: Apache-2.0
"""Compares the window, logged out and logged in, with a bare Qt window: time to first paint, and memory once idle.

Usage: compare_windows.py FIRSTPAINT BAREWINDOW [--rounds N] [--memory-rounds N]

The programs take turns, so that what else the machine does meets all of them alike. Nothing here fails for being slow:
it prints what was measured, the goal, and what could not be measured.
"""

import argparse
import json
import statistics
import subprocess
import sys
from typing import NamedTuple

from harness import Desktop
from processes import Failure, Sandbox, executable_path
from window import Window

IDLE_MS = 5000
# Caches of the machine, and services that the first program on a session bus wakes.
WARM_UP_ROUNDS = 2
BARE = "bare Qt window"
# What the first letter costs, which no window that says something can save: fonts and their database.
BARE_WITH_TEXT = "bare Qt window with a word in it"
LOGGED_OUT = "logged out"
LOGGED_IN = "logged in"
# Key in a measurement, caption, unit, divisor, goal.
QUANTITIES = [
    ("painted_ms", "exec to first paint", "ms", 1, 1.5),
    ("rss_kib", "resident memory (RSS), idle", "MiB", 1024, 1.6),
    # Libraries are shared out among all programs that use them, so other Qt programs on the machine make it smaller.
    ("pss_kib", "proportional memory (PSS), idle", "MiB", 1024, None),
]


class BareDesktop(Desktop):
    """Without a window manager: its work would be the same share of every start, and hide what differs."""

    def _start_window_manager(self):
        pass


class Subject(NamedTuple):
    """A program to be measured, with the environment that decides what it finds."""
    command: list
    environment: dict


class Comparison:
    """Measures in turns and prints a table."""

    def __init__(self, desktop, firstpaint):
        self._desktop = desktop
        self._firstpaint = firstpaint
        self._subjects = {}
        self._measured = {}
        self._troubles = {}

    def add(self, name, command, configuration):
        """A program, and the configuration folder that it finds."""
        environment = dict(self._desktop.environment)
        # As on a desktop where nobody uses a screen reader.
        del environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"]
        environment["XDG_CONFIG_HOME"] = str(configuration)
        self._subjects[name] = Subject(list(map(str, command)), environment)
        self._measured[name] = []

    def run(self, rounds, memory_rounds):
        """Rounds of time alone, then some in which the memory is read too, which takes its time."""
        for _ in range(WARM_UP_ROUNDS):
            for name in self._subjects:
                self._measure(name, 0)
        for index in range(rounds + memory_rounds):
            if sys.stderr.isatty():
                print(f"\rRound {index + 1} of {rounds + memory_rounds} ", end="", file=sys.stderr, flush=True)
            for name in self._subjects:
                measurement = self._measure(name, IDLE_MS if index >= rounds else 0)
                if measurement:
                    self._measured[name].append(measurement)
        if sys.stderr.isatty():
            print(file=sys.stderr)

    def print_table(self):
        """Medians, in brackets the quartiles, and the ratios of the medians."""
        print(f"{'':36}{'median':>8} {'[quartiles]':>16}  {'ratio':>6}  goal")
        for key, caption, unit, divisor, goal in QUANTITIES:
            print(f"{caption}, {unit}")
            bare = self._values(BARE, key, divisor)
            for name in self._measured:
                print("  " + self._row(name, self._values(name, key, divisor), bare, goal))
        for name, trouble in self._troubles.items():
            print(f"Not measured: {name}. {trouble}")

    @staticmethod
    def _row(name, values, bare, goal):
        if len(values) < 2:
            return f"{name:34}{'–':>8}"
        median = statistics.median(values)
        low, _, high = statistics.quantiles(values, n=4, method="inclusive")
        row = f"{name:34}{median:8.1f} {f'[{low:.1f}–{high:.1f}]':>16}"
        if name == BARE or len(bare) < 2:
            return row
        ratio = median / statistics.median(bare)
        row += f"  {ratio:6.2f}"
        if goal:
            row += f"  ≤ {goal}  {'met' if ratio <= goal else 'missed'}"
        return row

    def _values(self, name, key, divisor):
        return [measurement[key] / divisor for measurement in self._measured[name] if measurement.get(key) is not None]

    def _measure(self, name, idle_ms):
        if name in self._troubles:
            return None
        subject = self._subjects[name]
        result = subprocess.run([self._firstpaint, str(idle_ms), *subject.command], env=subject.environment,
                                capture_output=True, text=True, check=False)
        if result.returncode:
            self._troubles[name] = result.stderr.strip()
            return None
        return json.loads(result.stdout)


def log_in_once(desktop, sandbox):
    """Leaves a profile behind, and its API token in the keyring."""
    window = Window(desktop)
    window.log_in(sandbox)
    window.quit()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("firstpaint")
    parser.add_argument("barewindow")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--memory-rounds", type=int, default=5)
    arguments = parser.parse_args()

    program = executable_path("QCIAUTH_DESKTOP_EXECUTABLE", "qci-auth-desktop")
    try:
        with BareDesktop() as desktop:
            sandbox = Sandbox(desktop)
            log_in_once(desktop, sandbox)
            empty = desktop.folder / "empty"
            empty.mkdir()
            comparison = Comparison(desktop, arguments.firstpaint)
            comparison.add(BARE, [arguments.barewindow], empty)
            comparison.add(BARE_WITH_TEXT, [arguments.barewindow, "Text"], empty)
            comparison.add(LOGGED_OUT, [program], empty)
            comparison.add(LOGGED_IN, [program], desktop.environment["XDG_CONFIG_HOME"])
            comparison.run(arguments.rounds, arguments.memory_rounds)
            comparison.print_table()
    except Failure as failure:
        print(f"Nothing could be measured. {failure}")


if __name__ == "__main__":
    main()
