"""A box to write in, or to leave empty: a question, and a field that grows with what is written."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from steady.core.steps import Box
from steady.ui import theme
from steady.ui.theme import BODY, STRONG, TARGET_PX, Theme
from steady.ui.widgets.composing import Composing
from steady.ui.widgets.label import label
from steady.ui.widgets.panel import paint_panel
from steady.ui.widgets.whole_words import keep_words_whole

SIDE_PX = 18
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
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, look.color("panel"))
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.color("soft_ink"))
        palette.setColor(QPalette.ColorRole.Highlight, look.color("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.color("on_accent"))
        self.setPalette(palette)
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


class ThoughtBox(QWidget):
    """A question and its field. A click anywhere on it puts the cursor in the field."""

    words_changed = Signal(str, str)
    """The place of the box, and the words in it."""

    def __init__(self, look: Theme, box: Box, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.place = box.id
        question = keep_words_whole(label(box.label, look, size=STRONG), STRONG)
        self.field = Field(look)
        self.field.setPlaceholderText(box.hint)
        self.field.setPlainText(words)
        self.field.setAccessibleName(box.label)
        self.field.setAccessibleDescription(box.hint)
        self.field.textChanged.connect(self._tell)
        self.field.installEventFilter(self)
        question.setBuddy(self.field)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SIDE_PX, 15, SIDE_PX, 13)
        rows.setSpacing(5)
        rows.addWidget(question)
        rows.addWidget(self.field)
        rows.addStretch(1)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def words(self) -> str:
        """The words in it."""
        return self.field.toPlainText()

    def empty(self) -> None:
        """Take the words out, in a way that the field's own undo can bring back."""
        cursor = self.field.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.removeSelectedText()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The border follows the keyboard."""
        if watched is self.field and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click beside the field is meant for it."""
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the panel: accent where the keyboard is, dashed while empty."""
        focused, empty = self.field.hasFocus(), not self.field.toPlainText()
        with QPainter(self) as painter:
            border = "accent" if focused else "edge"
            width_px = 2.0 if focused else 1.2
            paint_panel(painter, self.rect(), self._look, border, width_px=width_px, dashed=empty and not focused)

    def _tell(self) -> None:
        self.update()
        self.words_changed.emit(self.place, self.words)
