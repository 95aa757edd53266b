# SPDX-License-Identifier: Apache-2.0
"""Somebody who cannot see the window hears of what it has to say, wherever the keys are."""

import unittest

from announcements import Announcements
from desktoptest import DesktopTest
from processes import Sandbox
from window import Window


class NoticeIsAnnounced(DesktopTest):

    def test_every_new_notice_is_announced(self):
        sandbox = Sandbox(self.desktop)
        port = sandbox.port
        window = Window(self.desktop)
        window.log_in(sandbox)
        announcements = Announcements(self.desktop.accessibility.address)

        sandbox.end()
        window.press("Refresh now")
        self.assertIn("Refreshing fails", announcements.wait_for("Notice: ", "notification"))

        # Another one takes its place.
        Sandbox(self.desktop, "--port", str(port))
        window.press("Refresh now")
        self.assertIn("refuses the API token", announcements.wait_for("Notice: ", "notification"))


if __name__ == "__main__":
    unittest.main()
