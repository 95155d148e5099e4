"""The person's own exercise files in the menu: the way to their folder, and quietly what could not be read of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steady.core.listing import Listing, Problem
from steady.texts import say
from steady.texts.menu import MenuText
from steady.ui.announce import announce
from steady.ui.theme import SMALL, STRONG, Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.heading import Heading
from steady.ui.widgets.label import label
from steady.ui.widgets.pill import Pill
from steady.ui.widgets.whole_words import keep_words_whole


class OwnSection(QWidget):
    """Stands below the exercises; what it names can be opened."""

    folder_wanted = Signal()
    """The folder is to be opened, and made where it is missing."""
    file_wanted = Signal(str)
    """The path of a file that is to be opened."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._problems: Sequence[Problem] = ()
        self._opens: list[QWidget] = []
        self._reading = self._small(say(MenuText.READING))
        self._folder = Pill(say(MenuText.OPEN_FOLDER), look)
        self._folder.clicked.connect(self.folder_wanted)
        self._note = self._small("")
        self._note.setContentsMargins(0, 8, 0, 0)
        self._note.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._heading(say(MenuText.OWN)))
        rows.addSpacing(2)
        rows.addWidget(self._small(say(MenuText.OWN_MORE)))
        rows.addWidget(self._reading)
        rows.addSpacing(12)
        rows.addLayout(_row(self._folder))
        rows.addWidget(self._note)
        self._left_out = QVBoxLayout()
        rows.addLayout(self._left_out)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self._folder, *self._opens]

    def take(self, listing: Listing) -> None:
        """Show how it stands with the files now."""
        self._reading.setVisible(not listing.is_whole)
        if listing.problems != self._problems:
            self._problems = listing.problems
            self._name(listing.problems)

    def tell(self, sentence: str) -> None:
        """Say something about the folder, below the button that opens it."""
        self._note.setText(sentence)
        self._note.show()
        announce(self, sentence)

    def _name(self, problems: Sequence[Problem]) -> None:
        """Name the files that were left out, each with a button that opens it."""
        had_focus = any(pill.hasFocus() for pill in self._opens)
        self._opens = []
        while (item := self._left_out.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if problems:
            self._left_out.addWidget(self._box_of(problems))
        if had_focus:
            (self._opens or [self._folder])[0].setFocus()

    def _box_of(self, problems: Sequence[Problem]) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 26, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._heading(say(MenuText.PROBLEMS)))
        rows.addSpacing(2)
        rows.addWidget(self._small(say(MenuText.PROBLEMS_MORE)))
        for problem in problems:
            rows.addSpacing(14)
            rows.addWidget(self._small(problem.sentence, "ink"))
            rows.addSpacing(6)
            name = say(MenuText.OPEN_FILE_NAME, file=_shown(problem.path))
            pill = Pill(say(MenuText.OPEN_FILE), self._look, name=name)
            pill.clicked.connect(lambda _checked=False, path=problem.path: self.file_wanted.emit(path))
            rows.addLayout(_row(pill))
            self._opens.append(pill)
        return box

    def _heading(self, text: str) -> QLabel:
        return keep_words_whole(Heading(text, self._look, size=STRONG), STRONG)

    def _small(self, text: str, color: str = "soft_ink") -> QLabel:
        return keep_words_whole(label(text, self._look, size=SMALL, color=color), SMALL)


def _row(pill: Pill) -> SnugFlow:
    row = SnugFlow(centered=False)
    row.addWidget(pill)
    return row


def _shown(path: str) -> str:
    return "".join(char if char.isprintable() else " " for char in Path(path).name)
