# SPDX-License-Identifier: Apache-2.0
"""Counts how often a process wakes the processor: voluntary context switches of all its threads. A thread that sleeps
again has been awake."""

import ctypes
import os
import platform
import struct
from contextlib import suppress
from pathlib import Path

SYSTEM_CALL = {"x86_64": 298, "aarch64": 241}
# struct perf_event_attr of <linux/perf_event.h>, in its first version and as far as it is not all zeros.
ATTRIBUTES = struct.Struct("=IIQQQQQ16x")
SOFTWARE, CONTEXT_SWITCHES, INHERIT, CLOSE_ON_EXEC = 1, 3, 1 << 1, 1 << 3


class WakeUps:
    """All so far. Where the kernel lets us it counts, as for perf, threads that live shortly, too; elsewhere they are
    seen by sample(), if it is called often and they live long enough."""

    def __init__(self, pid):
        self._tasks = Path("/proc", str(pid), "task")
        self._last = {}
        self._counters = []
        try:
            for task in list(self._tasks.iterdir()):
                self._counters.append(open_counter(int(task.name)))
        except OSError:
            self.close()
        self._forced_before = self._by_kind("nonvoluntary")

    @property
    def is_exact(self):
        return bool(self._counters)

    def close(self):
        for counter in self._counters:
            os.close(counter)
        self._counters = []

    def sample(self):
        self._last |= self._by_kind("voluntary")

    def count(self):
        if not self.is_exact:
            self.sample()
            return sum(self._last.values())
        switches = sum(struct.unpack("Q", os.read(counter, 8))[0] for counter in self._counters)
        # Those that the kernel made on its own, as far as they can be known.
        forced = self._by_kind("nonvoluntary")
        return switches - sum(count - self._forced_before.get(thread, 0) for thread, count in forced.items())

    def _by_kind(self, kind):
        """Context switches of the threads that there are."""
        counts = {}
        for task in self._tasks.iterdir():
            with suppress(OSError):
                text = (task / "status").read_text(encoding="utf-8")
                counts[task.name] = int(text.partition(f"\n{kind}_ctxt_switches:")[2].split()[0])
        return counts


def open_counter(thread):
    """A file from which the context switches of a thread, and of those that it starts from now on, can be read."""
    if platform.machine() not in SYSTEM_CALL:
        raise OSError("unknown system call")
    attributes = ATTRIBUTES.pack(SOFTWARE, ATTRIBUTES.size, CONTEXT_SWITCHES, 0, 0, 0, INHERIT)
    system = ctypes.CDLL(None, use_errno=True)
    counter = system.syscall(SYSTEM_CALL[platform.machine()], attributes, thread, -1, -1, CLOSE_ON_EXEC)
    if counter < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return counter
