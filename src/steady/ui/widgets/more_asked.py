"""The questions of the card that are folded at first: use this again, what set it off, what one felt pulled to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from steady.core.after import AfterPractice
from steady.core.steps import Box
from steady.core.triggers import OwnTags, Pull, Trigger
from steady.texts import say
from steady.texts.after import AfterText
from steady.texts.triggers import pull_words, trigger_words
from steady.ui.theme import Theme
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.tags import TagRow
from steady.ui.widgets.thought_box import ThoughtBox

NOTE = "note"
BETWEEN_PX = 20


class MoreAsked(QWidget):
    """Each answer goes to `after` as it is given; the note when whoever shows this asks for it."""

    stops_changed = Signal()

    def __init__(self, look: Theme, after: AfterPractice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        record = after.record
        yes_no = [(True, say(AfterText.AGAIN_YES)), (False, say(AfterText.AGAIN_NO))]
        self.again = ChoiceRow(say(AfterText.AGAIN), yes_no, record.use_again, look, can_be_cleared=True)
        self.again.chosen.connect(lambda wanted: after.use_again(wanted if isinstance(wanted, bool) else None))
        triggers = [one.value for one in Trigger]
        self.triggers = TagRow(look, say(AfterText.TRIGGERS), triggers, record.triggers, trigger_words)
        self.triggers.changed.connect(after.name_triggers)
        pulls, more = [one.value for one in Pull], say(AfterText.PULLS_MORE)
        self.pulls = TagRow(look, say(AfterText.PULLS), pulls, record.pulled_to, pull_words, more=more, at_first=6)
        self.pulls.changed.connect(after.name_pulls)
        for row in (self.triggers, self.pulls):
            row.stops_changed.connect(self.stops_changed)
        self.note = ThoughtBox(look, Box(NOTE, say(AfterText.NOTE)), record.note or "")
        self._below: tuple[QWidget, ...] = ()
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 10, 0, 0)
        rows.setSpacing(0)
        for part in (self.again, self.triggers, self.pulls, self.note):
            rows.addWidget(part)
            rows.addSpacing(BETWEEN_PX)

    def offer(self, own: OwnTags) -> None:
        """Offer the person's own tags too."""
        self.triggers.offer(own.triggers)
        self.pulls.offer(own.pulls, at_first=False)

    def add_below(self, row: QLayout, *stops: QWidget) -> None:
        """Add what stands below the last question."""
        self._rows.addLayout(row)
        self._below = stops

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [*self.again.pills, *self.triggers.stops, *self.pulls.stops, self.note.field, *self._below]
