"""Progress: what was logged, kindly. Six charts that each can be read, a few counts, and no score.

The log is read and pyqtgraph imported on other threads; cards are put up one at a time, so that the window goes on.
"""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.progress.days import last_day
from steady.core.progress.facts import Facts
from steady.core.progress.ranges import Range
from steady.core.summary import Names
from steady.texts import say
from steady.texts.progress import ProgressText, lead_words, range_words
from steady.texts.ui import Ui
from steady.ui.pages.left_out import show_left_out
from steady.ui.pages.progress_cards import ProgressCards, QuietCard
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import BODY, SMALL, Theme
from steady.ui.widgets.cards import GAP_PX, Cards
from steady.ui.widgets.charts.chart_card import ChartCard
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.column import text_px
from steady.ui.widgets.pill import Pill, PillKind

if TYPE_CHECKING:
    from collections.abc import Iterator

CARD_EM = 21
"""The least width of a card beside another, in sizes of the text."""


class Place(NamedTuple):
    """How far back the person looks, and how far the page is scrolled."""

    chosen: Range
    scrolled_px: int


class ProgressPage(ScrolledPage):
    """Asks for facts with `facts_wanted` and is given them by `take`, once pyqtgraph is imported."""

    facts_wanted = Signal(object)
    """The `Range` of which the facts are wanted."""
    runs_hidden = Signal(bool)
    """The calm runs are to be hidden, or shown again."""
    summary_wanted = Signal()
    practices_wanted = Signal()
    week_wanted = Signal()
    back_wanted = Signal()
    built = Signal()
    """All that there is to show is there."""

    def __init__(
        self, look: Theme, today: date, names: Names, *, hides_runs: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name = say(ProgressText.TITLE)
        self.range = Range.QUARTER
        self._today, self._names, self._hides_runs = today, names, hides_runs
        self._facts: Facts | None = None
        self._asked: Range | None = None
        self._body: _Body | None = None
        self._scroll_to_px = 0
        self._is_built = False
        self._cards: ProgressCards | None = None
        self._slices: Iterator[QWidget] = iter(())
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._build_next)
        rows = self.column.rows
        rows.addWidget(self.heading(say(ProgressText.TITLE)))
        rows.addSpacing(2)
        self._lead = self.label(say(ProgressText.ONE_MOMENT), BODY, "soft_ink")
        rows.addWidget(self._lead)
        self.left_out = self.label("", SMALL, "soft_ink")
        self.left_out.hide()
        rows.addWidget(self.left_out)
        rows.addSpacing(14)
        choices = [(one, range_words(one)) for one in Range]
        self.ranges = ChoiceRow(say(ProgressText.RANGE), choices, self.range, look)
        self.ranges.chosen.connect(self._look_back)
        rows.addWidget(self.ranges)
        rows.addSpacing(18)
        rows.addStretch(1)
        back = self.foot.add(Pill(say(Ui.BACK), look, PillKind.MAIN), stays=True)
        back.clicked.connect(self.back_wanted)
        printed = self.foot.add(Pill(say(ProgressText.SUMMARY), look), far=True)
        printed.clicked.connect(self.summary_wanted)

    @property
    def is_built(self) -> bool:
        """Whether all that there is to show is there."""
        return self._is_built

    @property
    def cards(self) -> list[ChartCard]:
        """The cards that have been put up so far."""
        return [card for card in (self._cards.made if self._cards else ()) if isinstance(card, ChartCard)]

    @property
    def hidden_card(self) -> QuietCard | None:
        """What stands where the runs are hidden, with the way to show them again."""
        runs = self._cards.runs if self._cards is not None else None
        return runs if isinstance(runs, QuietCard) else None

    # -- what the window asks -----------------------------------------------------------------------------------

    def enter(self) -> None:
        """Ask for what is to be shown, unless the person comes back to it."""
        if self._facts is not None:
            return
        self._ask()

    def leave(self) -> None:
        """Build no further."""
        self._next.stop()

    def place(self) -> Place:
        """Return where the person is, for the page that is made in place of this one."""
        return Place(self.range, self.scroll.verticalScrollBar().value())

    def come_back(self, place: object) -> None:
        """Look as far back as before, and scroll there once all is built."""
        if isinstance(place, Place):
            self._scroll_to_px = place.scrolled_px
            if place.chosen is not self.range:
                self.ranges.pill(place.chosen).setChecked(True)

    def press_space(self) -> bool:
        """Space turns to what is below."""
        return self.scroll.turn(1)

    def press_arrow(self, direction: int) -> bool:
        """Arrows scroll a little."""
        return self.scroll.turn(-direction / 4)

    # -- facts --------------------------------------------------------------------------------------------------

    def _look_back(self, chosen: object) -> None:
        if isinstance(chosen, Range):
            self.range = chosen
            self._ask()

    def _ask(self) -> None:
        self._asked = self.range
        self.facts_wanted.emit(self.range)

    def take(self, asked: Range, facts: Facts | None) -> None:
        """Take the facts of a range; None where the log can't be read. Those of an earlier wish are put aside."""
        if asked is not self._asked:
            return
        self._asked, self._facts = None, facts
        if facts is None:
            self._lead.setText(say(ProgressText.UNREADABLE))
            return
        self.ranges.setVisible(facts != Facts())
        last = last_day(facts.days, self._today)
        self._lead.setText(lead_words(facts, last, self._today))
        show_left_out(self.left_out, facts.left_out)
        self._begin()

    # -- a card at a time ---------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Begin to put up cards."""
        if self._facts is None:
            return
        self._next.stop()
        self._is_built = False
        old, body = self._body, _Body()
        self._body, rows = body, self.column.rows
        if old is None:
            rows.insertWidget(rows.count() - 1, body)
        else:
            rows.replaceWidget(old, body)
            old.hide()
            old.deleteLater()
        self._cards = ProgressCards(
            self.look, self._facts, self.range, self._today, self._names, hides_runs=self._hides_runs
        )
        self._cards.hide_runs.connect(self._hide_runs)
        self._cards.week_wanted.connect(self.week_wanted)
        self._cards.practices_wanted.connect(self.practices_wanted)
        self._slices = self._cards.make()
        self._next.start(0)

    def _build_next(self) -> None:
        card = next(self._slices, None)
        if card is not None and self._body is not None:
            self._body.add(card, beside=self._cards is not None and card in self._cards.narrow)
            self._next.start(0)
            return
        self._end()

    def _end(self) -> None:
        """All cards are there: Tab comes to them in order, and the page stands where the person was."""
        if self._cards is None:
            return
        self._order()
        if self._scroll_to_px:
            self.scroll.verticalScrollBar().setValue(self._scroll_to_px)
            self._scroll_to_px = 0
        self._is_built = True
        self.built.emit()

    def _order(self) -> None:
        pills = [self.ranges.pill(one) for one in Range]
        self.order_tabs([*pills, *(self._cards.stops() if self._cards is not None else ())])

    def _hide_runs(self, hidden: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Hide the runs where they stand, at once; or show them again. Nothing else moves, and the keyboard stays."""
        self._hides_runs = hidden
        self.runs_hidden.emit(hidden)
        turned = self._cards.turn_runs(hides=hidden) if self._cards is not None else None
        if turned is None or self._body is None:
            return
        old, new = turned
        focus = self.window().focusWidget()
        had_keyboard = focus is not None and old.isAncestorOf(focus)
        self._body.swap(old, new)
        self._order()
        if had_keyboard:
            new.stops[-1].setFocus(Qt.FocusReason.OtherFocusReason)


class _Body(QWidget):
    """The cards: wide ones below each other, narrow ones in pairs."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 16)
        self._rows.setSpacing(GAP_PX)
        self._pairs: Cards | None = None

    def add(self, card: QWidget, *, beside: bool) -> None:
        """Add a card below the others, or beside the one before where both are narrow."""
        if not beside:
            self._pairs = None
            self._rows.addWidget(card)
            return
        if self._pairs is None:
            self._pairs = Cards(CARD_EM * text_px())
            self._rows.addLayout(self._pairs)
        self._pairs.addWidget(card)

    def swap(self, old: QWidget, new: QWidget) -> None:
        """Put one card in the place of another."""
        self._rows.replaceWidget(old, new)
        new.show()
        old.hide()
        old.deleteLater()
