# SPDX-License-Identifier: Apache-2.0
"""qci-auth import: the login of a .env file goes into the keychain, and --remove takes nothing else out of the file."""

import os
import stat
import unittest

from commandtest import SharedSessionTest
from processes import unused_port
from standin import StandIn

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Import(SharedSessionTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.service = StandIn().__enter__()
        cls.addClassCleanup(cls.service.__exit__)

    def setUp(self):
        super().setUp()
        self.service.status = 200

    def env_file(self, lines, name=".env"):
        """A file in which TOKEN and URL stand for the service's own."""
        content = lines.replace(b"TOKEN", self.service.api_token.encode()).replace(b"URL", self.service.url.encode())
        return self.write_file(name, content.replace(b"QCI_" + self.service.api_token.encode(), b"QCI_TOKEN")
                               .replace(b"QCI_API_" + self.service.url.encode(), b"QCI_API_URL"))

    def assert_imported(self, profile="default"):
        self.assert_stored(profile, self.service.api_token)
        self.assertEqual(self.profiles(), {profile: self.service.url})

    def test_leaves_the_file_alone(self):
        path = self.env_file(b"QCI_API_URL=URL\nQCI_TOKEN=TOKEN\n")
        before = path.read_bytes()
        result = self.cli("import", ".env")
        self.assertEqual((result.code, result.out), (0, b""), result.message)
        self.assertIn("import --remove", result.message)
        self.assert_secret_not_in(self.service.api_token, result)
        self.assertEqual(path.read_bytes(), before)
        self.assert_imported()

    def test_removes_its_lines_and_no_other_byte(self):
        cases = {
            "plain": (b"A=1\nQCI_API_URL=URL\nB=2\nQCI_TOKEN=TOKEN\nC=3\n", b"A=1\nB=2\nC=3\n"),
            "quotes": (b"A='1'\nQCI_API_URL=\"URL\"\nQCI_TOKEN='TOKEN'\nB=\" \"\n", b"A='1'\nB=\" \"\n"),
            "comments": (b"# mine\nQCI_API_URL=URL # the usual\n#QCI=x\n  QCI_TOKEN = TOKEN  # secret\n\n#end\n",
                         b"# mine\n#QCI=x\n\n#end\n"),
            "export": (b"export A=1\nexport QCI_API_URL=URL\n export  QCI_TOKEN=TOKEN\n", b"export A=1\n"),
            "CRLF": (b"A=1\r\nQCI_API_URL=URL\r\nQCI_TOKEN=TOKEN\r\nB=2\r\n", b"A=1\r\nB=2\r\n"),
            "mixed ends": (b"A=1\r\nQCI_API_URL=URL\nB=2\nQCI_TOKEN=TOKEN\r\n\r\n", b"A=1\r\nB=2\n\r\n"),
            "duplicates": (b"QCI_TOKEN=old\nA=1\nQCI_API_URL=URL\nQCI_TOKEN=TOKEN\n", b"A=1\n"),
            "no final newline": (b"A=1\nQCI_API_URL=URL\nQCI_TOKEN=TOKEN", b"A=1\n"),
            "others without final newline": (b"QCI_API_URL=URL\nQCI_TOKEN=TOKEN\nA=1", b"A=1"),
            "similar names": (b"QCI_TOKENS=1\nMY_QCI_TOKEN=2\nQCI_API_URL=URL\nQCI_TOKEN=TOKEN\nQCI_API_URL_2=3\n",
                              b"QCI_TOKENS=1\nMY_QCI_TOKEN=2\nQCI_API_URL_2=3\n"),
            "no UTF-8": (b"A=\xff\xfe\x00\nQCI_API_URL=URL\nQCI_TOKEN=TOKEN\n\x80\n", b"A=\xff\xfe\x00\n\x80\n"),
            "byte order mark": (BYTE_ORDER_MARK + b"QCI_TOKEN=TOKEN\nQCI_API_URL=URL\nA=1\n",
                                BYTE_ORDER_MARK + b"A=1\n"),
            "nothing else": (b"QCI_TOKEN=TOKEN\nQCI_API_URL=URL\n", b""),
        }
        for what, (before, after) in cases.items():
            with self.subTest(what):
                self.clear_keyring()
                path = self.env_file(before)
                result = self.cli("import", "--remove", ".env")
                self.assertEqual((result.code, result.out), (0, b""), result.message)
                self.assertEqual(path.read_bytes(), after)
                self.assert_imported()
        self.assertEqual(sorted(os.listdir(self.desktop.home)), [".config", ".env", ".local"])

    def test_keeps_permissions(self):
        for mode in (0o600, 0o640, 0o644):
            path = self.env_file(b"A=1\nQCI_API_URL=URL\nQCI_TOKEN=TOKEN\n")
            path.chmod(mode)
            self.assertEqual(self.cli("import", ".env", "--remove").code, 0)
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), mode)
            path.unlink()

    def test_keeps_a_link(self):
        target = self.env_file(b"A=1\nQCI_API_URL=URL\nQCI_TOKEN=TOKEN\n", "shared.env")
        link = self.desktop.home / ".env"
        link.symlink_to("shared.env")
        self.assertEqual(self.cli("import", ".env", "--remove").code, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(target.read_bytes(), b"A=1\n")

    def test_rejected_token_leaves_the_file_untouched(self):
        path = self.env_file(b"A=1\nQCI_API_URL=URL\nQCI_TOKEN=TOKEN\n")
        path.chmod(0o640)
        before = path.read_bytes(), path.stat()
        for status, code in ((401, 4), (503, 5)):
            self.service.status = status
            result = self.cli("import", ".env", "--remove")
            self.assert_fails(result, code)
            self.assert_secret_not_in(self.service.api_token, result)
            self.assertEqual((path.read_bytes(), path.stat().st_ino, path.stat().st_mtime_ns),
                             (before[0], before[1].st_ino, before[1].st_mtime_ns))
        self.assertEqual(self.profiles(), {})
        self.assert_stored("default", None)

    def test_keychain_that_does_not_keep_it_leaves_the_file_untouched(self):
        path = self.env_file(b"A=1\nQCI_API_URL=URL\nQCI_TOKEN=TOKEN\n")
        before = path.read_bytes()
        result = self.cli("import", ".env", "--remove", environment={"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"})
        self.assert_fails(result, 6)
        self.assertEqual(path.read_bytes(), before)

    def test_file_that_changes_meanwhile(self):
        path = self.env_file(b"A=1\nQCI_API_URL=URL\nQCI_TOKEN=TOKEN\n")
        self.service.hold()
        self.service.exchange_arrived.clear()
        process = self.start_cli("import", ".env", "--remove")
        self.assertTrue(self.service.exchange_arrived.wait(30))
        with open(path, "ab") as file:
            file.write(b"B=2\n")
        before = path.read_bytes()
        self.service.release()
        result = self.finish(process)
        self.assertEqual((result.code, result.out), (1, b""))
        self.assertIn("changed meanwhile", result.message)
        self.assertEqual(path.read_bytes(), before)
        self.assert_imported()

    def test_file_that_cannot_be_replaced(self):
        folder = self.desktop.home / "folder"
        folder.mkdir()
        self.env_file(b"QCI_API_URL=URL\nQCI_TOKEN=TOKEN\n", "folder/.env")
        self.desktop.run(["chattr", "+i", folder])
        try:
            if os.access(folder, os.W_OK) and not self.is_unwritable(folder):
                self.skipTest("No folder can be made unwritable here: this needs root and a file system with chattr +i")
            result = self.cli("import", "folder/.env", "--remove")
            self.assertEqual((result.code, result.out), (1, b""))
            self.assertIn("still stands in", result.message)
            self.assert_imported()
        finally:
            self.desktop.run(["chattr", "-i", folder])

    @staticmethod
    def is_unwritable(folder):
        try:
            (folder / "probe").touch()
        except OSError:
            return True
        (folder / "probe").unlink()
        return False

    def test_token_alone_goes_to_the_usual_service(self):
        self.env_file(b"QCI_TOKEN=TOKEN\n")
        with StandIn() as usual:
            result = self.cli("import", ".env", environment={"QCI_API_URL": usual.url})
            self.assertEqual(result.code, 0, result.message)
            self.assertEqual(self.profiles(), {"default": usual.url})
        self.clear_keyring()

    def test_profile(self):
        self.env_file(b"QCI_API_URL=URL\nQCI_TOKEN=TOKEN\n")
        self.assertEqual(self.cli("--profile", "a/b", "import", ".env").code, 0)
        self.assert_imported("a/b")

    def test_nothing_to_import(self):
        before = self.service.exchanges()
        for content in (b"", b"A=1\n", b"QCI_API_URL=URL\n", b"QCI_TOKEN=\n", b"# QCI_TOKEN=TOKEN\n", b"\0" * 100,
                        b"x" * 2_000_000):
            self.env_file(content)
            self.assert_fails(self.cli("import", ".env", "--remove"), 1)
            self.assertGreaterEqual((self.desktop.home / ".env").stat().st_size, len(content))
        for name in ("missing", ".config/missing", "."):
            self.assert_fails(self.cli("import", name), 1)
        self.assert_fails(self.cli("import"), 2)
        self.assertEqual(self.service.exchanges(), before)

    def test_service_that_is_not_there(self):
        path = self.write_file(".env", f"QCI_API_URL=http://127.0.0.1:{unused_port()}/\nQCI_TOKEN=some-token\n".encode())
        before = path.read_bytes()
        self.assert_fails(self.cli("import", ".env", "--remove"), 5)
        self.assertEqual(path.read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
