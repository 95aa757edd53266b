# SPDX-License-Identifier: Apache-2.0
"""A token from the keychain's cache loads nothing for the network: neither TLS nor a plugin, and on its shortest way not
even Qt Network."""

import re
import subprocess
import unittest

from commandtest import SharedSessionTest
from processes import unused_port

NETWORK = re.compile(rb"(?:libssl|libcrypto)[.-]|plugins/(?:tls|networkinformation)")


class Libraries(SharedSessionTest):

    def loaded(self, *arguments, code=0, environment=None):
        """What the dynamic linker says of all the libraries that a command loads."""
        folder = self.desktop.home / "libraries"
        folder.mkdir()
        result = self.cli(*arguments, environment={"LD_DEBUG": "files", "LD_DEBUG_OUTPUT": str(folder / "x"),
                                                   **(environment or {})})
        self.assertEqual(result.code, code, result.message)
        said = b"".join(path.read_bytes() for path in folder.iterdir())
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        self.assertIn(b"libQt6Core", said)
        return said

    def brought(self):
        """What Qt Network itself brings: Debian 13's is linked to libproxy, and that to libcurl."""
        modules = self.program.resolve().parents[1] / "lib/qci-auth/modules"
        listed = subprocess.run(["ldd", modules / "qci-auth-commands.so"], capture_output=True, check=True).stdout
        return set(NETWORK.findall(listed))

    def test_cached_answer_needs_no_network(self):
        self.log_in(self.sandbox)
        for command in (["header"], ["token"], ["token", "--json"], ["headers"], ["status", "--offline"],
                        ["profile", "list"], ["env", "--access-token"]):
            with self.subTest(command):
                self.assertLessEqual(set(NETWORK.findall(self.loaded(*command))), self.brought())

    def test_shortest_way_is_without_qt_network(self):
        self.log_in(self.sandbox)
        for command in (["header"], ["token"]):
            with self.subTest(command):
                said = self.loaded(*command)
                self.assertIn(b"qci-auth-cache", said)
                self.assertNotIn(b"libQt6Network", said)

    def test_an_exchange_is_seen(self):
        given = {"QCI_TOKEN": "some-token-0123", "QCI_API_URL": f"https://127.0.0.1:{unused_port()}/"}
        said = self.loaded("header", code=5, environment=given)
        self.assertIn(b"qci-auth-commands", said)
        self.assertFalse(set(NETWORK.findall(said)) <= self.brought())


if __name__ == "__main__":
    unittest.main()
