# SPDX-License-Identifier: Apache-2.0
"""Where settings cannot be written or read the program says so, and nothing is lost."""

import unittest
from pathlib import Path

from desktoptest import DesktopTest
from processes import Sandbox
from window import DEFAULT_PROFILE, Window


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

    def test_damaged_profile_is_named_and_the_login_repairs_it(self):
        profile = Path(self.desktop.environment["XDG_CONFIG_HOME"], "qci-auth/profiles/default.ini")
        sandbox = Sandbox(self.desktop)
        first = Window(self.desktop)
        first.log_in(sandbox)
        self.assertEqual(first.quit(), 0)
        sound = profile.read_bytes()
        profile.write_bytes(b"garbage")

        window = Window(self.desktop)
        notice = window.read_out("Notice")
        self.assert_sentence(notice)
        self.assertIn(str(profile), notice)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), sandbox.api_token)
        # Somebody repairs it by hand.
        profile.write_bytes(sound)
        window.press("Try now")
        window.wait_until_logged_in()
        self.assertEqual(window.quit(), 0)

        profile.write_bytes(b"garbage")
        last = Window(self.desktop)
        last.log_in(sandbox)
        self.assertEqual(profile.with_name("default.ini.damaged").read_bytes(), b"garbage")
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), sandbox.api_token)


if __name__ == "__main__":
    unittest.main()
