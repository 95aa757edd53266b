# SPDX-License-Identifier: Apache-2.0
"""No core images of the programs, which nobody but root can look into; and a command that takes the place of qci-auth
gets its limits back."""

import os
import re
import resource
import subprocess
import unittest
from contextlib import contextmanager
from pathlib import Path

import coreimage
from commandtest import CommandTest
from desktoptest import DesktopTest
from processes import Failure, Sandbox, executable_path, wait_until
from terminal import Terminal
from window import Window

SOFT_LIMIT = 4096


@contextmanager
def ordinary_limit():
    """What starts inside starts with an ordinary limit of core images."""
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (SOFT_LIMIT, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)


def core_limits(pid):
    """Soft and hard limit of core images, as the kernel says them."""
    lines = Path("/proc", str(pid), "limits").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("Max core file size")).split()[4:6]


def is_dumpable(pid):
    """Asks the kernel, or for root, who may look everywhere, the process itself."""
    if os.geteuid() != 0:
        return os.stat(f"/proc/{pid}/environ").st_uid == os.geteuid()
    if coreimage.why_not():
        raise unittest.SkipTest(coreimage.why_not())
    pr_get_dumpable = 3
    answer = subprocess.run(
        ["gdb", "-nx", "-batch", "-iex", "set debuginfod enabled off", "-p", str(pid),
         "-ex", f"print ((int (*)(int)) prctl)({pr_get_dumpable})"],
        capture_output=True, text=True, timeout=120, check=False)
    value = re.search(r"^\$1 = ([01])$", answer.stdout, re.MULTILINE)
    if not value:
        raise Failure(f"gdb did not get an answer: {answer.stderr.strip()}")
    return value[1] == "1"


class Windows(DesktopTest):

    def test_window_and_sandbox_are_hardened(self):
        with ordinary_limit():
            programs = [Window(self.desktop), Sandbox(self.desktop)]
        for program in programs:
            wait_until(lambda pid=program.pid: core_limits(pid)[0] == "0", "the program forbids core images")
        for program in programs:
            self.assertFalse(is_dumpable(program.pid))

    def test_the_look_at_others_can_see(self):
        with ordinary_limit():
            other = self.desktop.start(["sleep", "1000"])
        self.assertEqual(core_limits(other.pid)[0], str(SOFT_LIMIT))
        self.assertTrue(is_dumpable(other.pid))


class Commands(CommandTest):

    def test_command_is_hardened_while_it_waits(self):
        program = executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth")
        with ordinary_limit():
            terminal = Terminal(self.desktop.environment, self.desktop.home)
        with terminal:
            terminal.type(f"exec '{program}' login --url http://127.0.0.1:9/\n")
            terminal.wait_for("(not shown)")
            self.assertEqual(core_limits(terminal.pid)[0], "0")
            self.assertFalse(is_dumpable(terminal.pid))

    def test_command_of_exec_has_the_limits_that_it_would_have_without(self):
        self.log_in(self.start_sandbox())
        with ordinary_limit():
            # It waits until all has been looked at.
            program = self.desktop.start(
                [self.program, "exec", "--", "sh", "-c", "touch ready; exec sleep 1000"])
        wait_until((self.desktop.home / "ready").exists, "the command runs")
        hard_limit = core_limits(os.getpid())[1]
        self.assertEqual(core_limits(program.pid), [str(SOFT_LIMIT), hard_limit])
        self.assertTrue(is_dumpable(program.pid))


if __name__ == "__main__":
    unittest.main()
