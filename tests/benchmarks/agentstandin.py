# SPDX-License-Identifier: Apache-2.0
"""Stands in for the running window where the program has no agent: answers all requests with the line that it is given
on its standard input.

Usage: agentstandin.py SOCKET
"""

import os
import socketserver
import sys


def main():
    answer = sys.stdin.buffer.readline()

    class Handler(socketserver.StreamRequestHandler):

        def handle(self):
            if self.rfile.readline():
                self.wfile.write(answer)

    path = sys.argv[1]
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    socketserver.UnixStreamServer.request_queue_size = 64
    with socketserver.UnixStreamServer(path, Handler) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()
