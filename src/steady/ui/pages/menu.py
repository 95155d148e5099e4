"""The menu: the ways to everything else, then the breathing exercises as cards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from steady.core.exercise import Breathing, Entry
from steady.texts import Text, say
from steady.texts.menu import MenuText, card_line, card_name
from steady.texts.ui import Ui
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import HEADING, SMALL, STRONG, Theme
from steady.ui.widgets.cards import Cards
from steady.ui.widgets.column import text_px
from steady.ui.widgets.exercise_card import LEAST_EMS, ExerciseCard
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.pill import Pill, PillKind


class MenuPage(ScrolledPage):
    """Shows the breathing exercises among `entries`, and quietly what could not be read."""

    breathe_wanted = Signal()
    ground_wanted = Signal()
    words_wanted = Signal()
    support_wanted = Signal()
    progress_wanted = Signal()
    settings_wanted = Signal()
    about_wanted = Signal()
    exercise_chosen = Signal(str)
    """The id of an exercise."""

    def __init__(
        self, look: Theme, entries: Sequence[Entry], problems: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name = say(MenuText.TITLE)
        self.foot.hide()
        rows = self.column.rows
        self._last: QWidget | None = None
        rows.addWidget(self.label(say(MenuText.TITLE), HEADING))
        rows.addSpacing(14)
        plain = PillKind.PLAIN
        rows.addLayout(
            self._ways(
                (Ui.BACK_TO_BREATHING, PillKind.MAIN, self.breathe_wanted),
                (Ui.GROUND_ME, plain, self.ground_wanted),
                (Ui.KIND_WORDS, plain, self.words_wanted),
                (Ui.TALK, PillKind.SUPPORT, self.support_wanted),
            )
        )
        rows.addSpacing(4)
        quiet = PillKind.QUIET
        rows.addLayout(
            self._ways(
                (MenuText.PROGRESS, quiet, self.progress_wanted),
                (MenuText.SETTINGS, quiet, self.settings_wanted),
                (MenuText.ABOUT, quiet, self.about_wanted),
            )
        )
        rows.addSpacing(20)
        rows.addWidget(self.label(say(MenuText.BREATHING), STRONG))
        rows.addSpacing(2)
        rows.addWidget(self.label(say(MenuText.BREATHING_MORE), SMALL, "soft_ink"))
        rows.addSpacing(12)
        rows.addLayout(self._cards(entries))
        if problems:
            self._tell(problems)
        rows.addSpacing(24)
        rows.addStretch(1)

    @property
    def last_stop(self) -> QWidget | None:
        """The last exercise, or the last way where there is none."""
        return self._last

    def _ways(self, *ways: tuple[Text, PillKind, SignalInstance]) -> SnugFlow:
        row = SnugFlow(centered=False)
        for words, kind, signal in ways:
            pill = Pill(say(words), self.look, kind)
            pill.clicked.connect(signal)
            row.addWidget(pill)
            self._last = pill
        return row

    def _cards(self, entries: Sequence[Entry]) -> Cards:
        cards = Cards(LEAST_EMS * text_px())
        for entry in entries:
            exercise = entry.exercise
            if isinstance(exercise, Breathing):
                below, name = card_line(entry, exercise), card_name(entry, exercise)
                card = ExerciseCard(exercise.title, exercise.summary, below, self.look, name=name)
                card.clicked.connect(lambda _checked=False, chosen=entry.id: self.exercise_chosen.emit(chosen))
                cards.addWidget(card)
                self._last = card
        return cards

    def _tell(self, problems: Sequence[str]) -> None:
        rows = self.column.rows
        rows.addSpacing(26)
        rows.addWidget(self.label(say(MenuText.PROBLEMS), STRONG))
        rows.addSpacing(2)
        rows.addWidget(self.label(say(MenuText.PROBLEMS_MORE), SMALL, "soft_ink"))
        for sentence in problems:
            rows.addSpacing(8)
            rows.addWidget(self.label(sentence, SMALL, "soft_ink"))

    def press_letter(self, letter: str) -> bool:
        """G, K and T go where they go from the guide."""
        signal = {"g": self.ground_wanted, "k": self.words_wanted, "t": self.support_wanted}.get(letter)
        if signal is not None:
            signal.emit()
        return signal is not None

    def press_space(self) -> bool:
        """Space goes back to the breath, as it goes on after a pause."""
        self.breathe_wanted.emit()
        return True
