# SPDX-License-Identifier: Apache-2.0
"""What another program puts on the clipboard is never cleared."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox, hold_for
from window import Window

CLEARED_AFTER_S = 45
OTHER_TEXT = "somebody else's text"


class ClipboardOfOthersIsKept(DesktopTest):

    def setUp(self):
        super().setUp()
        self.window = Window(self.desktop)
        self.window.log_in(Sandbox(self.desktop))

    def test_text_of_others_survives_the_time_and_quitting(self):
        self.window.copy_header()
        self.desktop.own_clipboard(OTHER_TEXT)

        hold_for(lambda: self.desktop.clipboard() == OTHER_TEXT, "the other text on the clipboard", CLEARED_AFTER_S + 3)
        self.assertEqual(self.window.quit(), 0)
        self.assertEqual(self.desktop.clipboard(), OTHER_TEXT)


if __name__ == "__main__":
    unittest.main()
