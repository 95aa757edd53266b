# SPDX-License-Identifier: Apache-2.0
"""qci-auth login: nothing is stored but what the service accepts, and a stored token meets no service but its own."""

import stat
import subprocess
import unittest
from urllib.parse import urlsplit

from authority import Authority
from commandtest import SharedSessionTest
from standin import StandIn

WRONG_TOKEN = "0123456789abcdef0123456789abcdef"


class Login(SharedSessionTest):

    def log_in_to(self, service, *arguments, profile=None, stdin=None, environment=None):
        chosen = ["--profile", profile] if profile else []
        return self.cli(*chosen, "login", "--with-token", "--url", service.url, *arguments,
                        stdin=service.api_token.encode() if stdin is None else stdin, environment=environment)

    def test_says_where_the_token_is(self):
        result = self.log_in(self.sandbox)
        self.assertEqual(result.message, f"qci-auth: Logged in to {self.sandbox.url} as profile 'default'; the API "
                                         "token is in GNOME Keyring.\n")
        self.assert_stored("default", self.sandbox.api_token)
        self.assertEqual(self.profiles(), {"default": self.sandbox.url})
        for path in (self.desktop.home / ".config/qci-auth", self.desktop.home / ".config/qci-auth/profiles"):
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o700)

    def test_is_one_exchange(self):
        with StandIn() as service:
            self.assertEqual(self.log_in_to(service).code, 0)
            self.assertTrue(self.token() == service.access_token)
            self.assertEqual(service.exchanges(), 1)

    def test_second_profile(self):
        self.log_in(self.sandbox)
        with StandIn() as service:
            self.assertEqual(self.log_in_to(service, profile="second").code, 0)
            self.assertEqual(self.profiles(), {"default": self.sandbox.url, "second": service.url})
            self.assert_stored("default", self.sandbox.api_token)
            self.assert_stored("second", service.api_token)
            self.assertTrue(self.token(profile="second") == service.access_token)
            self.assertFalse(self.token() == service.access_token)

    def test_another_url_takes_the_place_of_the_login_before(self):
        with StandIn() as before, StandIn() as after:
            self.assertEqual(self.log_in_to(before, "--timeout", "7").code, 0)
            self.assertEqual(self.log_in_to(after).code, 0)
            self.assertEqual(self.profiles(), {"default": after.url})
            self.assert_stored("default", after.api_token)
            self.assertTrue(self.token("--force-refresh") == after.access_token)
            self.assertFalse(after.has_seen(before.api_token))
            self.assertNotIn("7000000000", self.cli("headers").text, "settings of another service are kept")

    def test_rejected_token_stores_nothing(self):
        result = self.log_in_to(self.sandbox, stdin=WRONG_TOKEN.encode())
        self.assert_fails(result, 4)
        self.assert_secret_not_in(WRONG_TOKEN, result)
        self.assertEqual(self.profiles(), {})
        self.assert_stored("default", None)

    def test_rejected_token_keeps_the_login_before(self):
        self.log_in(self.sandbox)
        token = self.token()
        self.assert_fails(self.log_in_to(self.sandbox, stdin=WRONG_TOKEN.encode()), 4)
        with StandIn() as service:
            service.status = 401
            self.assert_fails(self.log_in_to(service), 4)
        self.assertEqual(self.profiles(), {"default": self.sandbox.url})
        self.assert_stored("default", self.sandbox.api_token)
        self.assertTrue(self.token() == token)

    def test_service_that_fails(self):
        with StandIn() as service:
            service.status = 503
            self.assert_fails(self.log_in_to(service), 5)
        self.assert_fails(self.log_in_to(service), 5)
        self.assertEqual(self.profiles(), {})

    def test_timeout(self):
        with StandIn() as service:
            service.hold()
            result = self.log_in_to(service, "--timeout", "0.2")
            self.assert_fails(result, 5)
            self.assertIn("in time", result.message)
            service.release()
            self.assertEqual(self.log_in_to(service, "--timeout", "7.5").code, 0)
            self.assertIn("X-Request-Timeout-Nano: 7500000000\n", self.cli("headers").text)
            # A login to the same service without the option keeps what was chosen.
            self.assertEqual(self.log_in_to(service).code, 0)
            self.assertIn("X-Request-Timeout-Nano: 7500000000\n", self.cli("headers").text)

    def test_no_store(self):
        with StandIn() as service:
            result = self.log_in_to(service, "--no-store")
            self.assertEqual((result.code, result.out), (0, b""), result.message)
            self.assert_one_line(result)
            self.assertIn("not stored", result.message)
            self.assert_stored("default", None)
            self.assertTrue(self.token() == service.access_token)
            self.assert_fails(self.cli("token", "--force-refresh"), 4)
            self.assert_fails(self.cli("env"), 4)
            self.assertEqual(service.exchanges(), 1)

    def test_no_store_leaves_no_token_of_the_login_before(self):
        self.log_in(self.sandbox)
        with StandIn() as service:
            self.assertEqual(self.log_in_to(service, "--no-store").code, 0)
            self.assert_stored("default", None)

    def test_plain_http(self):
        with StandIn() as proxy:
            by_proxy = {"http_proxy": proxy.url, "no_proxy": ""}
            arguments = ["login", "--with-token", "--url", "http://qci.invalid/"]
            result = self.cli(*arguments, stdin=proxy.api_token.encode(), environment=by_proxy)
            self.assert_fails(result, 1)
            self.assertIn("--allow-insecure-http", result.message)
            self.assertEqual(proxy.requests, [])

            result = self.cli(*arguments, "--allow-insecure-http", stdin=proxy.api_token.encode(), environment=by_proxy)
            self.assertEqual((result.code, result.out), (0, b""), result.message)
            self.assertEqual(self.profiles(), {"default": "http://qci.invalid/"})
            self.assertEqual(self.cli("token", "--force-refresh", environment=by_proxy).code, 0)

    def test_ca_certificate(self):
        authority = Authority(self.desktop)
        with StandIn(authority.server) as service:
            result = self.log_in_to(service)
            self.assert_fails(result, 5)
            self.assertIn("--ca-cert", result.message)
            self.assertEqual(service.requests, [])

            for wrong in ("missing.pem", __file__):
                self.assert_fails(self.log_in_to(self.sandbox, "--ca-cert", wrong), 1)
            result = self.log_in_to(service, "--ca-cert", "missing.pem")
            self.assert_fails(result, 1)
            self.assertEqual(service.requests, [])

            self.assertEqual(self.log_in_to(service, "--ca-cert", authority.ca).code, 0)
            result = self.cli("token", "--force-refresh", cwd="/")
            self.assertEqual((result.code, result.err), (0, b""), result.message)

    def test_lines_of_an_env_file(self):
        with StandIn() as service:
            lines = f"# mine\nexport QCI_API_URL='{service.url}'\r\nexport QCI_TOKEN=\"{service.api_token}\"\r\n"
            result = self.cli("login", "--with-token", stdin=lines.encode())
            self.assertEqual((result.code, result.out), (0, b""), result.message)
            self.assert_stored("default", service.api_token)
            self.assertEqual(self.profiles(), {"default": service.url})

    def test_forms_of_a_token(self):
        token = self.sandbox.api_token
        for form in (token, f"{token}\n", f"{token}\r\n", f"  {token}  \n\n", f'"{token}"\n', f"Bearer {token}\n"):
            self.clear_keyring()
            self.assertEqual(self.log_in_to(self.sandbox, stdin=form.encode()).code, 0)
            self.assert_stored("default", token)

    def test_no_token_in_the_input(self):
        wrong = {
            "empty": b"", "newline": b"\n", "spaces": b"  \n\t\n", "two lines": b"one-token\nanother-token\n",
            "1 MiB": b"x" * 1_048_576, "binary": bytes(range(256)), "no ASCII": "tok\N{LATIN SMALL LETTER E WITH ACUTE}n"
            .encode(), "assignment without value": b"QCI_TOKEN=\n", "NUL": b"token\0token",
        }
        with StandIn() as service:
            for what, stdin in wrong.items():
                with self.subTest(what):
                    result = self.log_in_to(service, stdin=stdin)
                    self.assert_fails(result, 1)
                    self.assertLess(len(result.err), 300)
            self.assertEqual(service.requests, [])
        self.assertEqual(self.profiles(), {})

    def test_closed_standard_input(self):
        ended = subprocess.run(["sh", "-c", '"$0" login --with-token <&-', str(self.program)], capture_output=True,
                               env=self.variables(), check=False)
        self.assertEqual((ended.returncode, ended.stdout), (1, b""))
        self.assertRegex(ended.stderr.decode(), r"\Aqci-auth: [^\n]+\.\n\Z")

    def test_no_terminal_to_ask_on(self):
        process = subprocess.run(["setsid", "--wait", self.program, "login", "--url", self.sandbox.url],
                                 env=self.variables(), capture_output=True, check=False, stdin=subprocess.DEVNULL)
        self.assertEqual((process.returncode, process.stdout), (2, b""), process.stderr)
        self.assertIn(b"--with-token", process.stderr)

    def test_wrong_addresses(self):
        for url in ("api qci", "ftp://127.0.0.1/", "https://user@127.0.0.1/", "https://127.0.0.1/?x=1", "127.0.0.1"):
            with self.subTest(url):
                self.assert_fails(self.cli("login", "--with-token", "--url", url, stdin=b"some-token-0123456789"), 1)
        self.assert_fails(self.cli("login", "--with-token", "--url", "", stdin=b"some-token-0123456789"), 2)
        self.assertEqual(self.profiles(), {})

    def test_addresses_are_refused_in_words_that_fit_them(self):
        """Another scheme, a service that speaks no TLS, and a port where nobody listens."""
        port = urlsplit(self.sandbox.url).port
        for url, status, words in (
                ("ftp://127.0.0.1/", 1, ["ftp://", "https://", "--allow-insecure-http"]),
                (f"https://127.0.0.1:{port}/", 5, [f"127.0.0.1 answers at port {port}", "TLS", "http://"]),
                ("http://127.0.0.1:1/", 5, ["Nothing answers at 127.0.0.1, port 1:"])):
            with self.subTest(url):
                result = self.cli("login", "--with-token", "--url", url, stdin=b"some-token-0123456789")
                self.assert_fails(result, status)
                for word in words:
                    self.assertIn(word, result.message)
        result = self.cli("token", environment={"QCI_TOKEN": "some-token", "QCI_API_URL": "ftp://127.0.0.1/"})
        self.assert_fails(result, 1)
        self.assertIn("QCI_API_URL has ftp://", result.message)

    def test_names_of_profiles(self):
        for name in ("", " ", "x" * 201, "a\nb"):
            with self.subTest(name):
                result = self.cli("--profile", name, "login", "--with-token", "--url", self.sandbox.url,
                                  stdin=self.sandbox.api_token.encode())
                self.assert_fails(result, 2)
        self.assertEqual(self.profiles(), {})

    def test_notes_what_comes_before_the_new_login(self):
        result = self.log_in_to(self.sandbox, environment={"QCI_TOKEN": "some-token", "QCI_API_URL": "https://other/"})
        self.assertEqual(result.code, 0)
        self.assertIn("come before every profile", result.message)


if __name__ == "__main__":
    unittest.main()
