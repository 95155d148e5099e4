"""One side to tap: a large soft disc that is lit and unlit slowly, and answers a tap with a ring that fades."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.label import escaped
from steady.ui.widgets.panel import paint_focus
from steady.ui.widgets.pressable import Pressable

ANSWER_S = 0.8
"""How long the ring takes to fade."""
LEAST_PX, MOST_PX = 96, 220
MOST_LIT = 0.55


class TapSide(Pressable):
    """Left or right. `show_light` sets how lit it is at a moment; a click is a tap, and is to be answered."""

    def __init__(self, words: str, name: str, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.words = words
        self.setText(escaped(words))
        self.setAccessibleName(name)
        self.light = 0.0
        self.ring = 0.0
        """How much there is of the ring that answers a tap, from 1 down to 0."""
        self._answered_s: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_light(self, light: float, now_s: float) -> None:
        """Light it so much, from 0 to 1; what is left of the ring goes by the same clock."""
        since_s = ANSWER_S if self._answered_s is None else now_s - self._answered_s
        ring = max(0.0, 1.0 - since_s / ANSWER_S)
        if abs(light - self.light) > 1 / 255 or ring != self.ring:
            self.light, self.ring = light, ring
            self.update()

    def answer(self, now_s: float) -> None:
        """Show that a tap was felt: the finger is there already, so the ring is there at once, and then fades."""
        self._answered_s, self.ring = now_s, 1.0
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Large enough for a thumb."""
        return QSize(MOST_PX, MOST_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two of them fit a narrow window."""
        return QSize(LEAST_PX, MOST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the disc between its two tones, the word on it, and the ring of an answer."""
        look, center = self._look, QPointF(self.rect().center())
        radius = min(self.width(), self.height()) / 2 - 10
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = _between(look.color("line"), look.color("accent"), self.ring)
            painter.setPen(QPen(edge, 1.5 + 2.0 * self.ring))
            # Never lit all the way: words stay readable on it.
            painter.setBrush(_between(look.color("panel"), look.color("orb_rim"), MOST_LIT * self.light))
            painter.drawEllipse(center, radius, radius)
            painter.setFont(self.font())
            painter.setPen(look.color("ink"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.words)
            if self.hasFocus():
                paint_focus(painter, self.rect(), look)


def _between(one: QColor, other: QColor, share: float) -> QColor:
    """Return the colour that share of the way from one to the other."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )
