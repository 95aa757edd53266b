# SPDX-License-Identifier: Apache-2.0
"""qci-auth doctor: each fault that it knows is provoked, found, and comes with a way to mend it."""

import json
import shutil
import socket
import unittest

from commandtest import SharedSessionTest
from standin import StandIn

NAMES = ["configuration", "settings", "environment", "keychain", "login", "proxy", "service", "tls", "clock",
         "runtime folder", "agent", "lock"]


class Doctor(SharedSessionTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.service = StandIn().__enter__()
        cls.addClassCleanup(cls.service.__exit__)

    def setUp(self):
        super().setUp()
        self.log_in(self.service)

    def report(self, *arguments, environment=None):
        """The checks by name, after a look at the form; the text has the same ones."""
        result = self.cli("doctor", "--json", *arguments, environment=environment)
        report = result.json()
        self.assertEqual(sorted(report), ["checks", "findings", "ok", "unread", "version"])
        self.assertEqual(report["version"], 1)
        for check in report["checks"]:
            self.assertEqual(sorted(check), ["message", "name", "remedy", "status"])
            self.assertEqual(check["remedy"] is None, check["status"] == "ok", check)
            for text in filter(None, (check["message"], check["remedy"])):
                self.assertRegex(text, r"\A[^\n]+\.\Z")
        if report["ok"]:
            self.assert_done(result)
        else:
            self.assertEqual(result.code, 1)
            self.assert_one_line(result)
        for secret in (self.service.api_token, self.service.access_token):
            self.assert_secret_not_in(secret, result)
        self.last = report
        return {check["name"]: check for check in report["checks"]}

    def assert_found(self, name, status, *words, environment=None):
        """That check has that status and those words, and no other is worse than before."""
        checks = self.report(environment=environment)
        self.assertEqual(checks[name]["status"], status, checks[name])
        for word in words:
            self.assertIn(word, checks[name]["message"] + " " + (checks[name]["remedy"] or ""))
        others = {other: check["status"] for other, check in checks.items() if other != name}
        return others

    def assert_only(self, name, status, *words, environment=None):
        others = self.assert_found(name, status, *words, environment=environment)
        self.assertEqual(set(others.values()), {"ok"}, others)

    def test_all_is_well(self):
        checks = self.report()
        self.assertEqual(list(checks), NAMES)
        self.assertEqual({check["status"] for check in checks.values()}, {"ok"}, checks)
        self.assertTrue(self.last["ok"])
        text = self.cli("doctor")
        self.assert_done(text)
        self.assertEqual(len(text.text.splitlines()), len(NAMES))
        # The probe of the round trip is gone.
        code, found, _ = self.desktop.run(["secret-tool", "search", "--all", "server", "qci-auth"])
        self.assertEqual((code, found.count(b"/doctor/")), (0, 0))

    def test_text_of_a_fault(self):
        self.assertEqual(self.cli("logout").code, 0)
        result = self.cli("doctor")
        self.assertEqual(result.code, 1)
        self.assertRegex(result.text, r"(?m)^failed   login: Profile 'default' is not logged in\.\n {9}Run 'qci-auth "
                                      r"login'\.$")
        self.assert_one_line(result)

    def test_nobody_has_ever_logged_in(self):
        self.assertEqual(self.cli("profile", "remove", "default").code, 0)
        checks = self.report()
        self.assertEqual((checks["login"]["status"], checks["service"]["status"]), ("failed", "warning"))

    def test_no_keychain(self):
        for environment in self.without_bus():
            checks = self.report(environment=environment)
            self.assertEqual(checks["keychain"]["status"], "failed")
            self.assertIn("GNOME Keyring", checks["keychain"]["remedy"])

    def test_service_down(self):
        with StandIn() as service:
            self.log_in(service)
        self.assert_only("service", "failed", "refused")

    def test_proxies(self):
        for name, value in (("https_proxy", "https://proxy:1/"), ("HTTP_PROXY", "socks5h://proxy:1/"),
                            ("ALL_PROXY", "http://proxy:1/")):
            self.assert_only("proxy", "warning", name, environment={name: value, "no_proxy": "127.0.0.1"})

    def test_shadowing_variables(self):
        both = {"QCI_TOKEN": self.service.api_token, "QCI_API_URL": self.service.url}
        self.assert_only("environment", "warning", "QCI_TOKEN and QCI_API_URL", environment=both)
        self.assert_only("environment", "warning", "QCI_TOKEN is set without",
                         environment={"QCI_TOKEN": self.service.api_token})
        self.assert_only("environment", "warning", "QCI_API_URL is set without",
                         environment={"QCI_API_URL": "https://elsewhere.invalid/"})
        self.assert_found("environment", "warning", "QCI_AUTH_PROFILE", environment={"QCI_AUTH_PROFILE": "missing"})

    def test_stale_socket(self):
        folder = self.desktop.runtime / "qci-auth"
        folder.mkdir(mode=0o700, exist_ok=True)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(folder / "agent.sock"))
        self.assert_only("agent", "ok", "killed")
        self.assert_done(self.cli("token"))

    def lock_files(self):
        return sorted((self.desktop.runtime / "qci-auth").glob("profile-*.lock"))

    def leave_lock(self):
        """A lock file as a killed process leaves it; its path."""
        self.service.hold()
        self.service.exchange_arrived.clear()
        process = self.start_cli("token", "--force-refresh")
        self.assertTrue(self.service.exchange_arrived.wait(30))
        process.kill()
        process.wait()
        self.service.release()
        path, = self.lock_files()
        return path

    def test_stale_lock(self):
        self.leave_lock()
        checks = self.report()
        self.assertEqual({check["status"] for check in checks.values()}, {"ok"}, checks)
        self.assertIn("cleared", checks["lock"]["message"])
        self.assertEqual(self.lock_files(), [])

    def test_lock_of_a_running_command(self):
        self.service.hold()
        self.service.exchange_arrived.clear()
        process = self.start_cli("token", "--force-refresh")
        self.assertTrue(self.service.exchange_arrived.wait(30))
        # Whoever holds it is the child of the process that ends with this test, or that itself.
        self.assert_only("lock", "ok", str(process.pid))
        self.service.release()
        self.assertEqual(self.finish(process).code, 0)

    def test_damaged_lock(self):
        path = self.leave_lock()
        path.write_bytes(b"")
        self.assert_only("lock", "warning", str(path))
        self.assert_done(self.cli("token", "--force-refresh"))
        self.assert_only("lock", "ok")

    def test_no_place_for_locks(self):
        # What is in its place is a file.
        shutil.rmtree(self.desktop.runtime / "qci-auth")
        (self.desktop.runtime / "qci-auth").touch()
        self.assert_only("runtime folder", "warning", "not a folder")
        self.assert_done(self.cli("token", "--force-refresh"))

    def test_configuration_that_cannot_be_written(self):
        self.write_file("a-file", b"")
        checks = self.report(environment={"XDG_CONFIG_HOME": str(self.desktop.home / "a-file")})
        self.assertEqual(checks["configuration"]["status"], "failed")

    def test_scan(self):
        folder = self.desktop.home / "project"
        (folder / "sub").mkdir(parents=True)
        token = self.service.api_token
        self.write_file("project/.env", f"A=1\nQCI_TOKEN={token}\n".encode())
        self.write_file("project/sub/notes.txt", f"the token is {token}\n".encode())
        self.write_file("project/clean.txt", b"nothing here\n")
        self.report("--scan", str(folder))
        self.assertFalse(self.last["ok"])
        self.assertEqual(sorted((finding["file"], finding["line"]) for finding in self.last["findings"]),
                         [(str(folder / ".env"), 2), (str(folder / "sub/notes.txt"), 1)])
        self.assertEqual(self.last["unread"], [])
        result = self.cli("doctor", "--scan", "project", "--scan", str(folder / "sub"))
        self.assertEqual(result.code, 1)
        self.assert_secret_not_in(token, result)
        self.assertEqual(result.text.count("notes.txt:1"), 2)

    def test_scan_that_finds_nothing(self):
        (self.desktop.home / "empty").mkdir()
        self.report("--scan", str(self.desktop.home / "empty"))
        self.assertEqual((self.last["ok"], self.last["findings"], self.last["unread"]), (True, [], []))
        self.report("--scan", str(self.desktop.home / "missing"))
        self.assertEqual(self.last["unread"], [str(self.desktop.home / "missing")])


class LockedKeyring(SharedSessionTest):

    def test_is_found(self):
        self.log_in(self.sandbox)
        self.desktop.restart_keyring(unlocked=False)
        result = self.cli("doctor", "--json")
        self.assertEqual(result.code, 1)
        checks = {check["name"]: check for check in json.loads(result.out)["checks"]}
        self.assertEqual((checks["keychain"]["status"], checks["login"]["status"]), ("failed", "failed"))
        self.assertIn("locked", checks["keychain"]["message"])
        self.assertIn("Unlock", checks["keychain"]["remedy"])


if __name__ == "__main__":
    unittest.main()
