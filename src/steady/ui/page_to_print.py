"""Leads to the page to print; what ends after the person went elsewhere is said there, where it matters."""

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject
from shiboken6 import isValid

from steady.core.summary import Names
from steady.texts import say
from steady.texts.summary import SummaryText
from steady.ui import save_dialog
from steady.ui.pages.summary import SummaryPage
from steady.ui.summing_up import SummingUp
from steady.ui.world import World

if TYPE_CHECKING:
    from steady.ui.navigator import Navigator
    from steady.ui.page import Page


class PageToPrint(QObject):
    """Made when a page to print is first wanted. It outlives its pages."""

    def __init__(self, world: World, navigator: "Navigator", names: Names) -> None:
        super().__init__(navigator)
        self._to, self._starter = navigator, world.starter
        self._page: ref[SummaryPage] | None = None
        self.summing_up = SummingUp(world.memories().reader, world.starter, world.write_private, names, self)
        self.summing_up.not_kept.connect(lambda: self._tell_elsewhere(SummaryText.NOT_KEPT))
        self.summing_up.unreadable.connect(lambda: self._tell_elsewhere(SummaryText.UNREADABLE))

    def make(self) -> "Page":
        """Make the page on which a summary is put together."""
        page = SummaryPage(self._to.look, self._starter.today(), save_dialog.ask_where)
        page.wanted.connect(self.summing_up.make)
        self.summing_up.kept.connect(page.kept)
        self.summing_up.not_kept.connect(page.not_kept)
        self.summing_up.unreadable.connect(page.unreadable)
        page.back_wanted.connect(self._to.open_progress)
        self._page = ref(page)  # a page that is gone is let go of
        return page

    def _tell_elsewhere(self, text: SummaryText) -> None:
        """Say what went wrong to a person who has left the page. That it went well, they find where they wanted it."""
        page = None if self._page is None else self._page()
        if page is None or not isValid(page) or not page.isVisible():
            self._to.quiet.say(say(text))
