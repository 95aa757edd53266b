# SPDX-License-Identifier: Apache-2.0
"""A program that somebody uses at a terminal: says what it sees of the terminal, repeats lines, and notices signals."""

import os
import signal
import sys


def say(text):
    # Not print(): a signal may come in the middle of it, and its handler says something, too.
    os.write(1, f"{text}\n".encode())


def main():
    signal.signal(signal.SIGINT, lambda *_: say("[interrupted]"))
    signal.signal(signal.SIGCONT, lambda *_: say("[continued]"))
    say(f"[terminals {[os.isatty(stream) for stream in (0, 1, 2)]}]")
    say(f"[foreground {os.tcgetpgrp(0) == os.getpgrp()}]")
    say("[ready]")
    while True:
        line = sys.stdin.readline().strip()
        if line == "leave":
            sys.exit(3)
        say(f"[heard {line}]")


if __name__ == "__main__":
    main()
