"""The card of questions after a practice. Each answer goes to `after` as it is given."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.after import AfterPractice
from steady.core.record import Felt
from steady.texts import say
from steady.texts.after import AfterText, felt_words, practised_words
from steady.ui.theme import BODY, Size, Theme
from steady.ui.widgets.choices import Choices
from steady.ui.widgets.column import text_px
from steady.ui.widgets.ends import Ends
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.fold_pill import FoldPill
from steady.ui.widgets.heading import Heading
from steady.ui.widgets.label import label
from steady.ui.widgets.more_asked import MoreAsked
from steady.ui.widgets.panel import Panel
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.scale import Scale
from steady.ui.widgets.whole_words import keep_words_whole

WIDEST_EMS = 35
INSIDE_PX = 36
CARD_TITLE = Size(1.5)


class AfterCard(Panel):
    """How strong, easier or harder, and what is folded at first; below them how it stands with the answers."""

    rated = Signal()
    """The distress was rated, or that was taken back."""
    finished = Signal()
    """The person is done with the questions."""
    stops_changed = Signal()
    own_tags_wanted = Signal(object)
    """What the person's own tags are to be given to, once they are found."""

    def __init__(self, look: Theme, after: AfterPractice, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._after = after
        self._folded: MoreAsked | None = None
        self.setMaximumWidth(WIDEST_EMS * text_px())
        side = min(INSIDE_PX, round(INSIDE_PX * 16 / text_px()))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(side, 28, side, 26)
        rows.setSpacing(0)
        rows.addWidget(keep_words_whole(Heading(practised_words(after.record), look, size=CARD_TITLE), CARD_TITLE))
        rows.addSpacing(10)
        self._asked = QWidget()
        self._asked_rows = QVBoxLayout(self._asked)
        self._asked_rows.setContentsMargins(0, 0, 0, 0)
        self._asked_rows.setSpacing(0)
        self._add_questions()
        rows.addWidget(self._asked)
        self._told = keep_words_whole(label("", look, color="soft_ink"), BODY)
        self._told.hide()
        rows.addWidget(self._told)

    def _add_questions(self) -> None:
        asked, look = self._asked_rows, self._look
        self._scale = Scale(look, self._after.ratings.after)
        self._scale.rated.connect(self._rate)
        asked.addWidget(self._scale)
        asked.addSpacing(18)
        asked.addLayout(self._felt_row())
        asked.addSpacing(6)
        self._more = FoldPill(say(AfterText.MORE), look, PillKind.QUIET)
        self._more.toggled.connect(self._fold)
        row = SnugFlow(centered=False)
        row.addWidget(self._more)
        asked.addLayout(row)

    def _felt_row(self) -> Ends:
        row = Ends()
        words = [(felt, felt_words(felt)) for felt in Felt]
        value = self._after.record.felt
        self._felt = Choices(say(AfterText.FELT), words, value, self._look, self, by_click=False, can_be_cleared=True)
        self._felt.chosen.connect(lambda felt: self._after.feel(felt if isinstance(felt, Felt) else None))
        for pill in self._felt.pills:
            row.add_to_end(pill, far=False)
        self._done = self._done_pill()
        row.add_to_end(self._done, far=True)
        return row

    def _done_pill(self) -> Pill:
        pill = Pill(say(AfterText.DONE), self._look, PillKind.MAIN)
        pill.clicked.connect(self.finished)
        return pill

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        folded = [] if self._folded is None else self._folded.stops
        return [*self._scale.stops, *self._felt.pills, self._done, self._more, *folded]

    def ask(self, asks: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters take it
        """Show the questions or not."""
        self._asked.setVisible(asks)

    def tell(self, words: str) -> bool:
        """Say how it stands with the answers; return whether that is new."""
        self._told.setVisible(True)
        if words == self._told.text():
            return False
        self._told.setText(words)
        return True

    def keep_note(self) -> None:
        """Keep the note as far as it is written, where the practice is kept."""
        if self._folded is not None and self._after.row.kept:
            self._after.note(self._folded.note.words)

    def _rate(self, after: int | None) -> None:
        self._after.rate(after)
        self.rated.emit()

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._folded is None:
            self._folded = MoreAsked(self._look, self._after)
            self._folded.stops_changed.connect(self.stops_changed)
            self._asked_rows.addWidget(self._folded)
            self._add_done_below(self._folded)
            self.own_tags_wanted.emit(self._folded.offer)
        self._folded.setVisible(unfolded)
        self.stops_changed.emit()

    def _add_done_below(self, more: MoreAsked) -> None:
        """Whoever has answered down to the note is done there: it is a long way up, and Skip is near."""
        row, below = Ends(), self._done_pill()
        row.add_to_end(below, far=True)
        more.add_below(row, below)
