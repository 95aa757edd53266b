# SPDX-License-Identifier: Apache-2.0
"""Something on the socket where commands look for the window."""

import json
import socket
import threading


class FakeAgent:
    """Listens where the window would, and answers each request by a function; None: not at all."""

    def __init__(self, folder, answer):
        folder.mkdir(mode=0o700, exist_ok=True)
        self.path = folder / "agent.sock"
        self.requests = []
        self._answer = answer
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(self.path))
        self._server.listen(64)
        self._open = []
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._server.close()
        for connection in self._open:
            connection.close()
        self.path.unlink()

    def _serve(self):
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            request = connection.makefile("rb").readline()
            self.requests.append(json.loads(request) if request else None)
            answer = self._answer(self.requests[-1])
            if answer is None:
                self._open.append(connection)
                continue
            try:
                connection.sendall(answer)
            except OSError:
                pass  # the program has heard enough
            connection.close()
