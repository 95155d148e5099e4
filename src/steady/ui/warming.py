"""Imports what a calm page leads to before it is asked for, a piece at a time: a press then only has to make a page."""

import importlib
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from steady.ui.page import Page

REST_MS = 100
"""How long the window is left to itself before each piece: none takes longer than a frame or two."""
PAGES = ("steady.ui.remembering", "steady.ui.pages.journal", "steady.ui.pages.entries")


class Warming(QObject):
    """Goes on while calm pages are shown, and rests while something is practised: the breath has every frame."""

    def __init__(self, remember: Callable[[], object], parent: QObject) -> None:
        """`remember` brings what remembers beside practices, which is imported then."""
        super().__init__(parent)
        pages = [lambda name=name: importlib.import_module(name) for name in PAGES]
        self._due: Sequence[Callable[[], object]] = [remember, *pages]
        self._timer = QTimer(self)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_over(self) -> bool:
        """Whether all of it is here."""
        return not self._due

    def entered(self, page: Page) -> None:
        """A page is shown."""
        if page.is_practice or self.is_over:
            self._timer.stop()
        else:
            self._timer.start()

    def stop(self) -> None:
        """The person leaves: nothing more is needed."""
        self._timer.stop()

    def _go_on(self) -> None:
        piece, *self._due = self._due
        if self.is_over:
            self._timer.stop()
        piece()
