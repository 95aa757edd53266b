# SPDX-License-Identifier: Apache-2.0
"""Watches windows with which nothing happens for five minutes, all at the same time: how often they wake the processor,
the time that it takes them, and the memory that they have in the end.

A thread that waits for a lock wakes up, too, so a busy machine makes it more.
"""

import shutil
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from harness import Desktop
from measuring import benchmark_program, run_part, unwatched
from processes import Failure, Sandbox, executable_path, wait_until
from tray import Tray
from wakeups import WakeUps
from window import Window

# One health check falls into each.
SPAN_S = 60
SPANS = 5
QUICK_SPANS = 1
# The first health check, the tooltip of the pointer that happens to be there, and what a start leaves to be done.
SETTLE_S = 10
# How often it is looked at threads, some of which live shortly, where the kernel does not count them.
SAMPLE_S = 0.02
# One tick of the countdown a second, and a look at the clock every 30 s; what is hidden has the second alone.
MOST_VISIBLE = 1.2
MOST_HIDDEN = 0.1

BARE = "bare Qt window"
KEEPASSXC = "KeePassXC"
VISIBLE = "window, visible"
MINIMISED = "window, minimised"
HIDDEN = "window, hidden in the tray"


class Watched:
    """A process, its wake-ups by spans, and the processor's time for it."""

    def __init__(self, program):
        self._program = program
        self.pid = program.pid
        self.counter = WakeUps(self.pid)
        self.wake_ups = []
        self.cpu_ms = []

    def begin_span(self):
        self._wake_ups_before = self.counter.count()
        self._cpu_before = self._cpu_s()

    def end_span(self, seconds):
        if self._program.has_ended():
            raise Failure("The program ended while it was watched.")
        self.wake_ups.append((self.counter.count() - self._wake_ups_before) / seconds)
        self.cpu_ms.append((self._cpu_s() - self._cpu_before) * 1000 * 60 / seconds)

    def resident_mib(self):
        return self._memory_mib("status", "VmRSS")

    def proportional_mib(self):
        """As it is now, beside whatever else runs. A program may keep it to root and itself."""
        return self._memory_mib("smaps_rollup", "Pss")

    def end(self):
        self._program.end()

    def _memory_mib(self, file, field):
        lines = Path("/proc", str(self.pid), file).read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{field}:"))

    def _cpu_s(self):
        """Of all threads, also of those that have ended: the clock that clock_getcpuclockid(3) names."""
        return time.clock_gettime(~self.pid << 3 | 2)


