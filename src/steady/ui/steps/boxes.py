"""Boxes to write in: fact, story, other possibility, don't know yet; or what a step asks for. All may stay empty."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from steady.core.steps import Box, Facts, FillIn, WriteHere
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.script import ScriptText
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.theme import Theme
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.cards import Cards
from steady.ui.widgets.column import text_px
from steady.ui.widgets.label import label
from steady.ui.widgets.link import Link
from steady.ui.widgets.thought_box import ThoughtBox

CARD_EM = 16
"""The least width of a card beside another, in sizes of the text."""


class BoxesPart(StepPart):
    """The boxes, and above them a way to let words from before go, where there are some."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        self.boxes: list[ThoughtBox] = []
        self.kept_line: Beside | None = None
        grid = Cards(CARD_EM * text_px())
        for box in _boxes(walk):
            made = ThoughtBox(look, box, walk.written.get(box.id, ""))
            made.words_changed.connect(self.words_changed)
            grid.addWidget(made)
            self.boxes.append(made)
        if any(box.words for box in self.boxes if box.place in walk.from_before):
            let_go = Link(say(ScriptText.LET_GO), look, color="accent", name=say(ScriptText.LET_GO_NAME))
            let_go.clicked.connect(self.let_go)
            self.kept_line = Beside(label(say(ScriptText.KEPT), look, color="soft_ink"), let_go)
            self.rows.addWidget(self.kept_line)
        self.rows.addSpacing(10)
        self.rows.addLayout(grid)

    @property
    def stops(self) -> Sequence[QWidget]:
        """The way to let words go, then the boxes."""
        fields = tuple(box.field for box in self.boxes)
        return fields if self.kept_line is None else (self.kept_line.button, *fields)

    def let_go(self) -> None:
        """Empty the boxes whose words are from before, and say no more that there are any."""
        if self.kept_line is not None:
            self.kept_line.hide()  # the keyboard, if it was there, goes on to the first box
        for box in self.boxes:
            if box.place in self.walk.from_before:
                box.empty()


def _boxes(walk: Walk) -> Sequence[Box]:
    step = walk.step
    if isinstance(step, FillIn):
        return step.blanks
    return step.boxes if isinstance(step, Facts | WriteHere) else ()
