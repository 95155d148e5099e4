"""A star that keeps something near: filled where it is kept, an outline where it is not."""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from steady.ui.theme import BODY_PX, TARGET_PX, Theme
from steady.ui.widgets.column import text_px
from steady.ui.widgets.panel import paint_focus

RADIUS_PX = 9.0
"""Beside text of the usual size."""
MOST_SHARE = 0.36
"""Large text has a larger star, within the ring of focus."""
INNER_SHARE = 0.45
POINTS = 5


class Star(QAbstractButton):
    """A toggle. `names`: what a screen reader says where it is off, and where it is on."""

    def __init__(self, look: Theme, names: tuple[str, str], *, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = names
        self.setCheckable(True)
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(QSize(TARGET_PX, TARGET_PX))
        self.toggled.connect(self._rename)
        self._rename(on)

    def _rename(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.setAccessibleName(self._names[on])

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the star."""
        look, center = self._look, QPointF(self.width() / 2, self.height() / 2)
        corners, radius_px = QPolygonF(), min(RADIUS_PX * text_px() / BODY_PX, TARGET_PX * MOST_SHARE)
        for corner in range(2 * POINTS):
            reach = radius_px * (INNER_SHARE if corner % 2 else 1.0)
            angle = math.pi * corner / POINTS
            corners.append(center + QPointF(reach * math.sin(angle), -reach * math.cos(angle)))
        warm = self.isChecked() or self.underMouse()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(look.color("accent" if warm else "edge"), 1.4)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            if self.isChecked():
                painter.setBrush(look.color("accent"))
            painter.drawPolygon(corners)
            if self.hasFocus():
                paint_focus(painter, self.rect(), look)
