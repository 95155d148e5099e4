"""What Steady is, what it is not, what it keeps, and what Leave quickly can and cannot do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.texts import Text, say
from steady.texts.about import AboutText
from steady.texts.ui import Ui
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import BODY, STRONG, Theme
from steady.ui.widgets.pill import Pill, PillKind

PARTS: tuple[tuple[Text, tuple[Text, ...]], ...] = (
    (AboutText.FOR, (AboutText.FOR_FEAR, AboutText.FOR_YOUNG)),
    (AboutText.HELPS, (AboutText.HELPS_SHIFT, AboutText.HELPS_GRADE, AboutText.HELPS_REVIEW)),
    (
        AboutText.KEEPS,
        (
            AboutText.KEEPS_ROW,
            AboutText.KEEPS_MORE,
            AboutText.KEEPS_FAULTS,
            AboutText.KEEPS_HERE,
            AboutText.KEEPS_OPEN,
        ),
    ),
    (AboutText.LEAVE, (AboutText.LEAVE_CAN, AboutText.LEAVE_CANT, AboutText.LEAVE_WATCH)),
    (AboutText.MADE, (AboutText.LICENCE,)),
)


class AboutPage(ScrolledPage):
    """Words only, and a way back."""

    back_wanted = Signal()

    def __init__(self, look: Theme, version: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name = say(AboutText.TITLE)
        rows = self.column.rows
        rows.addWidget(self.heading(say(AboutText.TITLE)))
        rows.addSpacing(4)
        rows.addWidget(self.label(say(AboutText.LEAD)))
        for title, sentences in PARTS:
            rows.addSpacing(22)
            rows.addWidget(self.heading(say(title), STRONG))
            for sentence in sentences:
                rows.addSpacing(4)
                rows.addWidget(self.label(say(sentence), BODY, "soft_ink"))
        rows.addSpacing(4)
        rows.addWidget(self.label(say(AboutText.VERSION, version=version), BODY, "soft_ink"))
        rows.addSpacing(16)
        rows.addStretch(1)
        back = self.foot.add(Pill(say(Ui.BACK), look, PillKind.MAIN))
        back.clicked.connect(self.back_wanted)
