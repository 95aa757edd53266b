# SPDX-License-Identifier: Apache-2.0
"""After a logout neither token is in the memory of the window, not even for who takes a core image as root."""

import json
import unittest

import coreimage
from authority import Authority
from desktoptest import DesktopTest
from processes import Sandbox, executable_path, wait_until
from standin import StandIn
from window import Window


def bare(header):
    return header.removeprefix("Authorization: Bearer ")


@unittest.skipIf(coreimage.why_not(), coreimage.why_not())
class CoreImage(DesktopTest):

    def use_and_log_out(self, service, environment=None):
        """All that handles tokens, with a look while they have to be there, or the search is blind."""
        window = Window(self.desktop, environment=self.desktop.environment | (environment or {}))
        window.log_in(service)
        access_tokens = [bare(window.copy_header())]
        self.assertEqual(self.token_from_agent(), access_tokens[0])
        window.press("Refresh now")
        if isinstance(service, Sandbox):
            access_tokens.append(bare(window.copy_other_header_than(access_tokens[0])))
        else:
            wait_until(lambda: service.exchanges() == 2, "the second exchange has arrived")
        self.assertEqual(self.token_from_agent(), access_tokens[-1])
        left = self.what_is_left(window.pid, service.api_token, access_tokens)
        self.assertIn("API token", left, "it is in use")
        self.assertIn(f"access token {len(access_tokens)}", left, "it is in use")
        self.log_out_and_look(window, service.api_token, access_tokens)

    def log_out_and_look(self, window, api_token, access_tokens):
        """Neither token is there once the logout is over, at once."""
        window.log_out()
        window.wait_for("Log in…")
        self.desktop.wait_until_not_stored("default")
        # The last thing that a logout does: it waits for whoever is storing one.
        self.desktop.wait_until_not_stored("default", what="access-token")
        wait_until(lambda: self.desktop.clipboard() is None, "the clipboard is empty")
        self.assertEqual(self.what_is_left(window.pid, api_token, access_tokens), {})

    def token_from_agent(self):
        """What the window answers other programs with, and may remember."""
        executable = executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth")
        code, output, error = self.desktop.run([executable, "token", "--json"])
        self.assertEqual(code, 0, error)
        answer = json.loads(output)
        self.assertEqual(answer["source"], "agent")
        return answer["access_token"]

    def what_is_left(self, pid, api_token, access_tokens):
        """In which ways tokens are in the memory."""
        image = coreimage.core_image(pid, self.desktop.folder)
        left = {"API token": coreimage.copies(image, api_token)}
        for number, token in enumerate(access_tokens, 1):
            left[f"access token {number}"] = coreimage.copies(image, coreimage.secret_part(token))
        return {token: ways for token, ways in left.items() if ways}

    def test_plain_connection(self):
        self.use_and_log_out(Sandbox(self.desktop))

    def test_encrypted_connection(self):
        authority = Authority(self.desktop)
        with StandIn(authority.server) as service:
            self.use_and_log_out(service, {"SSL_CERT_FILE": str(authority.ca)})

    def test_login_of_an_earlier_start(self):
        sandbox = Sandbox(self.desktop)
        first = Window(self.desktop)
        first.log_in(sandbox)
        self.assertEqual(first.quit(), 0)
        window = Window(self.desktop)
        window.wait_until_logged_in()
        self.log_out_and_look(window, sandbox.api_token, [bare(window.copy_header())])


if __name__ == "__main__":
    unittest.main()
