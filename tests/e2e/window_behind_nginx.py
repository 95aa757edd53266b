# SPDX-License-Identifier: Apache-2.0
"""The window with nginx, TLS and a path prefix between it and the service."""

import unittest

from authority import Authority
from desktoptest import DesktopTest
from frontservers import Nginx
from processes import Sandbox
from relay import Relay
from window import DEFAULT_PROFILE, Window


class WindowBehindNginx(DesktopTest):

    def test_login_copy_and_next_start(self):
        sandbox = Sandbox(self.desktop)
        relay = Relay(sandbox.port).__enter__()
        self.addCleanup(relay.__exit__)
        authority = Authority(self.desktop)
        nginx = Nginx(self.desktop, authority, relay.port)
        environment = self.desktop.environment | {"SSL_CERT_FILE": str(authority.ca)}

        window = Window(self.desktop, environment=environment)
        window.open_login()
        window.fill_login(nginx.tls13, sandbox.api_token)
        window.keep_logged_in()
        window.submit_login()
        self.assertEqual(relay.exchanges(), 1)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), sandbox.api_token)
        header = window.copy_header()
        self.assertEqual(self.desktop.status_with_header(f"{sandbox.url}optimization/v1/allocations", header), "200")
        identity = window.identity()
        self.assertEqual(window.quit(), 0)

        again = Window(self.desktop, environment=environment)
        again.wait_until_logged_in()
        self.assertEqual(again.identity(), identity)
        self.assertEqual(relay.exchanges(), 1, "the token that is valid is not shared")
        calls = nginx.calls()
        self.assertEqual({call for call in calls if "POST" in call}, {"HTTP/1.1 TLSv1.3 POST 200"})
        for secret in (sandbox.api_token, header.rsplit(" ", 1)[1]):
            self.assertFalse(secret in nginx.written(), "nginx has a token in a file")


if __name__ == "__main__":
    unittest.main()
