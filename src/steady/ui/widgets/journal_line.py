"""One line of the journal: what it asks, and a field beside it, or below it where there is little room."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from steady.ui.theme import BODY, Theme
from steady.ui.widgets.asked_field import AskedField
from steady.ui.widgets.column import text_px
from steady.ui.widgets.field import Field
from steady.ui.widgets.label import label

QUESTION_EMS = 13
BESIDE_EMS = 34
"""From this width on the question stands beside the field, in sizes of the text."""
PAD_PX = 10


class JournalLine(AskedField):
    """A question and its field, with a thin line above."""

    words_changed = Signal(str, str)
    """The part's name, and the words in it."""

    def __init__(
        self, look: Theme, part: str, question: str, hint: str, words: str = "", parent: QWidget | None = None
    ) -> None:
        asked = label(question, look, size=BODY, color="soft_ink")
        super().__init__(look, asked, hint, Field(look, least_lines=1, pad_px=PAD_PX), parent)
        self.part = part
        self._question: QLabel = asked
        self._question.setContentsMargins(0, PAD_PX, 0, 0)
        self._question.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.write(words)
        self.field.textChanged.connect(self._tell)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(0)
        self._row.addWidget(self._question)
        self._row.addWidget(self.field, 1)

    def write(self, words: str) -> None:
        """Write these words in it; the cursor goes where one would go on."""
        self.field.setPlainText(words)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand side by side where there is room for both."""
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE_EMS * text_px()
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)
            self._question.setContentsMargins(0, PAD_PX, PAD_PX if beside else 0, 0)
            self._question.setFixedWidth(QUESTION_EMS * text_px()) if beside else _free_width(self._question)

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
