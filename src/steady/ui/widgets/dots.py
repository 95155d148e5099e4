"""Dots that show where one is among the steps: filled behind, a ring here, small ahead. Not by colour alone."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.texts import say
from steady.texts.ground import Ground
from steady.ui.theme import BODY_PX, Theme
from steady.ui.widgets.column import text_px

PITCH_PX = 18.0
WIDEST_PX = 280.0


class Dots(QWidget):
    """Where one is: `index` of `count`, counted from 0. A screen reader hears it as "2 of 5"."""

    def __init__(self, look: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._count = count
        self._index = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_place(0)

    def show_place(self, index: int) -> None:
        """Show this place."""
        self._index = index
        self.setAccessibleName(say(Ground.WHERE, at=index + 1, count=self._count))
        self.update()

    def _pitch_px(self) -> float:
        return min(PITCH_PX * text_px() / BODY_PX, WIDEST_PX / self._count)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all dots on one line."""
        pitch = self._pitch_px()
        return QSize(round(pitch * self._count), round(pitch))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the dots."""
        pitch, look = self._pitch_px(), self._look
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in range(self._count):
                x = pitch * (place + 0.5)
                center = QPointF(self.width() - x if rtl else x, self.height() / 2)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent" if place < self._index else "line"))
                radius = pitch * (0.3 if place <= self._index else 0.22)
                if place == self._index:
                    painter.setPen(QPen(look.color("accent"), max(1.5, pitch * 0.1)))
                painter.drawEllipse(center, radius, radius)
