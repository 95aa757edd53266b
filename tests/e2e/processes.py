# SPDX-License-Identifier: Apache-2.0
"""Processes that never outlive the test: they are ended by it, die with it, or are found and ended as orphans."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
from contextlib import suppress
from pathlib import Path

# Slow enough for a sanitizer build on a machine that runs other tests at the same time.
PATIENCE_S = 40


class Failure(Exception):
    """Something that was expected did not come about; the text is a sentence for a person."""


def wait_until(condition, what, seconds=PATIENCE_S):
    """Returns the first true value of condition(), or fails with the sentence that `what` did not come about."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failure(f"Waited {seconds} s in vain for this: {what}.")
        time.sleep(0.05)


def hold_for(condition, what, seconds):
    """Fails as soon as condition() is not true, and returns when it stayed true for that long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not condition():
            raise Failure(f"This did not last: {what}.")
        time.sleep(0.05)


def adopt_orphans():
    """Processes that our children leave behind become our children, so that they can be found and ended."""
    pr_set_child_subreaper = 36
    ctypes.CDLL(None, use_errno=True).prctl(pr_set_child_subreaper, 1, 0, 0, 0)


def end_with_cleanup_on_signals():
    """A polite request to end runs the `finally` blocks instead of leaving processes behind."""
    def leave(number, _frame):
        sys.exit(128 + number)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, leave)


def children_of(pid):
    """Process ids of the children of a process, from /proc."""
    children = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with suppress(OSError):
                stat = Path("/proc", entry, "stat").read_text(encoding="utf-8", errors="replace")
                state, parent = stat.rpartition(")")[2].split()[:2]
                if int(parent) == pid and state != "Z":
                    children.append(int(entry))
    return children


def is_running(pid):
    """Whether the process exists and is more than an entry that waits to be collected."""
    try:
        stat = Path("/proc", str(pid), "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


def is_stopped(pid):
    """Whether the process stands still, as after SIGSTOP."""
    stat = Path("/proc", str(pid), "stat").read_text(encoding="utf-8", errors="replace")
    return stat.rpartition(")")[2].split()[0] == "T"


def end_adopted_children():
    """Ends what our children left behind: first politely, then for good."""
    for signal_number, seconds in ((signal.SIGTERM, 3), (signal.SIGKILL, 3)):
        for pid in children_of(os.getpid()):
            with suppress(ProcessLookupError):
                os.kill(pid, signal_number)
        deadline = time.monotonic() + seconds
        while children_of(os.getpid()) and time.monotonic() < deadline:
            time.sleep(0.02)
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def unused_port():
    """A port of this machine on which nothing listens."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def executable_path(variable, name):
    """The program under test: what CTest names, or the release build's."""
    built = Path(__file__).resolve().parents[2] / "build" / "release" / "bin" / name
    path = Path(os.environ.get(variable, built))
    if not path.exists():
        raise Failure(f"{path} does not exist. Build it first, for example with ./dev test.")
    return path


class Program:
    """A process with its output in log files; `pid`, `returncode` and `wait` as usual."""

    def __init__(self, arguments, environment, logs, name, stdin=subprocess.DEVNULL):
        self.name = name
        self.stdout_path = logs / f"{name}.stdout"
        self.stderr_path = logs / f"{name}.stderr"
        with open(self.stdout_path, "ab") as stdout, open(self.stderr_path, "ab") as stderr:
            self.process = subprocess.Popen(mortal(arguments), env=environment, stdin=stdin, stdout=stdout,
                                            stderr=stderr, cwd=environment["HOME"])
        self.pid = self.process.pid

    def log(self):
        """All that the process has said so far."""
        return self.stdout_path.read_text(errors="replace") + self.stderr_path.read_text(errors="replace")

    def has_ended(self):
        return self.process.poll() is not None

    def wait(self, seconds=PATIENCE_S):
        """Waits for an end that was asked for; returns the exit code."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failure(f"{self.name} did not end within {seconds} s.") from None

    def kill(self):
        """Ends it without giving it a chance to clean up."""
        self.process.kill()
        self.process.wait()

    def end(self):
        """Ends it politely, or for good where it does not listen."""
        if not self.has_ended():
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
        self.kill()


def mortal(arguments):
    """The command, changed so that the kernel ends it together with this process."""
    return ["setpriv", "--pdeathsig", "KILL", "--", *map(str, arguments)]


class Sandbox:
    """`qci-auth-sandbox` on a free port, with an API token that it made up itself: it is in no command line."""

    def __init__(self, desktop, *options):
        executable = executable_path("QCIAUTH_SANDBOX_EXECUTABLE", "qci-auth-sandbox")
        with open(desktop.logs / "qci-auth-sandbox.stderr", "ab") as stderr:
            self.process = subprocess.Popen(mortal([executable, "--until-stdin-closes", *options]),
                                            env=desktop.environment, stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, stderr=stderr, text=True)
        desktop.end_with_me(self)
        self.pid = self.process.pid
        self.url = self._first_words("listening on ")
        self.api_token = self._first_words("API token: ")
        # Nobody reads on, and a full pipe would stop it.
        self._reader = threading.Thread(target=self.process.stdout.read, daemon=True)
        self._reader.start()

    @property
    def port(self):
        return urllib.parse.urlsplit(self.url).port

    def kill(self):
        """Ends it without giving it a chance to clean up."""
        self.process.kill()
        self.end()

    def end(self):
        """Ends it as its parent's end would."""
        self.process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        self.process.kill()
        self.process.wait()
        if hasattr(self, "_reader"):
            self._reader.join()
        self.process.stdout.close()

    def _first_words(self, opening):
        line = self.process.stdout.readline()
        if not line.startswith(opening):
            # Not the line itself: it may be the token.
            raise Failure(f"qci-auth-sandbox did not print '{opening}…' where it was expected.")
        return line[len(opening):].strip()


class Announcing:
    """A process of the desktop itself, only to be ended."""

    def __init__(self, process):
        self._process = process

    def end(self):
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        self._process.kill()
        self._process.wait()
