"""A question and a few choices below it, of which one is taken."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.ui.theme import BODY, SMALL, Theme
from steady.ui.widgets.choices import Choice, Choices
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.label import label
from steady.ui.widgets.whole_words import keep_words_whole


class ChoiceRow(QWidget):
    """A heading, a smaller line where one is needed, and the choices. None is taken where `value` is not among them."""

    chosen = Signal(object)
    """The value that the person chose; None where they took it back."""

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[object, str]],
        value: object,
        look: Theme,
        *,
        more: str = "",
        can_be_cleared: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(keep_words_whole(label(title, look), BODY))
        if more:
            rows.addWidget(keep_words_whole(label(more, look, size=SMALL, color="soft_ink"), SMALL))
        rows.addSpacing(8)
        flow = SnugFlow(centered=False, gap_px=8)
        self._choices = Choices(title, choices, value, look, self, can_be_cleared=can_be_cleared)
        self._choices.chosen.connect(self.chosen)
        for pill in self._choices.pills:
            flow.addWidget(pill)
        rows.addLayout(flow)

    @property
    def value(self) -> object:
        """The value that is taken."""
        return self._choices.value

    @property
    def pills(self) -> Sequence[Choice]:
        """The controls, in order."""
        return self._choices.pills

    def pill(self, value: object) -> Choice:
        """Return the control of one value."""
        return self._choices.pill(value)

    def take_focus(self) -> None:
        """Put the keyboard on the choice that is taken, or on the first."""
        self._choices.take_focus()
