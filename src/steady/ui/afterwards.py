"""The way from a practice that is over to whatever comes next: the small card, or what is said when it is a lot."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steady.core.after import AfterPractice
from steady.core.carrying import Carrying, Distress, Screen
from steady.core.remembered import CountedKind
from steady.core.row import Row
from steady.core.weekly import offer, week_about
from steady.ui.page import Page
from steady.ui.pages.after import AfterPage
from steady.ui.pages.carrying import CarryingPage, page_for
from steady.ui.world import World

if TYPE_CHECKING:
    from steady.core.ports import LogReader
    from steady.ui.navigator import Navigator

LOOK_BACK = timedelta(days=30)
"""How far back the after-rating of the practice before is looked for."""


class Afterwards(QObject):
    """Knows what was said of distress since the window was opened, and asks the log what was said before."""

    def __init__(self, world: World, navigator: "Navigator") -> None:
        super().__init__(navigator)
        self._world = world
        self._to = navigator
        self.distress = Distress()
        self._asked = False

    def over(self, row: Row, then: Callable[[], None]) -> None:
        """A practice is over. Show the card, unless it is not wanted; `then` is where skipping it leads."""
        if not self._to.settings.ask_after:
            then()
            return
        self._ask_for_the_last(row.record.id)
        self.distress.begin()
        after = AfterPractice(row)
        self._to.show_calm(lambda: self._make_card(after, then))

    def _make_card(self, after: AfterPractice, then: Callable[[], None]) -> Page:
        to, session = self._to, after.record.id
        counting = to.remembering.counting
        page = AfterPage(
            to.look,
            after,
            self.distress,
            offers_week=self._offers_week(),
            has_reached=counting.has(CountedKind.REACHED, session),
        )

        def done() -> None:
            if self.distress.take(after.ratings):
                self._carry()
            elif after.has_answers:
                page.end()
            else:
                then()

        def skip() -> None:
            if self.distress.take(after.ratings):
                self._carry()
            elif self.distress.is_carrying:
                to.open_menu()
            else:
                then()

        page.own_tags_wanted.connect(lambda then: to.remembering.own_tags(then, page))
        page.done.connect(done)
        page.skipped.connect(skip)
        page.breaths_wanted.connect(to.practising.back_to_breathing)
        page.menu_wanted.connect(to.open_menu)
        page.journal_wanted.connect(lambda: to.remembering.open_journal(after.record))
        page.week_wanted.connect(to.remembering.open_week)
        # Of a practice that is not saved, nothing that is counted knows.
        page.reached.connect(lambda on: counting.reached(on, session, saved=after.row.kept))
        page.week_offered.connect(lambda: to.change(signs_offered=week_about(self._world.starter.today())))
        page.forgotten.connect(lambda: counting.forget(session))
        return page

    def _offers_week(self) -> bool:
        offered = offer(self._to.settings.signs_offered, self._world.starter.today())
        if offered.week is not None and not offered.now:
            self._to.change(signs_offered=offered.week)
        return offered.now

    def _ask_for_the_last(self, this: str) -> None:
        """Ask, once, which after-rating was given last before Steady was opened."""
        if self._asked:
            return
        self._asked = True
        today = self._world.starter.today()

        def query(log: "LogReader") -> int | None:
            records = [one for one in log.sessions(today - LOOK_BACK, today) if one.id != this]
            return next((one.ratings.after for one in reversed(records) if one.ratings.after is not None), None)

        self._to.remembering.asking.ask(query, self.distress.learn, self)

    # -- when it is a lot ---------------------------------------------------------------------------------------

    def _carry(self) -> None:
        self._show(Carrying())

    def _show(self, carrying: Carrying) -> None:
        to = self._to
        ways = {Screen.OUTWARD: to.open_ground, Screen.SOMEONE: to.open_support, Screen.STOP: to.open_menu}
        if carrying.screen in ways:
            ways[carrying.screen]()
        else:
            to.show_calm(lambda: self._make_screen(carrying))

    def _make_screen(self, carrying: Carrying) -> Page:
        page = page_for(self._to.look, carrying, self._world.regions, self._to.settings.region)

        def go(press: Callable[..., Screen]) -> Callable[..., None]:
            def pressed(*answer: object) -> None:
                press(*answer)
                self._show(carrying)

            return pressed

        page.back_wanted.connect(go(carrying.back))
        if isinstance(page, CarryingPage):
            page.offer_taken.connect(go(carrying.choose))
            page.answered.connect(go(carrying.answer))
        return page
