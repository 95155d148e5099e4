"""One step as it is read: its thought, large, its smaller lines, its guard, and the part that its kind asks for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from steady.core.steps import Name
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.script import ScriptText
from steady.texts.senses import sense_more, sense_thought
from steady.texts.steps import StepText
from steady.texts.ui import Ui
from steady.ui.steps.boxes import BoxesPart
from steady.ui.steps.go_to import ways
from steady.ui.steps.kinds import part_for
from steady.ui.steps.name import NamePart
from steady.ui.steps.part import StepServices
from steady.ui.theme import BODY, HEADING, SMALL, TITLE, Size, Theme
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.heading import Heading
from steady.ui.widgets.label import label
from steady.ui.widgets.link import Link
from steady.ui.widgets.sense_card import SenseCard
from steady.ui.widgets.thought_box import ThoughtBox
from steady.ui.widgets.whole_words import keep_words_whole

if TYPE_CHECKING:
    from steady.ui.widgets.pill import Pill


class StepBody(QWidget):
    """Shows the step its walk is at. `ways_out` are shown at the last: words and where they lead."""

    support_wanted = Signal()

    def __init__(
        self,
        look: Theme,
        walk: Walk,
        services: StepServices,
        ways_out: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._walk = walk
        self.guard: Beside | None = None
        self.stays: QLabel | None = None
        self.ways: list[Pill] = []
        is_name = isinstance(walk.step, Name)
        rows = self._rows = _rows(self)
        thought, more = _words(walk)
        if is_name and walk.choices:
            chosen = say(StepText.BETWEEN_CHOICES).join(walk.choices)
            self._add_words(say(StepText.CHOSEN, choices=chosen), size=SMALL, color="soft_ink")
            rows.addSpacing(6)
        self._said = QWidget()
        said = _rows(self._said)
        self.thought = self._add_thought(thought, to=said)
        said.addSpacing(8 if is_name else 12)
        for line in more:
            self._add_words(line, color="soft_ink", to=said)
            said.addSpacing(5 if is_name else 8)
        rows.addWidget(self._said)
        self._add_guard(walk.step.guard)
        self.part = part_for(look, walk, services)
        self.part.changed.connect(self._show_said)
        rows.addWidget(self.part)
        self._show_said()
        if self.boxes:
            rows.addSpacing(6)
            self.stays = self._add_words("", size=SMALL, color="soft_ink")
            self._say_what_stays()
        if walk.is_last and ways_out:
            self._add_ways(ways_out)
        rows.addStretch(1)

    @property
    def cards(self) -> list[SenseCard]:
        """The cards of a step that asks to name things."""
        return self.part.cards if isinstance(self.part, NamePart) else []

    @property
    def boxes(self) -> list[ThoughtBox]:
        """The boxes of a step that has some."""
        return self.part.boxes if isinstance(self.part, BoxesPart) else []

    @property
    def kept_line(self) -> Beside | None:
        """The line that says that words from before are still there."""
        return self.part.kept_line if isinstance(self.part, BoxesPart) else None

    @property
    def words(self) -> Sequence[str]:
        """All that is read here, the thought first."""
        return self.part.own_words or words_of(self._walk)

    @property
    def told(self) -> Sequence[str]:
        """What is told to those who do not see the page as they come to the step: its words, and its guard."""
        guard = self._walk.step.guard
        return self.words if guard is None else (*self.words, guard)

    @property
    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in reading order."""
        guard = [] if self.guard is None else [self.guard.button]
        return [*guard, *self.part.stops, *self.ways]

    @property
    def focused(self) -> QWidget | None:
        """What in it has the keyboard, if anything."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and self.isAncestorOf(focus) else None

    @property
    def first_stop(self) -> QWidget | None:
        """Where the keyboard goes as one comes to the step: the first card that is open, where there is one."""
        return None if self._walk.is_full else self.cards[len(self._walk.named)]

    def saving_changed(self) -> None:
        """The practice is not saved any more: what is said of words that are written here is another thing."""
        self._say_what_stays()
        self.part.saving_changed()

    def _say_what_stays(self) -> None:
        if self.stays is not None:
            self.stays.setText(say(ScriptText.GONE if self._walk.keeps_nothing else ScriptText.STAYS_HERE))

    def show_noticed(self) -> None:
        """Show on the cards what has been noted."""
        if isinstance(self.part, NamePart):
            self.part.show_noticed()

    def let_go(self) -> None:
        """Empty the boxes whose words are from before."""
        if isinstance(self.part, BoxesPart):
            self.part.let_go()

    def _show_said(self) -> None:
        """Show what the step says, unless its part has words to read in place of that."""
        self._said.setVisible(not self.part.own_words)

    def _add_thought(self, text: str, *, to: QVBoxLayout) -> Heading:
        """Add the thought, as large at every step of one exercise: bold where most of them name things."""
        size = HEADING if self._walk.mostly_names else TITLE
        made = keep_words_whole(Heading(text, self._look, size=size), size)
        to.addWidget(made)
        return made

    def _add_words(self, text: str, size: Size = BODY, color: str = "ink", *, to: QVBoxLayout | None = None) -> QLabel:
        made = keep_words_whole(label(text, self._look, size=size, color=color), size)
        (to or self._rows).addWidget(made)
        return made

    def _add_guard(self, guard: str | None) -> None:
        """Put the sentence with Support where it is read before anything is done here, in a short window too."""
        if guard is not None:
            support = Link(say(Ui.SUPPORT), self._look)
            support.setAccessibleDescription(guard)
            support.clicked.connect(self.support_wanted)
            self.guard = Beside(label(guard, self._look, color="support"), support)
            self._rows.addWidget(self.guard)

    def _add_ways(self, ways_out: Sequence[tuple[str, str]]) -> None:
        self._rows.addSpacing(22)
        self._add_words(say(StepText.WAYS_OUT), size=SMALL, color="soft_ink")
        self._rows.addSpacing(6)
        row, self.ways = ways(self._look, ways_out, self.part)
        self._rows.addLayout(row)


def _rows(host: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(host)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    return rows


def _words(walk: Walk) -> tuple[str, Sequence[str]]:
    """Return the thought and the smaller lines of the step, or of what is noticed instead."""
    if walk.instead is not None:
        return say(sense_thought(walk.instead)), (say(sense_more(walk.instead)),)
    return walk.step.say, walk.step.more


def words_of(walk: Walk) -> tuple[str, ...]:
    """Return all that is read at a step, the thought first."""
    thought, more = _words(walk)
    return (thought, *more)
