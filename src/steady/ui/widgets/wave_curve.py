"""One plan of the breath as a curve: laid once for a few seconds on a grid of elapsed time, it passes by as it is."""

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen, QPolygonF

SAMPLE_S = 0.1
"""The curve is drawn through one point in each of these, on a grid of elapsed time, so that levels can be kept."""
STRETCH = 5
"""So many points are drawn in one stroke."""
LINE_PX = 5.0

PenFor = Callable[[float, float], QPen | None]
"""Returns the pen for a stretch at that many pixels from the left edge, at that second; None where none is drawn."""


class Plan(NamedTuple):
    """What a curve was laid from: whose breaths, as planned when, from which second on, at which scale."""

    timeline: object
    revision: int
    since_s: float
    px_per_s: float

    def is_of(self, timeline: object, revision: int) -> bool:
        """Whether it was laid from these breaths as they are planned now."""
        return self.timeline is timeline and self.revision == revision


class WaveCurve:
    """Points from number `first` to before `last` of the grid, the first of them at 0 px, and the strokes between."""

    def __init__(self, plan: Plan, first: int, levels_px: list[float]) -> None:
        self.plan = plan
        self.first, self.last = first, first + len(levels_px)
        step_px = SAMPLE_S * plan.px_per_s
        self.points = [QPointF(at * step_px, y) for at, y in enumerate(levels_px)]
        # Short strokes of one colour each: Qt smooths one that winds through the window at several times the cost.
        pieces = [self.points[at : at + STRETCH + 1] for at in range(0, len(self.points) - 1, STRETCH)]
        self._stretches = [((piece[0].x() + piece[-1].x()) / 2, QPolygonF(piece)) for piece in pieces]

    def shift_px(self, now_s: float, now_px: float) -> float:
        """Return where its first point is while `now_s` is at `now_px`."""
        return now_px + (self.first * SAMPLE_S - now_s) * self.plan.px_per_s

    def paint(self, painter: QPainter, shift_px: float, pen_for: PenFor) -> None:
        """Draw it, its first point at `shift_px`, each stretch with the pen for its middle."""
        first_s, px_per_s = self.first * SAMPLE_S, self.plan.px_per_s
        painter.translate(shift_px, 0.0)
        for middle_px, stretch in self._stretches:
            pen = pen_for(shift_px + middle_px, first_s + middle_px / px_per_s)
            if pen is not None:
                painter.setPen(pen)
                painter.drawPolyline(stretch)
        painter.translate(-shift_px, 0.0)


def first_from(since_s: float) -> int:
    """Return the number of the first point of the grid at or after that second."""
    return math.ceil(since_s / SAMPLE_S)
