# SPDX-License-Identifier: Apache-2.0
"""A D-Bus service of a desktop, played by the test: it comes and goes when the test wants it to."""

import threading
from contextlib import suppress

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from processes import PATIENCE_S, Failure  # noqa: E402

OWNED_AT_ONCE = 1
BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class BusService:
    """Subclasses give NAME, PATH and INTERFACE (introspection XML), a method for each call, named like it, which takes
    the caller's name on the bus and the arguments and returns what the XML says; and a method for each property.

    It answers in a thread of its own, from construction to close().
    """

    def __init__(self, address):
        self._context = GLib.MainContext()
        self._loop = GLib.MainLoop(self._context)
        self._failure = None
        ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(address, ready), daemon=True)
        self._thread.start()
        if not ready.wait(PATIENCE_S) or self._failure:
            raise Failure(f"{self.NAME} could not be put on the bus: {self._failure}.")

    def close(self):
        """Leaves the bus, as when the program that offers the service ends."""
        if self._thread.is_alive():
            self._loop.quit()
            self._thread.join(PATIENCE_S)

    end = close

    def emit(self, signal, signature=None, arguments=()):
        """Tells all who listen."""
        self._connection.emit_signal(None, self.PATH, self.NAME, signal,
                                     GLib.Variant(signature, arguments) if signature else None)

    def _serve(self, address, ready):
        self._context.push_thread_default()
        try:
            flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
            self._connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
            self._connection.set_exit_on_close(False)
            interface = Gio.DBusNodeInfo.new_for_xml(f"<node>{self.INTERFACE}</node>").interfaces[0]
            self._connection.register_object(self.PATH, interface, self._called, self._asked_for_property, None)
            self._connection.signal_subscribe(BUS[0], BUS[2], "NameOwnerChanged", BUS[1], None,
                                              Gio.DBusSignalFlags.NONE, self._owner_changed)
            answer, = self._connection.call_sync(*BUS, "RequestName", GLib.Variant("(su)", (self.NAME, 0)), None,
                                                 Gio.DBusCallFlags.NONE, -1, None).unpack()
            if answer != OWNED_AT_ONCE:
                self._failure = "somebody else has that name"
        except GLib.Error as error:
            self._failure = error.message
        ready.set()
        if not self._failure:
            self._loop.run()
            # Where several desktops end, the bus of this one may have gone first.
            with suppress(GLib.Error):
                self._connection.close_sync(None)

    def _called(self, _connection, sender, _path, _interface, method, parameters, invocation):
        signature, result = getattr(self, method)(sender, *parameters.unpack())
        invocation.return_value(GLib.Variant(signature, result) if signature else None)

    def _asked_for_property(self, _connection, _sender, _path, _interface, name):
        return getattr(self, name)()

    def _owner_changed(self, _connection, _sender, _path, _interface, _signal, parameters):
        name, old, new = parameters.unpack()
        if old and not new:
            self.left(name)

    def left(self, name):
        """Somebody has left the bus."""
