"""The menu: the ways to everything else, then the exercises as cards, and the person's own files."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QWidget

from steady.core.listing import Listing
from steady.texts import Text, say
from steady.texts.menu import MenuText
from steady.texts.ui import Ui
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.pages.staying import spot_in_sight, stay
from steady.ui.theme import SMALL, STRONG, Size, Theme
from steady.ui.widgets.card_section import CardSection
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.own_section import OwnSection
from steady.ui.widgets.pill import Pill, PillKind

if TYPE_CHECKING:
    from collections.abc import Callable


class MenuPage(ScrolledPage):
    """Shows what is in the library: breathing, grounding, words of one's own, and quietly what could not be read."""

    breathe_wanted = Signal()
    ground_wanted = Signal()
    words_wanted = Signal()
    support_wanted = Signal()
    progress_wanted = Signal()
    enough_wanted = Signal()
    journal_wanted = Signal()
    week_wanted = Signal()
    things_wanted = Signal()
    unsaved_wanted = Signal(bool)
    """Whether the next practice is to leave no trace."""
    settings_wanted = Signal()
    about_wanted = Signal()
    exercise_chosen = Signal(str)
    """The id of an exercise."""
    folder_wanted = Signal()
    """The folder of the person's own exercises is to be opened, and made where it is missing."""
    file_wanted = Signal(str)
    """The path of a file that is to be opened."""

    def __init__(
        self,
        look: Theme,
        listing: Listing,
        *,
        can_stop: bool = False,
        keeps_next: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`can_stop`: whether a breath waits that can be brought to its end. `keeps_next`: whether the next is kept."""
        super().__init__(look, parent)
        self.name = say(MenuText.TITLE)
        self.foot.hide()
        self._ways: list[QWidget] = []
        self._due: list[Callable[[], None]] = []
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._take_next)
        self._add_ways(can_stop=can_stop, keeps_next=keeps_next)
        self._add_looking_back()
        self.breathing = self._section(MenuText.BREATHING, MenuText.BREATHING_MORE)
        self.grounding = self._section(MenuText.GROUNDING, MenuText.GROUNDING_MORE)
        self.words = self._section(MenuText.WORDS, MenuText.WORDS_MORE)
        self.own = OwnSection(look)
        self.own.folder_wanted.connect(self.folder_wanted)
        self.own.file_wanted.connect(self.file_wanted)
        self.column.rows.addWidget(self.own)
        self.column.rows.addSpacing(24)
        self.column.rows.addStretch(1)
        self.take_listing(listing)

    # -- what is shown ------------------------------------------------------------------------------------------

    def take_listing(self, listing: Listing) -> None:
        """Show this from now on. What the person looks at stays where it is, and so does the keyboard.

        One part comes at once, the others in turn after it: making all of their cards would hold the window for a
        moment, and they are out of sight mostly.
        """
        self._due = [
            lambda: self.breathing.take(listing.breathing),
            lambda: self.grounding.take(listing.grounding),
            lambda: self.words.take(listing.own_words),
            lambda: self.own.take(listing),
        ]
        self._take_next()
        self._turns.start(0)

    def _take_next(self) -> None:
        spot = spot_in_sight(self, self._cards)
        self._due.pop(0)()
        self._order()
        stay(self, self._cards, spot)
        if not self._due:
            self._turns.stop()

    def leave(self) -> None:
        """What has not come yet is not needed any more."""
        self._turns.stop()

    @property
    def last_stop(self) -> QWidget | None:
        """What Tab comes to last."""
        return self._stops()[-1]

    def _stops(self) -> list[QWidget]:
        sections = [stop for section in self._sections for stop in section.stops]
        return [*self._ways, *sections, *self.own.stops]

    def _order(self) -> None:
        self.order_tabs(self._stops())

    # -- where the person is ------------------------------------------------------------------------------------

    @property
    def _sections(self) -> tuple[CardSection, ...]:
        return self.breathing, self.grounding, self.words

    def place(self) -> object:
        """Return where the person is, for the page that is made in place of this one."""
        return spot_in_sight(self, self._cards)

    def come_back(self, place: object) -> None:
        """Go where the person was."""
        if isinstance(place, tuple):
            stay(self, self._cards, place)

    @property
    def _cards(self) -> dict[str, QWidget]:
        return {one: card for section in self._sections for one, card in section.cards.items()}

    # -- parts --------------------------------------------------------------------------------------------------

    def _add_ways(self, *, can_stop: bool, keeps_next: bool) -> None:
        rows = self.column.rows
        rows.addWidget(self.heading(say(MenuText.TITLE)))
        rows.addSpacing(14)
        plain, quiet = PillKind.PLAIN, PillKind.QUIET
        self._add_row(
            (Ui.BACK_TO_BREATHING, PillKind.MAIN, self.breathe_wanted),
            (Ui.GROUND_ME, plain, self.ground_wanted),
            (Ui.KIND_WORDS, plain, self.words_wanted),
            (Ui.TALK, PillKind.SUPPORT, self.support_wanted),
        )
        rows.addSpacing(4)
        row = self._add_row(
            *(((Ui.THATS_ENOUGH, quiet, self.enough_wanted),) if can_stop else ()),
            (MenuText.SETTINGS, quiet, self.settings_wanted),
            (MenuText.ABOUT, quiet, self.about_wanted),
        )
        unsaved = Pill(say(MenuText.UNSAVED_NEXT), self.look, quiet, name=say(MenuText.UNSAVED_NEXT_NAME))
        unsaved.setCheckable(True)
        unsaved.setChecked(not keeps_next)
        unsaved.toggled.connect(self.unsaved_wanted)
        row.addWidget(unsaved)
        self._ways.append(unsaved)
        rows.addSpacing(20)

    def _add_looking_back(self) -> None:
        rows, plain = self.column.rows, PillKind.PLAIN
        rows.addWidget(self.heading(say(MenuText.LOOKING_BACK), STRONG))
        rows.addSpacing(2)
        rows.addWidget(self.label(say(MenuText.LOOKING_BACK_MORE), SMALL, "soft_ink"))
        rows.addSpacing(10)
        self._add_row(
            (MenuText.JOURNAL, plain, self.journal_wanted),
            (MenuText.PROGRESS, plain, self.progress_wanted),
            (MenuText.WEEK, plain, self.week_wanted),
            (MenuText.THINGS, plain, self.things_wanted),
        )
        rows.addSpacing(22)

    def _add_row(self, *ways: tuple[Text, PillKind, SignalInstance]) -> SnugFlow:
        row = SnugFlow(centered=False)
        for words, kind, signal in ways:
            pill = Pill(say(words), self.look, kind)
            pill.clicked.connect(signal)
            row.addWidget(pill)
            self._ways.append(pill)
        self.column.rows.addLayout(row)
        return row

    def _section(self, heading: Text, more: Text) -> CardSection:
        section = CardSection(say(heading), say(more), self.look, self._words)
        section.chosen.connect(self.exercise_chosen)
        section.grown.connect(self._order)
        self.column.rows.addWidget(section)
        return section

    def _words(self, text: str, size: Size, color: str) -> QLabel:
        return self.label(text, size, color)

    # -- keys ---------------------------------------------------------------------------------------------------

    def press_letter(self, letter: str) -> bool:
        """G, K and T go where they go from the guide."""
        signal = {"g": self.ground_wanted, "k": self.words_wanted, "t": self.support_wanted}.get(letter)
        if signal is not None:
            signal.emit()
        return signal is not None

    def press_space(self) -> bool:
        """Space goes back to the breath, as it goes on after a pause."""
        self.breathe_wanted.emit()
        return True
