"""What is practised: starts it, lets it come back, ends it. A calm page lets it wait; another practice ends it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steady.core.after import rate_before
from steady.core.errors import Fault
from steady.core.exercise import Breathing, Exercise, Grounding, Script
from steady.core.starting import chosen_length
from steady.core.which_breath import Meant, WhichBreath
from steady.texts import say
from steady.texts.faults import fault_text
from steady.ui.conductor import Conductor
from steady.ui.page_maker import PageMaker
from steady.ui.page_stack import PageStack
from steady.ui.world import Breath, World

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steady.core.row import Row
    from steady.core.settings import Settings
    from steady.core.walk_session import WalkSession
    from steady.ui.navigator import Navigator

GROUNDING = "five-senses"
"""The id of the exercise that "Ground me" starts."""


class Practising(QObject):
    """Starts and ends practices of each kind, and knows the breath that is under way."""

    def __init__(
        self, world: World, conductor: Conductor, maker: PageMaker, pages: PageStack, navigator: "Navigator"
    ) -> None:
        super().__init__(navigator)
        self._starter = world.starter
        self._which = WhichBreath(world.library, world.last_resort)
        self._conductor = conductor
        self._maker = maker
        self._pages = pages
        self._to = navigator
        self._breath: Breath | None = None

    @property
    def exercise(self) -> Exercise | None:
        """The breathing exercise that is under way, or was last."""
        return None if self._breath is None else self._breath.exercise

    @property
    def rows(self) -> "Sequence[Row]":
        """The rows of what is practised on the pages there are."""
        return [page.row for page in self._pages if page.row is not None]

    def find(self, exercise_id: str) -> Exercise | None:
        """Return that exercise, None where there is none that can be read."""
        return self._which.find(exercise_id)

    def breathing(self, exercise_id: str) -> Breathing:
        """Return that breathing exercise, the last resort where it is none or cannot be read."""
        return self._which.breathing(exercise_id)

    # -- starting -----------------------------------------------------------------------------------------------

    def start(self, exercise_id: str, step: int = 0, *, before: int | None = None) -> None:
        """Start an exercise of any kind, one of steps at that step; a caution that has not been read comes first.

        `before`: how strong the distress is, where that was asked.
        """
        exercise, settings = self.find(exercise_id), self._to.settings
        if exercise is None:
            ours = exercise_id == GROUNDING
            self._to.quiet.say(say(fault_text(Fault.NO_EXERCISES if ours else Fault.BAD_EXERCISES)))
            self.back_to_breathing()
        elif isinstance(exercise, Breathing):
            if exercise.asks_first and exercise_id not in settings.cautions_seen:
                self._pages.show_calm(lambda: self._maker.caution(exercise_id, exercise, before))
            else:
                self.breathe(Meant(exercise_id, exercise, exercise_id in settings.holds_wanted), before=before)
        else:
            self._walk(exercise_id, exercise, step, before)

    def breathe(self, meant: Meant, *, before: int | None = None) -> None:
        """Start breathing."""
        exercise_id, exercise, holds = meant
        length, kept = chosen_length(exercise, self._to.settings), self._to.next.take_kept()
        session = self._starter.breathe(exercise_id, exercise, length, holds=holds, kept=kept)
        rate_before(session.row, before)
        self.show(Breath(exercise_id, exercise, session, length, holds), self._to.sounds.settle_s)

    def show(self, breath: Breath, settle_s: float = 0.0) -> None:
        """Show the guide on a practice that was started; its first in-breath comes after `settle_s`."""
        # What was breathed before is over first: nothing of it may be drawn on the new page.
        self._conductor.end()
        self._breath = breath
        self._pages.show_practice(lambda: self._maker.breathe(self._breath or breath))
        self._conductor.take(breath.session, settle_s)

    def _walk(self, exercise_id: str, exercise: Grounding | Script, step: int, before: int | None) -> None:
        self._conductor.end()
        session = self._starter.walk(exercise_id, exercise, kept=self._to.next.take_kept())
        rate_before(session.row, before)
        session.walk.index = min(step, session.walk.count - 1)
        self._pages.show_practice(lambda: self._maker.walk(exercise_id, exercise, session))

    # -- coming back --------------------------------------------------------------------------------------------

    def back_to_breathing(self) -> None:
        """Go on with the breathing that waits, with an in-breath; or breathe again as it was before."""
        if self._pages.breathing_waits:
            self._pages.bring_back(to_breathe=True)
        elif not self._pages.breathing_is_shown:
            before = self._breath
            self.breathe(
                self._which.gentlest() if before is None else self._which.again(before.exercise_id, holds=before.holds)
            )

    def back(self) -> None:
        """Go back to the practice that waits, whichever it is."""
        if not self._pages.bring_back():
            self.start_over()

    def start_over(self) -> None:
        """Start "Meet your breath", whatever the disk says."""
        self.breathe(self._which.gentlest())

    # -- ending -------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """End the breathing that came to its length or was stopped; the small card, then what else there is."""
        session = self._conductor.session
        self._conductor.end()
        self._pages.no_more_of_this()
        self._pages.end_waiting()
        if session is None or not session.row.record.breaths:
            self._to.open_menu()
        else:
            self._to.afterwards.over(session.row, self._to.open_menu)

    def finish_walk(self, session: "WalkSession") -> None:
        """End a walk that was enough; the small card, where there was something of it, then back to breathing."""
        session.end()
        self._pages.no_more_of_this()
        if session.walk.is_untouched:
            self.back_to_breathing()
        else:
            self._to.afterwards.over(session.row, self.back_to_breathing)

    # -- what is set meanwhile ----------------------------------------------------------------------------------

    def take_length(self, before: "Settings", after: "Settings") -> None:
        """Give a new length to the breath that is under way too, where that length is still ahead of it."""
        breath = self._breath
        if breath is None or self._conductor.session is not breath.session:
            return
        length = chosen_length(breath.exercise, after)
        if length != chosen_length(breath.exercise, before) and breath.session.aim_for(length):
            self._breath = breath._replace(length=length)

    def keep_holds(self, exercise_id: str, *, holds: bool) -> None:
        """Remember whether this exercise's optional holds are wanted."""
        wanted = set(self._to.settings.holds_wanted) - {exercise_id}
        self._to.change(holds_wanted=tuple(sorted(wanted | {exercise_id} if holds else wanted)))
        if self._breath is not None and self._breath.exercise_id == exercise_id:
            self._breath = self._breath._replace(holds=holds)
