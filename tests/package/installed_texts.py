# SPDX-License-Identifier: Apache-2.0
"""The packages put completions and manual pages where shells and man look for them, with nothing set up."""

import unittest

from commandtest import CommandTest

BASH = """
. /usr/share/bash-completion/bash_completion
_completion_loader qci-auth
COMP_WORDS=(qci-auth stat) COMP_CWORD=1 COMP_LINE='qci-auth stat' COMP_POINT=13
_qci_auth qci-auth stat qci-auth
echo "${COMPREPLY[@]}"
"""
ZSH = "autoload -Uz compinit; compinit -u -D; autoload +X $_comps[qci-auth] && print $_comps[qci-auth]"
FISH = "complete --do-complete 'qci-auth stat'"


class InstalledTexts(CommandTest):

    def test_bash_completes(self):
        self.assertEqual(self.output_of("bash", "--norc", "--noprofile", "-c", BASH).split(), ["status"])

    def test_zsh_completes(self):
        self.assertEqual(self.output_of("zsh", "-f", "-c", ZSH), "_qci-auth\n")

    def test_fish_completes(self):
        self.assertRegex(self.output_of("fish", "-c", FISH), r"\Astatus\t[^\n]+\n\Z")

    def test_man_shows_the_manual_pages(self):
        for program in ("qci-auth", "qci-auth-desktop", "qci-auth-sandbox"):
            self.assertRegex(self.output_of("man", program), rf"NAME\n +{program} - [^\n]+\n")

    def output_of(self, *command):
        code, out, err = self.desktop.run(command)
        self.assertEqual(code, 0, err.decode())
        return out.decode()


if __name__ == "__main__":
    unittest.main()
