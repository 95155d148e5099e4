"""The ring: a thin line that fills once in each phase. It asks for the repaint of the bit that grew."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QRegion

from steady.ui.theme import Theme, brush_of, pen_of

TRACK_PX = 2.0
LINE_PX = 4.0
_STEP_PX = 1.0
_FADE_STEP = 0.02
LEAP = 0.2
"""A turn further than this is no growth of the line: all of it is drawn anew."""
_TIP_SHARE, _TIP_PX = 0.1, 12.0
"""The last frame's tip is at most so far from this frame's: a share of the radius, and some pixels."""
_BEYOND = 1.3
"""A stretch is drawn longer than it is damaged, so that its ends lie where nothing is painted."""

_NEARLY_ALL = 0.12
"""Four stretches that reach so far, as a share of a turn, from the corners of a square leave hardly a gap."""

_PIECE = 1 / 16
"""Qt strokes a quarter of a turn at once up to a fifth of a pixel beside the circle: one piece of this is exact."""

_Span = tuple[float, float]
"""A stretch of the ring, as fractions of a turn; below 0 and above 1 it goes on past the top."""


class PhaseRing:
    """Paints the ring of a form; keeps where it stands and how far it has come."""

    def __init__(self, look: Theme) -> None:
        self.fraction = 0.0
        self.center = QPointF()
        self.radius_px = 0.0
        self._box = QRectF()
        self._look = look
        self._track = pen_of(look.color("line"), TRACK_PX)
        self._line_px, self._faded = LINE_PX, 0.0
        self._line = pen_of(look.color("accent"), LINE_PX)
        self._ends = brush_of(look.color("accent"))

    def place(self, center: QPointF, radius_px: float) -> None:
        """Take a place in the form."""
        self.center, self.radius_px = center, max(1.0, radius_px)
        self._box = _around(center, self.radius_px)

    def fade_to(self, faded: float) -> QRegion:
        """Let the line become as the track is, the more the closer to 1; return what must be repainted for it."""
        if abs(faded - self._faded) < _FADE_STEP and (faded > 0.0 or self._faded == 0.0):
            return QRegion()
        self._faded = faded
        line, track = self._look.color("accent"), self._look.color("line")
        ends = (line.red(), track.red()), (line.green(), track.green()), (line.blue(), track.blue())
        color = QColor(*(round(one + (other - one) * faded) for one, other in ends))
        self._line_px = LINE_PX + (TRACK_PX - LINE_PX) * faded
        self._line, self._ends = pen_of(color, self._line_px), brush_of(color)
        return self._whole()

    def turn_to(self, fraction: float) -> QRegion:
        """Turn to `fraction` of the phase (0 to 1); return what must be repainted for it."""
        before, radius_px = self.fraction, self.radius_px
        moved_px = abs(fraction - before) * 2 * math.pi * radius_px
        if moved_px < _STEP_PX:
            return QRegion()
        self.fraction = fraction
        if fraction < before or fraction - before > LEAP:
            return self._whole()
        bulge_px = radius_px * (1 - math.cos(math.pi * (fraction - before)))
        reach_px = LINE_PX + 1 + bulge_px
        ends = (_around(self._point(end), reach_px) for end in (before, fraction))
        return QRegion(next(ends).united(next(ends)).toAlignedRect())

    def _whole(self) -> QRegion:
        return QRegion(_around(self.center, self.radius_px + LINE_PX).toAlignedRect()) - self._inside()

    def _inside(self) -> QRegion:
        """Return the largest square that lies wholly inside the ring: its corners too, in a small ring too."""
        reach_px = (self.radius_px - LINE_PX / 2 - 1) / math.sqrt(2) - 1  # it is made a pixel larger, to whole ones
        return QRegion(_around(self.center, reach_px).toAlignedRect()) if reach_px > 0.0 else QRegion()

    def paint(self, painter: QPainter, damage: QRegion) -> None:
        """Draw track and line, as much of them as the damage needs, with a painter that smooths edges."""
        spans = self._damaged_spans(damage)
        if not spans:
            return
        # A stroke reaches half its width beyond its ends, squarely: it is drawn shorter, and its ends round.
        cap = self._line_px / 2 / (2 * math.pi * self.radius_px)
        first, last = cap, self.fraction - cap
        # The line hides the track below it: there is track only after the line's end, and up to its start.
        painter.strokePath(_arcs(self._box, _within(spans, max(0.0, last), 1.0 + min(cap, self.fraction))), self._track)
        if self.fraction <= 0.0:
            return
        painter.strokePath(_arcs(self._box, _within(spans, first, last)), self._line)
        at_top = any(from_ <= 0.0 or to >= 1.0 for from_, to in spans)
        for end in (0.0, self.fraction) if at_top else (self.fraction,):
            round_end = QPainterPath()
            round_end.addEllipse(self._point(end), self._line_px / 2, self._line_px / 2)
            painter.fillPath(round_end, self._ends)

    def _damaged_spans(self, damage: QRegion) -> list[_Span]:
        """Return the stretches to draw, none of them twice: the tip's, and those that the rest of the damage touches.

        The rest is seen as a square around the centre, as forms damage what is inside the ring: if that touches the
        ring without holding it, then with its four corners.
        """
        near_px = _TIP_SHARE * self.radius_px + _TIP_PX
        tip = _around(self._point(self.fraction), near_px).toAlignedRect()
        spans = self._corner_spans((damage - QRegion(tip)).boundingRect())
        if not damage.intersects(tip):
            return spans
        reach = _BEYOND * math.sqrt(2) * near_px / (2 * math.pi * self.radius_px)
        return _joined((self.fraction - reach, self.fraction + reach), spans)

    def _corner_spans(self, damaged: QRect) -> list[_Span]:
        """Return where the ring meets a square around the centre that is as large as what is damaged."""
        if damaged.isEmpty():
            return []
        center, inner_px = self.center, self.radius_px - LINE_PX / 2 - 1
        across_px = max(center.x() - damaged.left(), damaged.right() + 1 - center.x())
        reach_px = max(across_px, center.y() - damaged.top(), damaged.bottom() + 1 - center.y())
        if reach_px * math.sqrt(2) <= inner_px:
            return []
        if reach_px >= inner_px:
            return [(0.0, 1.0)]
        half = _BEYOND * (0.125 - math.acos(reach_px / inner_px) / (2 * math.pi))
        if half > _NEARLY_ALL:
            return [(0.0, 1.0)]
        return [(corner - half, corner + half) for corner in (0.125, 0.375, 0.625, 0.875)]

    def _point(self, fraction: float) -> QPointF:
        """Return the point of the ring that is that fraction of a turn from the top, clockwise."""
        angle = 2 * math.pi * fraction
        return QPointF(
            self.center.x() + self.radius_px * math.sin(angle), self.center.y() - self.radius_px * math.cos(angle)
        )


def _around(middle: QPointF, reach_px: float) -> QRectF:
    """Return the square with that middle."""
    return QRectF(middle.x() - reach_px, middle.y() - reach_px, 2 * reach_px, 2 * reach_px)


def _joined(tip: _Span, spans: Iterable[_Span]) -> list[_Span]:
    """Return all of them, those that meet the tip's as one with it: smooth edges drawn twice would be too strong."""
    apart: list[_Span] = []
    from_, to = tip
    for low, high in spans:
        turn = next((turn for turn in (-1, 0, 1) if low + turn < to and high + turn > from_), None)
        if turn is None:
            apart.append((low, high))
        else:
            from_, to = min(from_, low + turn), max(to, high + turn)
    return [(0.0, 1.0)] if to - from_ >= 1.0 else [(from_, to), *apart]


def _within(spans: Iterable[_Span], first: float, last: float) -> list[_Span]:
    """Return what of the stretches lies between `first` and `last`, whichever turn they are given in."""
    turns = (-1, 0, 1)
    return [(max(from_, first + turn), min(to, last + turn)) for from_, to in spans for turn in turns]


def _arcs(box: QRectF, spans: Iterable[_Span]) -> QPainterPath:
    """Return one path of arcs, clockwise from the top, in pieces so short that all strokes lie at the same place."""
    path = QPainterPath()
    for from_, to in spans:
        if to > from_:
            path.arcMoveTo(box, 90 - 360 * from_)
            pieces = math.ceil((to - from_) / _PIECE)
            piece = (to - from_) / pieces
            for count in range(pieces):
                path.arcTo(box, 90 - 360 * (from_ + count * piece), -360 * piece)
    return path
