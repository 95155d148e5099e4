"""Turns a page by itself after a while, softly: what was read fades, what follows comes the same way."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPropertyAnimation, QTimer
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from steady.core.reading import reading_s

FADE_MS = 500


class PageTurner(QObject):
    """Waits as long as the lines take to read, then calls `turn`. Where nothing is to move, nothing fades."""

    def __init__(self, turn: Callable[[], None], percent: int, *, still: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.percent = percent
        self._still = still
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(turn)
        self._fading: QPropertyAnimation | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a page will turn by itself."""
        return self._timer.isActive()

    @property
    def is_fading(self) -> bool:
        """Whether a page is on its way out or in."""
        return self._fading is not None

    @property
    def wait_s(self) -> float:
        """How long it waits for the lines of now, in seconds."""
        return self._timer.interval() / 1000

    def wait(self, lines: Sequence[str]) -> None:
        """Begin to wait for these lines."""
        self.stop()
        self._timer.start(round(1000 * reading_s(lines, self.percent)))

    def wait_anew(self) -> None:
        """The person is at something: the time begins again."""
        if self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Turn nothing; what fades stands still again, as it was."""
        self._timer.stop()
        fading, self._fading = self._fading, None
        if fading is not None:
            fading.stop()
            _unveil(fading)

    def fade_out(self, page: QWidget, then: Callable[[], object]) -> None:
        """Let what is read fade, then go on; at once where nothing is to move."""
        self._fade(page, 1.0, 0.0, then)

    def fade_in(self, page: QWidget) -> None:
        """Let what follows come."""
        self._fade(page, 0.0, 1.0, lambda: None)

    def _fade(self, page: QWidget, start: float, end: float, then: Callable[[], object]) -> None:
        if self._still:
            then()
            return
        effect = QGraphicsOpacityEffect(page)
        effect.setOpacity(start)
        page.setGraphicsEffect(effect)
        fading = self._fading = QPropertyAnimation(effect, b"opacity", self)
        fading.setDuration(FADE_MS)
        fading.setStartValue(start)
        fading.setEndValue(end)

        def faded() -> None:
            self._fading = None
            _unveil(fading)
            then()

        fading.finished.connect(faded)
        fading.start()


def _unveil(fading: QPropertyAnimation) -> None:
    """Take the effect of a fade away, from a page that is still there."""
    effect = fading.targetObject()
    page = effect.parent() if effect is not None else None
    if isinstance(page, QWidget):
        page.setGraphicsEffect(None)  # type: ignore[arg-type]  # None takes it away, which the stubs leave out
    fading.deleteLater()
