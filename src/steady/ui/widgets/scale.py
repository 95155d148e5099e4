"""The scale from 0 to 10: eleven round marks, of which one may be taken, and taken back."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.texts import say
from steady.texts.after import AfterText
from steady.texts.announce import spoken
from steady.ui.theme import BODY, SMALL, Theme
from steady.ui.widgets.choices import Choice, Choices
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.label import label
from steady.ui.widgets.pill import Pill
from steady.ui.widgets.whole_words import keep_words_whole

STRONGEST = 10
SIDE_PX = 12


class Mark(Choice):
    """One number: round, and filled where it is taken."""

    def _make_room_for_hint(self) -> None:
        self._hint_px = 0
        self._around_px = 2 * SIDE_PX

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it is tall."""
        size = super().sizeHint()
        return QSize(max(size.width(), size.height()), size.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: a number is never cut."""
        return self.sizeHint()

    def _colors(self) -> tuple[QColor, QColor, QColor]:
        if self.isChecked():
            accent = self._look.color("accent")
            return accent, accent, self._look.color("on_accent")
        fill, _border, ink = Pill._colors(self)  # noqa: SLF001 - what it is drawn from; a choice's dot has no room
        return fill, self._look.color("edge"), ink

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pill, without a dot: it is round, and filled where it is taken."""
        Pill.paintEvent(self, event)


class Scale(QWidget):
    """The question, what the ends mean, and the marks."""

    rated = Signal(object)
    """A number from 0 to 10; None where it was taken back."""

    def __init__(
        self, look: Theme, value: int | None = None, *, centered: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        question, ends = say(AfterText.QUESTION), say(AfterText.SCALE)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(keep_words_whole(label(question, look, centered=centered), BODY))
        rows.addSpacing(2)
        rows.addWidget(keep_words_whole(label(ends, look, size=SMALL, color="soft_ink", centered=centered), SMALL))
        rows.addSpacing(12)
        marks = [(number, str(number)) for number in range(STRONGEST + 1)]
        self._choices = Choices(
            spoken((question, ends)), marks, value, look, self, by_click=False, can_be_cleared=True, make=Mark
        )
        self._choices.chosen.connect(self.rated)
        row = SnugFlow(centered=centered, gap_px=0)
        for pill in self._choices.pills:
            row.addWidget(pill)
        rows.addLayout(row)

    @property
    def value(self) -> int | None:
        """The number that is taken, if any."""
        value = self._choices.value
        return value if isinstance(value, int) else None

    @property
    def stops(self) -> list[QWidget]:
        """The marks, of which Tab stops at one."""
        return list(self._choices.pills)

    def mark(self, number: int) -> Choice:
        """Return the mark of a number."""
        return self._choices.pill(number)
