"""A panel: the rounded, quiet ground that cards stand on."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from steady.ui.theme import CORNER_PX, Theme

DASHES = (3.0, 3.0)


def paint_panel(
    painter: QPainter, rect: QRect, look: Theme, border: str, *, width_px: float = 1.2, dashed: bool = False
) -> None:
    """Paint a panel with a border in one of the theme's colours."""
    pen = QPen(look.color(border), width_px)
    if dashed:
        pen.setDashPattern(DASHES)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(look.color("panel"))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), CORNER_PX, CORNER_PX)


def paint_focus(painter: QPainter, rect: QRect, look: Theme) -> None:
    """Paint the ring that says where the keyboard is, over the border of a panel."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("ink"), 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), CORNER_PX, CORNER_PX)


class Panel(QWidget):
    """A panel to put things on."""

    def __init__(self, look: Theme, border: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._border = border

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground and its border."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), self._look, self._border)
