# SPDX-License-Identifier: Apache-2.0
"""QCi Auth's window as a person uses it, by the accessible names that the design fixes."""

from contextlib import suppress

from accessibility import Gone
from processes import Failure, wait_until

BUTTON = ("push button", "button")
BOX = ("combo box",)
FIELD = ("text", "password text", "entry")
MENU_ITEM = ("menu item",)
DEFAULT_PROFILE = "default"


class Window:
    """The running program. Options and environment are those of one start."""

    def __init__(self, desktop, *options, environment=None):
        self._desktop = desktop
        self.program = desktop.start_window(*options, environment=environment)
        self._application = wait_until(self._appeared, "the window is on the screen")

    @property
    def pid(self):
        return self.program.pid

    @property
    def application(self):
        return self._application

    # -- looking ----------------------------------------------------------------------------------------------------

    def wait_for(self, name=None, starts_with=None, role=None):
        """The element, as soon as it is on the screen."""
        what = f"'{name or starts_with}' is on the screen"
        return wait_until(lambda: self.see(name, starts_with, role), what)

    def see(self, name=None, starts_with=None, role=None):
        """The element if it is on the screen now, else None."""
        self._require_running()
        return self._application.find(name, starts_with, role)

    def read_out(self, caption):
        """The value of a read-out such as `User ID: user-1`, waiting until there is one."""
        opening = f"{caption}: "

        def value():
            element = self.see(starts_with=opening)
            with suppress(Gone):
                return element.name[len(opening):] if element else None
        return wait_until(value, f"'{opening}…' is on the screen")

    def words(self):
        """All words on the screen."""
        return self._application.all_words()

    def wait_for_words(self, words, what):
        """Waits until one of the words (any case) is on the screen; returns all that is."""
        def found():
            text = self.words()
            return text if any(word in text.lower() for word in words) else None
        return wait_until(found, what)

    # -- doing ------------------------------------------------------------------------------------------------------

    def press(self, name):
        """Presses a button as soon as it can be pressed."""
        def button():
            element = self.see(name, role=BUTTON)
            with suppress(Gone):
                return element if element and element.is_enabled else None
        wait_until(button, f"the button '{name}' can be pressed").press()

    def shown_profile(self):
        """The name of the profile in the box, and its state."""
        name, _, state = self.wait_for("Profile", role=BOX).description.rpartition(", ")
        return name, state

    def listed_profiles(self):
        """The states of all profiles in the box by their names, in the order of the list."""
        items = self.wait_for("Profile", role=BOX).descendants()
        names = [item.name for item in items if item.role == "list item"]
        return dict(name.rpartition(", ")[::2] for name in names)

    def size(self):
        """Width and height of the window."""
        frame = next(child for child in self._application.children() if child.role == "frame")
        return frame.size()

    def field(self, name):
        return self.wait_for(name, role=FIELD)

    def open_login(self):
        """From the empty state to the login dialog."""
        self.press("Log in…")
        self.field("API token")

    def fill_login(self, url, token, profile=None):
        """Types into the login dialog, and keeps the profile's name where none is given."""
        if profile is not None:
            self.field("Profile name").enter(profile)
        self.field("API URL").enter(url)
        self.field("API token").enter(token)

    def keep_logged_in(self):
        """Makes sure that the token is to be stored."""
        box = self.wait_for("Keep me logged in", role=("check box",))
        if not box.is_checked:
            box.press()
            wait_until(lambda: box.is_checked, "'Keep me logged in' is checked")

    def do_not_keep_logged_in(self):
        """Makes sure that the token is not to be stored."""
        box = self.wait_for("Keep me logged in", role=("check box",))
        if box.is_checked:
            box.press()
            wait_until(lambda: not box.is_checked, "'Keep me logged in' is not checked")

    def submit_login(self):
        """Presses `Log in` and waits until the window shows who is logged in."""
        self.press("Log in")
        self.wait_until_logged_in()

    def log_in(self, sandbox, profile=None, keep=True):
        """The whole way from the empty state to the IDs."""
        self.open_login()
        self.fill_login(sandbox.url, sandbox.api_token, profile)
        if keep:
            self.keep_logged_in()
        self.submit_login()

    def wait_until_logged_in(self):
        self.wait_for(starts_with="Organization ID: ")
        self.wait_for(starts_with="Token expires in ")

    def identity(self):
        """Organization and user, as shown."""
        return self.read_out("Organization ID"), self.read_out("User ID")

    def copy_header(self):
        """Presses the button and returns the header that is on the clipboard then, a new one or the same."""
        before = self._desktop.own_clipboard("something else")
        self.press("Copy bearer header")
        wait_until(lambda: (self._desktop.clipboard() or "").startswith("Authorization: Bearer "),
                   "a bearer header is on the clipboard")
        before.end()
        return self._desktop.clipboard()

    def choose_profile(self, name):
        """Turns to that profile, by the keyboard."""
        names = list(self.listed_profiles())
        for key, passed in [("Home", names[0]), *(("Down", next_one) for next_one in names[1:names.index(name) + 1])]:
            # As a person does, who looks where he is before the next key.
            wait_until(self._focus_profiles, "the profile box has the keyboard")
            self._desktop.press_keys(key)
            wait_until(lambda: self.shown_profile()[0] == passed, f"the profile '{passed}' is shown")

    def choose(self, entry):
        """Triggers an entry of the menus, as soon as it can be."""
        def item():
            element = self._menu_item(entry)
            with suppress(Gone):
                return element if element.is_enabled else None
        wait_until(item, f"the menu item '{entry}' can be chosen").press()

    def copy_other_header_than(self, access_token):
        """Copies until the header bears another token, as after a refresh; returns that header."""
        def other():
            header = self.copy_header()
            return header if access_token not in header else None
        return wait_until(other, "the header bears a new token")

    def log_out(self):
        """Logs out, also where the program asks back."""
        self.press("Log out")
        wait_until(self._logged_out_or_confirm, "the window says 'Logged out'")

    def quit(self):
        """Leaves by the menu, as a person does; returns the exit code."""
        self._press_and_be_gone(self._menu_item("Quit"))
        return self.program.wait()

    def log_out_and_quit_at_once(self):
        """As quick as can be, by the menu: Qt presses a button only some time after it is told to."""
        log_out, quit_item = self._menu_item("Log out"), self._menu_item("Quit")
        log_out.press()
        self._press_and_be_gone(quit_item)

    # -- inside -----------------------------------------------------------------------------------------------------

    def _focus_profiles(self):
        """Again and again: what the window shows for the first time may take the keyboard to where it is wanted."""
        box = self.wait_for("Profile", role=BOX)
        box.focus()
        return box.is_focused

    def _menu_item(self, name):
        return wait_until(lambda: self._application.find(name, role=MENU_ITEM, hidden=True),
                          f"there is a menu item '{name}'")

    @staticmethod
    def _press_and_be_gone(element):
        """The program may be gone before it has answered."""
        with suppress(Gone):
            element.press()

    def _appeared(self):
        self._require_running()
        application = self._desktop.accessibility.application(self.pid)
        with suppress(Gone):
            if application and any(child.is_showing for child in application.children()):
                return application
        return None

    def _require_running(self):
        if self.program.has_ended():
            raise Failure(f"The program ended by itself with code {self.program.process.returncode}. "
                          f"Its last words: {self.program.log()[-2000:].strip() or '(none)'}")

    def _logged_out_or_confirm(self):
        if self.see("Logged out"):
            return True
        dialog = self._application.find(role=("alert", "dialog"))
        answer = dialog and next((element for element in dialog.descendants()
                                  if element.role in BUTTON and element.name in ("Log out", "Yes")), None)
        if answer:
            with suppress(Gone):
                answer.press()
        return False
