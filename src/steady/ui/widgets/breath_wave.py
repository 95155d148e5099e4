"""The wave: a dot rides the breath's curve, with the next two breaths in sight and the last one fading behind."""

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
_FADES = 12


class BreathWave(BreathForm):
    """The breath as a curve that passes by."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._curve: list[QPointF] = []
        self._dot = QPointF()
        self._px_per_s = 0.0
        self._levels: dict[int, float] = {}
        self._of: tuple[Timeline, int] | None = None

    def take_moment(self, moment: Moment, timeline: Timeline) -> None:
        """Lay the curve for this moment. All of it moves, so all of it is damaged."""
        last = self._moment
        same = last is not None and (moment.elapsed_s, moment.settled) == (last.elapsed_s, last.settled)
        if same and self._curve and self._of == (timeline, timeline.revision):
            return
        self._moment = moment
        self._lay(moment, timeline)
        self.update(self._band())

    def forget(self) -> None:
        """A new size: the curve is laid again with the next moment."""
        self._curve = []
        self._px_per_s = 0.0

    def _lay(self, moment: Moment, timeline: Timeline) -> None:
        if self._of != (timeline, timeline.revision):
            self._levels.clear()
            self._of = timeline, timeline.revision
        dot_x = self.width() * DOT_SHARE
        ahead_s = BREATHS_AHEAD * timeline.pattern(moment.elapsed_s).period_s
        px_per_s = self._glide_scale((self.width() - dot_x) / ahead_s)
        now_s, since_s = moment.elapsed_s, timeline.last_cut_s(moment.elapsed_s)
        first = math.ceil(max(since_s, now_s - dot_x / px_per_s) / SAMPLE_S)
        last = math.ceil((now_s + (self.width() - dot_x) / px_per_s) / SAMPLE_S) + 1
        self._levels = {at: self._levels[at] for at in self._levels if first <= at <= last}
        points = []
        for at in range(first, last):
            if at not in self._levels:
                self._levels[at] = timeline.fullness(at * SAMPLE_S)
            points.append(QPointF(dot_x + (at * SAMPLE_S - now_s) * px_per_s, self._y(self._levels[at])))
        self._dot = QPointF(dot_x, self._y(moment.fullness))
        self._curve = points

    def _glide_scale(self, wanted: float) -> float:
        """Return the scale for this frame, in pixels a second: the wanted one, or a small step towards it."""
        if self._px_per_s <= 0.0:
            self._px_per_s = wanted
        low, high = self._px_per_s * (1 - ZOOM_PER_FRAME), self._px_per_s * (1 + ZOOM_PER_FRAME)
        self._px_per_s = min(high, max(low, wanted))
        return self._px_per_s

    def _y(self, fullness: float) -> float:
        reach = min(self.height() - 2 * (GLOW_PX + 2), 0.42 * self.width(), MOST_PX)
        return self.height() / 2 + reach / 2 - reach * fullness

    def _band(self) -> QRect:
        top, bottom = self._y(1.0) - GLOW_PX - 2, self._y(0.0) + GLOW_PX + 2
        return QRectF(0, top, self.width(), bottom - top).toAlignedRect()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the curve in stretches that fade to both sides, then the dot."""
        if self._moment is None or not self._curve:
            return
        dim = 1.0 - 0.45 * self._moment.settled if self._moment.stage is not Stage.READY else 1.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_curve(painter, dim)
            painter.setPen(Qt.PenStyle.NoPen)
            glow = QColor(self._look.color("accent"))
            glow.setAlphaF(0.18 * dim)
            painter.setBrush(glow)
            painter.drawEllipse(self._dot, GLOW_PX, GLOW_PX)
            body = QColor(self._look.color("accent"))
            body.setAlphaF(dim)
            painter.setBrush(body)
            painter.drawEllipse(self._dot, DOT_PX, DOT_PX)

    def _paint_curve(self, painter: QPainter, dim: float) -> None:
        points, dot_x, width = self._curve, self._dot.x(), self.width()
        stretch = max(2, math.ceil(len(points) / _FADES))
        for start in range(0, len(points) - 1, stretch):
            piece = points[start : start + stretch + 1]
            x = piece[len(piece) // 2].x()
            away = (x - dot_x) / (width - dot_x) if x > dot_x else (dot_x - x) / dot_x
            color = QColor(self._look.color("accent"))
            color.setAlphaF(dim * max(0.05, 0.55 * (1.0 - 0.85 * away)))
            pen = QPen(color, LINE_PX)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(piece))
