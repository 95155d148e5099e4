"""The square, for box breathing: a dot walks its sides, one side a phase; in goes up, out goes down."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from steady.core.breath import Act, Pattern
from steady.core.events import Moment, Stage
from steady.core.timeline import Timeline
from steady.ui.theme import Theme
from steady.ui.widgets.breath_form import QUARTER_PX, BreathForm

DOT_PX = 14.0
GLOW_PX = 26.0
INSIDE_PX = 16.0
EDGE_PX = 3.0
CORNER_SHARE = 0.08
HALF_FULL = HALF_SETTLED = 0.5


class BreathSquare(BreathForm):
    """Up with the in-breath, across with a hold, down with the out-breath, and back.

    A breath without holds crosses in no time at all, so there the sides across belong to the breath beside them:
    up and across with the in-breath, down and back with the out-breath.
    """

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._dot = QPointF()
        self._fill = 0.0
        self._strength = self._seen = 1.0

    def take_moment(self, moment: Moment, timeline: Timeline) -> None:
        """Move the dot, and repaint around its old and its new place."""
        first, self._moment = self._moment is None, moment
        dot = self._place(moment, timeline.pattern(moment.elapsed_s))
        strength = 1.0 - 0.45 * moment.settled if moment.stage is not Stage.READY else 1.0
        dimmed = strength != self._strength
        if first or dimmed or abs(moment.fullness - self._fill) * self._side_px() >= QUARTER_PX:
            self._fill, self._strength = moment.fullness, strength
            self.update(self._box().adjusted(-EDGE_PX, -EDGE_PX, EDGE_PX, EDGE_PX).toAlignedRect())
        if first or dimmed or (dot - self._dot).manhattanLength() >= QUARTER_PX:
            self.update(self._around(self._dot))
            self.update(self._around(dot))
            self._dot, self._seen = dot, _how_seen(moment)

    def forget(self) -> None:
        """A new size: the dot is placed anew with the next moment."""
        self._moment = None

    def _side_px(self) -> float:
        return 0.66 * min(self.width(), self.height())

    def _box(self) -> QRectF:
        side = self._side_px()
        center = QRectF(self.rect()).center()
        return QRectF(center.x() - side / 2, center.y() - side / 2, side, side)

    def _place(self, moment: Moment, pattern: Pattern) -> QPointF:
        """Return where the dot is: sides are counted from the lower left corner, clockwise."""
        if moment.stage in (Stage.RESTING, Stage.ENDED) or (_pauses(moment) and moment.settled >= HALF_SETTLED):
            return self._at(0.0)
        held_full, held_empty = _holds(pattern)
        act, fraction = moment.phase.act, moment.fraction
        if act is Act.INHALE:
            way = 1.0 if held_full else 2.0
            return self._at(way * _share_of_run(pattern, moment))
        if act is Act.EXHALE:
            way = 1.0 if held_empty else 2.0
            return self._at(2.0 + way * _share_of_run(pattern, moment))
        return self._at((1.0 if moment.fullness > HALF_FULL else 3.0) + fraction)

    def _at(self, sides: float) -> QPointF:
        """Return the point that many sides from the lower left corner; a side ends in the middle of a round corner."""
        box, (side, part) = self._box(), divmod(sides % 4.0, 1.0)
        along, inward = _on_side(part, box.width())
        if side == 0:
            return QPointF(box.left() + inward, box.bottom() - along)
        if side == 1:
            return QPointF(box.left() + along, box.top() + inward)
        if side == 2:  # noqa: PLR2004 - the third side of four
            return QPointF(box.right() - inward, box.top() + along)
        return QPointF(box.right() - along, box.bottom() - inward)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the square, the level of the lungs inside it, and the dot."""
        box, look, scale = self._box(), self._look, self.scale
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(self._strength)
            inside_px = INSIDE_PX * scale
            inner = box.adjusted(inside_px, inside_px, -inside_px, -inside_px)
            tall = inner.height() * self._fill
            level = QRectF(inner.left(), inner.bottom() - tall, inner.width(), tall)
            round_px = min(10.0, tall / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("halo_inner"))
            painter.drawRoundedRect(level, round_px, round_px)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("edge"), EDGE_PX))
            corner = box.width() * CORNER_SHARE
            painter.drawRoundedRect(box, corner, corner)
            if self._moment is None:
                return
            painter.setOpacity(self._strength * self._seen)
            glow = QColor(look.color("accent"))
            glow.setAlphaF(0.2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(glow)
            painter.drawEllipse(self._dot, GLOW_PX * scale, GLOW_PX * scale)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(self._dot, DOT_PX * scale, DOT_PX * scale)

    def _around(self, point: QPointF) -> QRect:
        reach = GLOW_PX * self.scale + 2
        return QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach).toAlignedRect()


def _pauses(moment: Moment) -> bool:
    return moment.stage is Stage.PAUSED


def _how_seen(moment: Moment) -> float:
    """Return how much of the dot is seen: in a pause it fades where it stands, and comes where it will begin."""
    return abs(1.0 - moment.settled / HALF_SETTLED) if _pauses(moment) else 1.0


def _holds(pattern: Pattern) -> tuple[bool, bool]:
    """Whether a pattern holds with full lungs, and with empty ones."""
    acts = [phase.act for phase in pattern.phases]
    return Act.HOLD in acts[: acts.index(Act.EXHALE)], acts[-1] is Act.HOLD


def _on_side(part: float, side_px: float) -> tuple[float, float]:
    """Return how far along a side and how far in from it a dot is that has come `part` of the way, at one speed."""
    corner = side_px * CORNER_SHARE
    bend = corner * math.pi / 4
    way = part * (side_px - 2 * corner + 2 * bend)
    into_bend = max(bend - way, way - (side_px - 2 * corner + bend), 0.0)
    if into_bend == 0.0:
        return corner + way - bend, 0.0
    angle = into_bend / corner
    from_corner = corner * (1 - math.sin(angle))
    return from_corner if way < bend else side_px - from_corner, corner * (1 - math.cos(angle))


def _share_of_run(pattern: Pattern, moment: Moment) -> float:
    """Return how much of its run of phases (a sigh has two in-breaths) has passed, 0 to 1."""
    run = [phase.duration_s for phase in pattern.phases if phase.act is moment.phase.act]
    same = [phase for phase in pattern.phases if phase.act is moment.phase.act]
    before = 0.0
    for phase, duration_s in zip(same, run, strict=True):
        if phase == moment.phase:
            return (before + moment.fraction * duration_s) / math.fsum(run)
        before += duration_s
    return moment.fraction
