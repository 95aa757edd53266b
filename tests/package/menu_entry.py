# SPDX-License-Identifier: Apache-2.0
"""The installed menu entry starts the window, and choosing it again brings that one to the front."""

import unittest

from desktoptest import DesktopTest
from processes import wait_until

ENTRY = "/usr/share/applications/qci-auth-desktop.desktop"


class MenuEntry(DesktopTest):

    def test_menu_entry_starts_one_window(self):
        self.choose_entry()
        first = wait_until(self.windows, "the window is on the screen")
        self.assertEqual(len(first), 1)

        self.desktop.run(["xdotool", "windowminimize", *first])
        wait_until(lambda: not self.windows(), "the window is minimised")
        self.choose_entry()

        wait_until(lambda: self.windows() == first, "the same window is on the screen again")

    def choose_entry(self):
        # What it starts keeps its output open, so nobody reads that to its end.
        self.assertEqual(self.desktop.start(["gio", "launch", ENTRY]).wait(), 0)

    def windows(self):
        return self.desktop.run(["xdotool", "search", "--onlyvisible", "--name", "^QCi Auth — "])[1].decode().split()


if __name__ == "__main__":
    unittest.main()
