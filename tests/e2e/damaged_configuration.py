# SPDX-License-Identifier: Apache-2.0
"""Settings that somebody or something has damaged are named, and neither written over nor taken for a logout."""

import os
import unittest
from contextlib import contextmanager
from pathlib import Path

from commandtest import SharedSessionTest

DAMAGES = {
    "garbage": b"\x00\x01\xfe binary \x7f\x00",
    "not settings": b"<html>\nthis is the page of a guest network\n</html>\n",
    "empty": b"",
    "UTF-16": "[General]\nurl=https://example.org/\n".encode("utf-16"),
    "Latin-1": "[General]\nname=caf\u00e9\nurl=https://example.org/\n".encode("latin-1"),
    "truncated before the URL": b"[General]\nname=default\ntimeout_ms=20000\n",
    "URL is no address": b"[General]\nname=default\nurl=not an address\n",
    "URL has a password": b"[General]\nname=default\nurl=https://me:secret@example.org/\n",
    "100 MB": 100_000_000,
    "a folder": "folder",
    "a pipe": "pipe",
}
READERS = [["token"], ["header"], ["headers"], ["env"], ["exec", "true"], ["status"], ["health"],
           ["profile", "use", "default"], ["profile", "rename", "default", "new"]]


def put(path, damage):
    """Makes the file that damaged one."""
    path.unlink()
    if damage == "folder":
        path.mkdir()
    elif damage == "pipe":
        os.mkfifo(path)
    elif isinstance(damage, int):
        with open(path, "wb") as file:
            file.truncate(damage)
    else:
        path.write_bytes(damage)


class Damaged(SharedSessionTest):

    def setUp(self):
        super().setUp()
        self.log_in(self.sandbox)
        self.folder = Path(self.desktop.environment["XDG_CONFIG_HOME"], "qci-auth")
        self.file = self.folder / "profiles/default.ini"

    @contextmanager
    def damaged(self, path, name):
        """Inside, the file is in that state, and a failure is that state's."""
        sound = path.read_bytes()
        put(path, DAMAGES[name])
        try:
            with self.subTest(name):
                yield DAMAGES[name]
        finally:
            if path.is_dir():
                path.rmdir()
            path.unlink(missing_ok=True)
            path.write_bytes(sound)

    def assert_names(self, result, path):
        self.assert_fails(result, 1)
        self.assertIn(str(path), result.message)
        self.assert_secret_not_in("secret", result)

    def log_in_again(self):
        return self.cli("login", "--with-token", "--url", self.sandbox.url, stdin=self.sandbox.api_token.encode())


class DamagedProfile(Damaged):

    def test_is_named_by_every_command_and_nothing_is_erased(self):
        for name in DAMAGES:
            with self.damaged(self.file, name) as damage:
                for arguments in READERS if name in ("garbage", "empty") else READERS[:1]:
                    self.assert_names(self.cli(*arguments), self.file)
                doctor = self.cli("doctor", "--json")
                self.assertEqual(doctor.code, 1)
                self.assertTrue(any(check["status"] == "failed" and str(self.file) in check["message"]
                                    for check in doctor.json()["checks"]), doctor.text)
                self.assertEqual(list(self.profiles()), ["default"])
                if isinstance(damage, bytes):
                    self.assertTrue(self.file.read_bytes() == damage, "the file was changed")
                self.assert_stored("default", self.sandbox.api_token)
        self.assert_done(self.cli("token"))

    def test_token_is_not_sent_to_the_usual_service_instead(self):
        put(self.file, b"garbage")
        self.assert_names(self.cli("login", "--with-token", stdin=self.sandbox.api_token.encode()), self.file)

    def test_login_keeps_a_copy(self):
        copies = 0
        for name in DAMAGES:
            with self.damaged(self.file, name) as damage:
                result = self.log_in_again()
                if damage == "folder":
                    self.assert_fails(result, 1)
                    self.assertIn(str(self.file), result.message)
                    self.assert_stored("default", self.sandbox.api_token)
                    continue
                self.assertEqual(result.code, 0, result.message)
                copies += 1
                copy = self.file.with_name("default.ini.damaged" + (f"-{copies}" if copies > 1 else ""))
                if isinstance(damage, bytes):
                    self.assertTrue(copy.read_bytes() == damage, "the copy is another one")
                else:
                    self.assertTrue(copy.exists())
                self.assertEqual(self.profiles(), {"default": self.sandbox.url})
                self.assert_done(self.cli("token"))

    def test_logout_and_removal_work_all_the_same(self):
        put(self.file, b"garbage")
        self.assertEqual(self.cli("logout").code, 0)
        self.assert_stored("default", None)
        self.assertEqual(self.cli("profile", "remove", "default").code, 0)
        self.assertEqual(self.profiles(), {})

    def test_unreadable_for_this_user(self):
        self.file.chmod(0)
        if os.geteuid() == 0:
            self.skipTest("root can read every file")
        self.assert_names(self.cli("token"), self.file)

    def test_other_profiles_go_on(self):
        self.log_in(self.sandbox, profile="other")
        put(self.file, b"garbage")
        self.assert_done(self.cli("--profile", "other", "token"))
        doctor = self.cli("--profile", "other", "doctor")
        self.assertEqual(doctor.code, 0, doctor.text)
        self.assertIn(str(self.file), doctor.text)

    def test_link_is_followed_and_stays_one(self):
        elsewhere = self.desktop.home / "dotfiles.ini"
        self.file.rename(elsewhere)
        self.file.symlink_to(elsewhere)
        self.assertEqual(self.log_in_again().code, 0)
        self.assertTrue(self.file.is_symlink())
        self.assert_done(self.cli("token"))

    def test_file_of_a_write_that_was_killed_is_no_profile(self):
        (self.file.parent / "default.ini.AbCdEf").write_bytes(b"[General]\nurl=htt")
        self.assertEqual(self.profiles(), {"default": self.sandbox.url})
        self.assert_done(self.cli("token"))

    def test_remains_of_a_removed_profile_are_none(self):
        (self.file.parent / "gone.ini").write_bytes(b"[General]\nskew_ms=1234\n")
        self.assertEqual(self.profiles(), {"default": self.sandbox.url})


class DamagedSettings(Damaged):
    """The file that says which profile is the default."""

    def setUp(self):
        super().setUp()
        self.log_in(self.sandbox, profile="work")
        self.assertEqual(self.cli("profile", "use", "work").code, 0)
        self.file = self.folder / "qci-auth.ini"

    def test_nobody_elses_token_is_used_instead(self):
        for name in DAMAGES:
            if name.startswith(("URL", "truncated")):
                continue  # sound, without a default
            with self.damaged(self.file, name):
                self.assert_names(self.cli("token"), self.file)
                self.assert_done(self.cli("--profile", "work", "token"))
        self.assert_done(self.cli("token"))

    def test_choosing_again_keeps_a_copy(self):
        put(self.file, DAMAGES["garbage"])
        self.assertEqual(self.cli("profile", "use", "work").code, 0)
        self.assertTrue(self.file.with_name("qci-auth.ini.damaged").read_bytes() == DAMAGES["garbage"])
        self.assert_done(self.cli("token"))


if __name__ == "__main__":
    unittest.main()
