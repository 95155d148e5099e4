"""How strong it is before a practice: asked only of those who turned it on, and only on a calm way to one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.texts import say
from steady.texts.after import AfterText, BeforeText
from steady.texts.announce import spoken
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.scale import Scale


class BeforePage(ScrolledPage):
    """The scale; Start goes on with what is chosen, Skip with nothing."""

    start_wanted = Signal(object)
    """The rating, or None."""

    def __init__(self, look: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name = spoken((title, say(AfterText.QUESTION)))
        rows = self.column.rows
        rows.addStretch(1)
        rows.addWidget(self.label(say(BeforeText.LEAD), SMALL, "soft_ink"))
        rows.addSpacing(4)
        rows.addWidget(self.heading(title))
        rows.addSpacing(20)
        self.scale = Scale(look)
        rows.addWidget(self.scale)
        rows.addStretch(2)
        start = self.foot.add(Pill(say(BeforeText.START), look, PillKind.MAIN), stays=True)
        start.clicked.connect(lambda: self.start_wanted.emit(self.scale.value))
        skip = self.foot.add(Pill(say(AfterText.SKIP), look, PillKind.QUIET), stays=True)
        skip.clicked.connect(lambda: self.start_wanted.emit(None))

    def press_space(self) -> bool:
        """Space starts, with what is chosen."""
        self.start_wanted.emit(self.scale.value)
        return True
