# SPDX-License-Identifier: Apache-2.0
"""Counts how often the window wakes the processor while nothing happens: visible, minimised, and logged out.

Usage: count_wakeups.py [--seconds N] [--results FILE]

A wake-up is a voluntary context switch of any thread of the process, as the kernel counts them: a thread that sleeps
again has been awake. Nothing here fails for being slow: it prints what was measured, and the goal.
"""

import argparse
import sys
import time
from contextlib import suppress
from pathlib import Path

from harness import Desktop
from processes import Failure, Sandbox, wait_until
from window import Window

# The first health check, the tooltip of the pointer that happens to be there, and what a start leaves to be done.
SETTLE_S = 10
# Threads of a health check live shortly: often enough to see nearly all that they do.
SAMPLE_S = 0.02
GOAL_VISIBLE = 1.2


def wake_ups(pid):
    """Voluntary context switches of all threads so far, by thread and name."""
    counts = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(OSError):
            fields = dict(line.split(":\t", 1) for line in (task / "status").read_text().splitlines() if ":\t" in line)
            counts[f"{task.name} {fields['Name']}"] = int(fields["voluntary_ctxt_switches"])
    return counts


class Subject:
    """The window, started as on a desktop where nobody uses a screen reader."""

    def __init__(self, desktop, configuration):
        environment = dict(desktop.environment)
        del environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"]
        environment["XDG_CONFIG_HOME"] = str(configuration)
        self._desktop = desktop
        self._program = desktop.start_window(environment=environment)
        desktop.wait_for_title("QCi Auth")

    def minimise(self):
        self._xdotool("search", "--onlyvisible", "--name", "QCi Auth", "windowminimize")
        wait_until(lambda: self._desktop.run(["xdotool", "search", "--onlyvisible", "--name", "QCi Auth"])[0] != 0,
                   "the window is minimised")

    def rates(self, seconds):
        """Wake-ups a second by name of the thread."""
        time.sleep(SETTLE_S)
        before, began = wake_ups(self._program.pid), time.monotonic()
        last = dict(before)
        while time.monotonic() < began + seconds:
            time.sleep(SAMPLE_S)
            last |= wake_ups(self._program.pid)
        if self._program.has_ended():
            raise Failure("The window ended while it was watched.")
        elapsed = time.monotonic() - began
        rates = {}
        for thread, count in last.items():
            name = thread.partition(" ")[2]
            rates[name] = rates.get(name, 0) + (count - before.get(thread, 0)) / elapsed
        return {name: rate for name, rate in rates.items() if rate}

    def end(self):
        self._program.end()

    def _xdotool(self, *arguments):
        code, _, error = self._desktop.run(["xdotool", *arguments])
        if code:
            raise Failure(f"xdotool: {error.decode(errors='replace').strip()}")


def table(rows, seconds):
    """What was measured, as Markdown."""
    lines = [f"| window | wake-ups a second, over {seconds} s | goal | by thread |", "|---|---:|---|---|"]
    for caption, rates, goal in rows:
        total = sum(rates.values())
        verdict = f"≤ {goal}, {'met' if total <= goal else 'missed'}" if goal else "–"
        threads = ", ".join(f"{name} {rate:.2f}" for name, rate in sorted(rates.items(), key=lambda item: -item[1]))
        lines.append(f"| {caption} | {total:.2f} | {verdict} | {threads} |")
    return "\n".join(lines)


def measure(seconds):
    rows = []
    with Desktop() as desktop:
        sandbox = Sandbox(desktop)
        window = Window(desktop)
        window.log_in(sandbox)
        window.quit()
        subject = Subject(desktop, desktop.environment["XDG_CONFIG_HOME"])
        rows.append(("logged in, visible", subject.rates(seconds), GOAL_VISIBLE))
        subject.minimise()
        rows.append(("logged in, minimised", subject.rates(seconds), None))
        subject.end()
        empty = desktop.folder / "empty"
        empty.mkdir()
        subject = Subject(desktop, empty)
        rows.append(("logged out, visible", subject.rates(seconds), GOAL_VISIBLE))
        subject.end()
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--results", type=Path, help="a file to which the table is written too")
    arguments = parser.parse_args()
    try:
        text = table(measure(arguments.seconds), arguments.seconds)
    except Failure as failure:
        sys.exit(f"Nothing could be measured. {failure}")
    print(text)
    if arguments.results:
        heading = "<!-- SPDX-License-Identifier: Apache-2.0 -->\n# Wake-ups of the idle window\n\n"
        arguments.results.write_text(heading + text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
