"""Which page is shown, and which practice waits behind it: a calm page lets one wait, another practice ends it."""

from collections.abc import Callable, Iterator

from steady.core.events import Stage
from steady.ui.conductor import Conductor
from steady.ui.page import Page
from steady.ui.pages.breathe import BreathePage
from steady.ui.shell import Shell

Make = Callable[[], Page]
"""Makes a page in the look of now: pages are made anew where colours or the size of text change."""


class PageStack:
    """One page in front and at most one practice behind it.

    `keep_drafts` is given a page that goes, `entered` one that comes, each in time.
    """

    def __init__(
        self,
        shell: Shell,
        conductor: Conductor,
        keep_drafts: Callable[[Page], None],
        entered: Callable[[Page], None],
    ) -> None:
        self._shell = shell
        self._conductor = conductor
        self._keep_drafts = keep_drafts
        self._tell_entered = entered
        self._make: Make | None = None
        self._waiting: tuple[Page, Make] | None = None
        self._paused_for_calm = False
        shell.seen_changed.connect(self._watch)

    def __iter__(self) -> Iterator[Page]:
        """Return the page that is shown, then the one that waits."""
        for page in (self._shell.page, self._waiting[0] if self._waiting else None):
            if page is not None:
                yield page

    @property
    def breathing_waits(self) -> bool:
        """Whether it is a breathing practice that waits."""
        return self._waiting is not None and isinstance(self._waiting[0], BreathePage)

    @property
    def breathing_is_shown(self) -> bool:
        """Whether the guide is what is shown."""
        return isinstance(self._shell.page, BreathePage)

    def show_practice(self, make: Make) -> None:
        """Show a practice; one that waited is over."""
        self.end_waiting()
        self._swap(make(), make)

    def end_waiting(self) -> None:
        """Let go of the practice that waits, if any."""
        if self._waiting is not None:
            page, self._waiting = self._waiting[0], None
            self._end_page(page)

    def show_calm(self, make: Make) -> None:
        """Show a calm page; a practice that is under way waits behind it."""
        page = self._shell.page
        if page is not None and page.is_practice and self._make is not None:
            self._paused_for_calm = self._conductor.stage is not Stage.PAUSED
            self._conductor.pause()
            self._waiting = (page, self._make)
        self._swap(make(), make)

    def bring_back(self, *, to_breathe: bool = False) -> bool:
        """Show the practice that waits; return whether there was one.

        A pause of the person's own stays, unless they ask `to_breathe`.
        """
        if self._waiting is None:
            return False
        (page, make), self._waiting = self._waiting, None
        self._swap(page, make)
        paused = self._conductor.stage in (Stage.PAUSED, Stage.READY)
        if isinstance(page, BreathePage) and paused and (self._paused_for_calm or to_breathe):
            self._conductor.resume()
        return True

    def no_more_of_this(self) -> None:
        """What is shown is over: it does not wait behind the page that comes next."""
        self._make = None

    def remake_waiting(self) -> None:
        """Make the practice that waits anew, so that it comes back as the settings are now."""
        if self._waiting is not None:
            page, make = self._waiting
            self._keep_drafts(page)
            anew = make()
            anew.enter()
            self._waiting = (anew, make)
            self._shell.drop_page(page)

    def remake(self) -> None:
        """Make the page that is shown anew, in other clothes; what it began goes on."""
        old, make = self._shell.page, self._make
        if old is None or make is None:
            return
        self._keep_drafts(old)
        place = old.place()
        self._shell.show_page(page := make())
        self._shell.drop_page(old)
        self._entered(page)
        page.come_back(place)

    def _swap(self, page: Page, make: Make) -> None:
        old, self._make = self._shell.page, make
        self._shell.show_page(page)
        if old is not None and (self._waiting is None or self._waiting[0] is not old):
            self._end_page(old)
        self._entered(page)

    def _end_page(self, page: Page) -> None:
        self._keep_drafts(page)
        page.leave()
        self._shell.drop_page(page)

    def _entered(self, page: Page) -> None:
        page.enter()
        self._watch(self._shell.seen)
        self._tell_entered(page)
        session = self._conductor.session
        if isinstance(page, BreathePage) and session is not None:
            page.show_moment(session.look())

    def _watch(self, seen: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._conductor.set_seen(seen and self.breathing_is_shown)
