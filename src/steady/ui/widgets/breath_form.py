"""What every drawing of the breath has in common: it is given a moment, and repaints only what that moment changed."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.core.events import Moment
from steady.core.timeline import Timeline
from steady.ui.theme import Theme

QUARTER_PX = 0.25
"""A change smaller than this is not worth a repaint: nobody sees it."""


class BreathForm(QWidget):
    """A drawing of the breath. `take_moment` sets values and asks for damage; `paintEvent` only draws."""

    frame_ms = 38
    """How often a moment is worth showing while the breath moves, in milliseconds."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._moment: Moment | None = None
        self._shown: tuple[Moment, Timeline] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_moment(self, moment: Moment, timeline: Timeline) -> None:
        """Show the breath as it is at one reading of the clock."""
        self._shown = moment, timeline
        self.take_moment(moment, timeline)

    def take_moment(self, moment: Moment, timeline: Timeline) -> None:
        """Set what is to be drawn, and ask for the repaint of what that changes."""
        raise NotImplementedError

    def forget(self) -> None:
        """Drop what was prepared for a size that is no longer so."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A new size needs new preparations, also while the breath rests and no new moment comes."""
        self.forget()
        super().resizeEvent(event)
        if self._shown is not None:
            self.take_moment(*self._shown)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As in the drawings: the shape is the largest thing there is."""
        return QSize(392, 392)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small enough for a narrow window with large text."""
        return QSize(60, 60)
