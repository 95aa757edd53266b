# SPDX-License-Identifier: Apache-2.0
"""What all benchmarks share: turns, statistics, rows and their table.

A part of `./dev bench` is a script that hands a function to `run_part`. The function measures, and adds to the report
that it is given. Nothing here fails for being slow: a goal is met or missed, and what could not be measured is said.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from processes import Failure

ROOT = Path(__file__).resolve().parents[2]
# Caches of the machine, and services that the first program on a session bus wakes.
WARM_UP_ROUNDS = 2
# A slow machine has its figures in time, from fewer rounds, but from no fewer than these.
BUDGET_S = 75
FEWEST_ROUNDS = 5


def in_turns(subjects, rounds, warm_up=WARM_UP_ROUNDS, budget_s=BUDGET_S):
    """Calls all subjects, functions by name, one after the other, and again (A B A B), so that what else the machine
    does meets all of them alike. Returns what they returned, as lists by name."""
    results = {name: [] for name in subjects}
    began = time.monotonic()
    for index in range(warm_up + rounds):
        if index >= warm_up + FEWEST_ROUNDS and time.monotonic() > began + budget_s:
            break
        if sys.stderr.isatty():
            print(f"\rRound {index + 1} of {warm_up + rounds} ", end="", file=sys.stderr, flush=True)
        for name, subject in subjects.items():
            result = subject()
            if index >= warm_up:
                results[name].append(result)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
    return results


def process_ms(command, environment):
    """Runs a program from its start to its end, without output; returns how long it took, in milliseconds."""
    command = list(map(str, command))
    # With as little as there can be: what a shell needs for a process.
    actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
               (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, environment, file_actions=actions)
    _, status = os.waitpid(pid, 0)
    end = time.perf_counter()
    if status:
        raise Failure(f"{Path(command[0]).name} ended with {os.waitstatus_to_exitcode(status)}.")
    return (end - start) * 1000


def require_success(command, environment):
    """Runs a program once and returns its output: only one that works is worth measuring."""
    result = subprocess.run(list(map(str, command)), env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                            check=False)
    if result.returncode:
        raise Failure(f"{Path(command[0]).name} ended with {result.returncode}: "
                      f"{result.stderr.decode(errors='replace').strip()}")
    return result.stdout


def benchmark_program(name):
    """A program that is built for the benchmarks alone."""
    path = ROOT / "build" / "release" / "benchmarks" / name
    if not path.exists():
        raise Failure(f"{path} does not exist. ./dev bench builds it.")
    return path


def unwatched(desktop):
    """Its environment where nobody uses a screen reader."""
    return {name: value for name, value in desktop.environment.items() if name != "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"}


def summary(values):
    """Median, quartiles and number of what was measured."""
    values = list(values)
    if len(values) < 2:
        low = median = high = values[0]
    else:
        low, median, high = statistics.quantiles(values, n=4, method="inclusive")
    return {"median": median, "low": low, "high": high, "n": len(values)}


def goal_text(limit, unit=""):
    """`≤ 1/12` for a small part of the other, `≤ 2` or `≤ 1 ms` otherwise."""
    parts = round(1 / limit) if 0 < limit < 1 else 0
    if parts and not unit and abs(limit * parts - 1) < 1e-9:
        return f"≤ 1/{parts}"
    return f"≤ {limit:g} {unit}".rstrip()


def make_row(what, unit, values, against=None, alternative=None, limit=None, goal=None, value=None, note="",
             is_absolute=False):
    """A row of the report.

    values, alternative: what was measured of the subject, and of what it is compared `against`.
    limit: the most that the ratio of the medians may be; where there is no alternative, or it is_absolute, the most
    that the median may be.
    value: what is compared with the limit where it is neither of these; `goal` then says it in words.
    """
    row = {"what": what, "against": against, "unit": unit, "subject": summary(values),
           "alternative": summary(alternative) if alternative else None, "ratio": None, "goal": goal, "limit": limit,
           "value": value, "met": None, "note": note}
    if row["alternative"] and row["alternative"]["median"] and not is_absolute:
        row["ratio"] = row["subject"]["median"] / row["alternative"]["median"]
    if limit is not None:
        if row["value"] is None:
            row["value"] = row["subject"]["median"] if row["ratio"] is None else row["ratio"]
        row["met"] = row["value"] <= limit
        row["goal"] = goal or goal_text(limit, unit if row["ratio"] is None else "")
    return row


class Report:
    """Rows, and what could not be measured."""

    def __init__(self):
        self.rows = []
        self.unmeasured = []

    def add(self, *arguments, **keywords):
        """A row, by the arguments of make_row."""
        self.rows.append(make_row(*arguments, **keywords))

    def add_unmeasured(self, what, why):
        self.unmeasured.append({"what": what, "why": str(why)})

    def write(self, path):
        path.write_text(json.dumps({"rows": self.rows, "unmeasured": self.unmeasured}, ensure_ascii=False, indent=1),
                        encoding="utf-8")

    def read(self, path):
        """Adds what another process wrote."""
        read = json.loads(path.read_text(encoding="utf-8"))
        self.rows += read["rows"]
        self.unmeasured += read["unmeasured"]

    def text(self):
        """The table, for a terminal, and what could not be measured."""
        lines = [HEADINGS] + [cells(row) for row in self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
        written = [aligned(line, widths) for line in lines if self.rows]
        notes = [f"{row['what']}: {row['note']}" for row in self.rows if row["note"]]
        return "\n".join(written + notes + self._unmeasured_lines())

    def markdown(self):
        """The same, as Markdown."""
        lines = ["| " + " | ".join(HEADINGS) + " |", "|---|---:|---|---:|---:|---|---|"]
        lines += ["| " + " | ".join(cells(row)) + " |" for row in self.rows]
        notes = [f"- {row['what']}: {row['note']}" for row in self.rows if row["note"]]
        missing = [f"- {line}" for line in self._unmeasured_lines()]
        return "\n".join(lines + [""] * bool(notes) + notes + [""] * bool(missing) + missing)

    def _unmeasured_lines(self):
        return [f"Not measured: {entry['what']}. {entry['why']}" for entry in self.unmeasured]


HEADINGS = ["what", "median [quartiles]", "against", "median [quartiles]", "ratio", "goal", ""]


def cells(row):
    """The words of a row, under the headings."""
    met = {True: "met", False: "missed", None: ""}[row["met"]]
    return [row["what"], quantity(row["subject"], row["unit"]), row["against"] or "–",
            quantity(row["alternative"], row["unit"]) if row["alternative"] else "–",
            number(row["ratio"]) if row["ratio"] is not None else "–", row["goal"] or "–", met]


def aligned(line, widths):
    numbers = (1, 3, 4)
    return "  ".join(cell.rjust(width) if column in numbers else cell.ljust(width)
                     for column, (cell, width) in enumerate(zip(line, widths))).rstrip()


def quantity(values, unit):
    spread = f" [{number(values['low'])}–{number(values['high'])}]" if values["n"] > 1 else ""
    return f"{number(values['median'])}{spread} {unit}".rstrip()


def number(value):
    """Three digits that count, or all there are of a larger whole number."""
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def run_part(description, measure, add_options=None):
    """The main function of a part: measure(report, options)."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="measure less often, for a first look")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there, and print nothing")
    if add_options:
        add_options(parser)
    options = parser.parse_args()
    report = Report()
    try:
        measure(report, options)
    except Failure as failure:
        report.add_unmeasured("the rest of this part", failure)
    except Exception as failure:  # whatever it is, the report is to say it
        report.add_unmeasured("the rest of this part", f"{type(failure).__name__}: {failure}")
    finally:
        # Also where it is ended before its time: what is there is there.
        if options.json:
            report.write(options.json)
        else:
            print(report.text())
