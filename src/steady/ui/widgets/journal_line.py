"""One line of the journal: what it asks, and a field beside it, or below it where there is little room."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from steady.ui.theme import BODY, Theme
from steady.ui.widgets.column import text_px
from steady.ui.widgets.label import label
from steady.ui.widgets.thought_box import Field

QUESTION_EMS = 13
BESIDE_EMS = 34
"""From this width on the question stands beside the field, in sizes of the text."""
PAD_PX = 10


class JournalLine(QWidget):
    """A question and its field, with a thin line above. A click anywhere on it puts the cursor in the field."""

    words_changed = Signal(str, str)
    """The part's name, and the words in it."""

    def __init__(
        self, look: Theme, part: str, question: str, hint: str, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.part = part
        self._question: QLabel = label(question, look, size=BODY, color="soft_ink")
        self._question.setContentsMargins(0, PAD_PX, 0, 0)
        self._question.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.field = Field(look, least_lines=1, pad_px=PAD_PX)
        self.field.setPlaceholderText(hint)
        self.write(words)
        self.field.setAccessibleName(question)
        self.field.setAccessibleDescription(hint)
        self.field.textChanged.connect(self._tell)
        self.field.installEventFilter(self)
        self._question.setBuddy(self.field)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(0)
        self._row.addWidget(self._question)
        self._row.addWidget(self.field, 1)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def words(self) -> str:
        """The words in it."""
        return self.field.toPlainText()

    def write(self, words: str) -> None:
        """Write these words in it; the cursor goes where one would go on."""
        self.field.setPlainText(words)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def empty(self) -> None:
        """Take the words out, in a way that the field's own undo can bring back."""
        cursor = self.field.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.removeSelectedText()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand side by side where there is room for both."""
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE_EMS * text_px()
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)
            self._question.setFixedWidth(QUESTION_EMS * text_px()) if beside else _free_width(self._question)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The line below follows the keyboard."""
        if watched is self.field and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click beside the field is meant for it."""
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the thin line above, and a stronger one below where the keyboard is."""
        with QPainter(self) as painter:
            painter.fillRect(QRectF(0, 0, self.width(), 1), self._look.color("line"))
            if self.field.hasFocus():
                painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), self._look.color("accent"))

    def _tell(self) -> None:
        self.words_changed.emit(self.part, self.words)


def _free_width(made: QLabel) -> None:
    made.setMinimumWidth(1)
    made.setMaximumWidth(16_777_215)  # QWIDGETSIZE_MAX, which PySide6 does not name
