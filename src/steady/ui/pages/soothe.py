"""Kind words: one question, and cards. Typing what is happening brings the words that fit to the front."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from steady.core.danger import speaks_of_danger
from steady.core.exercise import Entry
from steady.core.listing import Listing
from steady.texts import Text, say
from steady.texts.soothe import Soothe, soothe_line, soothe_name
from steady.texts.ui import Ui
from steady.ui.announce import announce
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.pages.staying import spot_in_sight, stay
from steady.ui.theme import TARGET_PX, Theme
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.cards import Cards
from steady.ui.widgets.column import text_px
from steady.ui.widgets.exercise_card import LEAST_EMS, ExerciseCard
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.link import Link
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.search_field import SearchField
from steady.ui.widgets.starred_card import StarredCard
from steady.ui.words_finder import GROUPS, Rank, WordsFinder

AT_ONCE = 16
"""How many cards are made at a time: more than a window shows, and fewer than anyone waits for."""

MANY = 200
"""Among more than these, comparing takes longer than a keystroke may: it waits until typing rests."""
RESTS_MS = 150


class SoothePage(ScrolledPage):
    """Shows the scripts among `entries`, and where something is searched for the grounding that fits it as well.

    `favourites` are ids; they come first where nothing is searched for. `is_whole`: no more entries are still read.
    """

    script_chosen = Signal(str)
    """The id of a script, or of a grounding exercise."""
    favourites_changed = Signal(object)
    """All ids that are kept near, in order."""
    support_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        look: Theme,
        entries: Sequence[Entry],
        favourites: Sequence[str],
        rank: Rank,
        parent: QWidget | None = None,
        *,
        is_whole: bool = True,
    ) -> None:
        super().__init__(look, parent)
        self.name = say(Soothe.TITLE)
        self._finder = WordsFinder(rank, favourites)
        self._shown: Sequence[Entry] = ()
        self._made: dict[str, StarredCard] = {}
        self.cards: list[StarredCard] = []
        rows = self.column.rows
        self._add_title()
        self.search = SearchField(look, say(Soothe.QUESTION), say(Soothe.EXAMPLES))
        self.search.changed.connect(lambda _words: self._find_soon())
        self._rested = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rested.timeout.connect(self._find)
        self.search.entered.connect(self._open_first)
        self.search.went_down.connect(self._go_to_first)
        rows.addWidget(self.search)
        people = Link(say(Ui.SUPPORT), look)
        people.clicked.connect(self.support_wanted)
        self.danger = Beside(self.label(say(Soothe.DANGER), color="support"), people)
        self.danger.hide()
        rows.addWidget(self.danger)
        rows.addSpacing(10)
        groups = SnugFlow(centered=False, gap_px=10)
        self.groups: dict[Text, Pill] = {}
        for group in GROUPS:
            pill = Pill(say(group), look)
            pill.setCheckable(True)
            # Not `clicked`: a screen reader turns it without a click.
            pill.toggled.connect(lambda taken, group=group: self._turned(group, taken=taken))
            groups.addWidget(pill)
            self.groups[group] = pill
        rows.addLayout(groups)
        rows.addSpacing(12)
        self.note = self.label("", color="soft_ink")
        rows.addWidget(self.note)
        self._grid = Cards(LEAST_EMS * text_px())
        rows.addLayout(self._grid)
        rows.addSpacing(12)
        self.more = Pill(say(Soothe.SHOW_MORE), look)
        self.more.clicked.connect(self._show_more)
        rows.addWidget(self.more)
        rows.addStretch(1)
        back = Pill(say(Ui.BACK_TO_BREATHING), look, PillKind.MAIN)
        back.clicked.connect(self.back_wanted)
        self.foot.add(back, stays=True)
        talk = Pill(say(Ui.TALK), look, PillKind.SUPPORT)
        talk.clicked.connect(self.support_wanted)
        self.foot.add(talk)
        self.take_entries(entries, is_whole=is_whole)

    def _add_title(self) -> None:
        rows = self.column.rows
        rows.addWidget(self.heading(say(Soothe.TITLE)))
        rows.addSpacing(2)
        rows.addWidget(self.label(say(Soothe.MORE), color="soft_ink"))
        rows.addSpacing(14)

    def take_listing(self, listing: Listing) -> None:
        """Show what the library holds now."""
        self.take_entries(listing.entries, is_whole=listing.is_whole)

    def take_entries(self, entries: Sequence[Entry], *, is_whole: bool = True) -> None:
        """Show these from now on. What is searched for and chosen stays, and so does what is looked at."""
        before = {entry.id: entry for entry in self._finder.entries}
        if not self._finder.take(entries, is_whole=is_whole):
            return
        spot, count = spot_in_sight(self, self._made), max(AT_ONCE, len(self.cards))
        focused = next((one for one, card in self._made.items() if card.card.hasFocus()), None)
        same = {entry.id for entry in self._finder.entries if before.get(entry.id) == entry}
        for gone in [one for one in self._made if one not in same]:
            card = self._made.pop(gone)
            self._grid.removeWidget(card)
            self.cards = [kept for kept in self.cards if kept is not card]
            card.hide()
            card.deleteLater()
        self._find(quietly=True, count=count)
        if focused is not None:
            (self._made[focused].card if focused in self._made else self.search.line).setFocus()
        stay(self, self._made, spot)

    def enter(self) -> None:
        """The keyboard is in the question at once."""
        self.search.setFocus()

    def press_letter(self, letter: str) -> bool:
        """K is for kind words, which are here: back to the question."""
        if letter == "k":
            self.search.setFocus()
        return letter == "k"

    @property
    def shown_ids(self) -> list[str]:
        """The ids of all that fits, best first, whether its card is made yet or not."""
        return [entry.id for entry in self._shown]

    def _turned(self, group: Text, *, taken: bool) -> None:
        if taken != (group is self._finder.group):  # else it only shows what is chosen
            self._choose_group(group if taken else None)

    def _choose_group(self, group: Text | None) -> None:
        self._finder.group = group
        for one, pill in self.groups.items():
            pill.setChecked(one is group)
        self._find()

    def _find_soon(self) -> None:
        """Find at once among few, and among many once typing rests; whoever opens what fits best need not wait."""
        if len(self._finder.entries) > MANY:
            self._rested.start()
        else:
            self._find()

    def _find(self, *, quietly: bool = False, count: int = AT_ONCE) -> None:
        self._rested.stop()
        words = self.search.line.text()
        self.danger.setVisible(speaks_of_danger(words))
        self._shown, noted = self._finder.find(words)
        note = "" if noted is None else say(noted)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._show_cards(count)
        if words.strip() and not quietly:
            count = len(self._shown)
            told = note or (say(Soothe.FOUND_ONE) if count == 1 else say(Soothe.FOUND, count=count))
            announce(self, say(Soothe.DANGER) if speaks_of_danger(words) else told)

    def _show_more(self) -> None:
        """Show more cards; the keyboard goes on with the first of them."""
        shown = len(self.cards)
        self._show_cards(shown + AT_ONCE)
        self.cards[shown].card.setFocus()

    def _show_cards(self, count: int) -> None:
        before, self.cards = self.cards, [self._card(entry) for entry in self._shown[:count]]
        for card in before:
            self._grid.removeWidget(card)
            card.setVisible(card in self.cards)
        for card in self.cards:
            self._grid.addWidget(card)
            card.show()
        self.more.setVisible(len(self._shown) > count)
        stops = [self.search.line, self.danger.button, *self.groups.values()]
        for card in self.cards:
            stops += [card.card, card.star]
        self.order_tabs([*stops, self.more])

    def _card(self, entry: Entry) -> StarredCard:
        made = self._made.get(entry.id)
        if made is None:
            exercise = entry.exercise
            card = ExerciseCard(
                exercise.title,
                exercise.summary,
                soothe_line(entry),
                self.look,
                name=soothe_name(entry),
                corner_px=TARGET_PX - 10,
            )
            names = (say(Soothe.KEEP_NEAR, title=exercise.title), say(Soothe.KEPT_NEAR, title=exercise.title))
            made = StarredCard(card, names, self.look, starred=entry.id in self._finder.near)
            made.opened.connect(lambda chosen=entry.id: self.script_chosen.emit(chosen))
            made.starred.connect(lambda on, chosen=entry.id: self._keep_near(chosen, on=on))
            self._made[entry.id] = made
        return made

    def _keep_near(self, exercise_id: str, *, on: bool) -> None:
        """Remember it. The cards stay where they are under the hand; the order is new the next time."""
        self.favourites_changed.emit(self._finder.keep_near(exercise_id, on=on))

    def _go_to_first(self) -> None:
        if self._rested.isActive():
            self._find(quietly=True)
        if self.cards:
            self.cards[0].card.setFocus()

    def _open_first(self) -> None:
        """Enter opens what fits best; where the words speak of danger, that is people and no script."""
        if self._rested.isActive():
            self._find(quietly=True)
        if speaks_of_danger(self.search.line.text()):
            self.support_wanted.emit()
        elif self._shown:
            self.script_chosen.emit(self._shown[0].id)
