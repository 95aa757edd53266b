# SPDX-License-Identifier: Apache-2.0
"""`qci-auth-desktop --sandbox`: a service to try the program on, which ends with the window."""

import socket
import unittest
import urllib.parse
from pathlib import Path

from desktoptest import DesktopTest
from harness import SANDBOX_KEYCHAIN_SERVICE
from processes import Sandbox, children_of, executable_path, is_running, wait_until
from tray import Tray
from window import BOX, DEFAULT_PROFILE, Window


def listens(port):
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


class SandboxMode(DesktopTest):

    def test_dialog_is_filled_and_login_works(self):
        window = Window(self.desktop, "--sandbox")
        self.assertEqual(urllib.parse.urlsplit(self.filled_in_url(window)).hostname, "127.0.0.1")
        self.assertTrue(window.field("API token").length())
        self.assertIn("Sandbox", window.words())

        window.submit_login()
        self.assertIn("Sandbox", window.words())

    def test_sandbox_is_never_hidden(self):
        """Else its login dialog would stand there alone."""
        tray = Tray(self.desktop)
        window = Window(self.desktop, "--sandbox", "--hidden")
        self.filled_in_url(window)
        tray.wait_until_icon_is_known()
        self.assertTrue(window.see("Profile", role=BOX), "the dialog is there, and its window is not")

    def test_token_of_a_real_profile_is_left_alone(self):
        """Also by a login that is kept, in a profile of the same name, and by its logout."""
        service = Sandbox(self.desktop)
        real = Window(self.desktop)
        real.log_in(service)
        self.assertEqual(real.quit(), 0)

        window = Window(self.desktop, "--sandbox")
        self.filled_in_url(window)
        window.field("Profile name").enter(DEFAULT_PROFILE)
        window.keep_logged_in()
        window.submit_login()
        sandbox_token = self.desktop.stored_secret(DEFAULT_PROFILE, service=SANDBOX_KEYCHAIN_SERVICE)
        self.assertTrue(sandbox_token, "the sandbox's token is not in the keyring")
        self.assertFalse(sandbox_token == service.api_token, "the sandbox has the other service's token")
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), service.api_token)

        window.log_out()
        self.desktop.wait_until_not_stored(DEFAULT_PROFILE, SANDBOX_KEYCHAIN_SERVICE)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), service.api_token)
        self.assertEqual(window.quit(), 0)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), service.api_token)

    def test_service_ends_when_the_window_is_killed(self):
        window = Window(self.desktop, "--sandbox")
        port = urllib.parse.urlsplit(self.filled_in_url(window)).port
        service, = [pid for pid in children_of(window.pid) if b"qci-auth-sandbox" in self.command_line(pid)]
        self.assertTrue(listens(port))
        self.assertNotIn(b"--token", self.command_line(service))

        window.program.kill()

        wait_until(lambda: not is_running(service), "the service has ended")
        self.assertFalse(listens(port))

    def test_used_port_is_said_in_a_sentence(self):
        first = Sandbox(self.desktop)
        executable = executable_path("QCIAUTH_SANDBOX_EXECUTABLE", "qci-auth-sandbox")

        code, output, error = self.desktop.run([executable, "--port", str(first.port)])

        self.assertNotEqual(code, 0)
        self.assertEqual(output, b"")
        self.assert_sentence(error.decode())
        self.assertIn(str(first.port), error.decode())

    @staticmethod
    def filled_in_url(window):
        window.field("API token")
        return wait_until(lambda: window.field("API URL").text(), "the field 'API URL' has an address")

    @staticmethod
    def command_line(pid):
        return Path("/proc", str(pid), "cmdline").read_bytes()


if __name__ == "__main__":
    unittest.main()
