"""All ways to look outward, as cards: for whom the one at hand does not fit. What was under way waits."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.core.exercise import Entry, Grounding
from steady.core.listing import Listing
from steady.texts import say
from steady.texts.menu import MenuText
from steady.texts.ui import Ui
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import HEADING, Theme
from steady.ui.widgets.card_section import CardSection
from steady.ui.widgets.pill import Pill, PillKind


class OutwardPage(ScrolledPage):
    """Shows the grounding exercises among `entries`; which one it is does not matter much, so nothing is ranked."""

    chosen = Signal(str)
    """The id of an exercise."""
    support_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, look: Theme, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name = say(MenuText.GROUNDING)
        self.cards = CardSection(say(MenuText.GROUNDING), say(MenuText.GROUNDING_MORE), look, self.label, size=HEADING)
        self.cards.chosen.connect(self.chosen)
        self.cards.grown.connect(self._order)
        self.column.rows.addWidget(self.cards)
        self.column.rows.addStretch(1)
        back = Pill(say(Ui.BACK), look, PillKind.MAIN)
        back.clicked.connect(self.back_wanted)
        self.foot.add(back, stays=True)
        talk = Pill(say(Ui.TALK), look, PillKind.SUPPORT)
        talk.clicked.connect(self.support_wanted)
        self.foot.add(talk)
        self.take_entries(entries)

    def take_listing(self, listing: Listing) -> None:
        """Show what the library holds now."""
        self.take_entries(listing.entries)

    def take_entries(self, entries: Sequence[Entry]) -> None:
        """Show these from now on."""
        self.cards.take([entry for entry in entries if isinstance(entry.exercise, Grounding)])
        self._order()

    def press_space(self) -> bool:
        """Space goes back to what waits, as it goes on after a pause."""
        self.back_wanted.emit()
        return True

    def _order(self) -> None:
        self.order_tabs(self.cards.stops)
