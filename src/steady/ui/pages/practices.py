"""Practices, newest first: of each it can be seen what was said; it can be written about, or deleted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.record import SessionRecord
from steady.texts import say
from steady.texts.announce import spoken
from steady.texts.practices import PracticesText, Practised, practice_line, said_lines
from steady.texts.ui import Ui
from steady.ui.announce import announce
from steady.ui.pages.left_out import show_left_out
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.pages.staying import spot_in_sight, stay
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.card_column import CardColumn
from steady.ui.widgets.exercise_card import ExerciseCard
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.link import Link
from steady.ui.widgets.pill import Pill, PillKind

AT_ONCE = 20
_MOVED = Qt.FocusReason.OtherFocusReason


class PracticesPage(ScrolledPage):
    """A card for each practice; pressed, it has what can be done with it below. `name_of` says what and when it was."""

    delete_wanted = Signal(str)
    """The id of a practice."""
    write_wanted = Signal(object)
    """A `SessionRecord`."""
    earlier_wanted = Signal()
    """All that was read is shown, and there is more."""
    undo_wanted = Signal()
    deleting_changed = Signal()
    """It stands otherwise now with what is being deleted."""
    back_wanted = Signal()

    def __init__(
        self, look: Theme, name_of: Callable[[SessionRecord], Practised], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name = say(PracticesText.TITLE)
        self._name_of = name_of
        self._records: Sequence[SessionRecord] = ()
        self._hidden: str | None = None
        self._is_answered = False
        self._count = AT_ONCE
        self._has_earlier = False
        self._open: QWidget | None = None
        self._open_id = ""
        rows = self.column.rows
        rows.addWidget(self.heading(say(PracticesText.TITLE)))
        rows.addSpacing(2)
        rows.addWidget(self.label(say(PracticesText.LEAD), color="soft_ink"))
        self.left_out = self.label("", SMALL, "soft_ink")
        self.left_out.hide()
        rows.addWidget(self.left_out)
        rows.addSpacing(14)
        self.undo = Link(say(PracticesText.KEEP_IT), look, color="accent")
        self.undo.clicked.connect(self.undo_wanted)
        self.deleting = Beside(self.label(say(PracticesText.DELETING), SMALL), self.undo)
        self.deleting.hide()
        self.told = self.label(say(PracticesText.READING), SMALL, "soft_ink")
        self._notice, self._notice_at = QWidget(), 0
        notice = QVBoxLayout(self._notice)
        notice.setContentsMargins(0, 0, 0, 6)
        for line in (self.deleting, self.told):
            notice.addWidget(line)
        self._cards = CardColumn[SessionRecord, ExerciseCard](self._card)
        self._cards.addWidget(self._notice)
        rows.addLayout(self._cards)
        rows.addSpacing(10)
        self.more = Pill(say(PracticesText.SHOW_MORE), look)
        self.more.clicked.connect(self._show_more)
        row = SnugFlow(centered=False)
        row.addWidget(self.more)
        rows.addLayout(row)
        self.more.hide()
        rows.addStretch(1)
        back = self.foot.add(Pill(say(Ui.BACK), look, PillKind.MAIN), stays=True)
        back.clicked.connect(self.back_wanted)

    @property
    def cards(self) -> dict[str, ExerciseCard]:
        """The cards there are, by the ids of their practices."""
        return self._cards.cards

    def take(self, records: Sequence[SessionRecord] | None, *, has_earlier: bool = False, left_out: int = 0) -> None:
        """Show these practices, newest first; None where the log cannot be read. `left_out` others could not be.

        `has_earlier`: whether the log has more of them, from before.
        """
        show_left_out(self.left_out, left_out)
        self._records, self._has_earlier = records or (), has_earlier
        if not self._is_answered or records is None:
            self.told.setText(say(PracticesText.UNREADABLE if records is None else PracticesText.NONE))
            self.told.setVisible(not records)
        self._is_answered = records is not None
        self._show()

    def show_deleting(self, pending: str | None, *, deleted: bool | None) -> None:
        """Leave one out that is about to be deleted, with a way to keep it where it stood; then say how it ended."""
        focus = self.window().focusWidget()
        its = (self.undo, self.cards.get(pending or ""))
        had_keyboard = focus is not None and (focus in its or self._open_has(focus))
        if pending is not None:
            self._notice_at = list(self.cards).index(pending) if pending in self.cards else 0
        elif deleted:  # what is read anew comes a moment later
            self._records = [record for record in self._records if record.id != self._hidden]
        self._hidden = pending
        self.deleting.setVisible(pending is not None)
        said = {True: say(PracticesText.DELETED), False: say(PracticesText.NOT_DELETED), None: ""}[deleted]
        self.told.setText(said)
        self.told.setVisible(bool(said))
        announce(self, said or (say(PracticesText.DELETING) if pending is not None else ""))
        self._show()
        if had_keyboard:
            cards = list(self.cards.values())[: self._notice_at + 1]
            (self.undo if pending is not None else cards[-1] if cards else self).setFocus(_MOVED)

    def _show_more(self) -> None:
        self._count += AT_ONCE
        if self._count > len(self._records) and self._has_earlier:
            self.earlier_wanted.emit()
        else:
            self._show()

    def _open_has(self, focus: QWidget) -> bool:
        return self._open is not None and self._open.isAncestorOf(focus)

    def _show(self) -> None:
        at = next((one for one, card in self.cards.items() if card.hasFocus()), "")
        spot = spot_in_sight(self, {one: card for one, card in self.cards.items() if one != self._hidden})
        self._fold()
        self._cards.removeWidget(self._notice)
        there = [record for record in self._records if record.id != self._hidden]
        self._cards.show_all({record.id: record for record in there[: self._count]})
        self._cards.insertWidget(min(self._notice_at, len(self.cards)), self._notice)
        self._notice.setVisible(not (self.deleting.isHidden() and self.told.isHidden()))
        self.more.setVisible(len(there) > self._count or self._has_earlier)
        self._order()
        stay(self, self.cards, spot)
        if at in self.cards:
            self.cards[at].setFocus(_MOVED)

    def _card(self, record: SessionRecord) -> ExerciseCard:
        name = self._name_of(record)
        line = practice_line(record)
        card = ExerciseCard(name.title, name.when, line, self.look, name=spoken((name.title, name.when, line)))
        card.clicked.connect(lambda: self._unfold(record))
        return card

    def _unfold(self, record: SessionRecord) -> None:
        """Show what was said of a practice and what can be done with it; a second press puts it away."""
        was_open = self._open_id == record.id
        self._fold()
        if was_open:
            self._order()
            return
        self._open, self._open_id = QWidget(), record.id
        lines = QVBoxLayout(self._open)
        lines.setContentsMargins(10, 0, 10, 4)
        lines.setSpacing(4)
        said = said_lines(record)
        for line in said:
            lines.addWidget(self.label(line, SMALL))
        announce(self, spoken(said))
        row = SnugFlow(centered=False)
        lines.addLayout(row)
        delete = Pill(say(PracticesText.DELETE), self.look)
        delete.clicked.connect(lambda: self.delete_wanted.emit(record.id))
        write = Pill(say(PracticesText.WRITE), self.look)
        write.clicked.connect(lambda: self.write_wanted.emit(record))
        for pill in (write, delete):
            row.addWidget(pill)
        self._cards.insertWidget(self._cards.indexOf(self.cards[record.id]) + 1, self._open)
        self._order(after=record.id, stops=(write, delete))
        self._open.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.scroll.keep_in_sight(self._open)

    def _fold(self) -> None:
        if self._open is not None:
            self._cards.removeWidget(self._open)
            self._open.hide()
            self._open.deleteLater()
            self._open = None
        self._open_id = ""

    def _order(self, after: str = "", stops: Sequence[QWidget] = ()) -> None:
        order: list[QWidget] = []
        for session_id, card in self.cards.items():
            order.append(card)
            if session_id == after:
                order += stops
        order.insert(min(self._notice_at, len(order)), self.undo)
        self.order_tabs([*order, self.more])
