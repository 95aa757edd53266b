# SPDX-License-Identifier: Apache-2.0
"""Tokens that are planted wherever text comes from do not come out where it goes: a service that echoes them, addresses,
proxies, files, names."""

import json
import secrets
import socket
import socketserver
import threading
import unittest

from commandtest import SharedSessionTest
from desktoptest import DesktopTest
from fakeagent import FakeAgent
from processes import PATIENCE_S, wait_until
from secretsearch import SecretSearch
from standin import StandIn
from window import Window

EVERYTHING_LOGGED = {"QT_LOGGING_RULES": "*=true", "QT_ASSUME_STDERR_HAS_CONSOLE": "1", "QT_LOGGING_TO_CONSOLE": "1"}
# Of these shapes are tokens that no rule about shapes knows.
SHAPES = {"hexadecimal": lambda: secrets.token_hex(16),
          # In part like one that a rule knows.
          "hexadecimal with a tail": lambda: secrets.token_hex(16) + "-q" + secrets.token_hex(8) + "-",
          "unusual": lambda: "q" + secrets.token_urlsafe(30) + "_"}
READERS = (["status"], ["status", "--json"], ["doctor"], ["doctor", "--json"], ["health"], ["health", "--json"],
           ["profile", "list"], ["profile", "list", "--json"], ["completion", "bash"], ["completion", "zsh"],
           ["completion", "fish"])

# What a service may say that has been sent a token: `%s` is the token.
ECHOES = {
    "JSON": ("401 Unauthorized", "application/json", "", '{"detail":"token %s is unknown"}'),
    "JSON member": ("401 Unauthorized", "application/json", "", '{"%s":{"refresh_token":"%s"}}'),
    "JSON string": ("403 Forbidden", "application/json", "", '"%s"'),
    "HTML": ("403 Forbidden", "text/html", "", "<html><title>%s</title><p>%s</html>"),
    "server error": ("503 Service Unavailable", "text/plain", "Retry-After: %s\r\n", "failed for %s"),
    "reason phrase": ("400 no such token %s", "application/json", "", "{}"),
    "content type": ("200 OK", "text/%s", "", "no JSON"),
    "redirect to a host": ("302 Found", "text/html", "Location: https://%s.invalid/\r\n", ""),
    "redirect with a query": ("307 Temporary Redirect", "text/html", "Location: https://x.invalid/?t=%s\r\n", ""),
    "redirect with a user": ("302 Found", "text/html", "Location: https://u:%s@x.invalid/\r\n", ""),
    "cookie": ("401 Unauthorized", "application/json", "Set-Cookie: token=%s\r\n", "{}"),
    "authentication": ("401 Unauthorized", "application/json", 'WWW-Authenticate: Basic realm="%s"\r\n', "{}"),
    "compressed": ("200 OK", "application/json", "Content-Encoding: %s\r\n", "{}"),
    "wrong member": ("200 OK", "application/json", "", '{"access_token":1,"token_type":"%s","user_id":"%s"}'),
    "wrong date": ("200 OK", "application/json", "", json.dumps({
        "access_token": "%s", "token_type": "Bearer", "organization_id": "o", "user_id": "u",
        "expires_at_rfc3339": "%s"})),
    "wrong type": ("200 OK", "application/json", "", json.dumps({
        "access_token": "%s", "token_type": "%s", "organization_id": "o", "user_id": "u",
        "expires_at_rfc3339": "2999-01-01T00:00:00Z"})),
    "no HTTP": (None, "", "", "%s\r\n\r\n%s"),
}

# What may stand on the agent's socket, from another version or somebody else: `%s` is the token.
WRONG_ANSWERS = {
    "no JSON": "%s",
    "broken off": '{"version":1,"access_token":"%s"',
    "other version": '{"version":99,"access_token":"%s"}',
    "array": '["%s"]',
    "wrong member": '{"version":1,"token":"%s"}',
    "kind of error": '{"version":1,"error":{"kind":"%s","text":"It is not possible."}}',
    "no text of error": '{"version":1,"error":"%s"}',
}
# What a program may ask that mistakes a token for something else.
WRONG_REQUESTS = (
    "%s", '"%s"', '{"version":"%s"}', '{"version":1,"verb":"%s"}', '{"version":1,"%s":"%s"}',
    '{"version":1,"verb":"token","profile":"%s"}', '{"version":1,"verb":"token","min_ttl_s":"%s"}',
    '{"version":1,"verb":"activate","activation_token":"%s"}')


