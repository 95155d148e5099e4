"""One side to tap: a large soft disc that is lit and unlit slowly, and answers a tap with a ring."""

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.label import escaped
from steady.ui.widgets.panel import paint_focus

ANSWER_MS = 500
LEAST_PX, MOST_PX = 96, 220


class TapSide(QAbstractButton):
    """Left or right. `show_light` sets how lit it is; a click is a tap."""

    def __init__(self, words: str, name: str, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.words = words
        self.setText(escaped(words))
        self.setAccessibleName(name)
        self.light = 0.0
        self._answering = False
        self._over = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._over.timeout.connect(self._end_answer)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_light(self, light: float) -> None:
        """Light it so much, from 0 to 1."""
        if abs(light - self.light) > 1 / 255:
            self.light = light
            self.update()

    def answer(self) -> None:
        """Show that a tap was felt."""
        self._answering = True
        self._over.start()
        self.update()

    def _end_answer(self) -> None:
        self._answering = False
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
            painter.setPen(QPen(look.color("accent"), 3.0) if self._answering else QPen(look.color("line"), 1.5))
            painter.setBrush(_between(look.color("panel"), look.color("orb_rim"), self.light))
            painter.drawEllipse(center, radius, radius)
            painter.setFont(self.font())
            painter.setPen(look.color("ink"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.words)
            if self.hasFocus():
                paint_focus(painter, self.rect(), look)


def _between(dark: QColor, lit: QColor, light: float) -> QColor:
    """Return the colour that far from one to the other, never all the way: words stay readable on it."""
    share = 0.55 * light
    return QColor(
        *(round(a + (b - a) * share) for a, b in zip(dark.getRgb()[:3], lit.getRgb()[:3], strict=True))  # type: ignore[index]  # getRgb gives four numbers
    )
