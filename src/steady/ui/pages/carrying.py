"""When it is a lot: what else there is, then whether one is safe, and the numbers where that is not sure."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.carrying import Carrying, Offer, Safe, Screen
from steady.core.support import Help, Region, region_for
from steady.texts import Text, say
from steady.texts.announce import spoken
from steady.texts.carrying import CarryingText, offer_words, safe_words
from steady.texts.support import SupportText, date_words, help_text
from steady.texts.ui import Ui
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import SMALL, TITLE, Theme
from steady.ui.widgets.cards import GAP_PX
from steady.ui.widgets.number_card import NumberCard
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.wide_pill import WidePill


class CarryingPage(ScrolledPage):
    """One question and its answers, each as wide as the page. Nothing chosen here is kept anywhere."""

    offer_taken = Signal(object)
    """An `Offer`."""
    answered = Signal(object)
    """A `Safe`."""
    back_wanted = Signal()

    def __init__(self, look: Theme, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.answers: list[WidePill] = []
        asks = screen is Screen.SAFE
        title, more = _SAFE if asks else _A_LOT
        self.name = spoken([say(title), *map(say, more)])
        rows = self.column.rows
        rows.addStretch(1)
        rows.addWidget(self.heading(say(title), TITLE))
        for line in more:
            rows.addSpacing(8)
            rows.addWidget(self.label(say(line), color="soft_ink"))
        rows.addSpacing(22)
        if asks:
            self._add(rows, [(one, safe_words(one)) for one in Safe], self.answered.emit)
        else:
            self._add(rows, [(one, offer_words(one)) for one in Offer], self.offer_taken.emit)
        rows.addStretch(2)
        if asks:
            back = self.foot.add(Pill(say(Ui.BACK), look))
            back.clicked.connect(self.back_wanted)
        else:
            self.foot.hide()

    @property
    def last_stop(self) -> QWidget | None:
        """Back, or the last of what is offered."""
        return super().last_stop or self.answers[-1]

    def _add(self, rows: QVBoxLayout, choices: Sequence[tuple[object, str]], press: Callable[[object], None]) -> None:
        for one, words in choices:
            warm = one in (Offer.SOMEONE, Offer.LINES)
            pill = WidePill(words, self.look, PillKind.SUPPORT if warm else PillKind.PLAIN)
            pill.clicked.connect(lambda _checked=False, one=one: press(one))
            rows.addWidget(pill)
            rows.addSpacing(10)
            self.answers.append(pill)


_A_LOT: tuple[Text, Sequence[Text]] = (CarryingText.A_LOT, (CarryingText.A_LOT_MORE, CarryingText.WHAT_NOW))
_SAFE: tuple[Text, Sequence[Text]] = (CarryingText.SAFE, (CarryingText.SAFE_MORE,))


class NumbersPage(ScrolledPage):
    """The numbers, large; Leave quickly and Back, and nothing else."""

    support_in_bar = False
    menu_in_bar = False
    letters = False

    back_wanted = Signal()

    def __init__(
        self, look: Theme, regions: Sequence[Region], chosen_region: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        region = region_for(regions, chosen_region, QLocale.system().name())
        self.name = say(CarryingText.NUMBERS)
        rows = self.column.rows
        rows.addWidget(self.heading(say(CarryingText.NUMBERS), TITLE))
        rows.addSpacing(GAP_PX)
        self.cards: list[NumberCard] = []
        for kind in (Help.EMERGENCY, Help.CRISIS, Help.ABUSE):
            resources = region.of_kind(kind)
            if resources:
                card = NumberCard(look, say(help_text(kind)), resources, large=True)
                card.finish()
                rows.addWidget(card)
                rows.addSpacing(GAP_PX)
                self.cards.append(card)
        checked = say(SupportText.NUMBERS_CHANGE, date=date_words(region.checked_on))
        rows.addWidget(self.label(checked, SMALL, "soft_ink"))
        rows.addStretch(1)
        back = self.foot.add(Pill(say(Ui.BACK), look), stays=True)
        back.clicked.connect(self.back_wanted)

    def press_space(self) -> bool:
        """Space turns to what is below."""
        return self.scroll.turn(1)


def page_for(
    look: Theme, carrying: Carrying, regions: Callable[[], Sequence[Region]], chosen_region: str
) -> CarryingPage | NumbersPage:
    """Make the page of the screen that this has come to."""
    if carrying.screen is Screen.NUMBERS:
        return NumbersPage(look, regions(), chosen_region)
    return CarryingPage(look, carrying.screen)
