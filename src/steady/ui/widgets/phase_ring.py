"""The ring: a thin line that fills once in each phase. It asks for the repaint of the bit that grew."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QRegion

from steady.ui.theme import Theme, brush_of, pen_of

TRACK_PX = 2.0
LINE_PX = 4.0
_STEP_PX = 1.0
LEAP = 0.2
"""A turn further than this is no growth of the line: all of it is drawn anew."""


class PhaseRing:
    """Paints the ring of a form; keeps how far it has come."""

    def __init__(self) -> None:
        self.fraction = 0.0

    def turn_to(self, fraction: float, center: QPointF, radius_px: float) -> QRegion:
        """Turn to `fraction` of the phase (0 to 1); return what must be repainted for it."""
        before = self.fraction
        moved_px = abs(fraction - before) * 2 * math.pi * radius_px
        if moved_px < _STEP_PX:
            return QRegion()
        self.fraction = fraction
        if fraction < before or fraction - before > LEAP:
            reach = radius_px + LINE_PX
            whole = QRectF(center.x() - reach, center.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
            hole_px = radius_px * 0.68
            hole = QRectF(center.x() - hole_px, center.y() - hole_px, 2 * hole_px, 2 * hole_px).toAlignedRect()
            return QRegion(whole) - QRegion(hole)
        return QRegion(self._around(before, center, radius_px).united(self._around(fraction, center, radius_px)))

    def paint(self, painter: QPainter, damage: QRegion, center: QPointF, radius_px: float, look: Theme) -> None:
        """Draw track and line, as much of them as the damage needs."""
        box = QRectF(center.x() - radius_px, center.y() - radius_px, 2 * radius_px, 2 * radius_px)
        from_, to = self._damaged_span(damage, center, radius_px)
        if to <= from_:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(_arc(box, from_, to), pen_of(look.color("line"), TRACK_PX))
        if self.fraction > 0.0:
            line = _arc(box, min(from_, self.fraction), min(to, self.fraction))
            painter.strokePath(line, pen_of(look.color("accent"), LINE_PX))
            ends = QPainterPath()
            for end in (0.0, self.fraction):
                ends.addEllipse(_point(end, center, radius_px), LINE_PX / 2, LINE_PX / 2)
            painter.fillPath(ends, brush_of(look.color("accent")))

    def _damaged_span(self, damage: QRegion, center: QPointF, radius_px: float) -> tuple[float, float]:
        """Return the stretch of the ring to draw, as fractions of a turn: a short one where only the tip moved."""
        near_tip = self._around(self.fraction, center, radius_px).adjusted(-40, -40, 40, 40)
        band_px = radius_px * 0.68
        hole = QRectF(center.x() - band_px, center.y() - band_px, 2 * band_px, 2 * band_px).toAlignedRect()
        on_ring = damage - QRegion(hole)
        if on_ring.isEmpty():
            return 0.0, 0.0
        if near_tip.contains(on_ring.boundingRect()):
            reach = 110 / (2 * math.pi * max(1.0, radius_px))
            return max(0.0, self.fraction - reach), min(1.0, self.fraction + reach)
        return 0.0, 1.0

    @staticmethod
    def _around(fraction: float, center: QPointF, radius_px: float) -> QRect:
        tip, reach = _point(fraction, center, radius_px), LINE_PX + 1
        return QRectF(tip.x() - reach, tip.y() - reach, 2 * reach, 2 * reach).toAlignedRect()


def _point(fraction: float, center: QPointF, radius_px: float) -> QPointF:
    """Return the point of the ring that is that fraction of a turn from the top, clockwise."""
    angle = 2 * math.pi * fraction
    return QPointF(center.x() + radius_px * math.sin(angle), center.y() - radius_px * math.cos(angle))


def _arc(box: QRectF, from_: float, to: float) -> QPainterPath:
    """Return the arc between two fractions of a turn, clockwise from the top."""
    path = QPainterPath()
    if to > from_:
        path.arcMoveTo(box, 90 - 360 * from_)
        path.arcTo(box, 90 - 360 * from_, -360 * (to - from_))
    return path
