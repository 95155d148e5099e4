"""One step as it is read: its thought, large, its smaller lines, and the cards to press or the boxes to write in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from steady.core.steps import Facts, Name
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.ground import Ground
from steady.texts.script import ScriptText
from steady.texts.ui import Ui
from steady.ui.theme import BODY, HEADING, SMALL, TITLE, Size, Theme
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.cards import Cards
from steady.ui.widgets.column import text_px
from steady.ui.widgets.label import label
from steady.ui.widgets.link import Link
from steady.ui.widgets.sense_card import SenseCard
from steady.ui.widgets.thought_box import ThoughtBox
from steady.ui.widgets.whole_words import keep_words_whole

CARD_EM = 16
"""The least width of a card beside another, in sizes of the text."""


class StepBody(QWidget):
    """Shows the step its walk is at."""

    note_wanted = Signal()
    words_changed = Signal(str, str)
    """The place of a box, and the words in it."""
    support_wanted = Signal()

    def __init__(self, look: Theme, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._walk = walk
        self.cards: list[SenseCard] = []
        self.boxes: list[ThoughtBox] = []
        self.guard: Beside | None = None
        self.kept_line: Beside | None = None
        step = walk.step
        is_name = isinstance(step, Name)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._rows = rows
        self.thought = self._add_words(step.say, size=HEADING if is_name else TITLE)
        rows.addSpacing(8 if is_name else 12)
        for line in step.more:
            self._add_words(line, color="soft_ink")
            rows.addSpacing(5 if is_name else 8)
        if isinstance(step, Name):
            self._add_cards(step)
        elif isinstance(step, Facts):
            self._add_boxes(step)
        rows.addStretch(1)

    @property
    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in reading order."""
        stops: list[QWidget] = [*self.cards, *(box.field for box in self.boxes)]
        if self.kept_line is not None:
            stops.insert(0, self.kept_line.button)
        if self.guard is not None:
            stops.append(self.guard.button)
        return stops

    @property
    def focused(self) -> QWidget | None:
        """What in it has the keyboard, if anything."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and self.isAncestorOf(focus) else None

    def show_noticed(self) -> None:
        """Show on the cards what has been noted."""
        named = self._walk.named
        for at, card in enumerate(self.cards):
            if at < len(named):
                card.show_noticed(named[at])
            else:
                card.show_open(is_next=at == len(named))

    def let_go(self) -> None:
        """Empty the boxes whose words are from before, and say no more that there are any."""
        if self.kept_line is not None:
            if self.focused is self.kept_line.button:
                self.boxes[0].field.setFocus()
            self.kept_line.hide()
        for box in self.boxes:
            if box.place in self._walk.from_before:
                box.empty()

    def _add_words(self, text: str, size: Size = BODY, color: str = "ink") -> QLabel:
        made = keep_words_whole(label(text, self._look, size=size, color=color), size)
        self._rows.addWidget(made)
        return made

    def _add_cards(self, step: Name) -> None:
        grid = Cards(CARD_EM * text_px())
        for at in range(step.count):
            card = SenseCard(self._look, at + 1, step.count, step.hint or say(Ground.HINT))
            card.clicked.connect(self.note_wanted)
            grid.addWidget(card)
            self.cards.append(card)
        self._rows.addSpacing(16)
        self._rows.addLayout(grid)
        self.show_noticed()

    def _add_boxes(self, step: Facts) -> None:
        grid = Cards(CARD_EM * text_px())
        for box in step.boxes:
            made = ThoughtBox(self._look, box, self._walk.written.get(box.id, ""))
            made.words_changed.connect(self.words_changed)
            grid.addWidget(made)
            self.boxes.append(made)
        if any(box.words for box in self.boxes if box.place in self._walk.from_before):
            let_go = Link(say(ScriptText.LET_GO), self._look, color="accent", name=say(ScriptText.LET_GO_NAME))
            let_go.clicked.connect(self.let_go)
            self.kept_line = Beside(label(say(ScriptText.KEPT), self._look, color="soft_ink"), let_go)
            self._rows.addWidget(self.kept_line)
        self._rows.addSpacing(10)
        self._rows.addLayout(grid)
        self._rows.addSpacing(6)
        support = Link(say(Ui.SUPPORT), self._look)
        support.clicked.connect(self.support_wanted)
        self.guard = Beside(label(step.guard, self._look, color="support"), support)
        self._rows.addWidget(self.guard)
        self._add_words(say(ScriptText.STAYS_HERE), size=SMALL, color="soft_ink")
