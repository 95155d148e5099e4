"""One small card after a practice. It may be skipped, or left at once; what is answered is kept as it is given."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steady.core.after import AfterPractice, Saving, Way
from steady.core.carrying import Distress
from steady.core.record import Felt
from steady.texts import say
from steady.texts.after import AfterText, practised_words
from steady.ui.announce import announce
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.receipts import Waiting
from steady.ui.theme import Theme
from steady.ui.widgets.after_card import AfterCard
from steady.ui.widgets.after_ways import AfterWays
from steady.ui.widgets.week_offer import WeekOffer

OVER = "over"
"""The place to come back to, where the questions are behind the person."""


class AfterPage(ScrolledPage):
    """The questions, and once they are done, that it is saved and where one could go from here."""

    done = Signal()
    """The person is done with the questions."""
    skipped = Signal()
    breaths_wanted = Signal()
    journal_wanted = Signal()
    week_offered = Signal()
    week_wanted = Signal()
    menu_wanted = Signal()
    reached = Signal(bool)
    """The person reached someone, or takes that back."""
    forgotten = Signal()
    own_tags_wanted = Signal(object)
    """What the person's own tags are to be given to, once they are found."""

    def __init__(
        self,
        look: Theme,
        after: AfterPractice,
        distress: Distress,
        *,
        offers_week: bool = False,
        has_reached: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._after, self._distress = after, distress
        self.name = practised_words(after.record)
        self.is_over = False
        self._offers_week = offers_week
        self._waiting = Waiting(self)
        self._waiting.ended.connect(lambda _saved: self._tell_saving())
        self.foot.hide()
        rows = self.column.rows
        rows.addStretch(2)
        self._card = AfterCard(look, after)
        self._card.rated.connect(self._show_ways)
        self._card.finished.connect(self._finish)
        self._card.stops_changed.connect(self._order)
        self._card.own_tags_wanted.connect(self.own_tags_wanted)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, 1000)
        middle.addStretch(1)
        rows.addLayout(middle)
        rows.addSpacing(14)
        self._week = WeekOffer(look)
        self._week.link.clicked.connect(self.week_wanted)
        self._ways = AfterWays(look, has_reached=has_reached)
        self._ways.wanted.connect(self._go)
        self._ways.reached.connect(self.reached)
        rows.addLayout(self._ways)
        self._show_ways()
        rows.addWidget(self._week)
        rows.addSpacing(18)
        rows.addStretch(3)
        self._order()

    @property
    def last_stop(self) -> QWidget | None:
        """The way to a look back at the week, below all others."""
        return self._week.link

    def _order(self) -> None:
        self.order_tabs([*self._card.stops, *self._ways.stops, self._week.link])

    # -- living -------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Keep the note as far as it is written; wait for nothing any more."""
        self._card.keep_note()
        self._waiting.stop()

    def press_space(self) -> bool:
        """Space is the kind way on: it does what Done does, or goes to the menu from what comes after it."""
        if self.is_over:
            self.menu_wanted.emit()
        else:
            self._finish()
        return True

    def place(self) -> object:
        """Whether the questions are behind the person."""
        self._card.keep_note()
        return OVER if self.is_over else None

    def come_back(self, place: object) -> None:
        """Go on from there."""
        if place == OVER:
            self.end()

    # -- answering ----------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        self._card.keep_note()
        self.done.emit()

    def end(self) -> None:
        """The questions are done: say how it stands with the answers, and where one could go from here."""
        self.is_over = True
        self._tell_saving()
        self.scroll.to_top()
        self.window().setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let the practice go."""
        self._after.forget()
        self.forgotten.emit()
        self._ways.take_reached_back()
        self.end()

    def _go(self, way: Way) -> None:
        if way is Way.DONT_SAVE:
            self.forget()
        elif way is Way.SAVE_AGAIN:
            self._save_again()
        else:
            wanted = {
                Way.MENU: self.menu_wanted,
                Way.SKIP: self.skipped,
                Way.BREATHS: self.breaths_wanted,
                Way.WRITE: self.journal_wanted,
            }
            wanted[way].emit()

    def _save_again(self) -> None:
        self._after.row.amend()
        self._tell_saving()

    # -- showing ------------------------------------------------------------------------------------------------

    def _show_ways(self) -> None:
        self._card.ask(self._after.asks(is_over=self.is_over))
        breaths = self._distress.may_offer_breaths(self._after.ratings)
        self._ways.show_ways(self._after.ways(is_over=self.is_over, may_offer_breaths=breaths))

    def _tell_saving(self) -> None:
        saving = self._after.saving
        if saving in (Saving.UNDER_WAY, Saving.FORGETTING):
            self._waiting.watch(self._after.row.receipt)
        words = say(_SAID[saving])
        if saving is Saving.SAVED and self._after.record.felt is Felt.HARDER:
            words = say(AfterText.SAVED_HARDER)
        self._show_ways()
        if self._offers_week and saving is Saving.SAVED and self._week.isHidden():
            self._week.show()
            self.week_offered.emit()
        if self._card.tell(words):
            announce(self, words)


_SAID = {
    Saving.UNDER_WAY: AfterText.SAVING,
    Saving.SAVED: AfterText.SAVED,
    Saving.FAILED: AfterText.FAILED,
    Saving.FORGETTING: AfterText.FORGETTING,
    Saving.FORGOTTEN: AfterText.FORGOTTEN,
    Saving.STILL_THERE: AfterText.STILL_THERE,
}
