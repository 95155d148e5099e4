"""Turns a page by itself after a while, softly. A screen reader that is listening is never hurried."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPropertyAnimation, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from steady.core.reading import reading_s

FADE_MS = 500


class PageTurner(QObject):
    """Waits as long as the lines take to read, then calls `turn`."""

    def __init__(self, turn: Callable[[], None], percent: int, *, still: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.percent = percent
        self._still = still
        self._lines: Sequence[str] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(turn)
        self._fading: QPropertyAnimation | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a page will turn by itself."""
        return self._timer.isActive()

    @property
    def wait_s(self) -> float:
        """How long it waits for the lines of now, in seconds."""
        return self._timer.interval() / 1000

    def wait(self, lines: Sequence[str]) -> None:
        """Begin to wait for these lines; a screen reader has all the time there is."""
        self._lines = lines
        if QAccessible.isActive():
            self._timer.stop()
        else:
            self._timer.start(round(1000 * reading_s(lines, self.percent)))

    def wait_anew(self) -> None:
        """A key was pressed: the person is at something, so the time begins again."""
        if self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Turn nothing."""
        self._timer.stop()

    def fade(self, page: QWidget, then: Callable[[], object]) -> None:
        """Let what is read fade, then turn; at once where nothing is to move."""
        if self._still:
            then()
            return
        effect = QGraphicsOpacityEffect(page)
        page.setGraphicsEffect(effect)
        self._fading = QPropertyAnimation(effect, b"opacity", self)
        self._fading.setDuration(FADE_MS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.finished.connect(then)
        self._fading.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
