"""One quiet sentence at a time, with a way to put it aside. It waits; it never pops up over the breath."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steady.texts import say
from steady.texts.ui import Ui
from steady.ui.numbers import ALIGN_LEFT, ALIGN_MIDDLE, ALIGN_RIGHT
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.label import label
from steady.ui.widgets.pill import Pill, PillKind

WIDE_PX = 700


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
        self._words.setWordWrap(True)
        self._aside = Pill(say(Ui.GOT_IT), look, PillKind.QUIET)
        self._aside.clicked.connect(self._next)
        row.addWidget(self._words, 5)
        row.addWidget(self._aside)
        row.addStretch(0)
        self._row = row

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A new width may have another order."""
        super().resizeEvent(event)
        self.fit(event.size().width())

    def fit(self, width_px: int) -> None:
        """Where there is room, words and button stand together in the middle; where there is little, they take it."""
        wide = width_px >= WIDE_PX
        self._words.setProperty("alignment", (ALIGN_RIGHT if wide else ALIGN_LEFT) | ALIGN_MIDDLE)
        self._row.setStretch(2, 1 if wide else 0)

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
        self._words.setAccessibleName(self._waiting[0])
        self._aside.setAccessibleDescription(self._waiting[0])
        way = self._ways.get(self._waiting[0], "")
        if way and self._way is None:
            self._way = Pill(way, self._look, PillKind.QUIET)
            self._way.clicked.connect(lambda: self.followed.emit(self._waiting[0]))
            self._row.insertWidget(1, self._way)
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
