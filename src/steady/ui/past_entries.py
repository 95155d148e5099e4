"""Leads to the entries of the journal: to look through them, search, open one, and let one go or keep it after all."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from steady.core.ports import LogReader
from steady.core.remembered import JournalEntry
from steady.texts import say
from steady.texts.journal import JournalText

if TYPE_CHECKING:
    from steady.ui.navigator import Navigator
    from steady.ui.page import Page
    from steady.ui.remembering import Remembering


class PastEntries:
    """`about` says in words when an entry was written and, by its exercise's id, after which practice."""

    def __init__(
        self, navigator: "Navigator", remembering: "Remembering", about: Callable[[JournalEntry, str], str]
    ) -> None:
        self._to, self._remembering, self._about = navigator, remembering, about

    def open(self, said: str = "") -> None:
        """Show the entries, and how it stands with one that is being deleted."""
        self._to.show_calm(lambda: self._make_page(said))

    def _make_page(self, said: str) -> "Page":
        from steady.ui.pages.entries import EntriesPage  # noqa: PLC0415 - pages are imported where they are made

        remembering, exercises = self._remembering, dict[str | None, str]()
        deleting = remembering.deleting

        def exercise_of(entry: JournalEntry) -> str:
            return exercises.get(entry.session, "")

        page = EntriesPage(self._to.look, lambda entry: self._about(entry, exercise_of(entry)), said=said)

        def show() -> None:
            ended = {True: say(JournalText.DELETED), False: say(JournalText.NOT_DELETED), None: ""}
            page.show_deleting(deleting.pending, ended[deleting.deleted], deleted=deleting.deleted is True)
            deleting.look_away()

        def read() -> None:
            remembering.asking.ask(entries_with_practices, take, page)

        def take(found: Entries | None) -> None:
            exercises.update({} if found is None else found.exercises)
            page.take(None if found is None else found.entries, left_out=0 if found is None else found.left_out)

        def changed() -> None:
            show()
            if deleting.pending is None:
                read()

        def undo() -> None:
            deleting.undo()
            page.show_deleting(None, say(JournalText.KEPT_AFTER_ALL))

        read()
        if deleting.pending is not None or deleting.deleted is not None:
            show()
        deleting.changed.connect(page.deleting_changed)  # which ends with the page
        page.deleting_changed.connect(changed)
        page.undo_wanted.connect(undo)
        page.entry_chosen.connect(lambda entry: remembering.open_entry(entry, exercise_of(entry)))
        page.write_wanted.connect(remembering.open_journal)
        page.back_wanted.connect(remembering.open_journal)
        return page


class Entries(NamedTuple):
    """All entries, by the ids of the practices that they are about which exercises those were, and what is missing."""

    entries: Sequence[JournalEntry]
    exercises: dict[str | None, str]
    left_out: int


def entries_with_practices(log: LogReader) -> Entries:
    """Return all entries, with what they are about."""
    entries, left_out = log.journal(), log.left_out()
    practices = [log.session(session) for session in {one.session for one in entries} if session is not None]
    log.left_out()  # an entry about a practice that can't be read is there, without its name
    return Entries(entries, {one.id: one.exercise for one in practices if one is not None}, left_out)
