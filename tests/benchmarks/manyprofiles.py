# SPDX-License-Identifier: Apache-2.0
"""A user who is logged in under many profiles."""

import subprocess
import time
from pathlib import Path

from harness import KEYCHAIN_SERVICE
from measuring import unwatched
from processes import Failure, executable_path, mortal


class ManyProfiles:
    """Profiles on a desktop, of which each has an API token and a valid access token in the keyring."""

    def __init__(self, desktop, sandbox, most):
        """most: the keyring has the tokens of so many profiles."""
        self._desktop = desktop
        self.program = executable_path("QCIAUTH_CLI_EXECUTABLE", "qci-auth")
        self.run(["login", "--with-token", "--url", sandbox.url], stdin=sandbox.api_token.encode())
        stored = Path(desktop.environment["XDG_CONFIG_HOME"], "qci-auth", "profiles", "default.ini")
        self._profile = stored.read_text(encoding="utf-8")
        self._names = ["default"] + [f"p{number}" for number in range(1, most)]
        self._fill_keyring()

    def environment(self, count):
        """Of a user who has so many profiles, `default` among them, and a runtime folder of their own."""
        configuration = self._desktop.folder / f"configuration-{count}"
        runtime = self._desktop.runtime / f"run-{count}"
        if not configuration.exists():
            runtime.mkdir(mode=0o700)
            profiles = configuration / "qci-auth" / "profiles"
            profiles.mkdir(parents=True)
            # One question for the service's health wakes the window more often than many sessions do.
            (configuration / "qci-auth" / "desktop.ini").write_text("[service]\ncheck_interval_s=3600\n",
                                                                    encoding="utf-8")
            for name in self._names[:count]:
                (profiles / f"{name}.ini").write_text(self._profile.replace("name=default", f"name={name}"),
                                                      encoding="utf-8")
        return unwatched(self._desktop) | {"XDG_CONFIG_HOME": str(configuration), "XDG_RUNTIME_DIR": str(runtime)}

    def run(self, arguments, stdin=b""):
        """Runs qci-auth and returns its output."""
        result = subprocess.run(mortal([self.program, *arguments]), env=self._desktop.environment, input=stdin,
                                capture_output=True, check=False)
        if result.returncode:
            raise Failure(f"qci-auth {arguments[0]} failed: {result.stderr.decode().strip()}")
        return result.stdout

    def _fill_keyring(self):
        secrets = {what: self._desktop.stored_secret("default", what) for what in ("refresh-token", "access-token")}
        self._desktop.keyring.end()
        # Item by item, the keyring would write all it has each time. A file in clear text takes none of its password,
        # and these secrets are worth nothing outside this desktop.
        folder = Path(self._desktop.environment["XDG_DATA_HOME"], "keyrings")
        (folder / "login.keyring").write_text(self._keyring(secrets), encoding="utf-8")
        self._desktop.start_keyring()
        if self._desktop.stored_secret(self._names[-1]) != secrets["refresh-token"]:
            raise Failure("The keyring does not take what it is given.")

    def _keyring(self, secrets):
        now = int(time.time())
        text = (f"[keyring]\ndisplay-name=login\nctime={now}\nmtime={now}\nlock-on-idle=false\n"
                "lock-after=false\n")
        items = [(name, what) for name in self._names for what in secrets]
        for number, (name, what) in enumerate(items, 1):
            user = f"qci-auth/{name}/{what}"
            secret = secrets[what].replace("\\", "\\\\")
            text += (f"\n[{number}]\nitem-type=0\ndisplay-name={user}\nsecret={secret}\nmtime={now}\nctime={now}\n")
            attributes = {"server": KEYCHAIN_SERVICE, "user": user, "type": "plaintext",
                          "xdg:schema": "org.qt.keychain"}
            for index, (attribute, value) in enumerate(attributes.items()):
                text += f"\n[{number}:attribute{index}]\nname={attribute}\ntype=string\nvalue={value}\n"
        return text
