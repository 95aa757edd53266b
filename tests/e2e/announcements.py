# SPDX-License-Identifier: Apache-2.0
"""What a screen reader is told without asking."""

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from accessibility import BusConnection, Element, Gone  # noqa: E402
from processes import wait_until  # noqa: E402

EVENT = "object:state-changed:showing"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry")


class Announcements:
    """Notes which elements come on the screen from now on."""

    def __init__(self, address):
        self._bus = BusConnection(address)
        self._shown = []
        self._context = GLib.MainContext()
        self._context.push_thread_default()
        try:
            flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
            self._connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
            self._connection.set_exit_on_close(False)
            self._connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None, "showing",
                                              Gio.DBusSignalFlags.NONE, self._state_changed)
            # Programs tell nothing unless somebody wants to know.
            self._connection.call_sync(*REGISTRY, "RegisterEvent", GLib.Variant("(sass)", (EVENT, [], "")), None,
                                       Gio.DBusCallFlags.NONE, -1, None)
        finally:
            self._context.pop_thread_default()

    def wait_for(self, starts_with, role):
        """Waits until an element of that role has come on the screen; returns its name, and forgets what came before."""
        def told():
            for element in self._take():
                try:
                    if element.role == role and element.name.startswith(starts_with):
                        return element.name
                except Gone:
                    continue
            return None
        return wait_until(told, f"a {role} '{starts_with}…' is announced")

    def _take(self):
        while self._context.iteration(False):
            pass
        taken, self._shown = self._shown, []
        return taken

    def _state_changed(self, _connection, sender, path, _interface, _signal, parameters):
        if parameters.unpack()[1]:
            self._shown.append(Element(self._bus, sender, path))
