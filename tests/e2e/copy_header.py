# SPDX-License-Identifier: Apache-2.0
"""The bearer header on the clipboard: it works in a request, and is marked as a secret."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox
from window import Window


class CopyHeader(DesktopTest):

    def setUp(self):
        super().setUp()
        self.sandbox = Sandbox(self.desktop)
        self.window = Window(self.desktop)
        self.window.log_in(self.sandbox)

    def test_header_works_in_a_request(self):
        header = self.window.copy_header()

        url = f"{self.sandbox.url}optimization/v1/allocations"
        self.assertEqual(self.desktop.status_with_header(url, header), "200")
        self.assertEqual(self.desktop.status_with_header(url, header + "x"), "401")

    def test_header_is_marked_as_a_secret(self):
        self.window.copy_header()

        self.assertIn("x-kde-passwordManagerHint", self.desktop.clipboard("TARGETS").split())
        self.assertEqual(self.desktop.clipboard("x-kde-passwordManagerHint"), "secret")

    def test_header_is_not_in_the_primary_selection(self):
        self.window.copy_header()

        _, text, _ = self.desktop.run(["xclip", "-selection", "primary", "-o"])
        self.assertNotIn(b"Bearer", text)


if __name__ == "__main__":
    unittest.main()
