"""Support: real people, now. Numbers to call or write to, for the place where the person is."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.support import Help, Region, in_order, region_for
from steady.texts import say
from steady.texts.after import AfterText
from steady.texts.announce import spoken
from steady.texts.support import SupportText, date_words, help_text
from steady.texts.ui import Ui
from steady.ui.announce import announce
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import BODY, SMALL, Theme
from steady.ui.widgets.cards import GAP_PX, Cards
from steady.ui.widgets.choices import Choices
from steady.ui.widgets.column import text_px
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.number_card import NumberCard
from steady.ui.widgets.pill import Pill, PillKind

CARD_EM = 18
"""The least width of a card beside another, in sizes of the text."""


class SupportPage(ScrolledPage):
    """The numbers of one region, and a way to choose another. Shows the choice at once; whoever listens keeps it."""

    support_in_bar = False

    back_wanted = Signal()
    reached = Signal(bool)
    """The person reached someone, or takes that back."""
    region_chosen = Signal(str)
    """The code of a region."""

    def __init__(
        self, look: Theme, regions: Sequence[Region], chosen_region: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.region = region_for(regions, chosen_region, QLocale.system().name())
        self.name = spoken((say(SupportText.TITLE), say(SupportText.REAL_PEOPLE)))
        self.cards: list[NumberCard] = []
        self.column.rows.addWidget(self.heading(say(SupportText.TITLE)))
        self.column.rows.addSpacing(4)
        self._numbers = self._make_numbers()
        self.column.rows.addWidget(self._numbers)
        self.column.rows.addSpacing(GAP_PX)
        self._add_places(in_order(regions))
        self.column.rows.addSpacing(16)
        for line in (SupportText.OFFLINE, SupportText.UNDER_18, SupportText.WHAT_IT_IS):
            self.column.rows.addWidget(self.label(say(line), SMALL, "soft_ink"))
            self.column.rows.addSpacing(4)
        self.column.rows.addStretch(1)
        self.back = Pill(say(Ui.BACK), look)
        self.back.clicked.connect(self.back_wanted)
        self.foot.add(self.back, stays=True)
        self.reach = self.foot.add(Pill(say(AfterText.REACHED), look, PillKind.QUIET), far=True)
        self.reach.setCheckable(True)
        self.reach.toggled.connect(self._reach)

    def press_space(self) -> bool:
        """Space turns to what is below."""
        return self.scroll.turn(1)

    def press_arrow(self, direction: int) -> bool:
        """Arrows scroll a little: up and right towards the beginning, down and left towards the end."""
        return self.scroll.turn(-direction / 4)

    def press_letter(self, letter: str) -> bool:
        """T is for talking to someone, which is here: the page does not begin again."""
        return letter == "t"

    def _reach(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.reach.set_words(say(AfterText.REACHED_COUNTED if on else AfterText.REACHED))
        if on:
            announce(self, say(AfterText.REACHED_TOLD))
        self.reached.emit(on)

    def _choose(self, code: str) -> None:
        """Show the numbers of another region, and say that it was chosen."""
        self.region = next(region for region in self._regions if region.code == code)
        old, self._numbers = self._numbers, self._make_numbers()
        self.column.rows.replaceWidget(old, self._numbers)
        self._numbers.show()
        old.hide()
        old.deleteLater()
        self.order_tabs([*(number for card in self.cards for number in card.numbers), *self.places])
        emergency = self.region.of_kind(Help.EMERGENCY)[0]
        announce(self, spoken((self.region.name, say(help_text(Help.EMERGENCY)), emergency.number)))
        self.region_chosen.emit(code)

    def _make_numbers(self) -> QWidget:
        made, region = QWidget(), self.region
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        checked = say(SupportText.NUMBERS_CHANGE, date=date_words(region.checked_on))
        rows.addWidget(self.label(f"{say(SupportText.REAL_PEOPLE)} {checked}", BODY, "soft_ink"))
        if region.is_last_resort:
            rows.addWidget(self.label(say(SupportText.LAST_RESORT), BODY, "support"))
        rows.addSpacing(GAP_PX)
        first = NumberCard(self.look, say(help_text(Help.EMERGENCY)), region.of_kind(Help.EMERGENCY), large=True)
        first.add_line(say(SupportText.MEDICAL))
        rows.addWidget(first)
        rows.addSpacing(GAP_PX)
        self.cards = [first]
        grid = Cards(CARD_EM * text_px())
        for kind in (Help.CRISIS, Help.ABUSE):
            resources = region.of_kind(kind)
            if resources:
                card = NumberCard(self.look, say(help_text(kind)), resources)
                card.finish()
                grid.addWidget(card)
                self.cards.append(card)
        rows.addLayout(grid)
        return made

    def _add_places(self, places: Sequence[Region]) -> None:
        self._regions = places
        self.column.rows.addWidget(self.label(say(SupportText.WHERE), BODY))
        self.column.rows.addSpacing(6)
        row = SnugFlow(centered=False)
        choices = [(region.code, region.name) for region in places]
        chosen = Choices(say(SupportText.WHERE), choices, self.region.code, self.look, self.column)
        chosen.chosen.connect(self._choose)
        self.places = chosen.pills
        for pill in self.places:
            row.addWidget(pill)
        self.column.rows.addLayout(row)
