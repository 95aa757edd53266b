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

    def test_nothing_goes_without_the_tool_for_translations(self):
        code, said = self.configure(options=["-DQCIAUTH_LRELEASE="])
        self.assertEqual(code, 1)
        self.assertIn("\n   lrelease of Qt 6 is missing (Debian: qt6-l10n-tools)\n", said)
        self.assertEqual(said.count("CMake Error"), 1)

    def test_tests_can_be_left_out(self):
        code, said = self.configure("Qt6Test")
        self.assertEqual(code, 1)
        self.assertIn("\n   Qt Test, which -D BUILD_TESTING=OFF does without, is missing (Debian: qt6-base-dev)\n", said)
        self.assertEqual(said.count("CMake Error"), 1)
        code, said = self.configure("Qt6Test", options=["-DBUILD_TESTING=OFF"])
        self.assertEqual(code, 0, said)
        self.assertNotIn("tests/", (self.folder / "build" / "build.ninja").read_text(encoding="utf-8"))

    def test_nothing_is_fetched(self):
        without_network = ["unshare", "--user", "--map-root-user", "--net"]
        if subprocess.run([*without_network, "true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
            self.skipTest("this system lets nobody go without its network")
        code, said = self.configure(command=without_network)
        self.assertEqual(code, 0, said)
        self.assertNotRegex((self.folder / "build" / "build.ninja").read_text(encoding="utf-8"),
                            r"https?://|\bgit (?:clone|fetch|submodule)\b")

    def test_sources_may_lie_under_any_name(self):
        sources = self.folder / "sources — “mine”"
        shutil.copytree(PROJECT, sources, ignore=lambda folder, names:
                        {"build", ".git", "tests"} & set(names) if Path(folder) == PROJECT else ())
        code, said = self.configure(sources=sources, options=["-DBUILD_TESTING=OFF", "-DCMAKE_BUILD_TYPE=Release"])
        self.assertEqual(code, 0, said)
        # What is made of the sources by other tools than the compiler, and a little of the rest.
        code, said = self.run_tool(CMAKE, "--build", self.folder / "build", "--parallel", "2", "--target",
                                   "qciauth_desktop_resources_1", "qciauth_version", "qciauth_hardening")
        self.assertEqual(code, 0, said)

    @unittest.skipUnless(shutil.which("dpkg-query"), "this system has no dpkg-query")
    def test_somebody_without_sudo_is_told_what_root_has_to_install(self):
        code, said = self.developer_script("dpkg-query", "apt-get", package="no-such-package-of-debian")
        self.assertEqual(code, 1)
        self.assertEqual(said, "dev: Some packages are missing, and only root can install them, but there is no sudo. "
                               "As root, run: apt-get install --no-install-recommends no-such-package-of-debian\n")

    @unittest.skipUnless(shutil.which("dpkg-query"), "this system has no dpkg-query")
    def test_somebody_whom_sudo_refuses_is_told_to_ask(self):
        code, said = self.developer_script("dpkg-query", "apt-get", package="no-such-package-of-debian", sudo="false")
        self.assertEqual(code, 1)
        self.assertEqual(said, "dev: Some packages are missing, and sudo does not let you install them. Ask an "
                               "administrator to run: apt-get install --no-install-recommends "
                               "no-such-package-of-debian\n")

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

    def configure(self, *missing, sources=PROJECT, options=(), command=()):
        """Configures without these packages; `command` stands before that of CMake."""
        return self.run_tool(*command, CMAKE, "-G", "Ninja", "-S", sources, "-B", self.folder / "build", *options,
                             *(f"-DCMAKE_DISABLE_FIND_PACKAGE_{package}=ON" for package in missing))

    def developer_script(self, *tools, package, sudo=None, **environment):
        """`./dev test` by somebody who is not root, has no other programs than these, and wants one package; `sudo` is
        what stands in for that."""
        programs = self.folder / "programs"
        programs.mkdir()
        for tool in ("awk", "bash", "comm", "dirname", "env", "readlink", "sort", *tools):
            (programs / tool).symlink_to(shutil.which(tool))
        if sudo:
            (programs / "sudo").symlink_to(shutil.which(sudo))
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
