"""A heading with cards under it, a few at a time. New exercises come in, and whatever is looked at stays in place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steady.core.exercise import Entry
from steady.texts import say
from steady.texts.menu import MenuText, card_line, card_name
from steady.ui.theme import SMALL, STRONG, Size, Theme
from steady.ui.widgets.cards import Cards
from steady.ui.widgets.column import text_px
from steady.ui.widgets.exercise_card import LEAST_EMS, ExerciseCard
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.heading import Heading
from steady.ui.widgets.pill import Pill
from steady.ui.widgets.whole_words import keep_words_whole

AT_ONCE = 16
"""How many cards come at a time: more than a window shows, and fewer than anyone waits for."""


class CardSection(QWidget):
    """Shows the `entries` that it takes, nothing at all while there are none. `label` makes a label for its page."""

    chosen = Signal(str)
    """The id of an exercise."""
    grown = Signal()
    """More cards are shown, because that was asked for."""

    def __init__(
        self, heading: str, more: str, look: Theme, label: Callable[[str, Size, str], QLabel], *, size: Size = STRONG
    ) -> None:
        """`size` is that of the heading."""
        super().__init__()
        self._look = look
        self._entries: Sequence[Entry] = ()
        self._made: dict[str, tuple[Entry, ExerciseCard]] = {}
        self._count = AT_ONCE
        self._cards = Cards(LEAST_EMS * text_px())
        self._more = Pill(say(MenuText.SHOW_MORE), look, name=say(MenuText.SHOW_MORE_NAME, heading=heading))
        self._more.clicked.connect(self._grow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(keep_words_whole(Heading(heading, look, size=size), size))
        rows.addSpacing(2)
        rows.addWidget(label(more, SMALL, "soft_ink"))
        rows.addSpacing(12)
        rows.addLayout(self._cards)
        row = SnugFlow(centered=False)
        row.setContentsMargins(0, 12, 0, 0)
        row.addWidget(self._more)
        rows.addLayout(row)
        rows.addSpacing(26)
        self._show()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [*self.cards.values(), *([] if self._more.isHidden() else [self._more])]

    @property
    def cards(self) -> dict[str, ExerciseCard]:
        """The cards that are shown, by id, in order."""
        return {entry.id: self._made[entry.id][1] for entry in self._entries[: self._count]}

    def take(self, entries: Sequence[Entry]) -> None:
        """Show these from now on. A card stays the same while its exercise does, and so does who has the keyboard."""
        if list(entries) == list(self._entries):
            return
        ids = [entry.id for entry in self._entries]
        focused = next((one for one, card in self.cards.items() if card.hasFocus()), None)
        self._entries = entries
        self._show()
        if focused is not None and self.stops:
            at = min(ids.index(focused), len(self.stops) - 1)
            heir = self.cards.get(focused, self.stops[at])
            if not heir.hasFocus():
                heir.setFocus()

    def _grow(self) -> None:
        shown = len(self.cards)
        self._count += AT_ONCE
        self._show()
        self.grown.emit()
        self.stops[shown].setFocus()

    def _show(self) -> None:
        before, self._made = self._made, {}
        for _entry, card in before.values():
            self._cards.removeWidget(card)
        for entry in self._entries[: self._count]:
            known = before.get(entry.id)
            card = before.pop(entry.id)[1] if known is not None and known[0] == entry else self._card(entry)
            self._made[entry.id] = entry, card
            self._cards.addWidget(card)
            card.show()
        for _entry, card in before.values():
            card.hide()
            card.deleteLater()
        self._more.setVisible(len(self._entries) > self._count)
        self.setVisible(bool(self._entries))
        self.updateGeometry()  # what is around it has measured it while it had other cards, or none

    def _card(self, entry: Entry) -> ExerciseCard:
        title, summary = entry.exercise.title, entry.exercise.summary
        card = ExerciseCard(title, summary, card_line(entry), self._look, name=card_name(entry), parent=self)
        card.clicked.connect(lambda _checked=False, chosen=entry.id: self.chosen.emit(chosen))
        return card
