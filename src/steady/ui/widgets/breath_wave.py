"""The wave: a dot rides the breath's curve, with the next two breaths in sight and the last one fading behind.

Cost: the curve is laid once for a few seconds and passes by as it is; it is laid anew where the breath or its scale
changes.
"""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from steady.core.events import Moment, Stage
from steady.core.timeline import Timeline
from steady.ui.theme import Theme
from steady.ui.widgets.breath_form import BreathForm

DOT_SHARE = 0.31
"""Where the dot stands, as a share of the width."""
BREATHS_AHEAD = 2.06
SAMPLE_S = 0.1
"""The curve is drawn through one point in each of these, on a grid of elapsed time, so that points can be kept."""
ZOOM_PER_FRAME = 0.01
"""A slower breath needs more room: the scale glides there by at most this share a frame."""
LINE_PX = 5.0
DOT_PX = 15.0
GLOW_PX = 26.0
MOST_PX = 260.0
"""The curve is never taller than this, so that no dot has to hurry."""
SPARE = 20
"""So many points are laid beyond the edge, so that the curve can pass by for two seconds."""
STRETCH = 5
"""So many points are drawn in one stroke."""
FADES = 64
"""So many colours lie between the strongest and the faintest: neighbours differ by less than a shade."""
NEAR, FAR = 0.55, 0.0825
"""How strong the curve is beside the dot and at the edges."""


class BreathWave(BreathForm):
    """The breath as a curve that passes by."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._curve: list[QPointF] = []
        self._stretches: list[tuple[float, QPolygonF]] = []
        self._pens: list[QPen] = []
        self._pens_dim = 0.0
        self._from, self._to = 0, 0
        self._shift_px = 0.0
        self._dot = QPointF()
        self._px_per_s = 0.0
        self._levels: dict[int, float] = {}
        self._of: tuple[Timeline, int, float, float] | None = None

    def take_moment(self, moment: Moment, timeline: Timeline) -> None:
        """Lay the curve for this moment. All of it moves, so all of it is damaged."""
        last = self._moment
        same = last is not None and (moment.elapsed_s, moment.settled) == (last.elapsed_s, last.settled)
        if same and self._of is not None and self._of[:2] == (timeline, timeline.revision):
            return
        self._moment = moment
        self._lay(moment, timeline)
        self.update(self._band())

    def forget(self) -> None:
        """A new size: the curve is laid again with the next moment."""
        self._of = None
        self._px_per_s = 0.0

    def _lay(self, moment: Moment, timeline: Timeline) -> None:
        dot_x = self.width() * DOT_SHARE
        ahead_s = BREATHS_AHEAD * timeline.pattern(moment.elapsed_s).period_s
        px_per_s = self._glide_scale((self.width() - dot_x) / ahead_s)
        now_s, since_s = moment.elapsed_s, timeline.last_cut_s(moment.elapsed_s)
        first = max(math.ceil(since_s / SAMPLE_S), math.floor((now_s - dot_x / px_per_s) / SAMPLE_S))
        last = math.ceil((now_s + (self.width() - dot_x) / px_per_s) / SAMPLE_S) + 1
        of = timeline, timeline.revision, since_s, px_per_s
        if of != self._of or first < self._from or last > self._to:
            if self._of is None or of[:2] != self._of[:2]:
                self._levels.clear()
            self._of = of
            self._lay_points(timeline, first, last + SPARE, px_per_s)
        self._shift_px = dot_x + (self._from * SAMPLE_S - now_s) * px_per_s
        self._dot = QPointF(dot_x, self._y(moment.fullness))

    def _lay_points(self, timeline: Timeline, first: int, last: int, px_per_s: float) -> None:
        """Lay one point for each number from `first` to before `last`; the first of them is at 0 px."""
        self._levels = {at: self._levels[at] for at in self._levels if first <= at < last}
        points = []
        for at in range(first, last):
            if at not in self._levels:
                self._levels[at] = timeline.fullness(at * SAMPLE_S)
            points.append(QPointF((at - first) * SAMPLE_S * px_per_s, self._y(self._levels[at])))
        self._from, self._to = first, last
        self._curve = points
        # Short strokes of one colour each: Qt smooths one that winds through the window at several times the cost.
        pieces = (points[at : at + STRETCH + 1] for at in range(0, len(points) - 1, STRETCH))
        self._stretches = [((piece[0].x() + piece[-1].x()) / 2, QPolygonF(piece)) for piece in pieces]

    def _glide_scale(self, wanted: float) -> float:
        """Return the scale for this frame, in pixels a second: the wanted one, or a small step towards it."""
        if self._px_per_s <= 0.0:
            self._px_per_s = wanted
        low, high = self._px_per_s * (1 - ZOOM_PER_FRAME), self._px_per_s * (1 + ZOOM_PER_FRAME)
        self._px_per_s = min(high, max(low, wanted))
        return self._px_per_s

    def _y(self, fullness: float) -> float:
        reach = min(self.height() - 2 * (GLOW_PX * self.scale + 2), 0.42 * self.width(), MOST_PX)
        return self.height() / 2 + reach / 2 - reach * fullness

    def _band(self) -> QRect:
        around_px = GLOW_PX * self.scale + 2
        top, bottom = self._y(1.0) - around_px, self._y(0.0) + around_px
        return QRectF(0, top, self.width(), bottom - top).toAlignedRect()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the curve, which fades to both sides, then the dot."""
        if self._moment is None or self._of is None:
            return
        dim = 1.0 - 0.45 * self._moment.settled if self._moment.stage is not Stage.READY else 1.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_curve(painter, dim)
            painter.setPen(Qt.PenStyle.NoPen)
            glow = QColor(self._look.color("accent"))
            glow.setAlphaF(0.18 * dim)
            painter.setBrush(glow)
            glow_px, dot_px = GLOW_PX * self.scale, DOT_PX * self.scale
            painter.drawEllipse(self._dot, glow_px, glow_px)
            body = QColor(self._look.color("accent"))
            body.setAlphaF(dim)
            painter.setBrush(body)
            painter.drawEllipse(self._dot, dot_px, dot_px)

    def _paint_curve(self, painter: QPainter, dim: float) -> None:
        if dim != self._pens_dim:
            self._pens_dim = dim
            steps = [FAR + (NEAR - FAR) * step / (FADES - 1) for step in range(FADES)]
            self._pens = [QPen(self._faded(dim * strength), LINE_PX) for strength in steps]
        dot_x, right_px = self._dot.x(), self.width() - self._dot.x()
        painter.translate(self._shift_px, 0.0)
        for middle_px, stretch in self._stretches:
            away_px = self._shift_px + middle_px - dot_x
            near = 1.0 - min(1.0, away_px / right_px if away_px > 0.0 else -away_px / dot_x)
            painter.setPen(self._pens[round(near * (FADES - 1))])
            painter.drawPolyline(stretch)
        painter.translate(-self._shift_px, 0.0)

    def _faded(self, strength: float) -> QColor:
        """Return the line's colour on its ground; opaque, so that stretches may overlap unseen."""
        ground, accent = self._look.color("ground"), self._look.color("accent")
        ends = (ground.red(), accent.red()), (ground.green(), accent.green()), (ground.blue(), accent.blue())
        return QColor(*(round(low + (high - low) * strength) for low, high in ends))
