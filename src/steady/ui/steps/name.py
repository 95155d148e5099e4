"""Things to notice: a card for each. Press, Space, or type what you notice; another sense instead, always."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from steady.core.senses import Instead, offered
from steady.core.steps import Name
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.ground import Ground
from steady.texts.senses import sense_name
from steady.texts.steps import StepText
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.cards import Cards
from steady.ui.widgets.column import text_px
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.label import label
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.sense_card import SenseCard
from steady.ui.widgets.switch_row import SwitchRow

CARD_EM = 16


class NamePart(StepPart):
    """The cards. What is typed stays on them; a switch keeps it, only where the person wants that."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        hint = step.hint if isinstance(step, Name) else ""
        self.cards: list[SenseCard] = []
        self.choices: list[Pill] = []
        self.other: Pill | None = None
        """The way to notice something else, on a page that has none below."""
        self._unfolded: QWidget | None = None
        self._begun_by_typing: int | None = None
        grid = Cards(CARD_EM * text_px())
        for at in range(walk.wanted):
            card = SenseCard(look, at + 1, walk.wanted, hint or say(Ground.HINT))
            card.clicked.connect(self.note)
            card.written.connect(lambda words, stays, at=at: self._write(at, words, stays=stays))
            grid.addWidget(card)
            self.cards.append(card)
        self.rows.addSpacing(16)
        self.rows.addLayout(grid)
        self.keep = SwitchRow(say(StepText.KEEP_WORDS), say(StepText.KEEP_WORDS_MORE), look, on=walk.keeps_words)
        self.keep.toggled.connect(self._keep)
        self.rows.addSpacing(8)
        self.rows.addWidget(self.keep)
        self.show_noticed()

    @property
    def stops(self) -> Sequence[QWidget]:
        """What could be noticed instead where that is unfolded, the cards, and the switch where it is shown."""
        keep = (self.keep,) if self.keep.isVisibleTo(self) else ()
        other = () if self.other is None else (self.other,)
        return (*self.choices, *self.cards, *other, *keep)

    def offer_instead(self) -> None:
        """Offer something else to notice below the cards, where there is something."""
        step = self.walk.step
        if not isinstance(step, Name) or not offered(step):
            return
        self.other = other = Pill(say(StepText.INSTEAD), self.look)
        self.other.clicked.connect(lambda: self.unfold(by_hand=other.hasFocus()))
        row = SnugFlow(centered=False)  # in a narrow window the words stand in two lines
        row.addWidget(self.other)
        at = self.rows.indexOf(self.keep)
        self.rows.insertLayout(at, row)
        self.rows.insertSpacing(at, 12)

    def show_noticed(self) -> None:
        """Show on the cards what has been noted."""
        named = self.walk.named
        for at, card in enumerate(self.cards):
            if at < len(named):
                card.show_noticed(named[at])
            else:
                card.show_open(is_next=at == len(named))
        self.keep.setVisible(bool(self.walk.named_words) and not self.walk.keeps_nothing)

    def saving_changed(self) -> None:
        """There is no practice any more that words could be kept with."""
        self.show_noticed()
        self.changed.emit()

    def press_space(self) -> bool:
        """Note the next thing, while there is one left to note."""
        if self.walk.is_full:
            return False
        self.note()
        return True

    def note(self) -> None:
        """Note one thing. A press on a card that is noted already counts for the next one."""
        if not self.walk.name():
            return
        self.show_noticed()
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._go_to_open()
        else:
            self.told.emit(say(Ground.SO_FAR, at=len(self.walk.named), count=len(self.cards)))

    def take_back(self) -> None:
        """Take the last noted thing back."""
        if not self.walk.named:
            return
        self.walk.unname()
        self.show_noticed()
        self.told.emit(say(Ground.TAKEN_BACK, at=len(self.walk.named), count=len(self.cards)))

    def _go_to_open(self) -> None:
        """Let the keyboard go to the next open card, or on where none is."""
        if self.walk.is_full:
            self.all_done.emit()
        else:
            self.cards[len(self.walk.named)].setFocus()

    def press_text(self, text: str) -> bool:
        """Write on the card that has the keyboard, or on the last one noted without words, or on the next."""
        at = next((place for place, card in enumerate(self.cards) if card.hasFocus()), None)
        named = self.walk.named
        if at is None:
            at = len(named) - 1 if named and not named[-1] else len(named)
        if at >= len(self.cards):
            return False
        if at >= len(named):
            at = self._begun_by_typing = len(named)
            self.walk.name()
        before = self.walk.named[at]
        self.show_noticed()
        self.cards[at].write(text, before)
        return True

    def unfold(self, *, by_hand: bool = False) -> None:
        """Show what could be noticed instead, or fold it again. It stands above: the keyboard goes there `by_hand`."""
        if self._unfolded is not None:
            self._unfolded.hide()
            self._unfolded.deleteLater()
            self._unfolded, self.choices = None, []
            self.changed.emit()
            return
        step = self.walk.step
        things = offered(step) if isinstance(step, Name) else ()
        made = QWidget()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 14, 0, 0)
        rows.addWidget(label(say(StepText.INSTEAD_QUESTION), self.look, size=SMALL, color="soft_ink"))
        row = SnugFlow(centered=False, gap_px=8)
        rows.addLayout(row)
        other: list[tuple[Instead | None, str]] = [(one, say(sense_name(one))) for one in things]
        if self.walk.instead is not None:
            other.insert(0, (None, say(StepText.INSTEAD_BACK)))
        for one, words in other:
            pill = Pill(words, self.look, PillKind.PLAIN)
            pill.setCheckable(True)
            pill.setChecked(one is not None and one is self.walk.instead)
            pill.toggled.connect(lambda _taken, one=one: self.instead_wanted(one))
            row.addWidget(pill)
            self.choices.append(pill)
        self.rows.insertWidget(0, made)
        self._unfolded = made
        self.changed.emit()
        if by_hand and self.choices:
            self.choices[0].setFocus()
        if self.choices:
            self.told.emit(say(StepText.INSTEAD_QUESTION))

    def instead_wanted(self, one: Instead | None) -> None:
        """Notice that instead; the page shows the step anew."""
        self.walk.notice(one)
        self.step_changed.emit()

    def _write(self, at: int, words: str, *, stays: bool) -> None:
        """Take the words of that card. Where the keyboard is still on it, it goes on to what is open."""
        self.walk.reword(at, words)
        if not words and at == self._begun_by_typing:
            self.walk.unname()  # nothing was written after all
        self._begun_by_typing = None
        self.show_noticed()
        self.changed.emit()
        if stays:
            self._go_to_open()

    def _keep(self, keeps: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.walk.keeps_words = keeps
