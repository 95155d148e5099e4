"""What an entry said before it was edited, folded until it is asked for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.journal import written_in
from steady.core.remembered import EarlierWords
from steady.texts import say
from steady.texts.announce import spoken
from steady.texts.journal import JournalText, part_words
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.fold_pill import FoldPill
from steady.ui.widgets.label import label
from steady.ui.widgets.pill import PillKind
from steady.ui.widgets.whole_words import keep_words_whole


class EarlierTexts(QWidget):
    """The button that unfolds them, and below it the texts, newest first."""

    wanted = Signal()
    """It was unfolded for the first time."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self._look = look
        self.pill = FoldPill(say(JournalText.EARLIER_TEXTS), look, PillKind.QUIET)
        self.pill.toggled.connect(self._unfold)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        row = SnugFlow(centered=False)
        row.addWidget(self.pill)
        rows.addLayout(row)
        self._texts = QWidget()
        self._lines = QVBoxLayout(self._texts)
        self._lines.setContentsMargins(10, 4, 0, 8)
        self._lines.setSpacing(4)
        rows.addWidget(self._texts)
        self._texts.hide()

    def take(self, earlier: Sequence[EarlierWords] | None, when: Callable[[EarlierWords], str]) -> None:
        """Show these; None where they cannot be read. `when` says since when each had been so."""
        if earlier is None:
            self._add(say(JournalText.EARLIER_UNREADABLE))
        elif not earlier:
            self._add(say(JournalText.NO_EARLIER))
        for one in earlier or ():
            self._add(say(JournalText.EARLIER_FROM, when=when(one)), color="ink")
            for part, text in written_in(one.words).items():
                self._add(spoken((part_words(part) + ":", text)))

    def _add(self, text: str, color: str = "soft_ink") -> None:
        self._lines.addWidget(keep_words_whole(label(text, self._look, size=SMALL, color=color), SMALL))

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._texts.setVisible(unfolded)
        if unfolded and self._lines.count() == 0:
            self.wanted.emit()
