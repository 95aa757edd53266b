# SPDX-License-Identifier: Apache-2.0
"""A locked keyring is no logout: the program says so, keeps going, and erases nothing."""

import unittest
from contextlib import suppress

from accessibility import Gone
from desktoptest import DesktopTest
from harness import KEYRING_PASSWORD
from processes import Sandbox, wait_until
from window import BUTTON, DEFAULT_PROFILE, Window


class LockedKeyring(DesktopTest):
    """Somebody has logged in before, and now the keyring is locked."""

    def setUp(self):
        super().setUp()
        self.sandbox = Sandbox(self.desktop)
        window = Window(self.desktop)
        window.log_in(self.sandbox)
        self.identity = window.identity()
        window.quit()
        self.desktop.restart_keyring(unlocked=False)

    def check_nothing_is_lost(self, window):
        """The window says what is the matter and still answers; after unlocking, all is as before."""
        window.wait_for_words(["locked", "unlock"], "the window says that the keyring is locked")
        self.assertEqual(window.quit(), 0)

        self.desktop.restart_keyring(unlocked=True)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), self.sandbox.api_token)
        again = Window(self.desktop)
        again.wait_until_logged_in()
        self.assertEqual(again.identity(), self.identity)


class NobodyAsks(LockedKeyring):

    def test_says_so_and_erases_nothing(self):
        self.check_nothing_is_lost(Window(self.desktop))


class SomebodyAsks(LockedKeyring):

    desktop_options = {"prompter": True}

    def prompt(self):
        """GNOME Keyring's own question, as soon as it is on the screen."""
        def look():
            for application in self.desktop.accessibility.applications():
                with suppress(Gone):
                    if application.name == "gcr-prompter" and application.find("Cancel", role=BUTTON):
                        return application
            return None
        return wait_until(look, "the keyring asks for its password")

    def test_dismissed_prompt_erases_nothing(self):
        window = Window(self.desktop)
        self.prompt().find("Cancel", role=BUTTON).press()

        self.check_nothing_is_lost(window)

    def test_answered_prompt_logs_in(self):
        window = Window(self.desktop)
        prompt = self.prompt()
        prompt.find(role=("password text",)).enter(KEYRING_PASSWORD.decode())
        prompt.find("Unlock", role=BUTTON).press()

        window.wait_until_logged_in()
        self.assertEqual(window.identity(), self.identity)



if __name__ == "__main__":
    unittest.main()
