# SPDX-License-Identifier: Apache-2.0
"""A copied header does not stay on the clipboard."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox, wait_until
from window import Window

CLEARED_AFTER_S = 45


class ClipboardIsCleared(DesktopTest):

    def setUp(self):
        super().setUp()
        self.window = Window(self.desktop)
        self.window.log_in(Sandbox(self.desktop))

    def test_header_is_cleared_in_time_and_at_quit(self):
        self.window.copy_header()
        wait_until(lambda: not self.desktop.clipboard(), "the clipboard is cleared", CLEARED_AFTER_S + 15)

        self.window.copy_header()
        self.assertEqual(self.window.quit(), 0)
        self.assertFalse(self.desktop.clipboard())


if __name__ == "__main__":
    unittest.main()
