"""Asks the settings portal of a Linux desktop about motion, over D-Bus. Loads QtDBus, so it is imported late."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusError, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
PATIENCE_MS = 5000
"""How long an answer may take; the portal may have to be started first."""

REDUCED_MOTION = ("org.freedesktop.appearance", "reduced-motion")
"""1 where less motion is wanted."""
ANIMATIONS = ("org.gnome.desktop.interface", "enable-animations")
"""False where less motion is wanted; older GNOME desktops have only this one."""
KEYS = (REDUCED_MOTION, ANIMATIONS)


class MotionPortal(QObject):
    """Asks, and listens for changes, as long as its parent lives. Less motion is wanted where either key says so."""

    def __init__(self, answer: Callable[[bool], None], parent: QObject) -> None:
        super().__init__(parent)
        self._answer = answer
        self._bus = QDBusConnection.sessionBus()
        self._waiting = 0
        self._said: dict[tuple[str, str], bool] = {}

    def ask(self) -> None:
        """Ask for both keys. Returns at once."""
        if not self._bus.isConnected():
            return
        # No service is named here: Qt would ask the bus for its owner and wait for the answer.
        slot: Any = SLOT("heed_change(QString,QString,QDBusVariant)")
        self._bus.connect("", PATH, SETTINGS, "SettingChanged", self, slot)
        for key in KEYS:
            self._waiting += 1
            self._call("ReadOne", key)

    def _call(self, method: str, key: tuple[str, str]) -> None:
        message = QDBusMessage.createMethodCall(SERVICE, PATH, SETTINGS, method)
        message.setArguments(list(key))
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message, PATIENCE_MS), self)
        watcher.finished.connect(lambda: self._heed_reply(watcher, method, key))

    def _heed_reply(self, watcher: QDBusPendingCallWatcher, method: str, key: tuple[str, str]) -> None:
        watcher.deleteLater()
        unknown = watcher.isError() and watcher.error().type() is QDBusError.ErrorType.UnknownMethod
        if unknown and method == "ReadOne":
            self._call("Read", key)  # the first version of the portal knows only this
            return
        self._waiting -= 1
        values = [] if watcher.isError() else watcher.reply().arguments()
        if values:
            self._take(key, values[0])
        if self._waiting == 0 and self._said:
            self._answer(any(self._said.values()))

    @Slot(str, str, QDBusVariant)
    def heed_change(self, namespace: str, name: str, value: QDBusVariant) -> None:
        """The portal says that a setting changed."""
        before = dict(self._said)
        self._take((namespace, name), value)
        if self._waiting == 0 and self._said != before:
            self._answer(any(self._said.values()))

    def _take(self, key: tuple[str, str], value: object) -> None:
        while isinstance(value, QDBusVariant):
            value = value.variant()
        if key == REDUCED_MOTION and isinstance(value, int):
            self._said[key] = value == 1
        elif key == ANIMATIONS and isinstance(value, bool):
            self._said[key] = not value
