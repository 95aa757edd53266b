# SPDX-License-Identifier: Apache-2.0
"""Where something is missing that the build wants, it does without it or says in one line what that is."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

CMAKE = os.environ["CMAKE"]
PROJECT = Path(__file__).resolve().parents[2]
# To find compiler and Qt, on a machine that is busy with other tests.
CONFIGURED_WITHIN_S = 90


class MissingParts(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="qci auth ö ü ")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_programs_that_lack_something_are_left_out(self):
        code, said = self.configure("CLI11", "Qt6HttpServer")
        self.assertEqual(code, 0, said)
        self.assertIn("-- qci-auth is left out: CLI11 is missing (Debian: libcli11-dev)\n", said)
        self.assertIn("-- qci-auth-sandbox is left out: Qt HttpServer is missing "
                      "(Debian: qt6-httpserver-dev qt6-websockets-dev)\n", said)
        # What is named but is no target would be taken for a library of the system.
        self.assertNotIn("-lqciauth", (self.folder / "build" / "build.ninja").read_text(encoding="utf-8"))

    def test_nothing_goes_without_the_keychain(self):
        code, said = self.configure("Qt6Keychain")
        self.assertEqual(code, 1)
        self.assertIn("\n   QtKeychain for Qt 6 is missing (Debian: qtkeychain-qt6-dev)\n", said)
        self.assertEqual(said.count("CMake Error"), 1)

    def test_nothing_goes_without_qt(self):
        code, said = self.configure("Qt6")
        self.assertEqual(code, 1)
        self.assertIn("\n   Qt 6.4 or later with Core, Network, Svg and Widgets is missing "
                      "(Debian: qt6-base-dev qt6-svg-dev libgl-dev)\n", said)
        self.assertEqual(said.count("CMake Error"), 1)

    @unittest.skipUnless(shutil.which("dpkg-query"), "this system has no dpkg-query")
    def test_somebody_without_sudo_is_told_what_root_has_to_install(self):
        code, said = self.developer_script("dpkg-query", "apt-get", package="no-such-package-of-debian")
        self.assertEqual(code, 1)
        self.assertEqual(said, "dev: Some packages are missing, and only root can install them, but there is no sudo. "
                               "As root, run: apt-get install --no-install-recommends no-such-package-of-debian\n")

    def test_a_system_without_apt_is_told_what_to_install(self):
        code, said = self.developer_script(package="name-of-it")
        self.assertEqual(code, 1)
        self.assertEqual(said, "dev: This system has no apt-get, so nothing can be installed from here. Install what "
                               "these Debian packages hold, then run this again with QCIAUTH_SKIP_INSTALL=1: "
                               "name-of-it\n")

    def test_without_installing_a_missing_tool_is_named(self):
        code, said = self.developer_script(package="name-of-it", QCIAUTH_SKIP_INSTALL="1")
        self.assertEqual(code, 1)
        self.assertEqual(said, "dev: cmake is not installed. Install it, or run this without QCIAUTH_SKIP_INSTALL.\n")

    def configure(self, *missing):
        return self.run_tool(CMAKE, "-G", "Ninja", "-S", PROJECT, "-B", self.folder / "build",
                             *(f"-DCMAKE_DISABLE_FIND_PACKAGE_{package}=ON" for package in missing))

    def developer_script(self, *tools, package, **environment):
        """`./dev test` by somebody who is not root, has no other programs than these, and wants one package."""
        programs = self.folder / "programs"
        programs.mkdir()
        for tool in ("awk", "bash", "comm", "dirname", "env", "readlink", "sort", *tools):
            (programs / tool).symlink_to(shutil.which(tool))
        shutil.copy(PROJECT / "dev", self.folder)
        (self.folder / "packaging").mkdir()
        (self.folder / "packaging" / "debian-packages.txt").write_text(f"build {package}\n", encoding="utf-8")
        self.folder.chmod(0o755)
        somebody = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
        return self.run_tool(self.folder / "dev", "test", env={"PATH": str(programs)} | environment, **somebody)

    def run_tool(self, *command, **options):
        done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, timeout=CONFIGURED_WITHIN_S, **options)
        return done.returncode, done.stdout


if __name__ == "__main__":
    unittest.main()
