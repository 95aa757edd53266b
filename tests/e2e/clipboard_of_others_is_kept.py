# SPDX-License-Identifier: Apache-2.0
"""What another program puts on the clipboard is never cleared."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox, hold_for, wait_until
from window import Window

CLEARED_AFTER_S = 45
HINT = "x-kde-passwordManagerHint"
OTHER_TEXT = "somebody else's text"


class ClipboardOfOthersIsKept(DesktopTest):

    def setUp(self):
        super().setUp()
        self.window = Window(self.desktop)
        self.window.log_in(Sandbox(self.desktop))

    def test_text_of_others_survives_logging_out(self):
        self.window.copy_header()
        self.desktop.own_clipboard(OTHER_TEXT)

        self.window.log_out()
        self.window.wait_for("Logged out")
        self.assertEqual(self.desktop.clipboard(), OTHER_TEXT)
        self.assertNotIn(HINT, self.desktop.clipboard("TARGETS").split())

    def test_same_text_of_others_survives(self):
        header = self.window.copy_header()
        self.desktop.own_clipboard(header)
        wait_until(lambda: HINT not in self.desktop.clipboard("TARGETS").split(), "the header is the other program's")

        self.assertEqual(self.window.quit(), 0)
        self.assertTrue(self.desktop.clipboard() == header)

    def test_text_of_others_survives_the_time_and_quitting(self):
        self.window.copy_header()
        self.desktop.own_clipboard(OTHER_TEXT)

        hold_for(lambda: self.desktop.clipboard() == OTHER_TEXT, "the other text on the clipboard", CLEARED_AFTER_S + 3)
        self.assertEqual(self.window.quit(), 0)
        self.assertEqual(self.desktop.clipboard(), OTHER_TEXT)


if __name__ == "__main__":
    unittest.main()