class Echo(socketserver.ThreadingTCPServer):
    """Answers every request with one of ECHOES, with the token in it."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), None)
        self.answer = b""
        self.requests = 0
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    @property
    def address(self):
        return f"127.0.0.1:{self.server_address[1]}"

    def say(self, status, content_type, headers, body, token):
        body = body.replace("%s", token)
        text = body if status is None else (
            f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{headers}Content-Length: {len(body)}\r\n"
            f"Connection: close\r\n\r\n").replace("%s", token) + body
        self.answer = text.encode()

    def finish_request(self, request, client_address):
        self.requests += 1
        reader = request.makefile("rb")
        length = 0
        for line in iter(reader.readline, b"\r\n"):
            if not line:
                return
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        reader.read(length)
        request.sendall(self.answer)

    def handle_error(self, request, client_address):
        """Nothing: whoever asked is gone."""


class Redaction(SharedSessionTest):

    def setUp(self):
        super().setUp()
        self.echo = Echo()
        self.addCleanup(self.echo.server_close)
        self.addCleanup(self.echo.shutdown)

    def assert_silent(self, token, *arguments, what="", **options):
        """All logging on, no output has the token, in any case of letters; nor has any file."""
        environment = EVERYTHING_LOGGED | options.pop("environment", {})
        result = self.cli("--verbose", *arguments, environment=environment, **options)
        search = SecretSearch([token, token.lower()])
        for stream in (result.out, result.err):
            self.assertFalse(search.is_in(stream) or search.is_in(stream.lower()), f"{what}: {arguments[0]} says it")
        self.assertEqual(search.files(self.desktop.folder), [], what)
        return result

    def test_service_that_echoes(self):
        for shape, make in SHAPES.items():
            for name, echo in ECHOES.items():
                with self.subTest(shape=shape, echo=name):
                    token = make()
                    self.echo.say(*echo, token)
                    before = self.echo.requests
                    result = self.assert_silent(token, "login", "--with-token", "--url", f"http://{self.echo.address}/",
                                                stdin=token.encode(), what=name)
                    self.assertNotEqual(result.code, 0)
                    self.assertGreater(self.echo.requests, before, "the token was not sent")

    def test_exchange_by_environment_that_is_refused(self):
        for shape, make in SHAPES.items():
            token = make()
            variables = {"QCI_TOKEN": token, "QCI_API_URL": f"http://{self.echo.address}/"}
            for echo in ("JSON", "redirect to a host", "wrong type"):
                self.echo.say(*ECHOES[echo], token)
                for arguments in (["token"], ["token", "--json"], ["header"], *READERS):
                    with self.subTest(shape=shape, echo=echo, arguments=arguments):
                        self.assert_silent(token, *arguments, environment=variables)

    def test_address_with_a_token(self):
        for shape, make in SHAPES.items():
            token = make()
            for url in (f"http://{token}@127.0.0.1:9/", f"http://u:{token}@127.0.0.1:9/",
                        f"http://127.0.0.1:9/?QCI_TOKEN={token}", f"http://127.0.0.1:9/#{token}"):
                with self.subTest(shape=shape, url=url.replace(token, "…")):
                    result = self.assert_silent(token, "login", "--with-token", "--url", url, stdin=token.encode())
                    self.assertNotEqual(result.code, 0)
                    for arguments in (["token"], *READERS):
                        self.assert_silent(token, *arguments, environment={"QCI_API_URL": url, "QCI_TOKEN": token})

    def test_proxy_with_a_password(self):
        for shape, make in SHAPES.items():
            token = make()
            for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
                for scheme in ("http", "socks5h", "https"):
                    with self.subTest(shape=shape, name=name, scheme=scheme):
                        self.echo.say(*ECHOES["JSON"], token)
                        proxy = {name: f"{scheme}://user:{token}@127.0.0.1:9"}
                        for arguments in (["health"], ["doctor"], ["doctor", "--json"]):
                            self.assert_silent(token, *arguments, environment=proxy | {
                                "QCI_API_URL": "http://qci.invalid/", "QCI_TOKEN": "x" * 32})

    def test_files_with_garbage_around_a_token(self):
        for shape, make in SHAPES.items():
            token = make()
            for content in (f"QCI_TOKEN={token} {token}\n", f"\ufeffQCI_TOKEN='{token}\n", f"QCI_API_URL={token}\n",
                            f"export QCI_TOKEN=\"{token}\\\"\n", f"garbage\x00{token}\n{token}\n", f"{token}=1\n"):
                with self.subTest(shape=shape, content=content.replace(token, "…")):
                    path = self.write_file(".env", content.encode())
                    folder = SecretSearch([token])
                    for arguments in (["import", str(path)], ["doctor", "--scan", "."]):
                        result = self.cli("--verbose", *arguments, environment=EVERYTHING_LOGGED)
                        self.assertFalse(folder.is_in(result.out + result.err), arguments)
                    result = self.cli("--verbose", "login", "--with-token", "--url", "http://127.0.0.1:9/",
                                      stdin=content.encode(), environment=EVERYTHING_LOGGED)
                    self.assertFalse(folder.is_in(result.out + result.err), "login")
                    path.unlink()
                    self.assertEqual(folder.files(self.desktop.folder), [])

    def test_one_token_taken_for_something_else(self):
        for shape, make in SHAPES.items():
            token = make()
            for arguments in (["--profile", token, "token"], ["profile", "use", token], ["completion", token], [token],
                              ["token", token], ["--url", token], ["login", "--with-token", "--url", token]):
                with self.subTest(shape=shape, arguments=[word.replace(token, "…") for word in arguments]):
                    result = self.cli("--verbose", *arguments, environment=EVERYTHING_LOGGED, stdin=token.encode())
                    self.assertNotEqual(result.code, 0)
                    self.assertEqual(SecretSearch([token]).files(self.desktop.folder), [])
                    if shape == "hexadecimal":  # the program cannot know that it is one where it looks like a word
                        self.assertFalse(SecretSearch([token]).is_in(result.out + result.err))

    def test_agent_that_answers_with_a_token_in_the_wrong_place(self):
        self.log_in(self.sandbox)
        for shape, make in SHAPES.items():
            token = make()
            for name, answer in WRONG_ANSWERS.items():
                with self.subTest(shape=shape, answer=name):
                    with FakeAgent(self.desktop.runtime / "qci-auth", lambda _, text=answer: text.replace(
                            "%s", token).encode() + b"\n") as agent:  # noqa: B023, the agent ends with the round
                        for arguments in (["token"], ["status"], ["profile", "list"]):
                            self.assert_silent(token, *arguments, what=name)
                    self.assertTrue(agent.requests, "nobody asked")

    def test_search_hears_what_is_said(self):
        with StandIn() as service:
            self.cli("login", "--with-token", "--url", service.url, stdin=service.api_token.encode())
            with self.assertRaises(AssertionError):
                self.assert_silent(service.access_token, "token")


class WindowRedaction(DesktopTest):

    def test_service_that_echoes(self):
        echo = Echo()
        self.addCleanup(echo.server_close)
        self.addCleanup(echo.shutdown)
        window = Window(self.desktop, environment=self.desktop.environment | EVERYTHING_LOGGED)
        window.open_login()
        for shape, make in SHAPES.items():
            for name in ("JSON", "reason phrase", "redirect to a host", "wrong type"):
                with self.subTest(shape=shape, echo=name):
                    token = make()
                    search = SecretSearch([token, token.lower()])
                    echo.say(*ECHOES[name], token)
                    before = echo.requests
                    window.fill_login(f"http://{echo.address}/", token)
                    window.press("Log in")
                    wait_until(lambda before=before: echo.requests > before, "the token is sent")
                    window.wait_for(starts_with="Error: ")
                    self.assertFalse(search.is_in(window.words().encode()), "the window shows it")
                    self.assertFalse(search.is_in(window.program.log().encode()), "it is logged")
                    self.assertEqual(search.files(self.desktop.folder), [])
                    self.assertEqual(search.processes(), [])

    def test_requests_to_the_agent(self):
        window = Window(self.desktop, environment=self.desktop.environment | EVERYTHING_LOGGED)
        path = self.desktop.runtime / "qci-auth" / "agent.sock"
        wait_until(path.exists, "the window listens")
        for shape, make in SHAPES.items():
            token = make()
            search = SecretSearch([token])
            for request in WRONG_REQUESTS:
                with self.subTest(shape=shape, request=request), socket.socket(socket.AF_UNIX) as connection:
                    connection.settimeout(PATIENCE_S)
                    connection.connect(str(path))
                    connection.sendall(request.replace("%s", token).encode() + b"\n")
                    answer = connection.makefile("rb").readline()
                    self.assertTrue(answer, "the window does not answer")
                    self.assertFalse(search.is_in(answer), "it answers with it")
            window.wait_for("Log in…")
            self.assertFalse(search.is_in(window.words().encode()), "the window shows it")
            self.assertFalse(search.is_in(window.program.log().encode()), "it is logged")
            self.assertEqual(search.files(self.desktop.folder), [])


if __name__ == "__main__":
    unittest.main()
