# SPDX-License-Identifier: Apache-2.0
"""Whatever stands in the place of the window's socket and of locks, commands go on by themselves."""

import json
import os
import socket
import subprocess
import threading
import unittest

from commandtest import SharedSessionTest
from fakeagent import FakeAgent
from harness import require_tools
from processes import Failure
from standin import StandIn

TOKEN_ANSWER = {"version": 1, "profile": "default", "access_token": "token.of.the.agent", "token_type": "Bearer",
                "expires_at": "2126-11-21T21:37:41Z", "expires_on": 4950972861, "organization_id": "org-2",
                "user_id": "user-2"}


class AgentFaults(SharedSessionTest):

    def setUp(self):
        super().setUp()
        self.service = StandIn().__enter__()
        self.addCleanup(self.service.__exit__)
        self.log_in(self.service)
        self.folder = self.desktop.runtime / "qci-auth"

    def agent(self, answer):
        return FakeAgent(self.folder, answer)

    def assert_goes_on(self):
        """Token, header and an exchange come about as if nothing were there."""
        token = self.service.access_token.encode()
        self.assert_done(self.cli("token"), token + b"\n")
        self.assert_done(self.cli("header"), b"Authorization: Bearer " + token + b"\n")
        self.assert_done(self.cli("token", "--force-refresh"), token + b"\n")
        result = self.cli("token", "--json")
        self.assert_done(result)
        self.assertEqual(result.json()["source"], "keychain")

    def test_token_for_another_service(self):
        answer = TOKEN_ANSWER | {"url": "https://elsewhere.invalid/"}
        with self.agent(lambda _: json.dumps(answer).encode() + b"\n"):
            variables = self.cli("env", "--access-token").text
            self.assertIn(f"QCI_API_URL='{self.service.url}'", variables)
            self.assertNotIn("token.of.the.agent", variables)

    def test_answer_of_the_agent(self):
        answer = TOKEN_ANSWER | {"url": self.service.url}
        with self.agent(lambda _: json.dumps(answer).encode() + b"\n") as agent:
            self.assert_done(self.cli("token"), b"token.of.the.agent\n")
            self.assert_done(self.cli("header"), b"Authorization: Bearer token.of.the.agent\n")
            self.assertIn(b"\nAuthorization: Bearer token.of.the.agent\n", self.cli("headers").out)
            self.assertIn(b"QCI_ACCESS_TOKEN='token.of.the.agent'", self.cli("env", "--access-token").out)
            result = self.cli("--profile", "default", "token", "--json", "--min-ttl", "5", "--force-refresh")
            self.assert_done(result)
            self.assertEqual(result.json(), TOKEN_ANSWER | {"source": "agent"})
            self.assertEqual(agent.requests[-1], {"version": 1, "verb": "token", "profile": "default",
                                                  "min_ttl_s": 5, "force": True})
        self.assertEqual(self.service.exchanges(), 1)

    def test_answer_that_comes_later(self):
        pending = b'{"version":1,"pending":true}\n'
        with self.agent(lambda _: pending + json.dumps(TOKEN_ANSWER).encode() + b"\n"):
            self.assert_done(self.cli("token"), b"token.of.the.agent\n")

    def test_environment_does_not_ask_the_agent(self):
        answer = TOKEN_ANSWER | {"url": self.service.url}
        with self.agent(lambda _: json.dumps(answer).encode() + b"\n") as agent:
            both = {"QCI_TOKEN": self.service.api_token, "QCI_API_URL": self.service.url}
            for command in (["token"], ["header"], ["headers"], ["status"]):
                self.assertEqual(self.cli(*command, environment=both).code, 0)
            self.assertEqual(agent.requests, [])

    def test_errors_of_the_agent(self):
        for kind, code in (("rejected", 4), ("transient", 5), ("wrong_address", 5), ("untrusted", 5)):
            answer = {"version": 1, "error": {"kind": kind, "text": "It is not possible. Try later."}}
            with self.agent(lambda _, text=json.dumps(answer).encode(): text + b"\n"):
                for command in (["token"], ["header"], ["headers"]):
                    result = self.cli(*command)
                    self.assert_fails(result, code)
                    self.assertEqual(result.message, "qci-auth: It is not possible. Try later.\n")

    def test_error_with_control_characters(self):
        answer = {"version": 1, "error": {"kind": "rejected", "text": "It is\nnot \x1b[31mpossible."}}
        with self.agent(lambda _: json.dumps(answer).encode() + b"\n"):
            for command in (["token"], ["headers"]):
                self.assert_fails(self.cli(*command), 4)

    def test_window_that_cannot_read_the_keychain(self):
        answer = {"version": 1, "state": "logged_out", "cause": "keychain", "error": "The keychain is locked."}
        with self.agent(lambda _: json.dumps(answer).encode() + b"\n"):
            report = self.cli("status", "--json").json()
            self.assertEqual((report["agent"], report["state"], report["error"]), (True, "active", None))
            self.assertRegex(self.cli("status").text, r"(?m)^Window: +running$")

    def test_trouble_of_the_agents_own_is_not_the_commands(self):
        for kind in ("local", "cancelled", "bad_request", "new"):
            answer = {"version": 1, "error": {"kind": kind, "text": "The window cannot do it."}}
            with self.agent(lambda _, text=json.dumps(answer).encode(): text + b"\n"):
                self.assert_goes_on()

    def test_garbage(self):
        garbage = [b"", b"\n", b"garbage\n", b"\0\xff\n", b"{}\n", b"[1]\n", b'{"version":1}\n', b'{"version":1',
                   b'{"version":2,"access_token":"x","expires_on":1}\n', b'{"version":1,"access_token":5}\n',
                   b'{"version":1,"access_token":"a b\\n","expires_on":4950972861}\n',
                   b'{"version":1,"pending":true}\n', b"x" * 2_000_000, b'{"version":1,"error":"text"}\n']
        for answer in garbage:
            with self.subTest(answer[:40]), self.agent(lambda _, text=answer: text):
                self.assert_goes_on()

    def test_no_answer(self):
        with self.agent(lambda _: None):
            self.assert_done(self.cli("header"), f"Authorization: Bearer {self.service.access_token}\n".encode())

    def test_stale_socket(self):
        self.folder.mkdir(mode=0o700, exist_ok=True)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(self.folder / "agent.sock"))
        self.assert_goes_on()

    def test_no_socket_but_something_else(self):
        self.folder.mkdir(mode=0o700, exist_ok=True)
        path = self.folder / "agent.sock"
        path.write_bytes(b"x")
        self.assert_goes_on()
        path.unlink()
        path.mkdir()
        self.assert_goes_on()
        path.rmdir()
        path.symlink_to("agent.sock")
        self.assert_goes_on()
        path.unlink()
        os.mkfifo(path)
        self.assert_goes_on()

    def test_socket_of_another_user(self):
        if os.geteuid() != 0:
            self.skipTest("A socket can be given to another user by root only")
        answer = TOKEN_ANSWER | {"url": self.service.url}
        with self.agent(lambda _: json.dumps(answer).encode() + b"\n") as agent:
            os.chown(agent.path, 65534, 65534)
            self.assert_goes_on()
            self.assertEqual(agent.requests, [])

    def test_folder_of_another_user(self):
        if os.geteuid() != 0:
            self.skipTest("A folder can be given to another user by root only")
        answer = TOKEN_ANSWER | {"url": self.service.url}
        with self.agent(lambda _: json.dumps(answer).encode() + b"\n") as agent:
            os.chown(self.folder, 65534, 65534)
            self.assert_goes_on()
            self.assertEqual(agent.requests, [])
            os.chown(self.folder, 0, 0)

    def test_no_runtime_folder(self):
        own = self.desktop.home / "tmp"
        own.mkdir()
        for value in (None, "", "/nonexistent", "relative", str(self.write_file("file", b""))):
            environment = {"XDG_RUNTIME_DIR": value, "TMPDIR": str(own)}
            self.assert_done(self.cli("token", environment=environment))
            self.assert_done(self.cli("token", "--force-refresh", environment=environment))
        self.assertEqual([path.name for path in own.iterdir()], [f"qci-auth-{os.geteuid()}"])
        self.assert_done(self.cli("token", "--force-refresh",
                                  environment={"XDG_RUNTIME_DIR": None, "TMPDIR": "/nonexistent"}))

    def lock_file(self):
        """The file that the command locks, found by letting one hold it."""
        self.service.hold()
        self.service.exchange_arrived.clear()
        process = self.start_cli("token", "--force-refresh")
        if not self.service.exchange_arrived.wait(30):
            raise Failure("No exchange began within 30 s.")
        process.kill()
        process.wait()
        self.service.release()
        path, = self.folder.glob("profile-*.lock")
        return path

    def test_lock_of_a_process_that_is_gone(self):
        path = self.lock_file()
        self.assertGreater(path.stat().st_size, 0)
        self.assert_goes_on()
        self.assertFalse(path.exists())

    def test_lock_that_is_garbage(self):
        path = self.lock_file()
        for garbage in (b"", b"garbage", b"-1\nx\ny\n"):
            with self.subTest(garbage):
                path.write_bytes(garbage)
                self.assert_goes_on()

    def test_lock_of_whoever_was_killed_as_it_removed_a_stale_one(self):
        path = self.lock_file()
        removal = path.with_name(f"{path.name}.rmlock")
        removal.touch()
        # Longer than the second that such a file is given, and far from the time limit of whoever holds the lock.
        result = self.cli("token", "--force-refresh", seconds=20)
        self.assertEqual((result.code, result.err), (0, b""))
        self.assertFalse(removal.exists())


class Mounted(SharedSessionTest):

    def test_runtime_folder_that_is_full(self):
        require_tools(["mount", "umount"])
        self.log_in(self.sandbox)
        full = self.desktop.folder / "full"
        full.mkdir(mode=0o700)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k,nr_inodes=1,mode=0700", "none", full],
                          capture_output=True, check=False).returncode:
            self.skipTest("No small file system can be mounted here: this needs root and CAP_SYS_ADMIN")
        try:
            self.assert_done(self.cli("token", "--force-refresh", environment={"XDG_RUNTIME_DIR": str(full)}))
        finally:
            subprocess.run(["umount", full], check=True)


if __name__ == "__main__":
    unittest.main()
