# SPDX-License-Identifier: Apache-2.0
"""The window comes back where it was, whatever the screens are by then."""

import unittest

from desktoptest import DesktopTest
from harness import require_tools
from processes import wait_until
from window import Window

TITLE = "^QCi Auth — "
# At most, on any side of a window.
FRAME = 30
ELSEWHERE = "[window]\nplace=5000 -3000 480 470\n"


class WindowIsPlaced(DesktopTest):

    def test_place_and_size_are_remembered(self):
        window = Window(self.desktop)
        self.xdotool("windowsize", self.window(), "520", "500")
        self.xdotool("windowmove", self.window(), "333", "222")
        wait_until(lambda: "520 500" in self.remembered(), "the place is remembered")
        place = self.geometry()
        self.assertEqual(place[2:], (520, 500))
        # Nor does it creep by the width of its frame from one run to the next.
        for _ in range(3):
            self.assertEqual(window.quit(), 0)
            window = Window(self.desktop)
            wait_until(lambda: self.geometry() == place, "the window is where it was")
        window.quit()

    def test_maximised_window_comes_back_so_and_knows_its_size(self):
        window = Window(self.desktop)
        self.xdotool("windowsize", self.window(), "520", "500")
        wait_until(lambda: "520 500" in self.remembered(), "the size is remembered")
        self.maximise()
        wait_until(lambda: self.geometry()[2] > 1000, "the window is large")
        self.assertEqual(window.quit(), 0)

        window = Window(self.desktop)

        wait_until(lambda: self.geometry()[2] > 1000, "the window is large")
        self.assertIn("520 500", self.remembered())
        window.quit()

    def test_window_is_on_the_screen_that_is_there(self):
        self.file.parent.mkdir(mode=0o700, parents=True)
        self.file.write_text(ELSEWHERE)

        window = Window(self.desktop)

        left, top, width, height = wait_until(self.geometry, "the window is on the screen")
        self.assertTrue(0 <= left and left + width <= 1280 + FRAME and 0 <= top and top + height <= 1024 + FRAME,
                        (left, top, width, height))
        window.quit()

    def test_window_leaves_a_screen_that_is_unplugged(self):
        require_tools(["xrandr"])
        self.xrandr("--setmonitor", "left", "640/160x1024/270+0+0", "screen")
        self.xrandr("--setmonitor", "right", "640/160x1024/270+640+0", "none")
        window = Window(self.desktop)
        self.xdotool("windowsize", self.window(), "420", "500")
        self.xdotool("windowmove", self.window(), "800", "300")
        wait_until(lambda: "420 500" in self.remembered(), "the window rests on the right screen")

        self.xrandr("--delmonitor", "right")

        wait_until(lambda: self.geometry()[0] + 420 <= 640 + FRAME, "the whole window is on the left screen")
        self.assertEqual(self.geometry()[2:], (420, 500))
        window.quit()

    def test_sandbox_neither_follows_nor_changes_it(self):
        self.file.parent.mkdir(mode=0o700, parents=True)
        self.file.write_text(ELSEWHERE)

        sandbox = Window(self.desktop, "--sandbox")
        sandbox.submit_login()
        self.assertEqual(sandbox.quit(), 0)

        self.assertEqual(self.file.read_text(), ELSEWHERE)

    # -- inside -----------------------------------------------------------------------------------------------------

    @property
    def file(self):
        return self.desktop.home / ".config/qci-auth/window.ini"

    def remembered(self):
        return self.file.read_text() if self.file.exists() else ""

    def xrandr(self, *arguments):
        """Parts the one virtual screen as a person at a desk of many does."""
        code, _, error = self.desktop.run(["xrandr", *arguments])
        self.assertEqual(code, 0, error)

    def xdotool(self, *arguments):
        """What it prints, or nothing where it fails, as for a window that has just gone."""
        code, output, _ = self.desktop.run(["xdotool", *arguments])
        return output.decode() if code == 0 else ""

    def window(self):
        return self.xdotool("search", "--onlyvisible", "--name", TITLE).strip()

    def geometry(self):
        """Left, top, width, height of the window; nothing while there is none."""
        values = dict(line.split("=", 1) for line in
                      self.xdotool("getwindowgeometry", "--shell", self.window()).splitlines() if "=" in line)
        return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")) if "WIDTH" in values else None

    def maximise(self):
        """By the window manager, as a task bar asks it to."""
        code, _, error = self.desktop.run(
            ["wmctrl", "-i", "-r", self.window(), "-b", "add,maximized_vert,maximized_horz"])
        self.assertEqual(code, 0, error)


if __name__ == "__main__":
    unittest.main()
