"""The wave: a dot rides the breath's curve, with the next two breaths in sight and the last one fading behind.

Where what lies ahead is planned anew, by a change of pace or a pause, the new curve comes as the old one fades. In a
pause the one that will be taken waits under the dot.

Cost: the curve is laid once for a few seconds and passes by as it is; it is laid anew where the breath or its scale
changes.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from steady.core.events import Moment, Stage
from steady.core.timeline import Timeline
from steady.ui.theme import Theme
from steady.ui.widgets.breath_form import BreathForm
from steady.ui.widgets.wave_curve import LINE_PX, SAMPLE_S, PenFor, Plan, WaveCurve, first_from

DOT_SHARE = 0.31
"""Where the dot stands, as a share of the width."""
BREATHS_AHEAD = 2.06
ZOOM_PER_FRAME = 0.01
"""A slower breath needs more room: the scale glides there by at most this share a frame."""
DOT_PX = 15.0
GLOW_PX = 26.0
MOST_PX = 260.0
"""The curve is never taller than this, so that no dot has to hurry."""
SPARE = 20
"""So many points are laid beyond the edge, so that the curve can pass by for two seconds."""
FADES = 96
"""So many colours lie between the strongest and none: neighbours differ by less than a shade."""
NEAR, FAR = 0.55, 0.0825
"""How strong the curve is beside the dot and at the edges."""
FADE_S = 0.6
"""How long a curve that was planned anew takes to come, in seconds of breathing; in a pause, as long as it settles."""
OVERLAP = 1.4
"""The old curve fades as the new one comes, and both are rather strong half-way: where they are one, it hardly dims."""
STILL = (Stage.PAUSED, Stage.RESTING, Stage.ENDED)


class _Known(NamedTuple):
    """What the curve was made for: whose breaths, as planned when, and whether they stood still."""

    timeline: Timeline
    revision: int
    still: bool


class BreathWave(BreathForm):
    """The breath as a curve that passes by."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._pens: list[QPen] = []
        self._curve: WaveCurve | None = None
        self._old: WaveCurve | None = None
        self._known: _Known | None = None
        self._new_from_s = 0.0
        """From which second on the curve is a new one; before that it is as it was."""
        self._changed_at_s = self._came_before = 0.0
        self._came = 1.0
        """How far the new curve has come, 0 to 1; and how far it had as its breath was changed, or went on."""
        self._dot = QPointF()
        self._px_per_s = 0.0
        self._levels: dict[int, float] = {}

    def take_moment(self, moment: Moment, timeline: Timeline) -> None:
        """Lay the curve for this moment. All of it moves, so all of it is damaged."""
        last, known = self._moment, _Known(timeline, timeline.revision, moment.stage in STILL)
        same = last is not None and (moment.elapsed_s, moment.settled) == (last.elapsed_s, last.settled)
        if same and known == self._known:
            return
        self._moment = moment
        if known != self._known:
            self._change(known, moment)
        ahead = timeline.going_on(moment.elapsed_s, moment.fullness) if known.still else timeline
        self._let_come(moment, ahead)
        self._lay(moment, ahead)
        self.update(self._band())

    def forget(self) -> None:
        """A new size: the curve is laid again with the next moment."""
        self._curve = self._old = self._known = None
        self._px_per_s = 0.0

    def _change(self, known: _Known, moment: Moment) -> None:
        before, self._known = self._known, known
        self._changed_at_s = moment.elapsed_s
        if before is None or before.timeline is not known.timeline:
            self._old, self._came_before = None, 1.0
        elif before.still and not known.still:
            self._came_before = self._came  # it goes on along the curve that waited
        else:
            self._old, self._came_before = self._curve, 0.0

    def _let_come(self, moment: Moment, ahead: Timeline) -> None:
        still = moment.stage in STILL
        since = moment.settled if still else (moment.elapsed_s - self._changed_at_s) / FADE_S
        self._came = min(1.0, max(self._came_before, since) if still else self._came_before + since)
        self._new_from_s = ahead.changed_s
        if self._came >= 1.0:
            self._old = None

    def _lay(self, moment: Moment, ahead: Timeline) -> None:
        dot_x = self.width() * DOT_SHARE
        ahead_s = BREATHS_AHEAD * ahead.pattern(moment.elapsed_s).period_s
        px_per_s = self._glide_scale((self.width() - dot_x) / ahead_s)
        now_s, since_s = moment.elapsed_s, ahead.last_cut_s(moment.elapsed_s)
        first = max(first_from(since_s), math.floor((now_s - dot_x / px_per_s) / SAMPLE_S))
        last = math.ceil((now_s + (self.width() - dot_x) / px_per_s) / SAMPLE_S) + 1
        plan, curve = Plan(ahead, ahead.revision, since_s, px_per_s), self._curve
        if curve is None or curve.plan != plan or first < curve.first or last > curve.last:
            if curve is None or not curve.plan.is_of(ahead, ahead.revision):
                self._levels.clear()
            self._curve = self._laid(plan, ahead, first, last + SPARE)
        self._dot = QPointF(dot_x, self._y(moment.fullness))

    def _laid(self, plan: Plan, ahead: Timeline, first: int, last: int) -> WaveCurve:
        self._levels = {
            at: self._levels[at] if at in self._levels else ahead.fullness(at * SAMPLE_S) for at in range(first, last)
        }
        return WaveCurve(plan, first, [self._y(level) for level in self._levels.values()])

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

    # -- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the curve, which fades to both sides, then the dot."""
        if self._moment is None or self._curve is None:
            return
        dim = 1.0 - 0.45 * self._moment.settled if self._moment.stage is not Stage.READY else 1.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_curves(painter, self._moment.elapsed_s, dim)
            painter.setPen(Qt.PenStyle.NoPen)
            glow = QColor(self._look.color("accent"))
            glow.setAlphaF(0.18 * dim)
            painter.setBrush(glow)
            glow_px, dot_px = GLOW_PX * self.scale, DOT_PX * self.scale
            painter.drawEllipse(self._dot, glow_px, glow_px)
            painter.setBrush(self._faded(dim))  # opaque: the curve does not shine through a dot that a pause dims
            painter.drawEllipse(self._dot, dot_px, dot_px)

    def _paint_curves(self, painter: QPainter, now_s: float, dim: float) -> None:
        """Draw the curve and the one that fades before it, the stronger above the fainter."""
        if self._curve is None:
            return
        if self._came >= 1.0:
            self._paint_curve(painter, self._curve, now_s, self._pen_for(dim))
            return
        since_s, new_from_s = self._curve.plan.since_s, self._new_from_s
        new, old = min(1.0, OVERLAP * self._came), min(1.0, OVERLAP * (1.0 - self._came))
        coming = self._pen_for(dim, lambda at_s: new if at_s >= new_from_s else 1.0)
        fading = self._pen_for(dim, lambda at_s: 0.0 if since_s <= at_s < new_from_s else old)
        layers = [(self._curve, coming)]
        if self._old is not None:
            layers.insert(0 if new >= old else 1, (self._old, fading))
        for curve, pen_for in layers:
            self._paint_curve(painter, curve, now_s, pen_for)

    def _paint_curve(self, painter: QPainter, curve: WaveCurve, now_s: float, pen_for: PenFor) -> None:
        curve.paint(painter, curve.shift_px(now_s, self._dot.x()), pen_for)

    def _pen_for(self, dim: float, share_at: Callable[[float], float] | None = None) -> PenFor:
        """Return what chooses the pen for a place: no pen where nothing would be seen.

        `share_at` returns how much of the curve is there at a second; without it, that is all of it.
        """
        if not self._pens:
            self._pens = [QPen(self._faded(NEAR * step / (FADES - 1)), LINE_PX) for step in range(FADES)]
        pens, dot_x, ahead_px = self._pens, self._dot.x(), self.width() - self._dot.x()
        steps = dim / NEAR * (FADES - 1)

        def pen(at_px: float, at_s: float) -> QPen | None:
            away = (at_px - dot_x) / ahead_px if at_px > dot_x else (dot_x - at_px) / dot_x
            strength = FAR if away >= 1.0 else NEAR - (NEAR - FAR) * away
            step = round(steps * (strength if share_at is None else strength * share_at(at_s)))
            return pens[step] if step else None

        return pen

    def _faded(self, strength: float) -> QColor:
        """Return the line's colour on its ground; opaque, so that stretches may overlap unseen."""
        ground, accent = self._look.color("ground"), self._look.color("accent")
        ends = (ground.red(), accent.red()), (ground.green(), accent.green()), (ground.blue(), accent.blue())
        return QColor(*(round(low + (high - low) * strength) for low, high in ends))
