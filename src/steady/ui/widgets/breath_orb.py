"""The orb: a soft disc with two halos that grows and shrinks with the lungs, inside the ring of the phase.

Cost: the gradient is painted once, into one picture for the present size and colours, and drawn scaled after that;
a frame repaints the square the orb fills and the bit of ring that grew, and nothing where the edge moved less than a
quarter pixel.
"""

import math

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPixmap, QRadialGradient, QRegion
from PySide6.QtWidgets import QWidget

from steady.core.events import Moment, Stage
from steady.core.timeline import Timeline
from steady.ui.theme import Theme, brush_of
from steady.ui.widgets.breath_form import QUARTER_PX, BreathForm
from steady.ui.widgets.phase_ring import PhaseRing

EMPTY_SHARE = 0.34
"""The orb's radius with empty lungs, as a share of the ring's."""
FULL_SHARE = 0.62
INNER_HALO = 1.27
OUTER_HALO = 1.53
PAUSED_STRENGTH = 0.55
LEAST_DIMMING = 0.01
ASIDE_PX = 18
"""Air between the ring and the sides of a narrow window."""


class BreathOrb(BreathForm):
    """Orb and ring, drawn from one moment."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._ring = PhaseRing()
        self._picture: QPixmap | None = None
        self._halo_px = 0.0
        self._strength = 1.0

    def forget(self) -> None:
        """A new size: the picture is made again when it is next drawn."""
        self._picture = None
        if self._moment is not None:
            self._halo_px = self._halo_radius_px(self._moment.fullness)

    def take_moment(self, moment: Moment, timeline: Timeline) -> None:  # noqa: ARG002 - other forms draw what lies ahead
        """Ask for the repaint of what changed since the last moment shown."""
        first, self._moment = self._moment is None, moment
        halo_px = self._halo_radius_px(moment.fullness)
        strength = 1.0 - (1.0 - PAUSED_STRENGTH) * moment.settled if moment.stage is not Stage.READY else 1.0
        damage = QRegion()
        if first or abs(halo_px - self._halo_px) >= QUARTER_PX or abs(strength - self._strength) > LEAST_DIMMING:
            damage += self._square(max(halo_px, self._halo_px))
            self._halo_px, self._strength = halo_px, strength
        moving = moment.stage is Stage.BREATHING
        damage += self._ring.turn_to(moment.fraction if moving else 0.0, self._center(), self._ring_radius_px())
        if not damage.isEmpty():
            self.update(damage)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the picture at its present size and the ring, where they are damaged."""
        center, damage = self._center(), event.region()
        with QPainter(self) as painter:
            if damage.intersects(self._square(self._halo_px)):
                self._paint_orb(painter, center)
            self._ring.paint(painter, damage, center, self._ring_radius_px(), self._look)

    def _paint_orb(self, painter: QPainter, center: QPointF) -> None:
        if self._picture is None:
            self._picture = self._paint_picture()
        side = 2 * self._halo_px
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(self._strength)
        target = QRectF(center.x() - self._halo_px, center.y() - self._halo_px, side, side)
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))
        painter.setOpacity(1.0)

    def _paint_picture(self) -> QPixmap:
        """Paint the orb once, at its largest, on the ground's colour so that drawing it needs no blending."""
        ratio = self.devicePixelRatioF()
        radius = self._halo_radius_px(1.0)
        side = math.ceil(2 * radius * ratio)
        picture = QPixmap(side, side)
        picture.fill(self._look.color("ground"))
        middle, outer = QPointF(side / 2, side / 2), side / 2 - 1.0
        core = outer / OUTER_HALO
        gradient = QRadialGradient(middle, core)
        gradient.setColorAt(0.0, self._look.color("orb_heart"))
        gradient.setColorAt(1.0, self._look.color("orb_rim"))
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for radius_px, brush in (
                (outer, brush_of(self._look.color("halo_outer"))),
                (core * INNER_HALO, brush_of(self._look.color("halo_inner"))),
                (core, QBrush(gradient)),
            ):
                disc = QPainterPath()
                disc.addEllipse(middle, radius_px, radius_px)
                painter.fillPath(disc, brush)
        return picture

    def picture_bytes(self) -> int:
        """Return the size of the picture kept, in bytes."""
        return 0 if self._picture is None else self._picture.width() * self._picture.height() * 4

    def _center(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _ring_radius_px(self) -> float:
        return min(self.width() - 2 * ASIDE_PX, self.height()) / 2 - 6.0

    def _halo_radius_px(self, fullness: float) -> float:
        share = EMPTY_SHARE + (FULL_SHARE - EMPTY_SHARE) * fullness
        return self._ring_radius_px() * share * OUTER_HALO

    def _square(self, radius_px: float) -> QRect:
        center, reach = self._center(), math.ceil(radius_px) + 1
        return QRect(math.floor(center.x()) - reach, math.floor(center.y()) - reach, 2 * reach + 2, 2 * reach + 2)
