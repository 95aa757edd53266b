# SPDX-License-Identifier: Apache-2.0
"""What a launcher does on Wayland: it asks the compositor for a token with which the started program may come to the
front, by the protocol xdg-activation-v1. There is no tool for it."""

import socket
import struct

from processes import PATIENCE_S, Failure

DISPLAY, REGISTRY, SYNC, ACTIVATION, TOKEN = range(1, 6)


class WaylandLauncher:
    """A client of the display at that path, for as long as it is used as a context."""

    def __init__(self, display):
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(PATIENCE_S)
        self._socket.connect(display)
        self._received = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def activation_token(self):
        """A token, to be given to a program as XDG_ACTIVATION_TOKEN."""
        self._send(DISPLAY, 1, struct.pack("=I", REGISTRY))
        self._send(DISPLAY, 0, struct.pack("=I", SYNC))
        number = None
        while (message := self._receive())[0] != SYNC:
            if message[0] == REGISTRY and text_at(message[2], 4) == "xdg_activation_v1":
                number, = struct.unpack_from("=I", message[2])
        if number is None:
            raise Failure("The compositor has no xdg_activation_v1.")
        self._send(REGISTRY, 0, struct.pack("=I", number) + packed("xdg_activation_v1")
                   + struct.pack("=II", 1, ACTIVATION))
        self._send(ACTIVATION, 1, struct.pack("=I", TOKEN))
        self._send(TOKEN, 3, b"")
        while (message := self._receive())[0] != TOKEN:
            if message[:2] == (DISPLAY, 0):
                raise Failure(f"The compositor complains: {text_at(message[2], 8)}.")
        return text_at(message[2], 0)

    def _send(self, target, opcode, arguments):
        self._socket.sendall(struct.pack("=IHH", target, opcode, 8 + len(arguments)) + arguments)

    def _receive(self):
        """The next event: of which object, which one, and its arguments."""
        sender, opcode, size = struct.unpack("=IHH", self._read(8))
        return sender, opcode, self._read(size - 8)

    def _read(self, size):
        while len(self._received) < size:
            more = self._socket.recv(4096)
            if not more:
                raise Failure("The compositor hung up.")
            self._received += more
        part, self._received = self._received[:size], self._received[size:]
        return part


def packed(text):
    """A string as it is on the wire: with its length, a zero at its end, and filled up to a whole word."""
    data = text.encode() + b"\0"
    return struct.pack("=I", len(data)) + data + b"\0" * (-len(data) % 4)


def text_at(arguments, offset):
    size, = struct.unpack_from("=I", arguments, offset)
    return arguments[offset + 4:offset + 3 + size].decode()
