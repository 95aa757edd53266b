# SPDX-License-Identifier: Apache-2.0
"""Where settings cannot be written the program says so, and works for this run."""

import unittest
from pathlib import Path

from desktoptest import DesktopTest
from processes import Sandbox
from window import Window


class UnwritableConfiguration(DesktopTest):

    def test_says_so_and_works_for_this_run(self):
        # A file where the folder should be: unlike permissions, that binds root, too.
        blocked = Path(self.desktop.environment["XDG_CONFIG_HOME"], "qci-auth")
        blocked.parent.mkdir(parents=True)
        blocked.write_text("in the way")
        sandbox = Sandbox(self.desktop)

        window = Window(self.desktop)
        window.log_in(sandbox)

        notice = window.read_out("Notice")
        self.assert_sentence(notice)
        self.assertIn(str(blocked), notice)
        header = window.copy_header()
        self.assertEqual(self.desktop.status_with_header(f"{sandbox.url}optimization/v1/allocations", header), "200")
        self.assertEqual(blocked.read_text(), "in the way")


if __name__ == "__main__":
    unittest.main()
