# SPDX-License-Identifier: Apache-2.0
"""Compares the window, logged out and logged in, with a bare Qt window and with programs that people know: from its
start to its first paint, and to the moment when it shows that the service is well.

When that is, the screen tells: the picture beside the word for the health is another one as long as there is no answer.
Where it is, and which pixel of it differs, is found out before, with a service that stands still.
"""

import json
import os
import shutil
import signal
import statistics
import subprocess
import tempfile
from pathlib import Path

from harness import Desktop
from measuring import benchmark_program, in_turns, run_part, unwatched
from processes import Failure, Sandbox, executable_path, is_stopped, mortal, wait_until
from window import Window

ROUNDS = 25
QUICK_ROUNDS = 5

# A file system in memory.
MEMORY = "/dev/shm"

BARE = "bare Qt window"
# What the first letter costs, which no window that says something can save: fonts and their database.
BARE_WITH_TEXT = "bare Qt window with a word in it"
KEEPASSXC = "KeePassXC, first paint"
SEAHORSE = "Seahorse, first paint"
OTHERS = {KEEPASSXC: "keepassxc", SEAHORSE: "seahorse"}
LOGGED_OUT = "window, logged out, to first paint"
LOGGED_IN = "window, logged in, to first paint"
HEALTH = "window, logged in, to health shown"
# Subject, what it is compared with, and the most that it may be of that.
COMPARISONS = [
    (LOGGED_OUT, BARE, 1.5),
    (LOGGED_IN, BARE, 1.5),
    (LOGGED_IN, BARE_WITH_TEXT, None),
    (LOGGED_IN, KEEPASSXC, 1 / 2),
    (LOGGED_IN, SEAHORSE, None),
    (HEALTH, BARE, 2.0),
    (HEALTH, KEEPASSXC, 1 / 2),
    (HEALTH, SEAHORSE, None),
]


class BareDesktop(Desktop):
    """Without a window manager: its work would be the same share of every start, and hide what differs. The runtime
    folder is in memory, as everywhere where somebody logs in: the program syncs its lock file."""

    def _make_folders(self):
        super()._make_folders()
        if os.access(MEMORY, os.W_OK):
            self.runtime = Path(tempfile.mkdtemp(prefix="qci-auth-", dir=MEMORY))
            self.environment["XDG_RUNTIME_DIR"] = str(self.runtime)

    def close(self):
        super().close()
        shutil.rmtree(self.runtime, ignore_errors=True)

    def _start_window_manager(self):
        pass


class Subject:
    """A program whose window is looked at, with the configuration folder that it finds."""

    def __init__(self, desktop, command, configuration, sign=None):
        self._command = [benchmark_program("firstpaint"), *(["--sign", sign] if sign else []), *command]
        self._environment = unwatched(desktop) | {"XDG_CONFIG_HOME": str(configuration)}

    def __call__(self):
        result = subprocess.run(mortal(self._command), env=self._environment, capture_output=True, text=True,
                                check=False)
        if result.returncode:
            raise Failure(result.stderr.strip())
        return json.loads(result.stdout)


def health_sign(desktop, sandbox):
    """Logs in, and finds a pixel that tells whether the window shows the health: `X,Y,RRGGBB`."""
    window = Window(desktop)
    window.log_in(sandbox)
    # The picture is left of its word, where nothing else changes.
    left, top, _, height = window.wait_for(starts_with="Health: ").place()
    window.quit()

    def pixels():
        code, colours, error = desktop.run(["import", "-window", "root", "-crop", f"{left}x{height}+0+{top}",
                                            "-depth", "8", "rgb:-"])
        if code:
            raise Failure(f"No picture could be taken: {error.decode(errors='replace').strip()}")
        return [colours[place:place + 3] for place in range(0, len(colours), 3)]

    os.kill(sandbox.pid, signal.SIGSTOP)
    try:
        wait_until(lambda: is_stopped(sandbox.pid), "the service stands still")
        window = Window(desktop)
        window.wait_for(starts_with="Health: asking")
        # One colour alone is a window that is not painted yet.
        waiting = wait_until(lambda: len(set(found := pixels())) > 1 and found, "the window is painted")
    finally:
        os.kill(sandbox.pid, signal.SIGCONT)
    window.wait_for(starts_with="Health: OK")
    shown = wait_until(lambda: (found := pixels()) != waiting and found, "the picture for the health is another one")
    window.quit()
    return sign_in(waiting, shown, left, top)


def sign_in(waiting, shown, width, top):
    """The pixel that is most unlike what it was while waiting, and unlike the background, which the picture for a
    failure may show there."""
    background = statistics.mode(shown)

    def distance(pixel, other):
        return sum(abs(one - another) for one, another in zip(pixel, other))
    place = max(range(len(shown)),
                key=lambda place: min(distance(shown[place], waiting[place]), distance(shown[place], background)))
    return f"{place % width},{top + place // width},{shown[place].hex()}"


def subjects(desktop, report):
    """In turns; those of other people only where they are there and show a window."""
    program = executable_path("QCIAUTH_DESKTOP_EXECUTABLE", "qci-auth-desktop")
    bare = benchmark_program("barewindow")
    sign = health_sign(desktop, Sandbox(desktop))
    empty = desktop.folder / "empty"
    empty.mkdir()
    found = {
        BARE: Subject(desktop, [bare], empty),
        BARE_WITH_TEXT: Subject(desktop, [bare, "Text"], empty),
        LOGGED_OUT: Subject(desktop, [program], empty),
        LOGGED_IN: Subject(desktop, [program], desktop.environment["XDG_CONFIG_HOME"], sign),
    }
    for name, command in OTHERS.items():
        subject = Subject(desktop, [command], empty)
        try:
            if not shutil.which(command):
                raise Failure("It is not installed.")
            subject()
            found[name] = subject
        except Failure as failure:
            report.add_unmeasured(name, failure)
    return found


def measure(report, options):
    with BareDesktop() as desktop:
        results = in_turns(subjects(desktop, report), QUICK_ROUNDS if options.quick else ROUNDS)
    measured = {name: [result["painted_ms"] for result in values] for name, values in results.items()}
    measured[HEALTH] = [result["sign_ms"] for result in results[LOGGED_IN]]
    for subject, alternative, limit in COMPARISONS:
        if alternative in measured:
            report.add(subject, "ms", measured[subject], alternative, measured[alternative], limit)


if __name__ == "__main__":
    run_part(__doc__, measure)
