# SPDX-License-Identifier: Apache-2.0
"""Whatever is wrong on the command line or in the user's files is said in one line, and changes nothing."""

import os
import subprocess
import unittest

from commandtest import SharedSessionTest
from standin import StandIn

SECRET = "0123456789abcdef0123456789abcdef"
MISUSE = [[], ["tokne"], ["token", "extra"], ["--frobnicate"], ["token", "--jsno"], ["token", "--min-ttl"],
          ["login", "--timeout", "0"], ["login", "--timeout", "-1"], ["login", "--timeout", "1e9"],
          ["login", "--timeout", "nan"], ["env", "--shell", "csh"], ["exec"], ["exec", "--"], ["import"],
          ["headers", "--without-authorization", "--without-connection-close"], ["completion", "tcsh"], ["profile"],
          ["profile", "lits"], ["", "token"], ["token", "--json=yes"]]


class BadInput(SharedSessionTest):

    def assert_unchanged(self, before):
        self.assertEqual(self.files(), before)
        self.assert_stored("default", self.sandbox.api_token)

    def files(self):
        """All files of the configuration with their contents."""
        return {path: path.read_bytes() for path in (self.desktop.home / ".config").rglob("*") if path.is_file()}

    def test_misuse(self):
        self.log_in(self.sandbox)
        before = self.files()
        for arguments in MISUSE:
            with self.subTest(arguments):
                self.assert_fails(self.cli(*arguments), 2)
        self.assert_unchanged(before)

    def test_token_on_the_command_line_is_not_repeated(self):
        for arguments in (["login", SECRET], ["login", "--token", SECRET], ["login", f"--token={SECRET}"], [SECRET],
                          ["login", f"--with-token={SECRET}"], ["token", SECRET], ["login", "-t", SECRET]):
            result = self.cli(*arguments)
            self.assert_fails(result, 2)
            self.assert_secret_not_in(SECRET, result)

    def test_garbage_in_the_configuration(self):
        self.log_in(self.sandbox)
        garbage = [b"", b"\0" * 1000, b"\xff\xfe\x00\x01" * 100, b"[" * 5000, b"url=\n", b"url=http://\n", b"{}",
                   b"[General]\nurl=x, y, z\n",
                   b"[General]\nname=default\ntimeout_ms=-9999999999999999999\nskew_ms=99999999999999999999999\n"]
        for path in list(self.files()):
            good = path.read_bytes()
            for content in garbage:
                with self.subTest(f"{path.name}: {content[:30]}"):
                    path.write_bytes(content)
                    for command in (["token"], ["status", "--json", "--offline"], ["profile", "list"]):
                        result = self.cli(*command)
                        self.assertIn(result.code, (0, 1, 4, 5), result.message)
                        if result.code:
                            self.assert_one_line(result)
            path.write_bytes(good)
        self.assert_done(self.cli("token"))

    def test_profile_file_of_before_is_mended_by_a_login(self):
        self.log_in(self.sandbox)
        for path in self.files():
            path.write_bytes(b"\0garbage")
        self.log_in(self.sandbox)
        self.assert_done(self.cli("token"))

    def test_file_in_place_of_the_configuration_folder(self):
        (self.desktop.home / ".config").touch()
        with StandIn() as service:
            result = self.cli("login", "--with-token", "--url", service.url, stdin=service.api_token.encode())
            self.assertEqual((result.code, result.out), (1, b""), result.message)
            self.assert_one_line(result)
            self.assertIn("not stored", result.message)
            # A token without a profile is one that nobody would find.
            self.assert_stored("default", None)
        self.assert_fails(self.cli("token"), 4)
        self.assert_done(self.cli("profile", "list"), b"")

    def test_full_disk(self):
        config = self.desktop.home / ".config"
        config.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32k", "none", config], capture_output=True,
                          check=False).returncode:
            self.skipTest("No small file system can be mounted here: this needs root and CAP_SYS_ADMIN")
        try:
            self.log_in(self.sandbox)
            before = self.files()
            filler = config / "filler"
            with open(filler, "wb", buffering=0) as file:
                try:
                    while file.write(b"x" * 512):
                        pass
                except OSError:
                    pass
            with StandIn() as service:
                result = self.cli("--profile", "second", "login", "--with-token", "--url", service.url,
                                  stdin=service.api_token.encode())
                self.assert_fails(result, 1)
                self.assert_stored("second", None)
            result = self.cli("profile", "rename", "default", "new")
            self.assert_fails(result, 1)
            filler.unlink()
            self.assert_unchanged(before)
            self.assert_done(self.cli("token"))
            result = self.cli("profile", "rename", "default", "new")
            self.assertEqual(result.code, 0, result.message)
            self.assert_stored("new", self.sandbox.api_token)
        finally:
            subprocess.run(["umount", config], check=True)

    def test_configuration_of_another_user(self):
        if os.geteuid() != 0:
            self.skipTest("Another user's files can be made by root only")
        self.log_in(self.sandbox)
        before = self.files()
        # No permission is beyond root, but nobody's.
        nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for arguments in (["status", "--offline"], ["profile", "list"], ["profile", "use", "default"], ["token"]):
            ended = subprocess.run([*nobody, self.program, *arguments], env=self.variables(), capture_output=True,
                                   check=False, stdin=subprocess.DEVNULL, cwd="/")
            self.assertIn(ended.returncode, (0, 1, 2, 4, 6), ended.stderr)
            self.assertLessEqual(ended.stderr.count(b"\n"), 1, ended.stderr)
        self.assert_unchanged(before)

    def test_broken_environment(self):
        self.log_in(self.sandbox)
        for environment in ({"HOME": "/nonexistent", "XDG_CONFIG_HOME": None}, {"HOME": None}, {"LANG": "xx_YY.bad"},
                            {"TMPDIR": "/nonexistent"}, {"QT_LOGGING_RULES": "*=true"}):
            result = self.cli("status", "--offline", environment=environment)
            self.assertIn(result.code, (0, 4), result.message)


if __name__ == "__main__":
    unittest.main()
