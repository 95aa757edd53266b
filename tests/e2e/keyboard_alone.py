# SPDX-License-Identifier: Apache-2.0
"""The whole job with the keyboard alone; what is on the screen is read by its accessible names, as by a screen reader."""

import unittest
from contextlib import suppress

from accessibility import Gone
from desktoptest import DesktopTest
from processes import Sandbox, wait_until
from window import DEFAULT_PROFILE, FIELD, Window

BUTTON = ("push button", "button")
COMBO_BOX = ("combo box",)
MORE_THAN_THERE_ARE = 30


class KeyboardAlone(DesktopTest):

    def setUp(self):
        super().setUp()
        self.sandbox = Sandbox(self.desktop)

    def test_whole_job(self):
        window = Window(self.desktop)
        self.window = window
        window.wait_for("Logged out")

        self.log_in()
        wait_until(lambda: self.is_focused("Copy bearer header", BUTTON), "keys go to 'Copy bearer header'")
        organization, user = window.identity()
        self.assertTrue(organization and user)
        self.assertRegex(window.wait_for(starts_with="Token expires in ").name, r"^Token expires in (59 minutes|1 hour)")

        header = self.copied_header()
        self.assertEqual(self.desktop.status_with_header(f"{self.sandbox.url}optimization/v1/allocations", header), "200")

        self.desktop.press_keys("F5")
        renewed = wait_until(lambda: self.another_header_than(header), "F5 brings a new token")
        self.assertEqual(
            self.desktop.status_with_header(f"{self.sandbox.url}optimization/v1/allocations", renewed), "200")

        self.press_focused("Log out")
        window.wait_for("Logged out")
        wait_until(lambda: self.is_focused("Log in…", BUTTON), "keys go to 'Log in…'")
        self.desktop.wait_until_not_stored(DEFAULT_PROFILE)
        self.desktop.press_keys("ctrl+q")
        self.assertEqual(window.program.wait(), 0)

    def test_profile_is_chosen(self):
        other = Sandbox(self.desktop)
        self.window = Window(self.desktop)
        self.log_in()
        self.log_in(other, profile="work", by_menu=True)
        box = self.window.wait_for("Profile", role=COMBO_BOX)
        wait_until(lambda: box.description.startswith("work"), "the profile 'work' is chosen")

        self.tab_to("Profile", COMBO_BOX)
        self.desktop.press_keys("Home")

        wait_until(lambda: box.description.startswith(DEFAULT_PROFILE), "the profile 'default' is chosen")
        self.assertEqual(self.window.read_out("Service"), self.sandbox.url)
        self.window.wait_until_logged_in()
        # Also in the list that opens.
        self.desktop.press_keys("alt+Down", "Down", "Return")
        wait_until(lambda: box.description.startswith("work"), "the profile 'work' is chosen")
        wait_until(lambda: self.window.read_out("Service") == other.url, "its service is shown")
        self.desktop.press_keys("ctrl+q")
        self.assertEqual(self.window.program.wait(), 0)

    def test_failed_login_is_read_out_and_mended(self):
        self.window = Window(self.desktop)
        self.press_focused("Log in…")
        self.tab_to("API URL", FIELD)
        self.type_over(self.sandbox.url)
        self.tab_to("API token", FIELD)
        self.type_over(self.sandbox.api_token + "x")
        self.desktop.press_keys("Return")
        error = self.window.wait_for(starts_with="Error: ").name
        self.assert_sentence(error.removeprefix("Error: "))

        self.tab_to("API token", FIELD)
        self.desktop.press_keys("End", "BackSpace", "Return")

        self.window.wait_until_logged_in()

    def test_id_is_copied(self):
        self.window = Window(self.desktop)
        self.log_in()
        _, user = self.window.identity()

        self.press_focused("Copy user ID")

        wait_until(lambda: self.desktop.clipboard() == user, "the user ID is on the clipboard")

    # -- inside -----------------------------------------------------------------------------------------------------

    def log_in(self, sandbox=None, profile=None, by_menu=False):
        sandbox = sandbox or self.sandbox
        if by_menu:
            self.desktop.press_keys("alt+p", "i")
        else:
            self.press_focused("Log in…")
        self.window.field("API token")
        if profile:
            self.tab_to("Profile name", FIELD)
            self.type_over(profile)
        self.tab_to("API URL", FIELD)
        self.type_over(sandbox.url)
        self.tab_to("API token", FIELD)
        self.type_over(sandbox.api_token)
        self.desktop.press_keys("Return")
        self.window.wait_until_logged_in()
        wait_until(lambda: not self.window.see("API token", role=FIELD), "the dialog has closed")

    def tab_to(self, name, role):
        """Presses Tab until that control has the focus."""
        for _ in range(MORE_THAN_THERE_ARE):
            if self.is_focused(name, role):
                return
            before = self.focused()
            self.desktop.press_keys("Tab")
            wait_until(lambda: self.focused() != before, "Tab leads on")
        self.fail(f"Tab does not lead to '{name}'.")

    def press_focused(self, name):
        self.window.wait_for(name, role=BUTTON)
        self.tab_to(name, BUTTON)
        self.desktop.press_keys("space")

    def type_over(self, text):
        """Into the field with the focus, in place of what is there."""
        self.desktop.press_keys("ctrl+a")
        self.desktop.type_text(text)

    def is_focused(self, name, role):
        focused_name, focused_role = self.focused()
        return focused_name == name and focused_role in role

    def focused(self):
        """Name and role of the control that keys go to, waiting until there is one."""
        return wait_until(self.look_for_focus, "something has the focus")

    def look_for_focus(self):
        current = None  # of newer versions of Qt, the current item of a box says so whatever has the focus
        for element in self.window.application.descendants():
            with suppress(Gone):
                if element.is_focused and element.is_showing:
                    if element.role != "list item":
                        return element.name, element.role
                    current = current or (element.name, element.role)
        return current

    def copied_header(self):
        return wait_until(lambda: self.another_header_than(""), "a bearer header is on the clipboard")

    def another_header_than(self, known):
        """Copies, and returns what is on the clipboard then where that is another header."""
        self.desktop.press_keys("ctrl+shift+c")
        text = self.desktop.clipboard() or ""
        return text if text.startswith("Authorization: Bearer ") and text != known else None


if __name__ == "__main__":
    unittest.main()
