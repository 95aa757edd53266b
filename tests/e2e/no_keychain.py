# SPDX-License-Identifier: Apache-2.0
"""Without a keychain the program says why, works for this run, and writes the token nowhere."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox, wait_until
from secretsearch import SecretSearch
from window import Window

NAMES_OF_KEYCHAINS = ["keychain", "keyring", "secret service"]


class NoKeychain(DesktopTest):

    desktop_options = {"keyring": False}

    def test_no_keyring_on_the_bus(self):
        sandbox = Sandbox(self.desktop)
        window = Window(self.desktop)
        window.open_login()
        self.assertFalse(window.wait_for("Keep me logged in").is_enabled)
        window.wait_for_words(NAMES_OF_KEYCHAINS, "the dialog says why the token cannot be kept")

        window.fill_login(sandbox.url, sandbox.api_token)
        window.submit_login()
        window.wait_for_words(NAMES_OF_KEYCHAINS, "the window says that there is no keychain")
        header = window.copy_header()
        self.assertEqual(window.quit(), 0)
        self.check(sandbox, header)

    def test_no_bus_at_all(self):
        """By keyboard alone: without a session bus no screen reader finds the window."""
        sandbox = Sandbox(self.desktop)
        program = self.desktop.start_window(environment=self.desktop.environment | {
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.desktop.folder}/no-bus",
        })
        self.desktop.wait_for_title("QCi Auth")
        self.desktop.own_clipboard(f"QCI_API_URL={sandbox.url}\nQCI_TOKEN={sandbox.api_token}\n")
        # The Profile menu, its entry `Log in…`; the cursor then is in the token's field.
        self.desktop.press_keys("alt+p", "i")
        self.desktop.wait_for_title("Log in to QCi")
        self.desktop.press_keys("ctrl+v", "Return")
        header = wait_until(self._pressed_copy, "'Copy bearer header' puts a header on the clipboard")
        self.desktop.press_keys("ctrl+q")
        wait_until(program.has_ended, "the program ends")
        self.check(sandbox, header)

    def _pressed_copy(self):
        self.desktop.press_keys("ctrl+shift+c")
        text = self.desktop.clipboard() or ""
        return text if text.startswith("Authorization: Bearer ") else None

    def check(self, sandbox, header):
        """The header works, and neither token was written anywhere."""
        self.assertEqual(self.desktop.status_with_header(f"{sandbox.url}optimization/v1/allocations", header), "200")
        access_token = header.removeprefix("Authorization: Bearer ")
        self.assertEqual(SecretSearch([sandbox.api_token, access_token]).files(self.desktop.folder), [])


if __name__ == "__main__":
    unittest.main()
