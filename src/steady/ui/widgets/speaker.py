"""The switch for sound: a small speaker, with waves where it is on and a stroke through it where it is off."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QEnterEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from steady.texts import say
from steady.texts.sound import SoundText
from steady.ui import theme
from steady.ui.numbers import TAB_FOCUS
from steady.ui.theme import BODY, BODY_PX, TARGET_PX, Theme, brush_of, pen_of

BODY_SHAPE = ((-9.0, -3.4), (-5.2, -3.4), (0.0, -7.6), (0.0, 7.6), (-5.2, 3.4), (-9.0, 3.4))
"""The speaker, around its middle, for text of the usual size."""
WAVES_PX = (4.4, 8.2)
HALF_WAVE_DEGREES = 48.0
STROKE = ((3.2, -4.4), (10.2, 4.4))


class Speaker(QAbstractButton):
    """Says by its shape and by its name whether sound is on; whoever is pressed changes that."""

    def __init__(self, look: Theme, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._on = on
        self._scale = theme.font(BODY).pixelSize() / BODY_PX
        side = max(TARGET_PX, round(TARGET_PX * min(self._scale, 1.5)))
        self._size = QSize(side, side)
        self.setSizePolicy(QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed))
        self.setProperty("focusPolicy", TAB_FOCUS)
        self.show_on(on)

    @property
    def is_on(self) -> bool:
        """Whether it shows that sound is on."""
        return self._on

    def show_on(self, on: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters take it
        """Show whether sound is on."""
        self._on = on
        self.setAccessibleName(say(SoundText.IS_ON if on else SoundText.IS_OFF))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A target for a finger."""
        return self._size

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that a press would land here."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Show that it would no more."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the speaker, and the ring of focus."""
        look, warm = self._look, self.isDown() or self.underMouse()
        color = look.color("accent" if self._on else "ink" if warm else "soft_ink")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            body = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
            if warm:
                ground = QPainterPath()
                ground.addRoundedRect(body, body.height() / 2, body.height() / 2)
                painter.fillPath(ground, brush_of(look.color("panel")))
            if self.hasFocus():
                ring = QPainterPath()
                ring.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), body.height() / 2, body.height() / 2)
                painter.strokePath(ring, pen_of(look.color("ink"), 2.0))
            painter.translate(body.center())
            painter.scale(self._scale, self._scale)
            painter.fillPath(_shape(), brush_of(color))
            painter.strokePath(_waves() if self._on else _stroke(), pen_of(color, 1.7))


def _shape() -> QPainterPath:
    path = QPainterPath(QPointF(*BODY_SHAPE[0]))
    for corner in BODY_SHAPE[1:]:
        path.lineTo(QPointF(*corner))
    path.closeSubpath()
    return path


def _waves() -> QPainterPath:
    path = QPainterPath()
    for radius in WAVES_PX:
        box = QRectF(-radius, -radius, 2 * radius, 2 * radius).translated(1.0, 0.0)
        path.arcMoveTo(box, -HALF_WAVE_DEGREES)
        path.arcTo(box, -HALF_WAVE_DEGREES, 2 * HALF_WAVE_DEGREES)
    return path


def _stroke() -> QPainterPath:
    (left, top), (right, bottom) = STROKE
    path = QPainterPath(QPointF(left, top))
    path.lineTo(right, bottom)
    path.moveTo(left, bottom)
    path.lineTo(right, top)
    return path
