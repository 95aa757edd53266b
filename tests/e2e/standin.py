# SPDX-License-Identifier: Apache-2.0
"""A service that records what it is asked and answers as a test tells it to."""

import datetime
import http.server
import json
import secrets
import ssl
import threading
from collections import namedtuple

EXCHANGE = "/auth/v1/access-tokens/"
Request = namedtuple("Request", "method path headers body")


class StandIn:
    """Takes any API token, until told otherwise; `certificate` is a file with key and certificate for TLS."""

    def __init__(self, certificate=None):
        self.api_token = secrets.token_hex(16)
        self.access_token = f"standin.{secrets.token_urlsafe(200)}"
        self.lifetime_s = 3600
        self.user_id = "user-1"
        self.requests = []
        self.answered_exchanges = 0
        self.status = 200
        self.rotated_token = None
        self.exchange_arrived = threading.Event()
        self._free = threading.Event()
        self._free.set()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler_for(self))
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._scheme = "https" if certificate else "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self.release()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self):
        return f"{self._scheme}://127.0.0.1:{self._server.server_address[1]}/"

    def hold(self):
        """Exchanges get no answer until release()."""
        self.exchange_arrived.clear()
        self._free.clear()

    def release(self):
        self._free.set()

    def exchanges(self):
        """How many access tokens were asked for so far."""
        return sum(request.method == "POST" for request in self.requests)

    def has_seen(self, secret):
        """Whether the secret came by in any request."""
        return any(secret.encode() in request.body or secret in str(request.headers) for request in self.requests)

    def answer(self, method, path):
        """The answer to a request: status and object."""
        if method == "POST":
            self.exchange_arrived.set()
            self._free.wait()
            if self.status != 200:
                return self.status, {"message": "as the test wants it"}
            return 200, self._exchange_answer()
        if path.endswith("/health"):
            return 200, {"message": "OK"}
        return 200, {"application_name": "auth", "version": "1.2.3"}

    def _exchange_answer(self):
        expires_at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=self.lifetime_s)
        answer = {
            "access_token": self.access_token,
            "expires_at_rfc3339": expires_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "token_type": "Bearer",
            "organization_id": "org-1",
            "user_id": self.user_id,
        }
        if self.rotated_token:
            answer["refresh_token"] = self.rotated_token
        return answer


def handler_for(service):
    """The class of a handler that asks the service what to answer."""

    class Handler(http.server.BaseHTTPRequestHandler):

        def respond(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            service.requests.append(Request(self.command, self.path, dict(self.headers), body))
            status, answer = service.answer(self.command, self.path)
            content = json.dumps(answer).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(content)
            except OSError:
                pass  # whoever asked is gone
            if self.command == "POST":
                service.answered_exchanges += 1

        do_GET = do_POST = respond  # noqa: N815, the names are http.server's

        def log_message(self, *_):
            """Nothing: a test's output is for failures."""

    return Handler
