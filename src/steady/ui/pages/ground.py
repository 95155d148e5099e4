"""Grounding: look outward, one sense at a time. No timer, no wrong count; fewer is always fine."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.core.senses import offered
from steady.core.steps import Name
from steady.texts import say
from steady.texts.ground import Ground
from steady.texts.steps import StepText
from steady.texts.ui import Ui
from steady.ui.pages.steps import StepsPage
from steady.ui.steps.name import NamePart
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.dots import Dots
from steady.ui.widgets.ends import Ends
from steady.ui.widgets.link import Link
from steady.ui.widgets.pill import Pill, PillKind


class GroundPage(StepsPage):
    """The steps of a grounding exercise, with a card to press for each thing."""

    letters = False
    swaps_below = True
    others_wanted = Signal()
    """Another way to look outward, rather than this one."""

    def make_head(self) -> QWidget:
        """Where one is, in words and in dots, and the way to all other grounding."""
        others = Link(say(Ground.OTHERS), self.look, color="accent", name=say(Ground.OTHERS_NAME))
        others.clicked.connect(self.others_wanted)
        self.head = Beside(self.where, others)
        self.dots = Dots(self.look, self.walk.count)
        made = QWidget()
        row = Ends(made)
        row.add_to_end(self.head, far=False)
        row.add_to_end(self.dots, far=True)
        return made

    @property
    def stops_at_the_end(self) -> Sequence[QWidget]:
        """The way to another exercise comes last of all."""
        return (*super().stops_at_the_end, self.head.button)

    def make_foot(self) -> None:
        """On, another sense, skip, enough; and back, whose room is there before it is: nothing moves under the hand."""
        self.foot.add(self.main, stays=True)
        self.instead = Pill(say(StepText.INSTEAD), self.look)
        self.instead.clicked.connect(self._unfold)
        self.foot.add(self.instead)
        for words, press in ((Ground.SKIP, self.go_on), (Ui.THATS_ENOUGH, self.done)):
            pill = Pill(say(words), self.look)
            pill.clicked.connect(press)
            self.foot.add(pill)
        self.back = Pill(say(Ui.BACK), self.look, PillKind.QUIET)
        self.back.clicked.connect(self.go_back)
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.foot.add(self.back, stays=True)

    def name_controls(self) -> None:
        """The counts of the senses above, what comes next on the main button, and the place of the dots."""
        counts = say(Ground.BETWEEN_COUNTS).join(map(str, self.walk.counts))
        self.where.setText(counts if self.walk.mostly_names else self.title)
        self.dots.show_place(self.walk.index)
        self.back.setVisible(not self.walk.is_first)
        step = self.walk.step
        self.instead.setVisible(isinstance(step, Name) and bool(offered(step)))
        if self.walk.is_last:
            self.main.set_words(say(Ui.BACK_TO_BREATHING))
            return
        steps = self.walk.step, self.walk.following
        senses = all(isinstance(step, Name) and step.sense for step in steps)
        self.main.set_words(say(Ground.NEXT_SENSE if senses else Ui.NEXT))

    def go_back(self) -> None:
        """Go to the step before; the keyboard, if it was on the way back, goes on at the first, which has none."""
        had_focus = self.back.hasFocus()
        self.step_by(-1)
        if had_focus and self.walk.is_first:
            (self.body.first_stop or self.main).setFocus()

    def _unfold(self) -> None:
        if isinstance(self.body.part, NamePart):
            self.scroll.to_top()
            self.body.part.unfold(by_hand=self.instead.hasFocus())
