# SPDX-License-Identifier: Apache-2.0
"""A tray that speaks StatusNotifierItem, as a panel has it, and a person who uses it."""

from gi.repository import GLib

from accessibility import BusConnection
from busservice import BusService
from processes import wait_until

ITEM = "org.kde.StatusNotifierItem"
ITEM_PATH = "/StatusNotifierItem"
MENU = "com.canonical.dbusmenu"


class Tray(BusService):
    """Keeps the list of icons and shows it; `has_host` false: keeps the list, and nobody shows it."""

    NAME = "org.kde.StatusNotifierWatcher"
    PATH = "/StatusNotifierWatcher"
    INTERFACE = """
      <interface name="org.kde.StatusNotifierWatcher">
        <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
        <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
        <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
        <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
        <property name="ProtocolVersion" type="i" access="read"/>
        <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
        <signal name="StatusNotifierItemUnregistered"><arg type="s"/></signal>
        <signal name="StatusNotifierHostRegistered"/>
        <signal name="StatusNotifierHostUnregistered"/>
      </interface>"""

    def __init__(self, desktop, has_host=True):
        address = desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
        self._items = []
        self._told_items = []
        self._has_told_host = False
        self._has_host = has_host
        self._bus = BusConnection(address)
        super().__init__(address)
        desktop.end_with_me(self)

    # -- what programs ask ------------------------------------------------------------------------------------------

    def RegisterStatusNotifierItem(self, sender, service):  # pylint: disable=invalid-name
        item = (sender if service.startswith("/") else service) + ITEM_PATH
        if item not in self._items:
            self._items.append(item)
            self.emit("StatusNotifierItemRegistered", "(s)", (item,))
        return None, None

    def RegisterStatusNotifierHost(self, _sender, _service):  # pylint: disable=invalid-name
        return None, None

    def RegisteredStatusNotifierItems(self):  # pylint: disable=invalid-name
        self._told_items = list(self._items)
        return GLib.Variant("as", self._items)

    def IsStatusNotifierHostRegistered(self):  # pylint: disable=invalid-name
        self._has_told_host = True
        return GLib.Variant("b", self._has_host)

    def ProtocolVersion(self):  # pylint: disable=invalid-name
        return GLib.Variant("i", 0)

    def left(self, name):
        for item in [item for item in self._items if item.startswith(name + "/")]:
            self._items.remove(item)
            self.emit("StatusNotifierItemUnregistered", "(s)", (item,))

    # -- the panel --------------------------------------------------------------------------------------------------

    def wait_until_asked_for_host(self):
        wait_until(lambda: self._has_told_host, "the program has asked whether somebody shows the list")

    def start_showing(self):
        self._has_host = True
        self.emit("StatusNotifierHostRegistered")

    # -- what a person does -----------------------------------------------------------------------------------------

    def wait_for_icon(self):
        return wait_until(self.icon, "there is an icon in the tray")

    def wait_until_icon_is_known(self):
        """The program, too, has heard that its icon is in the list."""
        self.wait_for_icon()
        wait_until(lambda: self._told_items == self._items, "the program has read the list of icons")
        # It has taken the answer in once it has answered what was asked later.
        for _ in range(3):
            self.tool_tip()

    def icon(self):
        """The name on the bus of the only program with an icon; None without one."""
        items = list(self._items)
        return items[0].partition("/")[0] if items else None

    def tool_tip(self):
        """The words that belong to the icon."""
        return self._bus.get(self.wait_for_icon(), ITEM_PATH, ITEM, "ToolTip")[2]

    def picture(self):
        """What the icon looks like, in its largest size: width, height, bytes."""
        return max(self._bus.get(self.wait_for_icon(), ITEM_PATH, ITEM, "IconPixmap"))

    def click(self):
        self._bus.call(self.wait_for_icon(), ITEM_PATH, ITEM, "Activate", "(ii)", (0, 0))

    def menu(self):
        """What the menu offers, by the words there: a number, and whether it can be chosen."""
        path = self._bus.get(self.wait_for_icon(), ITEM_PATH, ITEM, "Menu")
        self._bus.call(self.icon(), path, MENU, "AboutToShow", "(i)", (0,))
        _, (_, _, entries) = self._bus.call(self.icon(), path, MENU, "GetLayout", "(iias)", (0, -1, []))
        return {entry["label"].replace("_", ""): (number, entry.get("enabled", True))
                for number, entry, _ in entries if entry.get("type") != "separator"}

    def choose(self, words):
        """Chooses an entry of the menu as soon as it can be chosen."""
        def number():
            found, is_enabled = self.menu().get(words, (None, False))
            return found if is_enabled else None
        entry = wait_until(number, f"'{words}' can be chosen in the tray's menu")
        path = self._bus.get(self.icon(), ITEM_PATH, ITEM, "Menu")
        self._bus.call(self.icon(), path, MENU, "Event", "(isvu)", (entry, "clicked", GLib.Variant("i", 0), 0))
