# SPDX-License-Identifier: Apache-2.0
"""Neither token is anywhere but in the keyring: not in a file, a command line, an environment, a log or a window."""

import base64
import unittest
import urllib.parse
import uuid

from desktoptest import DesktopTest
from processes import Sandbox, wait_until
from secretsearch import SecretSearch
from window import DEFAULT_PROFILE, Window

EVERYTHING_LOGGED = {"QT_LOGGING_RULES": "*=true", "QT_ASSUME_STDERR_HAS_CONSOLE": "1"}


def bare(header):
    return header.removeprefix("Authorization: Bearer ")


class TokenIsNowhereElse(DesktopTest):

    def test_after_everything_that_handles_tokens(self):
        sandbox = Sandbox(self.desktop)
        window = Window(self.desktop, environment=self.desktop.environment | EVERYTHING_LOGGED)
        window.log_in(sandbox)
        access_tokens = [bare(window.copy_header())]
        self.search(window, sandbox, access_tokens)

        window.press("Refresh now")
        access_tokens.append(bare(window.copy_other_header_than(access_tokens[0])))
        self.search(window, sandbox, access_tokens)

        sandbox.kill()
        window.press("Refresh now")
        window.wait_for(starts_with="Notice: ")
        self.search(window, sandbox, access_tokens)

        self.assertEqual(window.quit(), 0)
        self.assert_same_secret(self.desktop.stored_secret(DEFAULT_PROFILE), sandbox.api_token)
        self.assertGreater(len(window.program.log()), 1000, "logging was on")
        self.search(None, sandbox, access_tokens)

    def test_search_finds_what_is_planted(self):
        decoy = uuid.uuid4().hex + "+/?"
        search = SecretSearch([decoy])
        self.assertEqual(search.files(self.desktop.folder), [])
        self.assertEqual(search.processes(), [])
        self.assertGreater(search.count_readable_processes(), 5)

        for name, content in self.disguised(decoy).items():
            planted = self.desktop.home / name
            planted.write_bytes(content)
            self.assertEqual(search.files(self.desktop.folder), [str(planted)], name)
            planted.unlink()

        sleep = ["sh", "-c", "sleep 1000; true"]
        with_argument = self.desktop.start([*sleep, decoy])
        with_environment = self.desktop.start(sleep, environment=self.desktop.environment | {"DECOY": decoy})
        expected = {f"/proc/{with_argument.pid}/cmdline", f"/proc/{with_environment.pid}/environ"}
        wait_until(lambda: expected <= set(search.processes()), "the planted processes are found")

    def search(self, window, sandbox, access_tokens):
        search = SecretSearch([sandbox.api_token, *access_tokens])
        # The keyring's own file is below the home, too: it is encrypted.
        self.assertEqual(search.files(self.desktop.folder), [])
        self.assertEqual(search.processes(), [])
        if window:
            self.assertFalse(search.is_in(window.words().encode()), "a token can be read in the window")

    @staticmethod
    def disguised(secret):
        """A file for each way in which a secret may be written down."""
        line = f"before {secret} after"
        return {
            "plain": line.encode(),
            "utf-16": line.encode("utf-16"),
            "base64 0": base64.b64encode(f"012{secret} after".encode()),
            "base64 1": base64.b64encode(f"0{secret} after".encode()),
            "base64 2": base64.urlsafe_b64encode(f"01{secret} after".encode()),
            "percent": "".join(f"%{byte:02X}" for byte in line.encode()).encode(),
            "query": f"https://x/?token={urllib.parse.quote(secret, safe='')}".encode(),
            "hexadecimal": line.encode().hex().encode(),
        }


if __name__ == "__main__":
    unittest.main()
