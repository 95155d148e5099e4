"""The ways below the small card after a practice, side by side. Someone reached can be counted there, and uncounted."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.core.after import Way
from steady.texts import say
from steady.texts.after import AfterText
from steady.ui.announce import announce
from steady.ui.theme import Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.pill import Pill, PillKind

GAP_PX = 8
_WORDS = {
    Way.MENU: (AfterText.MENU, PillKind.PLAIN),
    Way.SAVE_AGAIN: (AfterText.TRY_AGAIN, PillKind.PLAIN),
    Way.SKIP: (AfterText.SKIP, PillKind.QUIET),
    Way.DONT_SAVE: (AfterText.DONT_SAVE, PillKind.QUIET),
    Way.BREATHS: (AfterText.MORE_BREATHS, PillKind.QUIET),
    Way.WRITE: (AfterText.WRITE, PillKind.QUIET),
}


class AfterWays(SnugFlow):
    """A button for each way; which of them are there is told by `show_ways`."""

    wanted = Signal(object)
    """A `Way`, any but REACHED."""
    reached = Signal(bool)
    """The person reached someone, or takes that back."""

    def __init__(self, look: Theme, *, has_reached: bool) -> None:
        super().__init__(gap_px=GAP_PX)
        self._pills: dict[Way, Pill] = {}
        for way, (words, kind) in _WORDS.items():
            self._pills[way] = Pill(say(words), look, kind)
            self._pills[way].clicked.connect(lambda _checked=False, way=way: self.wanted.emit(way))
        self._reach = self._pills[Way.REACHED] = Pill("", look, PillKind.QUIET)
        self._reach.setCheckable(True)
        self._reach.setChecked(has_reached)
        self._name_reach()
        self._reach.toggled.connect(self._tell_reached)
        for pill in self._pills.values():
            self.addWidget(pill)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return list(self._pills.values())

    def show_ways(self, there: Collection[Way]) -> None:
        """Show these."""
        for way, pill in self._pills.items():
            pill.setVisible(way in there)

    def take_reached_back(self) -> None:
        """What was counted has gone with the practice."""
        self._reach.blockSignals(True)
        self._reach.setChecked(False)
        self._reach.blockSignals(False)
        self._name_reach()

    def _tell_reached(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._name_reach()
        if on:
            announce(self._reach, say(AfterText.REACHED_TOLD))
        self.reached.emit(on)

    def _name_reach(self) -> None:
        self._reach.set_words(say(AfterText.REACHED_COUNTED if self._reach.isChecked() else AfterText.REACHED))
