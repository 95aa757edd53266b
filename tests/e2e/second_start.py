# SPDX-License-Identifier: Apache-2.0
"""There is one window: a second start brings the first one to the front, whatever an earlier one left behind."""

import json
import os
import signal
import socket
import stat
import unittest
from contextlib import contextmanager

from desktoptest import DesktopTest
from processes import PATIENCE_S, Sandbox, hold_for, is_stopped, wait_until
from window import DEFAULT_PROFILE, Window

TITLE = "^QCi Auth — "


@contextmanager
def standing_still(pid):
    os.kill(pid, signal.SIGSTOP)
    try:
        wait_until(lambda: is_stopped(pid), "the window stands still")
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


class SecondStart(DesktopTest):

    def test_second_start_raises_the_first_window(self):
        first = Window(self.desktop)
        mine, = self.windows()
        self.xdotool("windowmove", "--sync", mine, "100", "100")
        in_front = self.in_front()
        other = self.start_other_window()
        for put_away in (lambda: None, lambda: self.xdotool("windowminimize", "--sync", mine)):
            put_away()
            self.xdotool("windowactivate", other)
            wait_until(lambda: self.active_window() == other and self.in_front() != in_front,
                       "the other window is in front")

            second = self.desktop.start_window()

            self.assertEqual(second.wait(), 0)
            wait_until(lambda: self.active_window() == mine and self.in_front() == in_front,
                       "the first window is in front")
            self.assertEqual(self.windows(), sorted([mine, other]))
        self.assertEqual(second.log(), "")
        self.assertEqual(first.quit(), 0)

    def test_hidden_second_start_leaves_the_first_window_where_it_is(self):
        first = Window(self.desktop)
        mine, = self.windows()
        self.xdotool("windowminimize", "--sync", mine)
        other = self.start_other_window()
        wait_until(lambda: self.active_window() == other, "the other window is in front")

        second = self.desktop.start_window("--hidden")

        self.assertEqual(second.wait(), 0)
        self.assertEqual(second.log(), "")
        hold_for(lambda: self.active_window() == other, "the other window stays in front", 0.5)
        self.assertEqual(self.desktop.start_window().wait(), 0)
        wait_until(lambda: self.active_window() == mine, "the first window is in front")
        self.assertEqual(first.quit(), 0)

    def test_hidden_start_without_a_tray_shows_the_window(self):
        window = Window(self.desktop, "--hidden")

        self.assertIsNotNone(window.see("Log in…"))
        self.assertEqual(window.quit(), 0)

    def test_of_many_starts_at_the_same_time_one_stays(self):
        # As at a login that starts the program hidden, beside a user who is in a hurry.
        starts = [self.desktop.start_window(*(["--hidden"] if i % 2 else [])) for i in range(8)]

        wait_until(lambda: sum(program.has_ended() for program in starts) == 7, "all but one have ended")

        stayed, = [program for program in starts if not program.has_ended()]
        self.assertEqual([program.wait() for program in starts if program is not stayed], [0] * 7)
        self.desktop.wait_for_title(TITLE)
        self.assertEqual(len(self.windows()), 1)
        self.assertEqual(stayed.log(), "")

    def test_second_start_needs_no_display(self):
        Window(self.desktop)
        environment = {name: value for name, value in self.desktop.environment.items() if name != "DISPLAY"}

        self.assertEqual(self.desktop.start_window(environment=environment).wait(), 0)

    def test_second_start_leaves_a_login_alone(self):
        sandbox = Sandbox(self.desktop)
        first = Window(self.desktop)
        first.log_in(sandbox)
        identity = first.identity()

        self.assertEqual(self.desktop.start_window().wait(), 0)

        self.assertEqual(first.identity(), identity)

    def test_of_starts_at_the_same_time_one_stays(self):
        for _ in range(3):
            starts = [self.desktop.start_window() for _ in range(4)]

            wait_until(lambda: sum(program.has_ended() for program in starts) == 3, "all but one have ended")

            stayed, = [program for program in starts if not program.has_ended()]
            self.assertEqual([program.wait() for program in starts if program is not stayed], [0, 0, 0])
            self.desktop.wait_for_title(TITLE)
            self.assertEqual(len(self.windows()), 1)
            self.assertEqual(stayed.log(), "")
            stayed.end()

    def test_folder_and_socket_are_private(self):
        Window(self.desktop)

        self.assertEqual(stat.S_IMODE(self.folder.stat().st_mode), 0o700)
        self.assertEqual(stat.S_IMODE(self.socket.stat().st_mode), 0o600)
        self.assertTrue(stat.S_ISSOCK(self.socket.stat().st_mode))

    def test_quitting_leaves_no_socket(self):
        window = Window(self.desktop)

        self.assertEqual(window.quit(), 0)

        self.assertFalse(self.socket.exists())
        self.assertEqual(Window(self.desktop).quit(), 0)

    def test_sandbox_opens_its_own_window(self):
        first = Window(self.desktop)

        sandbox = Window(self.desktop, "--sandbox")
        sandbox.submit_login()

        self.assertIn("Sandbox", sandbox.words())
        self.assertIsNone(first.see(starts_with="Organization ID: "), "the first window was logged in")
        # Nor is it the one that answers.
        self.assertEqual(first.quit(), 0)
        self.assertFalse(self.socket.exists())
        third = Window(self.desktop)
        self.assertIsNotNone(third.see("Log in…"))
        self.assertEqual(third.quit(), 0)
        self.assertEqual(sandbox.quit(), 0)

    def test_remains_of_a_killed_window_are_no_hindrance(self):
        lock = self.folder / "agent.lock"
        # Killed at any time, and while it made the lock.
        for damage in (lambda: None, lambda: lock.write_text("")):
            killed = Window(self.desktop)
            killed.program.kill()
            self.assertTrue(self.socket.exists() and lock.exists())
            damage()

            window = Window(self.desktop)

            self.assertEqual(self.desktop.start_window().wait(), 0)
            self.assertEqual(window.program.log(), "")
            self.assertEqual(window.quit(), 0)

    def test_window_opens_beside_one_that_hangs(self):
        first = Window(self.desktop)
        with standing_still(first.pid):
            # A screen reader that asked the stopped one, too, would wait for it.
            second = self.desktop.start_window()
            wait_until(lambda: len(self.windows()) == 2, "there is a second window")
            hold_for(lambda: not second.has_ended(), "the second window stays", 0.5)
            line, = second.log().splitlines()
            self.assert_sentence(line.removeprefix("qci-auth-desktop: "))
            second.end()
        # It still is the one that answers.
        self.assertEqual(self.desktop.start_window().wait(), 0)
        self.assertEqual(first.quit(), 0)

    def test_window_opens_where_there_is_no_folder(self):
        blocked = self.folder
        blocked.write_text("in the way")

        window = Window(self.desktop)

        line, = window.program.log().splitlines()
        self.assertTrue(line.startswith(f"qci-auth-desktop: {blocked} is not a folder"), line)
        self.assertEqual(window.quit(), 0)
        self.assertEqual(blocked.read_text(), "in the way")

    def test_login_of_another_process_is_shown_when_it_says_so(self):
        sandbox = Sandbox(self.desktop)
        first = Window(self.desktop)
        other = Window(self.desktop, environment=self.desktop.other_login())
        other.log_in(sandbox)
        identity = other.identity()

        self.assertNotIn("error", self.ask({"verb": "reload", "profile": DEFAULT_PROFILE}))

        first.wait_until_logged_in()
        self.assertEqual(first.identity(), identity)
        other.log_out()
        self.desktop.wait_until_not_stored(DEFAULT_PROFILE)
        self.ask({"verb": "reload", "profile": DEFAULT_PROFILE})
        first.wait_for("Logged out")

        other.log_in(sandbox, profile="work")
        self.assertNotIn("work", first.listed_profiles())
        self.ask({"verb": "reload", "profile": "work"})
        wait_until(lambda: "work" in first.listed_profiles(), "the other profile is listed")

    def test_quitting_does_not_wait_for_who_asks(self):
        sandbox = Sandbox(self.desktop)
        window = Window(self.desktop)
        window.log_in(sandbox)
        with standing_still(sandbox.pid), self.asking({"verb": "token", "force": True}) as client:
            self.assertTrue(json.loads(client.readline())["pending"])

            self.assertEqual(window.quit(), 0)

            self.assertEqual(client.readline(), b"")

    # -- inside -----------------------------------------------------------------------------------------------------

    @property
    def folder(self):
        return self.desktop.runtime / "qci-auth"

    @property
    def socket(self):
        return self.folder / "agent.sock"

    def xdotool(self, *arguments):
        """What it prints, or nothing where it fails, as for a window that has just gone."""
        code, output, _ = self.desktop.run(["xdotool", *arguments])
        return output.decode() if code == 0 else ""

    def windows(self):
        """All windows of the program, minimised ones, too."""
        return sorted(self.xdotool("search", "--name", TITLE).split())

    @contextmanager
    def asking(self, request):
        """What the window answers, line by line, as another program of the user reads it."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(PATIENCE_S)
            connection.connect(str(self.socket))
            connection.sendall(json.dumps({"version": 1, **request}).encode() + b"\n")
            with connection.makefile("rb") as lines:
                yield lines

    def ask(self, request):
        with self.asking(request) as lines:
            return json.loads(lines.readline())

    def start_other_window(self):
        """One that knows nothing of the first, and covers it."""
        before = self.windows()
        self.desktop.start_window(environment=self.desktop.other_login())
        other = wait_until(lambda: next(iter(set(self.windows()) - set(before)), None), "there is another window")
        self.xdotool("windowmove", "--sync", other, "100", "100")
        return other

    def active_window(self):
        return self.xdotool("getactivewindow").strip()

    def in_front(self):
        """The window manager's frame that is on top at one place of the screen."""
        self.xdotool("mousemove", "300", "300")
        return self.xdotool("getmouselocation", "--shell").split()[-1]


if __name__ == "__main__":
    unittest.main()