class Scene:
    """The windows, each on a desktop of its own, as on one where nobody uses a screen reader."""

    def __init__(self, exits):
        self._exits = exits
        self.sandboxes = []

    def bare_window(self):
        return self.other_window(benchmark_program("barewindow"))

    def other_window(self, command):
        if not shutil.which(command):
            raise Failure("It is not installed.")
        desktop = self._exits.enter_context(Desktop())
        program = desktop.start([command], environment=unwatched(desktop))
        seen = ["xdotool", "search", "--onlyvisible", "--pid", str(program.pid)]
        wait_until(lambda: desktop.run(seen)[1], f"{command} shows a window")
        return Watched(program)

    def visible_window(self):
        return self._window()[1]

    def minimised_window(self):
        desktop, watched = self._window()
        seen = ["xdotool", "search", "--onlyvisible", "--name", "QCi Auth"]
        desktop.run([*seen, "windowminimize"])
        wait_until(lambda: desktop.run(seen)[0] != 0, "the window is minimised")
        return watched

    def hidden_window(self):
        desktop = self._logged_in()
        tray = Tray(desktop)
        program = desktop.start_window("--hidden", environment=unwatched(desktop))
        wait_until(lambda: "Logged in" in tray.tool_tip(), "the icon says that somebody is logged in")
        return Watched(program)

    def _window(self):
        desktop = self._logged_in()
        program = desktop.start_window(environment=unwatched(desktop))
        desktop.wait_for_title("QCi Auth")
        ask = [executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth"), "token", "--json"]
        wait_until(lambda: b'"source":"agent"' in desktop.run(ask)[1], "the window is logged in")
        return desktop, Watched(program)

    def _logged_in(self):
        desktop = self._exits.enter_context(Desktop())
        self.sandboxes.append(Sandbox(desktop))
        window = Window(desktop)
        window.log_in(self.sandboxes[-1])
        window.quit()
        return desktop


def watch(watched, spans):
    time.sleep(SETTLE_S)
    for _ in range(spans):
        began = time.monotonic()
        for one in watched:
            one.begin_span()
        is_exact = all(one.counter.is_exact for one in watched)
        while (left := began + SPAN_S - time.monotonic()) > 0:
            time.sleep(left if is_exact else min(SAMPLE_S, left))
            for one in watched:
                one.counter.sample()
        for one in watched:
            one.end_span(time.monotonic() - began)


def add_wake_ups(report, watched):
    for name, limit in ((VISIBLE, MOST_VISIBLE), (MINIMISED, MOST_HIDDEN), (HIDDEN, MOST_HIDDEN)):
        own, bare = watched[name], watched[BARE]
        report.add(f"{name}: wake-ups", "/s", own.wake_ups, BARE, bare.wake_ups, limit, is_absolute=True,
                   note="" if own.counter.is_exact else f"threads that live shorter than {SAMPLE_S} s may be missing")
        report.add(f"{name}: processor's time", "ms/min", own.cpu_ms, BARE, bare.cpu_ms)


def add_resident_memory(report, watched):
    add_memory(report, "resident memory (RSS)", {name: one.resident_mib() for name, one in watched.items()})


def add_proportional_memory(report, scene, watched):
    """Of each where no other program of this run shares Qt's libraries: those of a crowd make it small."""
    for program in [*scene.sandboxes, *(watched[name] for name in (BARE, MINIMISED, HIDDEN))]:
        program.end()
    pss = {name: one.proportional_mib() for name, one in watched.items() if name in (VISIBLE, KEEPASSXC)}
    watched[VISIBLE].end()
    bare = scene.bare_window()
    time.sleep(SETTLE_S)
    pss[BARE] = bare.proportional_mib()
    crowd = other_qt_programs(bare.pid)
    note = f"{crowd} other programs shared Qt's libraries, which makes both small and the ratio large" if crowd else ""
    add_memory(report, "proportional memory (PSS)", pss, note)


def add_memory(report, caption, values, note=""):
    for other, limit in ((BARE, 1.6), (KEEPASSXC, None)):
        if other in values:
            report.add(f"{VISIBLE}: {caption}", "MiB", [values[VISIBLE]], other, [values[other]], limit,
                       note=note if limit else "")


def other_qt_programs(pid):
    """How many processes but this one have Qt's libraries in their memory."""
    count = 0
    for maps in Path("/proc").glob("[0-9]*/maps"):
        with suppress(OSError):
            if maps.parent.name != str(pid) and b"/libQt6Core" in maps.read_bytes():
                count += 1
    return count


def measure(report, options):
    with ExitStack() as exits:
        scene = Scene(exits)
        watched = {
            BARE: scene.bare_window(),
            VISIBLE: scene.visible_window(),
            MINIMISED: scene.minimised_window(),
            HIDDEN: scene.hidden_window(),
        }
        try:
            watched[KEEPASSXC] = scene.other_window("keepassxc")
        except Failure as failure:
            report.add_unmeasured(f"memory of {KEEPASSXC}", failure)
        spans = QUICK_SPANS if options.quick else SPANS
        watch(watched.values(), spans)
        if options.quick:
            report.add_unmeasured("five minutes", f"A quick run: memory and wake-ups are those of {spans * SPAN_S} s.")
        add_wake_ups(report, watched)
        add_resident_memory(report, watched)
        try:
            add_proportional_memory(report, scene, watched)
        except PermissionError:
            report.add_unmeasured("proportional memory", "The window keeps it to root and itself: be root for this.")


if __name__ == "__main__":
    run_part(__doc__, measure)
