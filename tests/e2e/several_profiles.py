# SPDX-License-Identifier: Apache-2.0
"""Every profile has a state of its own and is kept refreshed, shown or not; the box follows what commands change."""

import unittest

from commandtest import CommandTest
from processes import wait_until
from standin import StandIn
from window import Window

LONG_NAME = "n" * 200
LIFETIME_S = 10 * 3600 + 1800
LEFT = "10 h left"  # for half an hour: no machine is as slow as that
OTHER_NAMES = ["ملف العمل", "家 🔑 <b>&x", LONG_NAME]


class SeveralProfiles(CommandTest):

    desktop_options = {"display": True}

    def setUp(self):
        super().setUp()
        self.service = StandIn()
        self.service.lifetime_s = LIFETIME_S
        self.service.__enter__()
        self.addCleanup(self.service.__exit__)

    def log_in_as(self, name, tokens_too=True):
        """As in an earlier run; without its access token where the window is to exchange."""
        result = self.cli("--profile", name, "login", "--with-token", "--url", self.service.url,
                          stdin=self.service.api_token.encode())
        self.assertEqual(result.code, 0, result.message)
        if not tokens_too:
            self.clear_keyring(name, "access-token")

    def wait_for_states(self, window, **states):
        """Waits until the list has exactly these profiles with a state that begins like that."""
        def fits():
            found = window.listed_profiles()
            return found.keys() == states.keys() and all(found[name].startswith(states[name]) for name in states)
        wait_until(fits, f"the profiles are {states}")

    def test_all_are_refreshed_shown_or_not(self):
        for name in ("default", "home", "work"):
            self.log_in_as(name, tokens_too=False)
        self.log_in_as("cached")
        before = self.service.exchanges()
        window = Window(self.desktop)

        self.wait_for_states(window, default=LEFT, home=LEFT, work=LEFT, cached=LEFT)

        self.assertEqual(self.service.exchanges() - before, 3, "the cached token is used, each other asked for once")
        self.assertEqual(window.shown_profile()[0], "default")

    def test_only_profile_is_shown_whatever_its_name(self):
        self.log_in_as("work")

        window = Window(self.desktop)

        self.wait_for_states(window, work=LEFT)
        self.assertEqual(window.shown_profile()[0], "work")

    def test_commands_add_rename_and_remove(self):
        self.log_in_as("default")
        window = Window(self.desktop)
        window.wait_until_logged_in()

        self.log_in_as("work")
        self.wait_for_states(window, default=LEFT, work=LEFT)
        self.assertEqual(self.cli("profile", "rename", "work", "job").code, 0)
        self.wait_for_states(window, default=LEFT, job=LEFT)
        self.assertEqual(self.cli("profile", "remove", "job").code, 0)
        self.wait_for_states(window, default=LEFT)

        self.assertEqual(window.shown_profile()[0], "default")
        self.assertEqual(self.cli("status").code, 0)

    def test_logged_out_is_a_state_of_its_own(self):
        for name in ("default", "work"):
            self.log_in_as(name)
        window = Window(self.desktop)
        self.wait_for_states(window, default=LEFT, work=LEFT)

        self.assertEqual(self.cli("--profile", "work", "logout").code, 0)

        self.wait_for_states(window, default=LEFT, work="Logged out")

    def test_names_of_all_kinds(self):
        self.log_in_as("default")
        for name in OTHER_NAMES:
            self.log_in_as(name)
        window = Window(self.desktop)

        self.wait_for_states(window, default=LEFT, **{name: LEFT for name in OTHER_NAMES})

        width = window.size()[0]
        for name in OTHER_NAMES:
            window.choose_profile(name)
            window.wait_until_logged_in()
            self.assertEqual(window.size()[0], width, "the window keeps its size")


if __name__ == "__main__":
    unittest.main()
