# SPDX-License-Identifier: Apache-2.0
"""qci-auth with tinyproxy on the way to the service."""

import secrets
import unittest

from authority import Authority
from commandtest import SharedSessionTest
from frontservers import Nginx, TinyProxy


def elsewhere(url):
    """The same server under an address that is this machine's, too, but not one that is asked without a proxy."""
    return url.replace("127.0.0.1", "0.0.0.0")


class ByProxy(SharedSessionTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.authority = Authority(cls.desktop)
        cls.nginx = Nginx(cls.desktop, cls.authority, cls.sandbox.port)

    def start_proxy(self, **options):
        proxy = TinyProxy(self.desktop, **options)
        self.addCleanup(proxy.end)
        return proxy

    def by(self, url):
        return {"http_proxy": url, "https_proxy": url, "no_proxy": ""}

    def log_in_at(self, url, proxy_url, *arguments):
        return self.cli("login", "--with-token", "--url", elsewhere(url), *arguments,
                        stdin=self.sandbox.api_token.encode(), environment=self.by(proxy_url))

    def assert_works(self, proxy, url, method):
        """Every command goes by the proxy, which learns no token that is inside TLS."""
        environment = self.by(url)
        before = proxy.requests(method)
        self.assert_done(self.cli("token", "--force-refresh", environment=environment))
        self.assert_done(self.cli("health", environment=environment))
        self.assert_done(self.cli("status", environment=environment))
        self.assert_done(self.cli("doctor", environment=environment))
        self.assertGreater(proxy.requests(method), before)
        self.assertFalse(self.sandbox.api_token in proxy.written(), "the proxy has the API token in a file")

    def test_tls(self):
        proxy = self.start_proxy()
        result = self.log_in_at(self.nginx.tls13, proxy.url, "--ca-cert", self.authority.ca)
        self.assertEqual((result.code, result.out), (0, b""), result.message)
        self.assertEqual(proxy.requests("CONNECT"), 1)
        self.assert_works(proxy, proxy.url, "CONNECT")

    def test_plain_http(self):
        proxy = self.start_proxy()
        result = self.log_in_at(self.sandbox.url, proxy.url, "--allow-insecure-http")
        self.assertEqual((result.code, result.out), (0, b""), result.message)
        self.assertEqual(proxy.requests("POST"), 1)
        self.assert_works(proxy, proxy.url, "GET")

    def test_loopback_goes_by_no_proxy(self):
        proxy = self.start_proxy()
        self.assertEqual(self.cli("login", "--with-token", "--url", self.sandbox.url,
                                  stdin=self.sandbox.api_token.encode(), environment=self.by(proxy.url)).code, 0)
        self.assertEqual(proxy.requests("POST"), 0)

    def test_proxy_that_wants_a_name(self):
        password = secrets.token_hex(8)
        proxy = self.start_proxy(user="me", password=password)
        trust = ["--ca-cert", self.authority.ca]
        result = self.log_in_at(self.nginx.tls13, proxy.url, *trust)
        self.assert_fails(result, 5)
        self.assertIn("The proxy on the way to 0.0.0.0 failed", result.message)
        self.assert_stored("default", None)
        result = self.log_in_at(self.nginx.tls13, proxy.url_with_name, *trust)
        self.assertEqual((result.code, result.out), (0, b""), result.message)
        self.assert_secret_not_in(password, result)
        self.assert_works(proxy, proxy.url_with_name, "CONNECT")

    def test_proxy_that_wants_a_name_for_plain_http(self):
        proxy = self.start_proxy(user="me", password=secrets.token_hex(8))
        # Qt names itself only when it sends a request for the second time, and a token is sent once.
        for url in (proxy.url, proxy.url_with_name):
            before = proxy.requests("POST")
            result = self.log_in_at(self.sandbox.url, url, "--allow-insecure-http")
            self.assert_fails(result, 5)
            self.assertIn("The proxy on the way to 0.0.0.0 failed", result.message)
            self.assertEqual(proxy.requests("POST"), before + 1)
            self.assert_stored("default", None)

    def test_proxy_that_dies(self):
        proxy = self.start_proxy()
        self.assertEqual(self.log_in_at(self.nginx.tls13, proxy.url, "--ca-cert", self.authority.ca).code, 0)
        token = self.token()
        proxy.end()
        result = self.cli("token", "--force-refresh", environment=self.by(proxy.url))
        self.assert_fails(result, 5)
        self.assertIn("The proxy on the way to 0.0.0.0 failed", result.message)
        self.assertTrue(self.token() == token, "the token that is valid is not served")
        doctor = self.cli("doctor", "--json", environment=self.by(proxy.url))
        self.assertEqual(doctor.code, 1)
        self.assertIn("proxy", {check["name"]: check for check in doctor.json()["checks"]}["service"]["message"])

    def test_service_behind_it_that_is_down(self):
        proxy = self.start_proxy()
        result = self.log_in_at("https://127.0.0.1:1/", proxy.url, "--ca-cert", self.authority.ca)
        self.assert_fails(result, 5)
        self.assert_stored("default", None)


if __name__ == "__main__":
    unittest.main()
