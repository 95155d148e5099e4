"""The window with all that belongs to it, put together: shell, conductor, navigator, desk."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from steady.core.errors import Fault
from steady.core.which_breath import MEET_YOUR_BREATH
from steady.texts import say
from steady.texts.ui import Ui
from steady.ui import theme
from steady.ui.conductor import Conductor
from steady.ui.navigator import Navigator
from steady.ui.shell import Shell
from steady.ui.world import Breath, World

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface, QIcon

    from steady.ui.desktop_wishes import DesktopWishes


class Desk(QObject):
    """Lets other threads and other processes reach the window: a signal crosses to the window's thread."""

    fault = Signal(object)
    """A `Fault`, from any thread."""
    rung = Signal()
    """Someone may be at the door, from any thread."""

    def watch(self, descriptor: int, then: Callable[[], None]) -> None:
        """Call `then` whenever that descriptor is readable."""
        notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda *_args: then())


class _FirstFrame(QObject):
    """Calls back once the first frame of a moving guide has been painted."""

    def __init__(self, window: "Window", then: Callable[[], None]) -> None:
        super().__init__(window.shell)
        self._window = window
        self._then = then
        window.shell.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for a paint of the window while the practice breathes, or while a page of words is shown."""
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Paint) and self._window.is_under_way:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


class Window:
    """Made once an application exists. Nothing in here is imported or done that the first breath does not need."""

    def __init__(self, application: QApplication, world: World) -> None:
        application.setApplicationName("steady")
        application.setApplicationDisplayName(say(Ui.APP))
        application.setDesktopFileName("steady")
        application.setQuitOnLastWindowClosed(False)
        self._application = application
        _be_heard()
        settings = world.preferences.settings
        theme.set_text_percent(settings.text_percent)
        self.shell = Shell(theme.theme_for(settings))
        self.conductor = Conductor(self.shell)
        self.navigator = Navigator(world, self.shell, self.conductor)
        self.desk = Desk(self.shell)
        self.desk.fault.connect(self._tell)
        self.navigator.left.connect(application.quit)
        self._first_frame: _FirstFrame | None = None
        self._wake: object = None

    def open(self, first: Breath | None, start_id: str | None) -> None:
        """Show the window on the practice that was started before it, or on the page that comes before one."""
        if first is not None:
            self.navigator.open_first(first)
        else:
            self.navigator.practising.start(start_id or MEET_YOUR_BREATH)
        self.shell.show()

    @property
    def is_under_way(self) -> bool:
        """Whether what is shown is what was asked for: the guide moves, or it is another page."""
        return self.conductor.session is None or self.conductor.session.has_begun

    def on_first_frame(self, then: Callable[[], None]) -> None:
        """Call `then` once the first frame of the moving guide has been painted."""
        self._first_frame = _FirstFrame(self, then)

    def after_first_frame(self, assets: Path | None) -> None:
        """Do what could wait: signals, the icon, the desktop's wish for little motion, its change of colours."""
        self._leave_on_signals()
        self.navigator.quiet.wake()
        self.navigator.sounds.wake()
        self.navigator.own.shelf.warm()
        if self.navigator.settings.pause is not None:
            self.navigator.pauses.look()
        if assets is not None:
            self._application.setWindowIcon(_icon(assets / "icons"))
        from steady.ui.desktop_wishes import DesktopWishes  # noqa: PLC0415 - after the first frame

        self.wishes = DesktopWishes(self.navigator)
        self._follow_colours(self.wishes)
        self._application.commitDataRequest.connect(lambda _manager: self.navigator.leave())
        from steady.ui.motion import ask_reduced_motion  # noqa: PLC0415 - D-Bus, which the first breath does not need

        ask_reduced_motion(self.wishes.motion_answered, self.shell)

    def leave_soon(self) -> None:
        """Leave as soon as the event loop runs, which may not have begun."""
        QTimer.singleShot(0, self.navigator.leave)

    def _follow_colours(self, wishes: "DesktopWishes") -> None:
        """Keep the desktop's light or dark for the next start, and follow it where it changes while we are here.

        The answer that is there at the start changes nothing yet: colours never turn over in front of a person.
        """
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see `numbers`

        hints = self._application.styleHints()
        self.navigator.change(last_light=hints.colorScheme() is Qt.ColorScheme.Light)
        hints.colorSchemeChanged.connect(lambda scheme: wishes.light_answered(scheme is Qt.ColorScheme.Light))

    def come_forward(self, exercise_id: str | None, token: str | None) -> None:
        """Come to the front for a second start, with its token where it has one; start what it asked for."""
        if token:
            import os  # noqa: PLC0415 - rarely wanted

            os.environ["XDG_ACTIVATION_TOKEN"] = token
        if self.shell.isMinimized():
            self.shell.showNormal()
        self.shell.show()
        self.shell.raise_()
        self.shell.activateWindow()
        if exercise_id is not None:
            self.navigator.practising.start(exercise_id)

    def _tell(self, fault: Fault) -> None:
        self.navigator.quiet.tell(fault)

    def _leave_on_signals(self) -> None:
        """Leave gently on Ctrl-C and at the end of the desktop session: Python hears signals only when it is woken."""
        import signal  # noqa: PLC0415 - after the first frame
        import socket  # noqa: PLC0415 - after the first frame

        ours, pythons = socket.socketpair()
        for end in (ours, pythons):
            end.setblocking(False)
        self._wake = ours, pythons
        signal.set_wakeup_fd(pythons.fileno())
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                signal.signal(number, lambda _number, _frame: self.navigator.leave())

        def woken() -> None:
            ours.recv(64)

        self.desk.watch(ours.fileno(), woken)


def _icon(folder: Path) -> "QIcon":
    """Return Steady's icon, drawn ahead: Qt's part that draws SVG would take 2 MB for as long as Steady runs."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - after the first frame

    icon = QIcon()
    for path in sorted(folder.glob("steady-*.png")):
        icon.addFile(str(path))
    return icon


@functools.cache
def _be_heard() -> None:
    """Tell screen readers what our own widgets are, in this process once: what they hear is loaded when one asks."""

    def interface(_class_name: str, asked_for: QObject | None) -> "QAccessibleInterface | None":
        from steady.ui.heard import interface_of  # noqa: PLC0415 - most people use no screen reader

        return interface_of(asked_for)

    QAccessible.installFactory(interface)
