"""A quiet line that offers a look back at the week."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.texts import say
from steady.texts.signs import SignsText
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.label import label
from steady.ui.widgets.link import Link
from steady.ui.widgets.whole_words import keep_words_whole


class WeekOffer(QWidget):
    """Hidden until whoever has it shows it."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 14, 0, 0)
        rows.setSpacing(0)
        words = label(say(SignsText.OFFER), look, size=SMALL, color="soft_ink", centered=True)
        rows.addWidget(keep_words_whole(words, SMALL))
        self.link = Link(say(SignsText.OFFER_LINK), look, color="accent")
        row = SnugFlow()
        row.addWidget(self.link)
        rows.addLayout(row)
        self.hide()
