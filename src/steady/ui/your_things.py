"""Leads to the person's own things: files to take along or bring in, copies, practices one by one, and all of it."""

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from steady.core.past import Past, first_look, look_back
from steady.core.ports import Receipt, Told
from steady.core.record import SessionRecord
from steady.texts.practices import Practised
from steady.ui.deleting import Deleting
from steady.ui.naming import title_of
from steady.ui.world import World

if TYPE_CHECKING:
    from collections.abc import Callable

    from steady.ui.navigator import Navigator
    from steady.ui.page import Page
    from steady.ui.pages.things import ThingsPage
    from steady.ui.remembering import Remembering

# Pages are imported where they are made.
# ruff: noqa: PLC0415


class YourThings(QObject):
    """Outlives its pages: what ends after the person went elsewhere is said there."""

    _transferred = Signal(object)

    def __init__(self, world: World, navigator: "Navigator", remembering: "Remembering") -> None:
        super().__init__(remembering)
        self._world, self._to, self._remembering = world, navigator, remembering
        self._transfer = world.memories().transfer
        self.letting_go = Deleting(self._forget_practice, self)
        self._things: ref[ThingsPage] | None = None
        self._transferred.connect(self._tell_transferred)  # called on other threads: the signal brings it over

    def close(self) -> None:
        """The person leaves: what is about to be deleted is deleted now."""
        self.letting_go.close()

    def open(self) -> None:
        """Show where everything is, and ways to take it along, bring it in, put it back or let it go."""
        self._to.show_calm(self._make_things)

    def _make_things(self) -> "Page":
        from steady.ui import save_dialog
        from steady.ui.pages.things import Dialogs, ThingsPage

        to, world, transfer = self._to, self._world, self._transfer
        dialogs = Dialogs(save_dialog.ask_where, save_dialog.ask_which)
        page = ThingsPage(to.look, world.data_dir, world.starter.today(), dialogs)

        def erase() -> None:
            for row in to.practising.rows:
                self._remembering.forget(row)
            transfer.erase(self._transferred.emit)

        page.export_wanted.connect(lambda path: transfer.export(path, self._transferred.emit))
        page.import_wanted.connect(lambda path: transfer.import_(path, self._transferred.emit))
        page.backup_wanted.connect(lambda path: transfer.backup(path, self._transferred.emit))
        page.restore_wanted.connect(lambda path: transfer.restore(path, self._transferred.emit))
        page.erase_wanted.connect(erase)
        page.summary_wanted.connect(to.open_summary)
        page.practices_wanted.connect(self.open_practices)
        page.back_wanted.connect(to.open_menu)
        self._things = ref(page)  # a page that is gone is let go of
        return page

    def _forget_practice(self, session_id: str) -> Receipt:
        self._remembering.counting.forget(session_id)
        return self._world.log.forget(session_id)

    def open_practices(self, back: "Callable[[], None] | None" = None) -> None:
        """Show practices, to look at one by one; `back` leads where the person came from."""
        self._to.show_calm(lambda: self._make_practices(back or self.open))

    def _make_practices(self, back: "Callable[[], None]") -> "Page":
        from steady.ui.pages.practices import PracticesPage

        under_way = {row.record.id for row in self._to.practising.rows}
        page, letting_go = PracticesPage(self._to.look, self._practice), self.letting_go
        since, earlier = first_look(self._world.starter.today()), None

        def read() -> None:
            self._remembering.asking.ask(lambda log: look_back(log, since), take, page)

        def take(found: "Past | None") -> None:
            nonlocal earlier
            earlier = None if found is None else found.earlier
            there = None if found is None else [one for one in found.records if one.id not in under_way]
            page.take(there, has_earlier=earlier is not None, left_out=0 if found is None else found.left_out)

        def read_earlier() -> None:
            nonlocal since
            since = earlier or since
            read()

        def changed() -> None:
            page.show_deleting(letting_go.pending, deleted=letting_go.deleted)
            letting_go.look_away()
            if letting_go.pending is None:
                read()

        read()
        letting_go.changed.connect(page.deleting_changed)  # which ends with the page
        page.deleting_changed.connect(changed)
        page.earlier_wanted.connect(read_earlier)
        page.delete_wanted.connect(letting_go.begin)
        page.undo_wanted.connect(letting_go.undo)
        page.write_wanted.connect(self._remembering.open_journal)
        page.back_wanted.connect(back)
        return page

    def _practice(self, record: SessionRecord) -> Practised:
        title = title_of(record.exercise, self._to.practising.find)
        return Practised(title, self._remembering.when(record.started_at))

    def _tell_transferred(self, told: Told) -> None:
        """Say how it ended: on the page that asked, or quietly where the person is by now."""
        things = None if self._things is None else self._things()
        if things is not None and isValid(things) and things.isVisible():
            things.tell(told)
        else:
            self._to.quiet.say(told.sentence)
