# SPDX-License-Identifier: Apache-2.0
"""Every entry of `Copy as` puts something on the clipboard that works where it is pasted, marked as a secret."""

import unittest

from desktoptest import DesktopTest
from processes import Sandbox, wait_until
from window import Window

PATH = "optimization/v1/allocations"


class CopyAs(DesktopTest):

    def setUp(self):
        super().setUp()
        self.sandbox = Sandbox(self.desktop)
        self.window = Window(self.desktop)
        self.window.log_in(self.sandbox)

    def copied(self, entry):
        """Chooses the entry of the menu; what is on the clipboard then."""
        other = self.desktop.own_clipboard("something else")
        self.window.choose(entry)
        wait_until(lambda: self.desktop.clipboard() not in (None, "something else"), f"'{entry}' has copied something")
        other.end()
        self.assertEqual(self.desktop.clipboard("x-kde-passwordManagerHint"), "secret")
        return self.desktop.clipboard()

    def pasted(self, *program, text):
        """What the program prints that gets the text as its input."""
        code, out, errors = self.desktop.run(list(program), stdin=text.encode() + b"\n")
        self.assertEqual(code, 0, errors)
        return out.decode()

    def test_bare_token(self):
        token = self.copied("Bare token")
        url = f"{self.sandbox.url}{PATH}"
        self.assertEqual(self.desktop.status_with_header(url, f"Authorization: Bearer {token}"), "200")

    def test_curl_command(self):
        command = self.copied("curl command")
        for shell in ("sh", "bash", "zsh"):
            with self.subTest(shell):
                answer = self.pasted(shell, text=f"{command} --silent --fail --noproxy '*'")
                self.assertIn("{", answer)

    def test_python_headers(self):
        lines = self.copied("Python headers for requests")
        script = (f"{lines}\nimport requests\nsession = requests.Session()\nsession.trust_env = False\n"
                  f"print(session.get('{self.sandbox.url}{PATH}', headers=headers, timeout=30).status_code)")
        self.assertEqual(self.pasted("/usr/bin/python3", "-", text=script), "200\n")

    def test_environment_lines(self):
        lines = self.copied("Environment lines")
        script = (f"{lines}\nsh -c 'printf \"Authorization: Bearer %s\\n\" \"$QCI_ACCESS_TOKEN\" |"
                  f" curl --silent --noproxy \"*\" --output /dev/null --write-out \"%{{http_code}}\" --header @-"
                  f" \"${{QCI_API_URL}}{PATH}\"'")
        self.assertEqual(self.pasted("bash", text=script), "200")

    def test_drop_down_has_a_name(self):
        self.assertIsNotNone(self.window.see("Copy as", role=("button menu", "push button menu")))


if __name__ == "__main__":
    unittest.main()
