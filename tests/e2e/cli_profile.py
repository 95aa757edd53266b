# SPDX-License-Identifier: Apache-2.0
"""qci-auth profile: names of all kinds, and no login that is lost or left behind."""

import unittest

from commandtest import SharedSessionTest
from standin import StandIn

NAMES = ["default", "two words", "a/b", "../up", "CON", "\N{GREEK SMALL LETTER ALPHA}\N{CJK UNIFIED IDEOGRAPH-65E5}",
         "Case", "case", "100%", "a=b;c", "-dash", ".", "x" * 200, "\N{GRINNING FACE}" * 100]


class Profiles(SharedSessionTest):

    def test_list(self):
        self.assert_done(self.cli("profile", "list"), b"")
        self.assert_done(self.cli("profile", "list", "--json"), b'{"default":"default","profiles":[],"version":1}\n')
        for name in ("b c", "a"):
            self.log_in(self.sandbox, profile=name)
        url = self.sandbox.url
        self.assert_done(self.cli("profile", "list"), f"a\t{url}\nb c\t{url}\n".encode())
        self.assertEqual(self.cli("profile", "list", "--json").json(),
                         {"version": 1, "default": "default",
                          "profiles": [{"name": "a", "url": url}, {"name": "b c", "url": url}]})

    def test_names_of_all_kinds(self):
        for name in NAMES:
            self.log_in(self.sandbox, profile=name)
        self.assertEqual(sorted(self.profiles()), sorted(NAMES))
        self.assertEqual(sorted(line.split("\t")[0] for line in self.cli("profile", "list").text.splitlines()),
                         sorted(NAMES))
        for name in NAMES:
            self.assert_stored(name, self.sandbox.api_token)
        for name in NAMES[1::2]:
            with self.subTest(name):
                arguments = ["--", name] if name.startswith("-") else [name]
                self.assertEqual(self.cli("profile", "remove", *arguments).code, 0)
                self.assert_stored(name, None)
        self.assertEqual(sorted(self.profiles()), sorted(NAMES[::2]))
        # Nothing of it is outside the folder.
        self.assertEqual(sorted(path.name for path in (self.desktop.home / ".config").iterdir()), ["qci-auth"])

    def test_use(self):
        with StandIn() as service:
            self.log_in(self.sandbox)
            self.log_in(service, profile="a/b")
            result = self.cli("profile", "use", "a/b")
            self.assertEqual((result.code, result.out), (0, b""))
            self.assertEqual(result.message, "qci-auth: Commands without --profile use profile 'a/b' from now on.\n")
            self.assertTrue(self.token() == service.access_token)
            self.assertEqual(self.cli("profile", "list", "--json").json()["default"], "a/b")
            self.assertFalse(self.token(profile="default") == service.access_token)

    def test_one_profile_alone_is_the_default(self):
        self.log_in(self.sandbox, profile="only")
        self.assertEqual(self.cli("token").code, 0)
        self.assertEqual(self.cli("profile", "list", "--json").json()["default"], "only")

    def test_unknown(self):
        self.log_in(self.sandbox)
        for arguments in (["use", "other"], ["rename", "other", "new"], ["remove", "other"], ["remove", "defaul"],
                          ["use"], ["rename", "default"], ["remove"], ["sue", "default"], []):
            with self.subTest(arguments):
                self.assert_fails(self.cli("profile", *arguments), 2)
        self.assertEqual(list(self.profiles()), ["default"])

    def test_rename_keeps_the_login(self):
        with StandIn() as service:
            self.log_in(service, "--timeout", "7")
            for before, after in (("default", "two words"), ("two words", "a/\N{GREEK SMALL LETTER BETA}")):
                result = self.cli("profile", "rename", before, after)
                self.assertEqual((result.code, result.out), (0, b""), result.message)
                self.assertEqual(result.message, f"qci-auth: Profile '{before}' is now '{after}'.\n")
                self.assertEqual(self.profiles(), {after: service.url})
                self.assert_stored(after, service.api_token)
                self.assert_stored(before, None)
                self.assertIsNone(self.desktop.stored_secret(before, "access-token"))
                self.assertTrue(self.token() == service.access_token)
            self.assertEqual(service.exchanges(), 1, "the access token was not kept")
            self.assertIn("X-Request-Timeout-Nano: 7000000000\n", self.cli("headers").text)
            self.assertTrue(self.token("--force-refresh") == service.access_token)

    def test_rename_follows_the_default(self):
        for name in ("first", "second"):
            self.log_in(self.sandbox, profile=name)
        self.assertEqual(self.cli("profile", "use", "second").code, 0)
        self.assertEqual(self.cli("profile", "rename", "second", "third").code, 0)
        self.assertEqual(self.cli("profile", "list", "--json").json()["default"], "third")
        self.assertEqual(self.cli("profile", "rename", "first", "fourth").code, 0)
        self.assertEqual(self.cli("profile", "list", "--json").json()["default"], "third")

    def test_rename_to_a_name_that_is_taken_or_none(self):
        with StandIn() as service:
            self.log_in(self.sandbox)
            self.log_in(service, profile="second")
            for name in ("default", "second"):
                self.assert_fails(self.cli("profile", "rename", "default", name), 1)
            for name in ("", " ", "x" * 201, "a\nb"):
                self.assert_fails(self.cli("profile", "rename", "default", name), 2)
            self.assertEqual(self.profiles(), {"default": self.sandbox.url, "second": service.url})
            self.assert_stored("default", self.sandbox.api_token)
            self.assert_stored("second", service.api_token)

    def test_rename_without_login(self):
        self.log_in(self.sandbox)
        self.assertEqual(self.cli("logout").code, 0)
        self.assertEqual(self.cli("profile", "rename", "default", "new").code, 0)
        self.assertEqual(self.profiles(), {"new": self.sandbox.url})
        self.assert_fails(self.cli("--profile", "new", "token"), 4)

    def test_rename_during_an_exchange(self):
        with StandIn() as service:
            self.log_in(service)
            service.hold()
            exchange = self.start_cli("token", "--force-refresh")
            self.assertTrue(service.exchange_arrived.wait(30))
            rename = self.start_cli("profile", "rename", "default", "new")
            service.release()
            self.assertEqual(self.finish(rename).code, 0)
            self.assertEqual(self.finish(exchange).code, 0)
            self.assertEqual(self.profiles(), {"new": service.url})
            self.assert_stored("new", service.api_token)
            for what in ("refresh-token", "access-token"):
                self.assertIsNone(self.desktop.stored_secret("default", what))

    def test_remove(self):
        self.log_in(self.sandbox)
        self.log_in(self.sandbox, profile="second")
        result = self.cli("profile", "remove", "second")
        self.assertEqual((result.code, result.out), (0, b""))
        self.assertEqual(result.message, "qci-auth: Profile 'second' is removed, and its tokens are out of the "
                                         "keychain.\n")
        self.assertEqual(list(self.profiles()), ["default"])
        for what in ("refresh-token", "access-token"):
            self.assertIsNone(self.desktop.stored_secret("second", what))
        self.assert_stored("default", self.sandbox.api_token)
        self.assert_fails(self.cli("--profile", "second", "token"), 2)

    def test_remove_the_chosen_default(self):
        for name in ("default", "second"):
            self.log_in(self.sandbox, profile=name)
        self.assertEqual(self.cli("profile", "use", "second").code, 0)
        self.assertEqual(self.cli("profile", "remove", "second").code, 0)
        self.assertEqual(self.cli("profile", "list", "--json").json()["default"], "default")
        self.assertEqual(self.cli("token").code, 0)

    def test_names_are_shown_without_control_sequences(self):
        self.log_in(self.sandbox, profile="a\N{RIGHT-TO-LEFT OVERRIDE}b")
        result = self.cli("profile", "remove", "a\N{RIGHT-TO-LEFT OVERRIDE}b")
        self.assertEqual(result.code, 0)
        self.assertNotIn("\N{RIGHT-TO-LEFT OVERRIDE}", result.message)


if __name__ == "__main__":
    unittest.main()
