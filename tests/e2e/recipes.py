# SPDX-License-Identifier: Apache-2.0
"""The code blocks of a chapter of the README. Each stands below a comment with its name."""

import re
from pathlib import Path
from typing import NamedTuple

README = Path(__file__).resolve().parents[2] / "README.md"
# Stands for the real service in the recipes.
SERVICE = "https://api.qci-prod.com"

BLOCK = re.compile(r"^(?:<!-- recipe: (?P<name>\S+) -->\n)?```(?P<language>\w*)\n(?P<code>.*?)^```$", re.M | re.S)
FENCE = re.compile(r"^\s*(?:```|~~~)", re.M)
MARKER = re.compile(r"^\s*<!--\s*recipe", re.M)


class Block(NamedTuple):
    name: str  # None where there is no comment
    language: str
    code: str


class Chapter:

    def __init__(self, title="The command line"):
        chapters = re.split(r"^## (.*)\n", README.read_text(encoding="utf-8"), flags=re.M)
        self._text = chapters[chapters.index(title) + 1]
        self.blocks = [Block(*match.group("name", "language", "code")) for match in BLOCK.finditer(self._text)]

    def recipe(self, name):
        block, = (block for block in self.blocks if block.name == name)
        return block

    def names(self):
        return sorted(block.name for block in self.blocks if block.name)

    def defects(self):
        """What is wrong with the form of the chapter, in words."""
        found = [f"No recipe comment above the block '{block.code.splitlines()[0]}'."
                 for block in self.blocks if not block.name]
        if len(FENCE.findall(self._text)) != 2 * len(self.blocks):
            found.append("There is a code block in a form that is not known here.")
        if len(MARKER.findall(self._text)) != len(self.names()):
            found.append("There is a recipe comment without a code block right below it.")
        if len(set(self.names())) != len(self.names()):
            found.append("Two recipes have the same name.")
        return found
