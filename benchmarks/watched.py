"""Steady's own window, opened as the app opens it, with an eye on its paints. Nothing of this is in the product."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from steady.app import Backstage
from steady.core.events import Moment
from steady.core.session import Session
from steady.store.bundled import assets_dir
from steady.store.paths import Paths
from steady.ui.widgets.breath_form import BreathForm
from steady.ui.window import Window


class Paint(NamedTuple):
    """One paint of the guide: when, what it showed, and whether the orb itself was damaged or only its ring."""

    at_s: float
    moment: Moment
    of_orb: bool


class Watched:
    """The whole app on a data folder, breathing "Meet your breath" for as long as wanted."""

    def __init__(self, data_dir: Path) -> None:
        paths = Paths(data_dir)
        paths.settings_file.write_text('{"length_open": true}', encoding="utf-8")
        self._backstage = Backstage(paths)
        self.application = QApplication(sys.argv[:1])
        self.window = Window(self.application, self._backstage.world)
        self.window.open(self._backstage.first, None)
        self.window.on_first_frame(lambda: self.window.after_first_frame(assets_dir()))
        if self._backstage.first is None:
            raise SystemExit("The window did not open on the guide.")
        self.course = self._backstage.first.exercise.course()

    def breathe(self) -> None:
        """Run until `leave`, then write what waits."""
        self.application.exec()
        self._backstage.close()

    def leave(self) -> None:
        """Leave, as Esc does, once what is happening now has happened."""
        QTimer.singleShot(0, self.window.navigator.leave)

    @property
    def form(self) -> BreathForm:
        """The drawing of the breath."""
        form = self.window.shell.findChild(BreathForm)
        if form is None:
            raise SystemExit("The window did not open on the guide.")
        return form

    @property
    def session(self) -> Session:
        """The practice that is under way."""
        session = self.window.conductor.session
        if session is None:
            raise SystemExit("No practice is under way.")
        return session


class PaintEye(QObject):
    """Sees each paint of the guide just before it is made, and each moment the conductor reads."""

    def __init__(self, watched: Watched, seen: Callable[[Paint], None]) -> None:
        super().__init__(watched.window.shell)
        self._form = watched.form
        self._seen = seen
        self._moment: Moment | None = None
        self.read_at_s: list[float] = []
        self._form.installEventFilter(self)
        watched.window.conductor.moment_read.connect(self._read)

    def _read(self, moment: Moment) -> None:
        self._moment = moment
        self.read_at_s.append(time.monotonic())

    def close(self) -> None:
        """Look away."""
        self._form.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002 - Qt's
        """Note a paint of the guide."""
        if isinstance(event, QPaintEvent) and self._moment is not None:
            of_orb = event.region().contains(self._form.rect().center())
            self._seen(Paint(time.monotonic(), self._moment, of_orb))
        return False
