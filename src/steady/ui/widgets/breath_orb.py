"""The orb: a soft disc with two halos that grows and shrinks with the lungs, inside the ring of the phase.

Cost: a gradient computed, or a picture drawn scaled, is most of what a frame costs. So the edges are those of three
flat discs, and the gradient that lies on the innermost is a picture without an edge of its own. A frame repaints the
square the orb fills and the bit of ring that grew, and nothing where the edge moved less than a quarter pixel.
"""

import math

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from steady.core.events import Moment, Stage
from steady.core.timeline import Timeline
from steady.ui.theme import Theme, brush_of
from steady.ui.widgets.breath_form import QUARTER_PX, BreathForm
from steady.ui.widgets.glow import Glow
from steady.ui.widgets.phase_ring import PhaseRing

EMPTY_SHARE = 0.34
"""The orb's radius with empty lungs, as a share of the ring's."""
FULL_SHARE = 0.62
INNER_HALO = 1.27
OUTER_HALO = 1.53
PAUSED_STRENGTH = 0.55
LEAST_DIMMING = 0.01
SETTLED = 0.999
"""So far into a pause the ring's line has faded, and is empty from there."""
ASIDE_PX = 18
"""Air between the ring and the sides of a narrow window."""


class BreathOrb(BreathForm):
    """Orb and ring, drawn from one moment."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._ring = PhaseRing(look)
        self._discs = [
            (share, brush_of(look.color(name)))
            for share, name in ((OUTER_HALO, "halo_outer"), (INNER_HALO, "halo_inner"), (1.0, "orb_rim"))
        ]
        self._glow: Glow | None = None
        self._halo_px = 0.0
        self._strength = 1.0
        self.forget()

    def forget(self) -> None:
        """A new size: another place for all of it, and the light's pictures are made again when they are next drawn."""
        self._glow = None
        radius_px = min(self.width() - 2 * ASIDE_PX, self.height()) / 2 - 6.0
        self._ring.place(QRectF(self.rect()).center(), radius_px)
        if self._moment is not None:
            self._halo_px = self._halo_radius_px(self._moment.fullness)

    def take_moment(self, moment: Moment, timeline: Timeline) -> None:  # noqa: ARG002 - other forms draw what lies ahead
        """Ask for the repaint of what changed since the last moment shown."""
        first, self._moment = self._moment is None, moment
        halo_px = self._halo_radius_px(moment.fullness)
        strength = 1.0 - (1.0 - PAUSED_STRENGTH) * moment.settled if moment.stage is not Stage.READY else 1.0
        fading = moment.stage is Stage.PAUSED and moment.settled < SETTLED
        moving = moment.stage is Stage.BREATHING
        damage = self._ring.fade_to(moment.settled if fading else 0.0)
        damage += self._ring.turn_to(moment.fraction if moving or fading else 0.0)
        if first or abs(halo_px - self._halo_px) >= QUARTER_PX or abs(strength - self._strength) > LEAST_DIMMING:
            damage += self._square(max(halo_px, self._halo_px))
            self._halo_px, self._strength = halo_px, strength
        if not damage.isEmpty():
            self.update(damage)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw orb and ring, where they are damaged."""
        damage, square = event.region(), self._square(self._halo_px)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._ring.paint(painter, damage)
            if damage.intersects(square):
                painter.setClipRect(square)  # one rectangle, without the ring's bits, is drawn twice as fast
                self._paint_orb(painter)

    def _paint_orb(self, painter: QPainter) -> None:
        if self._glow is None:
            least_px, most_px = (self._halo_radius_px(fullness) / OUTER_HALO for fullness in (0.0, 1.0))
            heart = self._look.color("orb_heart")
            self._glow = Glow(heart, least_px, most_px, self.devicePixelRatioF())
        center = self._ring.center
        core_px = self._halo_px / OUTER_HALO
        for share, brush in self._discs:
            painter.fillPath(_disc(center, core_px * share), brush)
        self._glow.paint(painter, center, core_px)
        if self._strength < 1.0:
            veil = self._look.color("ground")
            veil.setAlphaF(1.0 - self._strength)
            painter.fillPath(_disc(center, self._halo_px + 1.0), brush_of(veil))

    def picture_bytes(self) -> int:
        """Return the size of the pictures kept, in bytes."""
        return 0 if self._glow is None else self._glow.bytes

    def _halo_radius_px(self, fullness: float) -> float:
        share = EMPTY_SHARE + (FULL_SHARE - EMPTY_SHARE) * fullness
        return self._ring.radius_px * share * OUTER_HALO

    def _square(self, radius_px: float) -> QRect:
        center, reach = self._ring.center, math.ceil(radius_px) + 1
        return QRect(math.floor(center.x()) - reach, math.floor(center.y()) - reach, 2 * reach + 2, 2 * reach + 2)


def _disc(center: QPointF, radius_px: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(center, radius_px, radius_px)
    return path
