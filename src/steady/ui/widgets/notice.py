"""One quiet sentence at a time, with a way to put it aside. It waits; it never pops up over the breath."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steady.texts import say
from steady.texts.ui import Ui
from steady.ui.numbers import ALIGN_LEFT, ALIGN_MIDDLE
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.label import label
from steady.ui.widgets.pill import Pill, PillKind

SPARE_PX = 4
"""A label that is as wide as its words to the pixel may turn to a second line."""
FIRST = 1000
"""The words get what room there is before the sides do."""


class Notice(QWidget):
    """Shows the first of the sentences it was given until it is put aside, then the next."""

    put_aside = Signal(str)
    """The sentence that was put aside."""
    followed = Signal(str)
    """The sentence whose own button was pressed."""
    emptied = Signal()

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[str] = []
        self._can_wait: set[str] = set()
        self._ways: dict[str, str] = {}
        self._way: Pill | None = None
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._words = label("", look, size=SMALL, color="soft_ink")
        self._words.setProperty("alignment", ALIGN_LEFT | ALIGN_MIDDLE)
        self._aside = Pill(say(Ui.GOT_IT), look, PillKind.QUIET)
        self._aside.clicked.connect(self._next)
        row.addStretch(1)
        row.addWidget(self._words, FIRST)
        row.addWidget(self._aside)
        row.addStretch(1)
        self._row = row

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self._waiting

    def add(self, sentence: str, *, can_wait: bool = False, way: str = "") -> bool:
        """Say this too; a sentence that is waiting already is not said twice. Return whether it is shown now.

        `way`: the words of a button of its own. One that `can_wait`, a hint, lets every other sentence go before it,
        also where it is shown already.
        """
        if sentence in self._waiting:
            return False
        if can_wait:
            self._can_wait.add(sentence)
        if way:
            self._ways[sentence] = way
        hints = 0 if can_wait else sum(one in self._can_wait for one in self._waiting)
        at = len(self._waiting) - hints
        self._waiting.insert(at, sentence)
        if at == 0:
            self._show()
        return at == 0

    def _show(self) -> None:
        self._words.setText(self._waiting[0])
        # As wide as its words at most: where there is more room, words and buttons stand together in the middle.
        self._words.setMaximumWidth(QFontMetrics(self._words.font()).horizontalAdvance(self._waiting[0]) + SPARE_PX)
        self._words.setAccessibleName(self._waiting[0])
        self._aside.setAccessibleDescription(self._waiting[0])
        way = self._ways.get(self._waiting[0], "")
        if way and self._way is None:
            self._way = Pill(way, self._look, PillKind.QUIET)
            self._way.clicked.connect(lambda: self.followed.emit(self._waiting[0]))
            self._row.insertWidget(self._row.indexOf(self._aside), self._way)
        if self._way is not None:
            self._way.set_words(way)
            self._way.setVisible(bool(way))

    @property
    def stops(self) -> list[Pill]:
        """What can be pressed in it."""
        return [self._aside] if self._way is None or self._way.isHidden() else [self._way, self._aside]

    def take_back(self, sentence: str) -> None:
        """Say this no more, shown or waiting."""
        if sentence not in self._waiting:
            return
        self._waiting.remove(sentence)
        if self._waiting:
            self._show()
        else:
            self.emptied.emit()

    def _next(self) -> None:
        done = self._waiting[0]
        self.put_aside.emit(done)
        self.take_back(done)
