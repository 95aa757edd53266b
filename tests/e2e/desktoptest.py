# SPDX-License-Identifier: Apache-2.0
"""What all e2e tests share: a desktop of its own for each test method, and a record of how it looked at the end."""

import os
import shutil
import unittest
from contextlib import suppress
from pathlib import Path

from accessibility import Gone
from harness import Desktop
from processes import Failure


class DesktopTest(unittest.TestCase):
    """`desktop_class` is what kind of desktop, `desktop_options` are its arguments."""

    desktop_class = Desktop
    desktop_options = {}

    def setUp(self):
        self.desktop = self.desktop_class(**self.desktop_options)
        self.addCleanup(self.desktop.close)
        if "QCIAUTH_E2E_RECORDS" in os.environ:
            self.addCleanup(self._record, Path(os.environ["QCIAUTH_E2E_RECORDS"], self.id().removeprefix("__main__.")))

    def _record(self, folder):
        """Screen, outline of the windows and the programs' own words, to find out why a test failed."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        with suppress(Failure):
            self.desktop.screenshot(folder / "screen.png")
        with suppress(Gone), open(folder / "windows.txt", "w", encoding="utf-8") as windows:
            for application in self.desktop.accessibility.applications():
                windows.write(application.outline() + "\n\n")
        for log in self.desktop.logs.glob("qci-auth-desktop.*"):
            shutil.copy(log, folder)

    def assert_sentence(self, text):
        """It says something a person can read, not a code or an exception's name."""
        self.assertRegex(text.strip(), r"^[A-Z“‘'\"].{15,}[.!?]$")

    def assert_not_stored(self, profile):
        """The keyring holds no token now; nothing is printed if it does."""
        self.assertTrue(self.desktop.stored_secret(profile) is None, "there is a token in the keyring")

    def assert_same_secret(self, actual, expected):
        """Compares without printing either."""
        self.assertTrue(actual == expected, "another secret than expected, or none")
