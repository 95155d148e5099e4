"""What to heed, said once before an exercise with holds first starts. Holds are left out until they are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.core.exercise import Caution
from steady.texts import say
from steady.texts.announce import spoken
from steady.texts.cautions import caution_text
from steady.texts.menu import CautionPageText
from steady.texts.ui import Ui
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.pill import Pill, PillKind


class CautionPage(ScrolledPage):
    """The sentences, the choice of holds where there are some, Start, Not this, and the way to look outward."""

    start_wanted = Signal(bool)
    """Start, with holds or without."""
    back_wanted = Signal()
    ground_wanted = Signal()
    """Not a breath at all: look outward instead."""

    def __init__(
        self,
        look: Theme,
        title: str,
        cautions: Sequence[Caution],
        has_holds: bool,  # noqa: FBT001 - named where it is called
        holds_chosen: bool,  # noqa: FBT001 - as above
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        sentences = [say(caution_text(one)) for one in cautions]
        self.name = spoken([title, *sentences])
        rows = self.column.rows
        rows.addWidget(self.label(say(CautionPageText.LEAD), SMALL, "soft_ink"))
        rows.addSpacing(4)
        rows.addWidget(self.heading(title))
        rows.addSpacing(6)
        for sentence in sentences:
            rows.addSpacing(10)
            rows.addWidget(self.label(sentence))
        self._holds: ChoiceRow | None = None
        if has_holds:
            rows.addSpacing(26)
            choices = [(False, say(CautionPageText.WITHOUT)), (True, say(CautionPageText.WITH))]
            more = say(CautionPageText.CHANGE)
            self._holds = ChoiceRow(say(CautionPageText.HOLDS), choices, holds_chosen, look, more=more)
            rows.addWidget(self._holds)
        rows.addStretch(1)
        start = self.foot.add(Pill(say(CautionPageText.START), look, PillKind.MAIN))
        start.clicked.connect(lambda: self.start_wanted.emit(self.holds))
        back = self.foot.add(Pill(say(CautionPageText.NOT_THIS), look))
        back.clicked.connect(self.back_wanted)
        ground = self.foot.add(Pill(say(Ui.GROUND_ME), look))
        ground.clicked.connect(self.ground_wanted)

    @property
    def holds(self) -> bool:
        """Whether holds are asked for."""
        return self._holds is not None and self._holds.value is True
