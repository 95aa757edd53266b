# SPDX-License-Identifier: Apache-2.0
"""Whatever is wrong in the login dialog is said in a sentence, and nothing typed is lost."""

import functools
import http.server
import threading
import unittest

from desktoptest import DesktopTest
from processes import Sandbox, unused_port
from window import DEFAULT_PROFILE, Window

WRONG_TOKEN = "0123456789abcdef0123456789abcdef"


class HtmlServer(http.server.BaseHTTPRequestHandler):
    """Some web server, but not a QCi service."""

    def answer(self):
        page = b"<!DOCTYPE html><title>Welcome</title><p>It works!"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_GET = do_POST = answer  # noqa: N815, the names are http.server's

    def log_message(self, *_):
        """Nothing: a test's output is for failures."""


class BadInput(DesktopTest):

    def setUp(self):
        super().setUp()
        self.window = Window(self.desktop)
        self.window.open_login()

    @functools.cached_property
    def sandbox(self):
        return Sandbox(self.desktop)

    def check(self, url, token, *words):
        """The error says one of the words, the fields keep their text, and nothing is stored."""
        self.window.fill_login(url, token)
        self.window.press("Log in")

        error = self.window.read_out("Error")
        self.assert_sentence(error)
        self.assertTrue(any(word in error.lower() for word in words), f"{error!r} has none of {words}")
        self.assertNotIn(token or "(nothing)", error)
        self.assertEqual(self.window.field("API URL").text(), url)
        self.assertEqual(self.window.field("API token").length(), len(token))
        self.assertIsNone(self.desktop.stored_secret(DEFAULT_PROFILE))

    def test_nothing_listens_at_the_url(self):
        self.check(f"http://127.0.0.1:{unused_port()}/", WRONG_TOKEN, "refused", "reach")

    def test_url_is_none(self):
        self.check("api qci", WRONG_TOKEN, "url", "address")

    def test_plain_http_to_another_machine(self):
        self.check("http://qci.example/", WRONG_TOKEN, "http")

    def test_not_a_qci_service(self):
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), HtmlServer) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.check(f"http://127.0.0.1:{server.server_address[1]}/", WRONG_TOKEN, "qci", "service")
            server.shutdown()

    def test_wrong_path(self):
        self.check(f"{self.sandbox.url}elsewhere/", self.sandbox.api_token, "404", "not found", "address", "url")

    def test_wrong_token(self):
        self.check(self.sandbox.url, WRONG_TOKEN, "token")

    def test_garbled_token(self):
        self.check(self.sandbox.url, "not a token é", "token")

    def test_no_token(self):
        self.check(self.sandbox.url, "", "token")

    def test_right_input_works_after_wrong_input(self):
        self.check(self.sandbox.url, WRONG_TOKEN, "token")

        self.window.field("API token").enter(self.sandbox.api_token)
        self.window.submit_login()


if __name__ == "__main__":
    unittest.main()
