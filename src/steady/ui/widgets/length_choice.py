"""How long a practice is: each exercise's own length, a number of minutes or of breaths, or open."""

import enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.settings import Settings
from steady.texts import say
from steady.texts.settings import SettingsText
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.label import label
from steady.ui.widgets.number_field import NumberField
from steady.ui.widgets.whole_words import keep_words_whole

MINUTES = (0.5, 120.0)
BREATHS = (1, 1000)
FIRST_MINUTES, FIRST_BREATHS = 5.0, 10


class Kind(enum.Enum):
    """The kinds of length."""

    OWN = "own"
    MINUTES = "minutes"
    BREATHS = "breaths"
    OPEN = "open"


WORDS = {
    Kind.OWN: SettingsText.LENGTH_OWN,
    Kind.MINUTES: SettingsText.LENGTH_MINUTES,
    Kind.BREATHS: SettingsText.LENGTH_BREATHS,
    Kind.OPEN: SettingsText.LENGTH_OPEN,
}


class LengthChoice(QWidget):
    """The choice, and the number that goes with it."""

    changed = Signal(object)
    """A dict of `length_minutes`, `length_breaths` and `length_open`: all three, whichever changed."""

    def __init__(self, settings: Settings, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = [(kind, say(words)) for kind, words in WORDS.items()]
        more = say(SettingsText.LENGTH_MORE)
        self.kinds = ChoiceRow(say(SettingsText.LENGTH_QUESTION), choices, _kind(settings), look, more=more)
        self.minutes = NumberField(
            *MINUTES, settings.length_minutes or FIRST_MINUTES, look, whole=False, name=say(SettingsText.MINUTES_NAME)
        )
        self.breaths = NumberField(
            *BREATHS, settings.length_breaths or FIRST_BREATHS, look, whole=True, name=say(SettingsText.BREATHS_NAME)
        )
        self._open = keep_words_whole(label(say(SettingsText.LENGTH_OPEN_MORE), look, size=SMALL), SMALL)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        for part in (self.kinds, self.minutes, self.breaths, self._open):
            rows.addWidget(part)
        self._show_number()
        self.kinds.chosen.connect(self._tell)
        self.minutes.changed.connect(self._tell)
        self.breaths.changed.connect(self._tell)

    def _show_number(self) -> None:
        self.minutes.setVisible(self.kinds.value is Kind.MINUTES)
        self.breaths.setVisible(self.kinds.value is Kind.BREATHS)
        self._open.setVisible(self.kinds.value is Kind.OPEN)

    def _tell(self) -> None:
        self._show_number()
        kind = self.kinds.value
        self.changed.emit(
            {
                "length_minutes": self.minutes.spin.value() if kind is Kind.MINUTES else None,
                "length_breaths": round(self.breaths.spin.value()) if kind is Kind.BREATHS else None,
                "length_open": kind is Kind.OPEN,
            }
        )


def _kind(settings: Settings) -> Kind:
    """Return the kind of length in force, as a practice takes it."""
    if settings.length_open:
        return Kind.OPEN
    if settings.length_breaths is not None:
        return Kind.BREATHS
    return Kind.MINUTES if settings.length_minutes is not None else Kind.OWN
