# SPDX-License-Identifier: Apache-2.0
"""qci-auth hands out access tokens: from the keychain while they last, by one exchange where not."""

import unittest

from commandtest import CommandTest


class Token(CommandTest):

    def test_header_is_good_for_a_request(self):
        sandbox = self.start_sandbox()
        self.log_in(sandbox)
        result = self.cli("header")
        self.assertEqual((result.code, result.err), (0, b""))
        self.assertRegex(result.text, r"\AAuthorization: Bearer [!-~]+\n\Z")
        self.assertEqual(self.desktop.status_with_header(f"{sandbox.url}optimization/v1/allocations",
                                                         result.text.strip()), "200")
        self.assertTrue(self.cli("token").text == result.text.removeprefix("Authorization: Bearer "))


if __name__ == "__main__":
    unittest.main()
