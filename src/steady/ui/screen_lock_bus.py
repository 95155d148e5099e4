"""Hears from a Linux desktop, over D-Bus, that the screen was locked. Loads QtDBus, so it is imported late."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
)
"""Where desktops say it, and by which name."""
LOGIN = "org.freedesktop.login1.Session"
SYSTEM_BUS = Path("/run/dbus/system_bus_socket")


class ScreenLock(QObject):
    """Listens as long as its parent lives. Each way it is said counts; the last word holds."""

    def __init__(self, answer: Callable[[bool], None], parent: QObject) -> None:
        super().__init__(parent)
        self._answer = answer
        self._locked = False

    def listen(self, *, session: bool) -> None:
        """Listen on the session's bus, where there is one, and to the login of this session. Returns at once."""
        # No service is named: Qt would ask the bus for its owner and wait for the answer.
        if session:
            bus, slot = QDBusConnection.sessionBus(), _slot("saver_changed(bool)")
            for path, interface in SAVERS if bus.isConnected() else ():
                bus.connect("", path, interface, "ActiveChanged", self, slot)
        own = os.environ.get("XDG_SESSION_ID")
        if own and SYSTEM_BUS.exists():
            system = QDBusConnection.systemBus()
            for signal, heed in (("Lock", "heed_lock()"), ("Unlock", "heed_unlock()")):
                system.connect("", session_path(own), LOGIN, signal, self, _slot(heed))

    @Slot(bool)
    def saver_changed(self, active: bool) -> None:  # noqa: FBT001 - a signal's one argument
        """The screen saver came or went."""
        self._say(locked=active)

    @Slot()
    def heed_lock(self) -> None:
        """The session is locked."""
        self._say(locked=True)

    @Slot()
    def heed_unlock(self) -> None:
        """The session is unlocked."""
        self._say(locked=False)

    def _say(self, *, locked: bool) -> None:
        if locked != self._locked:
            self._locked = locked
            self._answer(locked)


def session_path(session_id: str) -> str:
    """Return where logind keeps a session: what is no letter, and a digit in front, is written as its code."""
    label = "".join(
        char if char.isascii() and (char.isalpha() or (char.isdigit() and at)) else f"_{ord(char):02x}"
        for at, char in enumerate(session_id)
    )
    return f"/org/freedesktop/login1/session/{label}"


def _slot(signature: str) -> Any:
    return SLOT(signature)
