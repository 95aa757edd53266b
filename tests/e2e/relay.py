# SPDX-License-Identifier: Apache-2.0
"""Stands between the program and a sandbox, and counts what goes by."""

import http.client
import http.server
import threading


class Relay:
    """Passes everything on to a port on this machine."""

    def __init__(self, port):
        self._requests = []
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler_for(port, self._requests))
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self):
        return self._server.server_address[1]

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/"

    def exchanges(self):
        """How many access tokens were asked for so far."""
        return self._requests.count(("POST", "/auth/v1/access-tokens/"))


def handler_for(port, requests):
    """The class of a handler that passes requests on to the port, and notes their method and path."""

    class Handler(http.server.BaseHTTPRequestHandler):

        def pass_on(self):
            requests.append((self.command, self.path))
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request(self.command, self.path, body, dict(self.headers))
            answer = connection.getresponse()
            content = answer.read()
            self.send_response_only(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("connection", "transfer-encoding", "content-length"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(content)
            connection.close()

        do_GET = do_POST = pass_on  # noqa: N815, the names are http.server's

        def log_message(self, *_):
            """Nothing: a test's output is for failures."""

    return Handler
