"""A soft ring that fills once, without numbers; or, where nothing is to move, a slow bar that grows in few steps."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.ui.theme import Theme

SIDE_PX = 200
TRACK_PX, LINE_PX = 3.0, 6.0
HEART_LEAST, HEART_GROWS = 0.5, 0.25
"""The glow in the middle, as a share of the ring, and how much of it comes as the ring fills."""
BAR_PX = (260.0, 8.0)
STEPS = 8
WHOLE_TURN = 360 * 16
"""A whole turn, in the sixteenths of a degree that Qt counts arcs in."""


class SoftRing(QWidget):
    """Shows a fraction from 0 to 1."""

    heard_as = "Animation"
    """The role that `ui/heard.py` gives it."""

    def __init__(self, look: Theme, *, still: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._still = still
        self.fraction = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_fraction(self, fraction: float) -> None:
        """Fill it so far."""
        shown = min(1.0, max(0.0, fraction))
        if self._still:
            shown = int(shown * STEPS) / STEPS
        if shown != self.fraction:
            self.fraction = shown
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A ring, or only the room for a bar."""
        return QSize(SIDE_PX, 44 if self._still else SIDE_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It never needs more than a narrow window has."""
        return QSize(60, 44 if self._still else SIDE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the track, and what is filled of it."""
        look = self._look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._still:
                painter.setPen(Qt.PenStyle.NoPen)
                width = min(BAR_PX[0], self.width() - 4.0)
                bar = QRectF((self.width() - width) / 2, (self.height() - BAR_PX[1]) / 2, width, BAR_PX[1])
                painter.setBrush(look.color("line"))
                painter.drawRoundedRect(bar, 4, 4)
                painter.setBrush(look.color("accent"))
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * self.fraction, BAR_PX[1]), 4, 4)
                return
            center, radius = QPointF(self.width() / 2, self.height() / 2), SIDE_PX / 2 - LINE_PX
            box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
            heart = radius * (HEART_LEAST + HEART_GROWS * self.fraction)
            glow = QRadialGradient(center, heart)
            glow.setColorAt(0.0, look.color("orb_rim"))
            glow.setColorAt(0.55, look.color("halo_inner"))
            glow.setColorAt(1.0, _faded(look.color("halo_inner")))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(glow)
            painter.drawEllipse(center, heart, heart)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("line"), TRACK_PX))
            painter.drawEllipse(box)
            line = QPen(look.color("accent"), LINE_PX)
            line.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(line)
            if self.fraction > 0.0:
                painter.drawArc(box, WHOLE_TURN // 4, -round(WHOLE_TURN * self.fraction))


def _faded(color: QColor) -> QColor:
    """Return that colour, to be seen through wholly."""
    return QColor(color.red(), color.green(), color.blue(), 0)
