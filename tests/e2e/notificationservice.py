# SPDX-License-Identifier: Apache-2.0
"""The notification service of a desktop, which remembers what it was to show."""

from collections import namedtuple

from busservice import BusService
from processes import wait_until

Shown = namedtuple("Shown", "number replaces title text actions")


class NotificationService(BusService):

    NAME = "org.freedesktop.Notifications"
    PATH = "/org/freedesktop/Notifications"
    INTERFACE = """
      <interface name="org.freedesktop.Notifications">
        <method name="GetCapabilities"><arg type="as" direction="out"/></method>
        <method name="Notify">
          <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
          <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
          <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
        </method>
        <method name="CloseNotification"><arg type="u" direction="in"/></method>
        <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
        <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
      </interface>"""

    def __init__(self, desktop, capabilities=("actions", "body")):
        self.shown = []
        self.taken_back = []
        self._capabilities = list(capabilities)
        super().__init__(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        desktop.end_with_me(self)

    def GetCapabilities(self, _sender):  # pylint: disable=invalid-name
        return "(as)", (self._capabilities,)

    def Notify(self, _sender, _name, replaces, _icon, title, text,  # pylint: disable=invalid-name,too-many-arguments
               actions, _hints, _time):
        number = replaces or len(self.shown) + 1
        self.shown.append(Shown(number, replaces, title, text, actions))
        return "(u)", (number,)

    def CloseNotification(self, _sender, number):  # pylint: disable=invalid-name
        self.taken_back.append(number)
        taken_back_by_the_program = 3
        self.emit("NotificationClosed", "(uu)", (number, taken_back_by_the_program))
        return "()", ()

    def titles(self):
        return [shown.title for shown in self.shown]

    def wait_for(self, opening):
        """The first notification whose title begins like that."""
        return wait_until(lambda: next((shown for shown in self.shown if shown.title.startswith(opening)), None),
                          f"there is a notification '{opening}…'")

    def press(self, shown, action):
        """A person presses a button of the notification, or, by `default`, the whole of it."""
        self.emit("ActionInvoked", "(us)", (shown.number, action))
