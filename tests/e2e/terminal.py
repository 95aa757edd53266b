# SPDX-License-Identifier: Apache-2.0
"""A terminal with a shell in it, used as a person does: type, and wait for what appears."""

import fcntl
import os
import pty
import select
import subprocess
import termios
import time
from contextlib import suppress

from processes import PATIENCE_S, Failure, mortal

INTERRUPT = "\x03"
SUSPEND = "\x1a"


class Terminal:
    """A shell with job control on a terminal of its own. `hidden` is never repeated in a failure."""

    def __init__(self, environment, folder, hidden=()):
        self._seen = b""
        self._hidden = [secret.encode() for secret in hidden]
        self._master, slave = pty.openpty()
        try:
            self._shell = subprocess.Popen(
                mortal(["bash", "--norc", "--noprofile", "--noediting", "-i"]), env=environment | {"PS1": "> "},
                stdin=slave, stdout=slave, stderr=slave, cwd=folder, start_new_session=True,
                preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        finally:
            os.close(slave)
        self.wait_for("> ")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._shell.kill()
        self._shell.wait()
        os.close(self._master)

    @property
    def pid(self):
        """The shell's, or that of what has taken its place."""
        return self._shell.pid

    def type(self, text):
        os.write(self._master, text.encode())

    def wait_for(self, text, seconds=PATIENCE_S):
        """Waits until the text appears after what was waited for before."""
        deadline = time.monotonic() + seconds
        while text.encode() not in self._seen:
            if not select.select([self._master], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise Failure(f"'{text}' did not appear on the terminal within {seconds} s. {self._what_appeared()}")
            piece = b""
            with suppress(OSError):  # how Linux says that nobody has the terminal open any more
                piece = os.read(self._master, 4096)
            if not piece:
                raise Failure(f"The shell ended before '{text}' appeared. {self._what_appeared()}")
            self._seen += piece
        self._seen = self._seen.partition(text.encode())[2]

    def _what_appeared(self):
        if any(secret in self._seen for secret in self._hidden):
            return "What did appear is not shown, as there is a secret in it."
        return f"What did: {self._seen.decode(errors='replace')!r}"
