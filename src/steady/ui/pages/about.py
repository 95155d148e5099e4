"""What Steady is, what it is not, what its exercises rest on, what it keeps, and what Leave quickly can do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.core.exercise import Entry
from steady.texts import Text, say
from steady.texts.about import AboutText
from steady.texts.evidence import evidence_lines
from steady.texts.ui import Ui
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import BODY, SMALL, STRONG, Theme
from steady.ui.widgets.pill import Pill, PillKind

PARTS: tuple[tuple[Text, tuple[Text, ...]], ...] = (
    (AboutText.FOR, (AboutText.FOR_FEAR, AboutText.FOR_YOUNG)),
    (AboutText.HELPS, (AboutText.HELPS_SHIFT, AboutText.HELPS_REVIEW)),
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

    def __init__(self, look: Theme, version: str, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
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
            if title is AboutText.HELPS:
                self._add_evidence(entries)
        rows.addSpacing(4)
        rows.addWidget(self.label(say(AboutText.VERSION, version=version), BODY, "soft_ink"))
        rows.addSpacing(16)
        rows.addStretch(1)
        back = self.foot.add(Pill(say(Ui.BACK), look, PillKind.MAIN))
        back.clicked.connect(self.back_wanted)

    def _add_evidence(self, entries: Sequence[Entry]) -> None:
        """How good the evidence is, each grade with the exercises that have it."""
        rows = self.column.rows
        rows.addSpacing(22)
        rows.addWidget(self.heading(say(AboutText.EVIDENCE), STRONG))
        for sentence, titles in evidence_lines(entries).items():
            rows.addSpacing(8)
            rows.addWidget(self.label(sentence))
            rows.addWidget(self.label(titles, SMALL, "soft_ink"))
        rows.addSpacing(8)
        rows.addWidget(self.label(say(AboutText.EVIDENCE_MORE), BODY, "soft_ink"))
