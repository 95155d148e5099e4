"""What every drawing of the breath has in common: it is given a moment, and repaints only what that moment changed."""

import functools
from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.core.events import Moment
from steady.core.timeline import Timeline
from steady.ui.theme import Theme

QUARTER_PX = 0.25
"""A change smaller than this is not worth a repaint: nobody sees it."""

SMALL_PX = 200
"""A form that is lower or narrower than this draws its dot smaller too, or the dot would be cut off."""

Paint = Callable[["BreathForm", QPaintEvent], None]


def _watched(paint: Paint) -> Paint:
    """Return a `paintEvent` that lets a fault reach the crash hook once, and gives up after it."""

    @functools.wraps(paint)
    def paint_event(form: "BreathForm", event: QPaintEvent) -> None:
        if form.is_broken:
            return
        try:
            paint(form, event)
        except Exception:
            form.draw_no_more()
            raise

    return paint_event


class BreathForm(QWidget):
    """A drawing of the breath. `take_moment` sets values and asks for damage; `paintEvent` only draws.

    A `paintEvent` that raises is noted once, as every bug is; the form draws no more after it, and says so.
    """

    heard_as = "Animation"
    """The role that `ui/heard.py` gives it."""
    moves = True
    """Whether it is one that may glide to another place."""
    broke = Signal()
    """It cannot draw: another form has to take its place. Said once, after the paint that failed is over."""
    frame_ms = 40
    """How often a moment is worth showing while the breath moves, in milliseconds."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._moment: Moment | None = None
        self._shown: tuple[Moment, Timeline] | None = None
        self._broken = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def __init_subclass__(cls, **named: object) -> None:
        """Watch over how every form draws, so that none has to do it itself."""
        super().__init_subclass__(**named)
        paint = cls.__dict__.get("paintEvent")
        if paint is not None:
            cls.paintEvent = _watched(paint)  # type: ignore[method-assign, assignment]  # what Qt calls is the watched one

    @property
    def scale(self) -> float:
        """How large what has a size of its own, such as a dot, is to be: 1, and less where there is little room."""
        return min(1.0, min(self.width(), self.height()) / SMALL_PX)

    @property
    def moment(self) -> Moment | None:
        """The moment that is shown."""
        return None if self._shown is None else self._shown[0]

    def show_moment(self, moment: Moment, timeline: Timeline) -> None:
        """Show the breath as it is at one reading of the clock."""
        self._shown = moment, timeline
        self.take_moment(moment, timeline)

    def take_moment(self, moment: Moment, timeline: Timeline) -> None:
        """Set what is to be drawn, and ask for the repaint of what that changes."""
        raise NotImplementedError

    def draw_no_more(self) -> None:
        """Give up drawing after a fault, and say so once the paint that failed is over."""
        self._broken = True
        QTimer.singleShot(0, self, self.broke.emit)

    @property
    def is_broken(self) -> bool:
        """Whether it gave up drawing."""
        return self._broken

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
