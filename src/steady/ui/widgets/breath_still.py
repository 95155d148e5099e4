"""Still: no motion. A quiet shape, and a bar that shows in few steps how far the phase has come."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from steady.core.events import Moment, Stage
from steady.core.timeline import Timeline
from steady.ui.theme import Theme
from steady.ui.widgets.breath_form import BreathForm

STEPS = 8
"""The bar moves in this many steps a phase, so that nothing glides."""
BAR_PX = 8.0
BELOW_SHAPE_PX, BELOW_SHAPE_SHARE = 28.0, 0.2
"""The air between shape and bar: so much, and less where the form is low."""
EDGE_PX = 2.0
PAUSED_STRENGTH = 0.55


class BreathStill(BreathForm):
    """Words do the guiding; the bar is there for those who want to see time pass."""

    frame_ms = 200
    moves = False

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._step = 0
        self._strength = 1.0
        self._bar_strength = 1.0

    def take_moment(self, moment: Moment, timeline: Timeline) -> None:  # noqa: ARG002 - other forms draw what lies ahead
        """Repaint when the bar comes to its next step, and while a pause fades: the bar fades where it stands."""
        first, self._moment = self._moment is None, moment
        step = int(moment.fraction * STEPS) + 1 if moment.stage in (Stage.BREATHING, Stage.PAUSED) else 0
        strength = 1.0 - (1.0 - PAUSED_STRENGTH) * moment.settled if moment.stage is not Stage.READY else 1.0
        if first or step != self._step or strength != self._strength:
            self._step, self._strength = step, strength
            self._bar_strength = 1.0 - moment.settled if moment.stage is Stage.PAUSED else 1.0
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the shape and the bar."""
        look, center = self._look, QRectF(self.rect()).center()
        radius = 0.26 * min(self.width(), self.height())
        below = radius + min(BELOW_SHAPE_PX, BELOW_SHAPE_SHARE * self.height())
        center.setY(min(center.y(), self.height() - EDGE_PX - BAR_PX - below))  # a low form has room for its bar too
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(self._strength)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("halo_inner"))
            painter.drawEllipse(center, radius, radius)
            painter.setBrush(look.color("orb_rim"))
            painter.drawEllipse(center, radius * 0.72, radius * 0.72)
            width = min(0.7 * self.width(), 360.0)
            bar = QRectF(center.x() - width / 2, center.y() + below, width, BAR_PX)
            painter.setBrush(look.color("line"))
            painter.drawRoundedRect(bar, 4, 4)
            if self._step:
                painter.setOpacity(self._strength * self._bar_strength)
                painter.setBrush(look.color("accent"))
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width * self._step / STEPS, BAR_PX), 4, 4)
