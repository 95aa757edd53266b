# SPDX-License-Identifier: Apache-2.0
"""Looks for secrets, plain and in disguise, in files and in what processes show of themselves."""

import base64
import os
import urllib.parse
from contextlib import suppress
from pathlib import Path


def disguises(secret):
    """The byte strings by which a secret is recognised: plain, in part, UTF-16, hexadecimal, percent-encoded,
    base64."""
    plain = secret.encode()
    forms = {plain, secret.encode("utf-16-le"), secret.encode("utf-16-be"), plain.hex().encode(),
             plain.hex().upper().encode()}
    forms |= {"".join(f"%{byte:{style}}" for byte in plain).encode() for style in ("02x", "02X")}
    forms.add(urllib.parse.quote(secret, safe="").encode())
    return forms | base64_disguises(plain) | pieces(plain)


def pieces(plain):
    """What is left where a token went only in part: of its middle and its end, as all JWTs begin alike."""
    if len(plain) < 24:
        return set()
    middle = len(plain) // 2
    return {plain[middle - 6:middle + 6], plain[-12:]}


def base64_disguises(plain):
    """Base64 of the secret inside a longer text: three ways, by where it begins among groups of three bytes."""
    forms = set()
    for before in range(3):
        padded = b"\0" * before + plain
        # The first and the last characters depend on the neighbours.
        usable = len(padded) // 3 * 4
        encoded = base64.b64encode(padded)[4 if before else 0:usable]
        forms |= {encoded, encoded.replace(b"+", b"-").replace(b"/", b"_")}
    return forms


class SecretSearch:
    """Finds any of some secrets."""

    def __init__(self, secrets):
        self._needles = set().union(*(disguises(secret) for secret in secrets))

    def is_in(self, data):
        return any(needle in data for needle in self._needles)

    def files(self, folder):
        """All files below the folder that hold a secret, or have one in their names."""
        found = []
        for parent, _, names in os.walk(folder):
            for path in (Path(parent, name) for name in names):
                if self.is_in(os.fsencode(path)) or (path.is_file() and self.is_in(path.read_bytes())):
                    found.append(str(path))
        return found

    def processes(self):
        """All processes on this machine that show a secret in their command line or environment."""
        found = []
        for entry in filter(str.isdigit, os.listdir("/proc")):
            for what in ("cmdline", "environ"):
                # It may have ended, or belong to somebody else.
                with suppress(OSError):
                    if self.is_in(Path("/proc", entry, what).read_bytes()):
                        found.append(f"/proc/{entry}/{what}")
        return found

    def count_readable_processes(self):
        """How many processes can be looked into: none would mean that the search sees nothing."""
        count = 0
        for entry in filter(str.isdigit, os.listdir("/proc")):
            with suppress(OSError):
                count += bool(Path("/proc", entry, "cmdline").read_bytes())
        return count
