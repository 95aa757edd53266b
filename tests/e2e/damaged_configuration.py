# SPDX-License-Identifier: Apache-2.0
"""Settings that somebody or something has damaged are named, and neither written over nor taken for a logout."""

import os
import unittest
from contextlib import contextmanager
from pathlib import Path

from commandtest import SharedSessionTest
from standin import StandIn

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

    def become_ordinary(self):
        """Takes from the program what lets root open every file, and leaves it the user of the session bus."""
        if os.geteuid() == 0:
            script = f'#!/bin/sh\nexec setpriv --bounding-set=-dac_override,-dac_read_search -- {self.program} "$@"\n'
            path = self.write_file("ordinary", script.encode())
            path.chmod(0o700)
            self.program = path

    def assert_lists(self, urls, usual):
        """`profile list` names the damaged file, prints what is known, and makes nothing up."""
        for arguments in ([], ["--json"]):
            result = self.cli("profile", "list", *arguments)
            self.assertEqual(result.code, 0, result.message)
            self.assert_one_line(result)
            self.assertIn(str(self.file), result.message)
        self.assertEqual(result.json(), {"version": 1, "default": usual, "profiles": [
            {"name": name, "url": url} for name, url in urls.items()]})

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
                self.assert_lists({"default": None}, "default")
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

    def test_token_meets_no_other_service(self):
        """Without a keychain nobody can take out the token before the profile gets another URL."""
        for content in (b"garbage", None):
            self.file.unlink()
            if content:
                self.file.write_bytes(content)
            with StandIn() as other:
                for environment in self.without_bus():
                    self.assert_fails(self.cli("login", "--with-token", "--url", other.url,
                                               stdin=other.api_token.encode(), environment=environment), 6)
                self.assertNotEqual(self.cli("token").code, 0)
                self.assertEqual(other.exchanges(), 2, "something else than both logins")
                self.assertFalse(other.has_seen(self.sandbox.api_token))
            self.assertEqual(list(self.file.parent.glob("*.damaged*")), [])
            self.assert_stored("default", self.sandbox.api_token)

    def test_unreadable_for_this_user(self):
        self.file.chmod(0)
        self.become_ordinary()
        self.assert_names(self.cli("token"), self.file)

    def test_folder_that_is_read_only_keeps_the_token(self):
        put(self.file, b"garbage")
        self.file.parent.chmod(0o500)
        self.addCleanup(self.file.parent.chmod, 0o700)
        self.become_ordinary()
        with StandIn() as other:
            self.assert_names(self.cli("login", "--with-token", "--url", other.url, stdin=other.api_token.encode()),
                              self.file)
        self.assertTrue(self.file.read_bytes() == b"garbage")
        self.assert_stored("default", self.sandbox.api_token)

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

    def test_nobody_elses_token_is_replaced_or_erased_instead(self):
        put(self.file, DAMAGES["garbage"])
        with StandIn() as service:
            self.write_file(".env", f"QCI_API_URL={service.url}\nQCI_TOKEN={service.api_token}\n".encode())
            token = service.api_token.encode()
            for arguments in (["logout"], ["login", "--with-token"], ["login", "--with-token", "--url", service.url],
                              ["import", ".env"]):
                result = self.cli(*arguments, stdin=token)
                self.assert_names(result, self.file)
                for way_out in ("--profile", "profile use", "epair or remove"):
                    self.assertIn(way_out, result.message)
            self.assertEqual(service.exchanges(), 0)
        for name in ("default", "work"):
            self.assert_stored(name, self.sandbox.api_token)
        self.assert_kept()

    def test_named_profiles_go_on(self):
        put(self.file, DAMAGES["garbage"])
        self.assertEqual(self.cli("--profile", "default", "logout").code, 0)
        self.assert_stored("default", None)
        self.assert_stored("work", self.sandbox.api_token)
        self.log_in(self.sandbox, profile="default")
        self.assertEqual(self.cli("profile", "remove", "default").code, 0)
        self.assert_names(self.cli("profile", "rename", "work", "new"), self.file)
        self.assert_names(self.cli("token"), self.file)
        self.assert_kept()
        self.assertEqual(self.cli("logout", "--all").code, 0)
        self.assert_stored("work", None)

    def test_no_default_is_made_up(self):
        put(self.file, DAMAGES["garbage"])
        self.assert_lists({"default": self.sandbox.url, "work": self.sandbox.url}, None)

    def assert_kept(self):
        """The damaged file is where it was: nobody has chosen."""
        self.assertTrue(self.file.read_bytes() == DAMAGES["garbage"])
        self.assertEqual(list(self.folder.glob("*.damaged*")), [])

    def test_choosing_again_keeps_a_copy(self):
        put(self.file, DAMAGES["garbage"])
        self.assertEqual(self.cli("profile", "use", "work").code, 0)
        self.assertTrue(self.file.with_name("qci-auth.ini.damaged").read_bytes() == DAMAGES["garbage"])
        self.assert_done(self.cli("token"))


if __name__ == "__main__":
    unittest.main()
