"""A box to write in, or to leave empty."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.steps import Box
from steady.ui.theme import STRONG, Theme
from steady.ui.widgets.asked_field import AskedField
from steady.ui.widgets.field import Field
from steady.ui.widgets.label import label
from steady.ui.widgets.panel import paint_panel
from steady.ui.widgets.whole_words import keep_words_whole

SIDE_PX = 18


class ThoughtBox(AskedField):
    """A question above its field, on a panel."""

    words_changed = Signal(str, str)
    """The place of the box, and the words in it."""

    def __init__(self, look: Theme, box: Box, words: str = "", parent: QWidget | None = None) -> None:
        question = keep_words_whole(label(box.label, look, size=STRONG), STRONG)
        super().__init__(look, question, box.hint, Field(look), parent)
        self.place = box.id
        self.field.setPlainText(words)
        self.field.textChanged.connect(self._tell)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SIDE_PX, 15, SIDE_PX, 13)
        rows.setSpacing(5)
        rows.addWidget(question)
        rows.addWidget(self.field)
        rows.addStretch(1)

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
