"""The entries of the journal, newest first, and one line to search them by. What is searched for is kept nowhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.core.journal import found
from steady.core.remembered import JournalEntry
from steady.texts import say
from steady.texts.journal import JournalText, entry_more, entry_name, entry_tags, entry_title
from steady.texts.triggers import trigger_words
from steady.texts.ui import Ui
from steady.ui.announce import announce
from steady.ui.pages.left_out import show_left_out
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.card_column import CardColumn
from steady.ui.widgets.exercise_card import ExerciseCard
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.link import Link
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.search_field import SearchField

AT_ONCE = 20
"""So many cards are made at first; more when they are asked for."""
MOST_SHOWN = 160


class EntriesPage(ScrolledPage):
    """A card for each entry. `when` says in words when an entry was written."""

    letters = False

    entry_chosen = Signal(object)
    """A `JournalEntry`."""
    write_wanted = Signal()
    undo_wanted = Signal()
    deleting_changed = Signal()
    """It stands otherwise now with what is being deleted."""
    back_wanted = Signal()

    def __init__(
        self, look: Theme, when: Callable[[JournalEntry], str], *, said: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name = say(JournalText.ENTRIES)
        self._when = when
        self._entries: Sequence[JournalEntry] | None = None
        self._shown: Sequence[JournalEntry] = ()
        self._hidden: str | None = None
        rows = self.column.rows
        rows.addWidget(self.heading(say(JournalText.ENTRIES)))
        rows.addSpacing(12)
        self.search = SearchField(look, say(JournalText.SEARCH), say(JournalText.SEARCH_HINT))
        self.search.changed.connect(lambda _words: self._find(aloud=True))
        rows.addWidget(self.search)
        rows.addSpacing(8)
        self.undo = Link(say(JournalText.KEEP_IT), look, color="accent")
        self.undo.clicked.connect(self.undo_wanted)
        self.deleting = Beside(self.label(say(JournalText.DELETING), SMALL), self.undo)
        self.deleting.hide()
        rows.addWidget(self.deleting)
        self.told = self.label(said, SMALL, "soft_ink")
        rows.addWidget(self.told)
        self.told.setVisible(bool(said))
        self.note = self.label(say(JournalText.READING), SMALL, "soft_ink")
        rows.addWidget(self.note)
        self.left_out = self.label("", SMALL, "soft_ink")
        self.left_out.hide()
        rows.addWidget(self.left_out)
        rows.addSpacing(6)
        self._cards = CardColumn[JournalEntry, ExerciseCard](self._card)
        rows.addLayout(self._cards)
        rows.addSpacing(10)
        self.more = Pill(say(JournalText.SHOW_MORE), look)
        self.more.clicked.connect(lambda: self._show(len(self.cards) + AT_ONCE))
        self.more.hide()
        row = SnugFlow(centered=False)
        row.addWidget(self.more)
        rows.addLayout(row)
        rows.addStretch(1)
        write = self.foot.add(Pill(say(JournalText.WRITE), look, PillKind.MAIN), stays=True)
        write.clicked.connect(self.write_wanted)
        back = self.foot.add(Pill(say(Ui.BACK), look), far=True)
        back.clicked.connect(self.back_wanted)
        self._order()

    def press_text(self, text: str) -> bool:
        """Whoever begins to type, searches."""
        self.search.line.setFocus()
        self.search.line.insert(text)
        return True

    @property
    def cards(self) -> list[ExerciseCard]:
        """The cards there are, newest first."""
        return list(self._cards.cards.values())

    def take(self, entries: Sequence[JournalEntry] | None, *, left_out: int = 0) -> None:
        """Show these entries; None where they cannot be read. So many others could not be."""
        self._entries = entries
        show_left_out(self.left_out, left_out)
        self._find()

    def show_deleting(self, pending: str | None, said: str = "", *, deleted: bool = False) -> None:
        """Leave an entry out that is about to be deleted, with a way to keep it; then say how it ended."""
        if deleted and self._entries is not None:  # what is read anew comes a moment later
            self._entries = [entry for entry in self._entries if entry.id != self._hidden]
        self._hidden = pending
        self.deleting.setVisible(pending is not None)
        if said and said != self.told.text():
            self.told.setText(said)
            announce(self, said)
        elif pending is not None:
            self.told.setText("")
            announce(self, say(JournalText.DELETING))
        self.told.setVisible(bool(self.told.text()))
        self._find()

    def _find(self, *, aloud: bool = False) -> None:
        words = self.search.line.text()
        if self._entries is None:
            self._say(say(JournalText.UNREADABLE))
            return
        there = [entry for entry in self._entries if entry.id != self._hidden]
        self._shown = found(there, words, trigger_words)
        count = len(self._shown)
        if not there and self._hidden is not None:
            self._say("")
        elif not there:
            self._say(say(JournalText.NONE_YET))
        elif not count:
            self._say(say(JournalText.NONE_FOUND))
        else:
            self._say(say(JournalText.FOUND_ONE) if count == 1 else say(JournalText.FOUND_MANY, count=count))
        if aloud and words.strip():
            announce(self, self.note.text())
        self._show(AT_ONCE)

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)

    def _show(self, count: int) -> None:
        self._cards.show_all({entry.id: entry for entry in self._shown[:count]})
        self.more.setVisible(len(self._shown) > count)
        self._order()

    def _card(self, entry: JournalEntry) -> ExerciseCard:
        when = self._when(entry)
        below = " · ".join(filter(None, (when, entry_tags(entry))))
        title, more = _short(entry_title(entry)), _short(entry_more(entry))
        card = ExerciseCard(title, more, below, self.look, name=entry_name(entry, when))
        card.clicked.connect(lambda: self.entry_chosen.emit(entry))
        return card

    def _order(self) -> None:
        self.order_tabs([self.search.line, self.undo, *self.cards, self.more])


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= MOST_SHOWN else plain[:MOST_SHOWN].rsplit(" ", 1)[0] + " …"
