"""The light in the orb's heart: a colour that fades to nothing, without an edge, as pictures that are drawn unscaled.

Measured here for a heart of 250 pixels: a gradient computed costs 0.19 ms, its picture drawn scaled 0.14 ms, one drawn
as it is 0.02 ms. As the light has no edge, a picture a few pixels smaller than the heart looks the same, so a few
sizes are enough. Each is painted when it is first needed.
"""

import math

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPixmap, QRadialGradient

STEP_PX = 4.0
"""From one picture's radius to the next one's: at a heart of 100 pixels a change of shade that nobody sees."""
AT_MOST_BYTES = 3_000_000
"""What all pictures of one size of window may take together. A larger heart has fewer of them, further apart."""
COARSEST = 0.12
"""Pictures further apart than this share of the radius would be seen to change: then one is drawn scaled instead."""
SCALED_AT_MOST_PX = 512
"""The picture that is drawn scaled is never wider than this: 1 MB, on the largest screen too."""
_BYTES_A_PIXEL = 4


class Glow:
    """Paints the light of a heart whose radius goes from `least_px` to `most_px`. `density`: pixels a unit."""

    def __init__(self, color: QColor, least_px: float, most_px: float, density: float) -> None:
        self._color = color
        self._density = density
        self._pictures: dict[int, QPixmap] = {}
        self._least_px = least_px
        largest_bytes = (2 * most_px * density) ** 2 * _BYTES_A_PIXEL
        count = max(1.0, AT_MOST_BYTES / max(1.0, largest_bytes))
        self._step_px = max(STEP_PX, (most_px - least_px) / count)
        self._scaled_px = 0.0 if self._step_px <= COARSEST * most_px else min(most_px, SCALED_AT_MOST_PX / 2 / density)

    @property
    def bytes(self) -> int:
        """What its pictures take, in bytes."""
        return sum(each.width() * each.height() * _BYTES_A_PIXEL for each in self._pictures.values())

    def paint(self, painter: QPainter, center: QPointF, radius_px: float) -> None:
        """Paint it around `center`, as large as `radius_px` or a little smaller."""
        if self._scaled_px:
            picture = self._picture(0, self._scaled_px)
            target = QRectF(center.x() - radius_px, center.y() - radius_px, 2 * radius_px, 2 * radius_px)
            painter.drawPixmap(target, picture, QRectF(picture.rect()))
            return
        step = max(0, math.floor((radius_px - self._least_px) / self._step_px))
        picture = self._picture(step, self._least_px + step * self._step_px)
        half_px = picture.width() / self._density / 2
        painter.drawPixmap(QPoint(round(center.x() - half_px), round(center.y() - half_px)), picture)

    def _picture(self, step: int, radius_px: float) -> QPixmap:
        picture = self._pictures.get(step)
        if picture is None:
            picture = self._pictures[step] = self._painted(max(2, 2 * math.floor(radius_px * self._density)))
            picture.setDevicePixelRatio(1.0 if self._scaled_px else self._density)
        return picture

    def _painted(self, side: int) -> QPixmap:
        """Paint the gradient, in a square of `side` pixels."""
        color = self._color
        faded = QColor.fromRgb(color.red(), color.green(), color.blue(), 0)  # a copy would ask Qt's namespace
        gradient = QRadialGradient(QPointF(side / 2, side / 2), side / 2)
        gradient.setColorAt(0.0, color)
        gradient.setColorAt(1.0, faded)
        glow = QPixmap(side, side)
        glow.fill(faded)
        everywhere = QPainterPath()
        everywhere.addRect(QRectF(0, 0, side, side))
        with QPainter(glow) as painter:
            painter.fillPath(everywhere, QBrush(gradient))
        return glow
