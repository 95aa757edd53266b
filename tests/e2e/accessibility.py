# SPDX-License-Identifier: Apache-2.0
"""What a screen reader sees and does, over AT-SPI.

This speaks D-Bus itself instead of using libatspi: that one keeps a cache which only a running main loop keeps true,
and a test wants what is on the screen now.
"""

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
STATE_CHECKED, STATE_ENABLED, STATE_FOCUSED, STATE_SHOWING = 4, 8, 12, 25
CALL_LIMIT_MS = 15000


class Gone(Exception):
    """The program or the element that was asked is not there (any more)."""


class BusConnection:
    """A connection to one message bus."""

    def __init__(self, address):
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self._connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        # A bus that ends before this process is no reason to end this process.
        self._connection.set_exit_on_close(False)

    def call(self, destination, path, interface, method, signature=None, arguments=()):
        """Calls a method and returns its results as a tuple."""
        parameters = GLib.Variant(signature, arguments) if signature else None
        try:
            return self._connection.call_sync(destination, path, interface, method, parameters, None,
                                              Gio.DBusCallFlags.NO_AUTO_START if destination != "org.a11y.Bus"
                                              else Gio.DBusCallFlags.NONE, CALL_LIMIT_MS, None).unpack()
        except GLib.Error as error:
            raise Gone(error.message) from None

    def get(self, destination, path, interface, name):
        """The value of a property."""
        value, = self.call(destination, path, "org.freedesktop.DBus.Properties", "Get", "(ss)", (interface, name))
        return value

    def has_owner(self, name):
        """Whether some program owns the name."""
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                         "(s)", (name,))[0]

    def pid_of(self, name):
        """The process behind a name."""
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                         "GetConnectionUnixProcessID", "(s)", (name,))[0]


class Element:
    """One element of a window."""

    def __init__(self, bus, destination, path):
        self._bus, self._destination, self._path = bus, destination, path

    def _call(self, interface, method, signature=None, arguments=()):
        return self._bus.call(self._destination, self._path, interface, method, signature, arguments)

    @property
    def name(self):
        return self._bus.get(self._destination, self._path, ACCESSIBLE, "Name")

    @property
    def description(self):
        return self._bus.get(self._destination, self._path, ACCESSIBLE, "Description")

    @property
    def role(self):
        return self._call(ACCESSIBLE, "GetRoleName")[0]

    @property
    def is_showing(self):
        return self._has_state(STATE_SHOWING)

    @property
    def is_enabled(self):
        return self._has_state(STATE_ENABLED)

    @property
    def is_focused(self):
        return self._has_state(STATE_FOCUSED)

    @property
    def is_checked(self):
        return self._has_state(STATE_CHECKED)

    def _has_state(self, state):
        words, = self._call(ACCESSIBLE, "GetState")
        return bool(words[state // 32] >> (state % 32) & 1)

    def children(self):
        found, = self._call(ACCESSIBLE, "GetChildren")
        return [Element(self._bus, destination, path) for destination, path in found]

    def press(self):
        """The first action: press a button, toggle a check box, trigger a menu item."""
        self._call("org.a11y.atspi.Action", "DoAction", "(i)", (0,))

    def focus(self):
        """Lets the keys go to it."""
        self._call("org.a11y.atspi.Component", "GrabFocus")

    def size(self):
        """Width and height on the screen."""
        return self.place()[2:]

    def place(self):
        """Left, top, width and height on the screen."""
        place, = self._call("org.a11y.atspi.Component", "GetExtents", "(u)", (0,))
        return place

    def text(self):
        """The text in a field; nothing where it is hidden."""
        return self._call("org.a11y.atspi.Text", "GetText", "(ii)", (0, -1))[0]

    def length(self):
        """How many characters a field holds, hidden or not."""
        return self._bus.get(self._destination, self._path, "org.a11y.atspi.Text", "CharacterCount")

    def enter(self, text):
        """Replaces the text of a field."""
        self._call("org.a11y.atspi.EditableText", "SetTextContents", "(s)", (text,))

    def descendants(self):
        """Everything inside, outer before inner; what disappears meanwhile is left out."""
        try:
            children = self.children()
        except Gone:
            return
        for child in children:
            yield child
            yield from child.descendants()


class Application(Element):
    """A program as the screen reader sees it."""

    def find(self, name=None, starts_with=None, role=None, hidden=False):
        """The first element with that name (or its beginning) and role that is on the screen, else None."""
        for element in self.descendants():
            try:
                if self._matches(element, name, starts_with, role) and (hidden or element.is_showing):
                    return element
            except Gone:
                continue
        return None

    @staticmethod
    def _matches(element, name, starts_with, role):
        actual = element.name
        return ((name is None or actual == name)
                and (starts_with is None or actual.startswith(starts_with))
                and (role is None or element.role in role))

    def all_words(self):
        """Names, descriptions and texts of everything on the screen, one a line."""
        words = []
        for element in self.descendants():
            try:
                if element.is_showing:
                    words += [element.name, element.description]
                    words.append(element.text())
            except Gone:
                continue
        return "\n".join(filter(None, words))

    def outline(self):
        """The tree of what is on the screen, for the log of a failed test."""
        lines = []

        def add(element, depth):
            try:
                marks = "".join(mark for mark, state in (("", True), (" (disabled)", not element.is_enabled)) if state)
                if element.is_showing or depth == 0:
                    lines.append(f"{'  ' * depth}{element.role}: {element.name}{marks}")
                for child in element.children():
                    add(child, depth + 1)
            except Gone:
                return
        add(self, 0)
        return "\n".join(lines)


class Accessibility:
    """The bus on which programs describe their windows."""

    def __init__(self, session_address):
        session = BusConnection(session_address)
        self.address, = session.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        self._bus = BusConnection(self.address)
        # The registry is started by the first who speaks to it; NO_AUTO_START elsewhere keeps tests honest.
        self._bus.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "StartServiceByName",
                       "(su)", ("org.a11y.atspi.Registry", 0))

    def application(self, pid):
        """The program with that process id, or None while it has not come up."""
        try:
            children, = self._bus.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")
        except Gone:
            return None
        for destination, path in children:
            try:
                if self._bus.pid_of(destination) == pid:
                    return Application(self._bus, destination, path)
            except Gone:
                continue
        return None

    def applications(self):
        """All programs with a window."""
        children, = self._bus.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")
        return [Application(self._bus, destination, path) for destination, path in children]
