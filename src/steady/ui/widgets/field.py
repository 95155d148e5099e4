"""A field for plain words that grows with what is written in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, TARGET_PX, Theme
from steady.ui.widgets.composing import Composing
from steady.ui.widgets.field_colors import wear_field_colors

LEAST_LINES = 2
MOST_LINES = 8


class Field(Composing, QPlainTextEdit):
    """A field for plain words. Tab leaves it; Esc is the window's."""

    def __init__(
        self, look: Theme, *, least_lines: int = LEAST_LINES, pad_px: int = 0, parent: QWidget | None = None
    ) -> None:
        """`pad_px`: room above and below the words, inside the field."""
        super().__init__(parent)
        self._least_lines, self._pad_px = least_lines, pad_px
        self.setViewportMargins(0, pad_px, 0, pad_px)
        self.setFont(theme.font(BODY))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        wear_field_colors(self, look)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another font has other lines."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width has other lines."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Be as tall as the lines in it, or as its hint while it is empty, within reason."""
        metrics = QFontMetrics(self.font())
        lines = round(self.document().documentLayout().documentSize().height())  # plain text counts in lines
        if not self.toPlainText() and self.placeholderText():
            room = self.viewport().rect().adjusted(0, 0, 0, 10_000)
            flags = int(Qt.TextFlag.TextWordWrap)
            lines = -(-metrics.boundingRect(room, flags, self.placeholderText()).height() // metrics.lineSpacing())
        shown = max(self._least_lines, min(MOST_LINES, lines))
        height = max(TARGET_PX, metrics.lineSpacing() * shown + 4 + 2 * self._pad_px)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
