# SPDX-License-Identifier: Apache-2.0
"""Does the main job as a person would, on a desktop of its own: log in, read, copy the header, use it, log out.

Usage: run_demo.py FOLDER-FOR-PICTURES
"""

import shutil
import sys
import urllib.parse
from contextlib import contextmanager
from pathlib import Path

from harness import SANDBOX_KEYCHAIN_SERVICE, Desktop
from processes import Failure, wait_until
from window import Window

PROTECTED_RESOURCE = "optimization/v1/allocations"


class Demo:
    """The steps, in their order; each prints one line and may leave a picture."""

    def __init__(self, desktop, pictures):
        self._desktop = desktop
        self._pictures = pictures
        self._taken = 0

    def run(self):
        """All steps; the first that fails ends it with a Failure."""
        with self._step("The window opens, and the login dialog is filled with the sandbox's address and token"):
            self._window = Window(self._desktop, "--sandbox")
            self._read_login_dialog()
            self._window.keep_logged_in()
            self._picture("login")
        with self._step("Pressing 'Log in' logs in"):
            self._window.submit_login()
        self._read_window()
        self._picture("logged-in")
        with self._step("'Copy bearer header' puts the header on the clipboard"):
            header = self._window.copy_header()
            self._picture("header-copied")
        with self._step("The header from the clipboard opens the sandbox's protected resource: 200"):
            self._use(header)
        with self._step("Another program, secret-tool, finds the API token in the keyring"):
            stored = self._desktop.stored_secret(self._profile, service=SANDBOX_KEYCHAIN_SERVICE)
            self._expect(stored, "there is no token in the keyring")
        with self._step("'Log out' logs out"):
            self._window.log_out()
            self._picture("logged-out")
        with self._step("The API token is gone from the keyring"):
            self._desktop.wait_until_not_stored(self._profile, SANDBOX_KEYCHAIN_SERVICE)
        with self._step("The program ends when it is told to"):
            self._expect(self._window.quit() == 0, "its exit code was not 0")

    def _read_login_dialog(self):
        window = self._window
        window.field("API token")
        self._url = wait_until(lambda: window.field("API URL").text(), "the field 'API URL' has an address")
        self._profile = window.field("Profile name").text()
        self._expect(urllib.parse.urlsplit(self._url).hostname == "127.0.0.1", f"the address is {self._url}")
        self._expect(window.field("API token").length(), "the field 'API token' is empty")

    def _read_window(self):
        window = self._window
        for caption in ("Health", "Version", "Organization ID", "User ID"):
            with self._step(f"{caption} is shown") as say:
                say(window.read_out(caption))
        with self._step("The time that is left is shown") as say:
            say(window.wait_for(starts_with="Token expires in ").name)

    def _use(self, header):
        url = urllib.parse.urljoin(self._url.rstrip("/") + "/", PROTECTED_RESOURCE)
        status = self._desktop.status_with_header(url, header)
        self._expect(status == "200", f"the answer was {status}")
        refused = self._desktop.status_with_header(url, header + "x")
        self._expect(refused == "401", f"a wrong header was answered with {refused}")

    @contextmanager
    def _step(self, what):
        """Prints the step with its outcome; a step may `say` what it has read."""
        said = []
        try:
            yield said.append
        except Exception:
            print(f"  failed  {what}", flush=True)
            raise
        print(f"  ok      {what}{': ' + said[0] if said else ''}", flush=True)

    def _picture(self, name):
        self._taken += 1
        self._desktop.screenshot(self._pictures / f"{self._taken}-{name}.png")

    @staticmethod
    def _expect(condition, otherwise):
        if not condition:
            raise Failure(f"The step was done, but {otherwise}.")


def empty_folder(path):
    """Pictures of an earlier run would be taken for pictures of this one."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def leave_traces(desktop, pictures):
    """What helps to find out why a step failed; the program's own log is free of secrets."""
    desktop.screenshot(pictures / "failed.png")
    for log in desktop.logs.glob("qci-auth-desktop.*"):
        shutil.copy(log, pictures)


def main():
    if len(sys.argv) != 2:
        sys.exit("Usage: run_demo.py FOLDER-FOR-PICTURES")
    pictures = empty_folder(Path(sys.argv[1]).resolve())
    try:
        with Desktop() as desktop:
            try:
                Demo(desktop, pictures).run()
            except Failure:
                leave_traces(desktop, pictures)
                raise
    except Failure as failure:
        sys.exit(f"{failure} See what is in {pictures}.")
    print(f"Done. The pictures are in {pictures}.")


if __name__ == "__main__":
    main()
