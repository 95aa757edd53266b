# SPDX-License-Identifier: Apache-2.0
"""What the files of packaging say of other systems, as far as it can be seen without those."""

import json
import os
import plistlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import yaml

CMAKE = os.environ["CMAKE"]
PROJECT = Path(__file__).resolve().parents[2]
PACKAGING = PROJECT / "packaging"
VERSION = os.environ["QCIAUTH_VERSION"]
APPLICATION = "com.quantumcomputinginc.QciAuth"
METAINFO = xml.parse(PACKAGING / "linux" / f"{APPLICATION}.metainfo.xml.in")


def said_by(*command, folder=None, **environment):
    """Standard output of a command that has to succeed."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          timeout=60, cwd=folder, env=os.environ | environment)
    if done.returncode != 0:
        raise AssertionError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


class PackagingFiles(unittest.TestCase):

    def test_software_centres_show_this_version_first(self):
        self.assertEqual(METAINFO.find("releases/release").get("version"), VERSION)

    def test_software_centres_are_shown_pictures_from_where_they_are_published(self):
        described = self.description_with_pictures()
        pictures = [image.text for image in xml.parse(described).iterfind("screenshots/screenshot/image")]
        self.assertEqual(len(pictures), 2)
        for picture in pictures:
            folder, name = picture.rsplit("/", 1)
            self.assertEqual(folder, "https://example.org/pictures")
            self.assertTrue((PROJECT / "resources" / "screenshots" / name).exists(), name)

    @unittest.skipUnless(shutil.which("appstreamcli"), "appstreamcli is not installed")
    def test_description_with_pictures_is_valid(self):
        said_by("appstreamcli", "validate", "--no-net", self.description_with_pictures())

    def test_flatpak(self):
        manifest = yaml.safe_load((PACKAGING / "flatpak" / f"{APPLICATION}.yaml").read_text(encoding="utf-8"))
        self.assertEqual(manifest["id"], METAINFO.findtext("id"))
        self.assertIsInstance(manifest["runtime-version"], str, "6.10 must not become 6.1")
        entry = PACKAGING / "linux" / manifest["rename-desktop-file"]
        self.assertIn(f"\nIcon={manifest['rename-icon']}\n", entry.read_text(encoding="utf-8"))
        self.assertIn(f"\nExec={manifest['command']}\n", entry.read_text(encoding="utf-8"))

    @unittest.skipUnless(shutil.which("flatpak-builder"), "flatpak-builder is not installed")
    def test_flatpak_builder_understands_the_manifest(self):
        said = said_by("flatpak-builder", "--show-manifest", PACKAGING / "flatpak" / f"{APPLICATION}.yaml",
                       folder=self.empty_folder())
        self.assertEqual([module["name"] for module in json.loads(said)["modules"]][-1], "qci-auth")

    def test_arch(self):
        recipe = PACKAGING / "arch" / "PKGBUILD"
        said = said_by("bash", "-euc", '. "$1"; declare -F build package; echo "$pkgver"', "bash", recipe,
                       startdir=str(recipe.parent))
        self.assertEqual(said.split(), ["build", "package", VERSION])

    @unittest.skipUnless(shutil.which("nix-instantiate"), "nix-instantiate is not installed")
    def test_nix(self):
        said_by("nix-instantiate", "--parse", PACKAGING / "nix" / "default.nix")

    def test_scripts_can_be_read(self):
        for script in (PACKAGING / "appimage" / "make.sh", PROJECT / "dev"):
            said_by("bash", "-n", script)

    def test_windows(self):
        settings = self.packages_of("windows")
        self.assertEqual(settings["GENERATOR"], "NSIS")
        self.assertEqual(settings["PACKAGE_FILE_NAME"], f"qci-auth-{VERSION}-windows")

    def test_macos(self):
        settings = self.packages_of("macos")
        self.assertEqual(settings["GENERATOR"], "DragNDrop")
        self.assertEqual(settings["PACKAGE_FILE_NAME"], f"qci-auth-{VERSION}-macos")
        with open(self.build / "Info.plist", "rb") as file:
            plist = plistlib.load(file)
        self.assertEqual(plist["CFBundleIdentifier"], APPLICATION)
        self.assertEqual(plist["CFBundleShortVersionString"], VERSION)
        translations = PROJECT / "resources" / "translations"
        languages = {file.stem.removeprefix("qci-auth_") for file in translations.glob("*.ts")}
        self.assertEqual(set(plist["CFBundleLocalizations"]), languages)

    def test_workflow_runs_commands_that_there_are(self):
        workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
        steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
        self.assertTrue(all(("run" in step) != ("uses" in step) for step in steps), steps)
        runs = "\n".join(step.get("run", "") for step in steps)
        commands = set(re.findall(r"^\./dev (\w+)", runs, re.MULTILINE))
        self.assertEqual(commands, {"test", "package"})
        self.assertLessEqual(commands, set(re.findall(r"^  (\w+)", said_by(PROJECT / "dev", "help"), re.MULTILINE)))
        presets = json.loads((PROJECT / "CMakePresets.json").read_text(encoding="utf-8"))["configurePresets"]
        self.assertLessEqual(set(re.findall(r"--preset (\w+)", runs)), {preset["name"] for preset in presets})

    def description_with_pictures(self):
        self.configure_for("linux", "-DQCIAUTH_SCREENSHOT_URL=https://example.org/pictures/")
        return self.build / "linux" / f"{APPLICATION}.metainfo.xml"

    def packages_of(self, system):
        """What CPack would be told on another system."""
        self.configure_for(system)
        text = (self.build / "CPackConfig.cmake").read_text(encoding="utf-8")
        return dict(re.findall(r'^set\(CPACK_(\w+) "(.*)"\)$', text, re.MULTILINE))

    def configure_for(self, system, *options):
        self.build = self.empty_folder()
        said_by(CMAKE, "-G", "Ninja", "-S", PROJECT / "tests" / "package" / "other_systems", "-B", self.build,
                f"-DSYSTEM={system}", f"-DVERSION={VERSION}", f"-DFOLDER={PROJECT}", *options)

    def empty_folder(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return Path(folder.name)


if __name__ == "__main__":
    unittest.main()
