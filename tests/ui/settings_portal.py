"""A settings portal to ask, in a process of its own: `settings_portal.py VERSION NAME=VALUE...`.

VERSION is 2, or 1 for one that knows only the older question. A SettingChanged signal follows each line `NAME=VALUE`
that comes on standard input. It prints a line when it is there.
"""

import os
import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject

PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
NAMESPACES = {"reduced-motion": "org.freedesktop.appearance", "enable-animations": "org.gnome.desktop.interface"}


def value_of(written: str) -> object:
    """Return what `true`, `false` or a number stand for."""
    return {"true": True, "false": False}[written] if written in ("true", "false") else int(written)


class Portal(QDBusVirtualObject):
    """Answers Read, and ReadOne in its second version."""

    def __init__(self, version: int, settings: dict[str, object]) -> None:
        super().__init__()
        self.version = version
        self.settings = settings

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802 - Qt's name
        arguments = message.arguments()
        if message.member() == "ReadOne" and self.version == 1:
            error = "org.freedesktop.DBus.Error.UnknownMethod"
            return connection.send(message.createErrorReply(error, "no such method"))
        namespace, name = arguments
        if name not in self.settings or NAMESPACES[name] != namespace:
            return connection.send(message.createErrorReply("org.freedesktop.portal.Error.NotFound", "not found"))
        value = QDBusVariant(self.settings[name])
        reply = message.createReply()
        reply.setArguments([value if message.member() == "ReadOne" else QDBusVariant(value)])
        return connection.send(reply)


def main() -> None:
    """Serve until the standard input ends."""
    application = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    settings = {name: value_of(value) for name, value in (one.split("=") for one in sys.argv[2:])}
    portal = Portal(int(sys.argv[1]), settings)
    bus.registerVirtualObject(PATH, portal)
    bus.registerService("org.freedesktop.portal.Desktop")

    def change() -> None:
        written = os.read(sys.stdin.fileno(), 4096).decode()
        if not written:
            application.quit()
        for name, value in (line.split("=") for line in written.split()):
            signal = QDBusMessage.createSignal(PATH, SETTINGS, "SettingChanged")
            signal.setArguments([NAMESPACES[name], name, QDBusVariant(value_of(value))])
            bus.send(signal)

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, application)
    notifier.activated.connect(change)
    print("here", flush=True)  # noqa: T201 - whoever started it waits for this
    application.exec()


if __name__ == "__main__":
    main()
