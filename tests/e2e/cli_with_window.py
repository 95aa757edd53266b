# SPDX-License-Identifier: Apache-2.0
"""Command line and window side by side: one login, one token, whoever has changed it."""

import unittest

from commandtest import CommandTest
from processes import wait_until
from relay import Relay
from window import DEFAULT_PROFILE, Window

PROGRAMS = 200


class WithWindow(CommandTest):

    desktop_options = {"display": True}

    def test_window_hands_on_its_token(self):
        sandbox = self.start_sandbox()
        window = Window(self.desktop)
        window.log_in(sandbox)
        header = window.copy_header()
        self.desktop.keyring.end()  # nobody needs it for that

        result = self.cli("header")

        self.assert_done(result)
        self.assertTrue(result.text.strip() == header)
        self.assertEqual(self.cli("token", "--json").json()["source"], "agent")
        status = self.cli("status", "--json")
        self.assertEqual(status.code, 0)
        self.assertEqual(status.json()["state"], "active")
        self.assertIs(status.json()["agent"], True)

    def test_one_exchange_for_window_and_commands(self):
        sandbox = self.start_sandbox()
        with Relay(sandbox.port) as relay:
            self.assertEqual(self.cli("login", "--with-token", "--url", relay.url,
                                      stdin=sandbox.api_token.encode()).code, 0)
            self.clear_keyring(DEFAULT_PROFILE, "access-token")
            before = relay.exchanges()
            self.desktop.start_window()  # on its way while the commands ask

            ended = self.run_at_once(PROGRAMS, "header")

            self.assertEqual({(code, err) for _, err, code in ended}, {(0, b"")})
            self.assertEqual(len({out for out, _, _ in ended}), 1, "there are different headers")
            wait_until(lambda: self.cli("token", "--json").json()["source"] == "agent", "the window answers")
            self.assertTrue(self.cli("header").out == ended[0][0])
            self.assertEqual(relay.exchanges() - before, 1)

    def test_login_and_logout_in_the_shell_show_in_the_window(self):
        sandbox = self.start_sandbox()
        window = Window(self.desktop)
        window.wait_for("Logged out")

        self.log_in(sandbox)
        window.wait_until_logged_in()

        self.assertEqual(self.cli("logout").code, 0)
        window.wait_for("Logged out")
        self.assert_fails(self.cli("header"), 4)

    def test_login_and_logout_in_the_window_show_in_the_shell(self):
        sandbox = self.start_sandbox()
        window = Window(self.desktop)
        self.assertEqual(self.cli("status", "--json").json()["state"], "logged_out")

        window.log_in(sandbox)
        self.assertEqual(self.cli("status", "--json").json()["state"], "active")

        window.press("Log out")
        window.wait_for("Logged out")
        self.assert_fails(self.cli("header"), 4)

    def test_status_tells_a_login_that_ends_with_the_window(self):
        sandbox = self.start_sandbox()
        window = Window(self.desktop)
        window.open_login()
        window.fill_login(sandbox.url, sandbox.api_token)
        window.do_not_keep_logged_in()
        window.submit_login()
        self.assertRegex(self.cli("status").text, r"(?m)^Credentials: .*\(not stored\)$")

        window.log_out()
        window.log_in(sandbox)

        self.assertRegex(self.cli("status").text, r"(?m)^Credentials: +keychain")

    def test_status_sees_a_window_without_a_login(self):
        self.assertIn("Window:       not running\n", self.cli("status").text)
        Window(self.desktop).wait_for("Logged out")

        self.assertIn("Window:       running\n", self.cli("status").text)

    def test_status_says_nothing_of_a_window_that_has_no_part_in_it(self):
        sandbox = self.start_sandbox()
        Window(self.desktop).wait_for("Logged out")

        status = self.cli("status", environment={"QCI_TOKEN": sandbox.api_token, "QCI_API_URL": sandbox.url})

        self.assert_done(status)
        self.assertNotIn("Window:", status.text)


if __name__ == "__main__":
    unittest.main()
