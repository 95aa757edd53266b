# SPDX-License-Identifier: Apache-2.0
"""A project that has nothing but what is installed finds the library, is built as the README says, and runs. Where
QCIAUTH_BUILD names no build to install, the library is that of the system's package."""

import os
import re
import unittest
from pathlib import Path

from harness import Desktop
from processes import Sandbox
from recipes import Chapter

CMAKE = os.environ.get("CMAKE", "cmake")
BUILD = os.environ.get("QCIAUTH_BUILD")
# One source file of a stranger, on a machine that is busy with other tests.
BUILD_WITHIN_S = 90


class OutsideProject(unittest.TestCase):

    def setUp(self):
        self.desktop = Desktop(keyring=False, display=False)
        self.addCleanup(self.desktop.close)
        self.prefix = self.desktop.folder / "a prefix — not a usual one"
        self.project = self.desktop.folder / "job"
        self.project.mkdir()

    def test_example_of_the_readme(self):
        if BUILD:
            self.install()
        readme = Chapter("The library")
        (self.project / "CMakeLists.txt").write_text(readme.recipe("library-cmake").code, encoding="utf-8")
        (self.project / "job.cpp").write_text(readme.recipe("library-cpp").code, encoding="utf-8")
        self.run_tool(CMAKE, "-G", "Ninja", "-S", self.project, "-B", self.project / "build",
                      f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.run_tool(CMAKE, "--build", self.project / "build")

        sandbox = Sandbox(self.desktop)
        self.desktop.environment |= {"QCI_API_URL": sandbox.url, "QCI_TOKEN": sandbox.api_token}
        code, _, said = self.desktop.run([self.project / "build" / "job"])
        self.assertEqual(code, 0, said)
        self.assertRegex(said.decode(), r'^"user-\S+" is logged in until QDateTime\(.+\)\n$')

        self.desktop.environment["QCI_TOKEN"] = "not a token of the sandbox's".replace(" ", "-")
        code, _, said = self.desktop.run([self.project / "build" / "job"])
        self.assertEqual(code, 1)
        self.assertIn("401", said.decode())

    @unittest.skipUnless(BUILD, "no build is named, so that nothing is installed")
    def test_nothing_of_the_build_folder_is_installed(self):
        """What is installed works where the sources are gone."""
        self.install()
        texts = [file for file in self.prefix.rglob("*") if file.suffix in {".cmake", ".h", ".pc"}]
        self.assertTrue(texts)
        here = re.compile(rf"{re.escape(BUILD)}|{re.escape(str(Path(__file__).resolve().parents[2]))}/")
        for file in texts:
            self.assertNotRegex(file.read_text(encoding="utf-8"), here, file)

    def install(self):
        self.run_tool(CMAKE, "--install", BUILD, "--component", "development", "--prefix", self.prefix)

    def run_tool(self, *command):
        code, out, error = self.desktop.run([str(part) for part in command], seconds=BUILD_WITHIN_S)
        self.assertEqual(code, 0, (out + error).decode(errors="replace"))


if __name__ == "__main__":
    unittest.main()
