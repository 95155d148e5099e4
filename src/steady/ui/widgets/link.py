"""A word to press: underlined, in the support colour, as tall as any other target."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, TARGET_PX, Theme
from steady.ui.widgets.label import escaped
from steady.ui.widgets.pressable import Pressable

SIDE_PX = 4


class Link(Pressable):
    """A button that looks like a word in a sentence, in one of the theme's colours."""

    def __init__(
        self, text: str, look: Theme, *, color: str = "support", name: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._color = color
        self._words = text
        font = theme.font(BODY)
        font.setUnderline(True)
        self.setFont(font)
        self.setText(escaped(text))
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the words, and for a finger."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self._words) + 2 * SIDE_PX
        return QSize(max(TARGET_PX, width), max(TARGET_PX, metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words, and the ring of focus."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._look.color(self._color))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
            if self.hasFocus():
                painter.setPen(QPen(self._look.color("ink"), 2.0))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 5, -1, -5), 8, 8)
