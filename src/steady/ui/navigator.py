"""Which page is shown, and what that means for the practice that is under way.

A calm page (menu, Support, settings) lets a practice wait and brings it back; another practice ends it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from steady.core.after import rate_before
from steady.core.errors import ExerciseError, Fault, UnknownExercise
from steady.core.exercise import Breathing, Exercise, Grounding, Script
from steady.core.settings import Settings
from steady.core.starting import chosen_length
from steady.texts import say
from steady.texts.faults import fault_text
from steady.texts.ui import Ui
from steady.ui import theme
from steady.ui.conductor import Conductor
from steady.ui.later_parts import LaterParts
from steady.ui.page import Page
from steady.ui.page_maker import QUIET_SETTINGS, PageMaker
from steady.ui.page_stack import PageStack
from steady.ui.pages.breathe import BreathePage
from steady.ui.quiet import QuietWords
from steady.ui.shell import Shell
from steady.ui.sound_switch import SOUND_SETTINGS, SoundSwitch
from steady.ui.world import Breath, World

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steady.core.row import Row
    from steady.core.walk_session import WalkSession
    from steady.ui.page_stack import Make
    from steady.ui.theme import Theme

OPENS_ON = "meet-your-breath"
GROUNDING = "five-senses"


class Navigator(LaterParts):
    """Shows pages and starts practices."""

    left = Signal()
    """The person leaves; the window is hidden already and every row is on its way to the log."""

    def __init__(self, world: World, shell: Shell, conductor: Conductor) -> None:
        super().__init__(world, shell)
        self._conductor = conductor
        self._maker = PageMaker(world, conductor, self, theme.theme_for(self.settings))
        self._breath: Breath | None = None
        self._gone = False
        self.quiet = QuietWords(shell, self)
        self.sounds = SoundSwitch(world, shell, conductor, self)
        self._pages = PageStack(shell, conductor, self.keep_drafts, self.quiet.entered)
        shell.menu_wanted.connect(self.open_menu)
        shell.support_wanted.connect(self.open_support)
        shell.ground_wanted.connect(self.open_ground)
        shell.words_wanted.connect(self.open_words)
        shell.leave_wanted.connect(self.leave)
        shell.letter_keys = self.settings.letter_keys

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._world.preferences.settings

    @property
    def exercise(self) -> Exercise | None:
        """The breathing exercise that is under way, or was last."""
        return None if self._breath is None else self._breath.exercise

    @property
    def look(self) -> "Theme":
        """The colours that pages are made in now."""
        return self._maker.look

    # -- practices ----------------------------------------------------------------------------------------------

    def open_first(self, breath: Breath) -> None:
        """Show the guide on the practice that was started while the window was being made."""
        self._show_breath(breath)
        if not self.settings.leave_hint_seen:
            self.quiet.say(say(Ui.LEAVE_HINT))

    def start(self, exercise_id: str, step: int = 0, *, before: int | None = None) -> None:
        """Start an exercise of any kind, one of steps at that step; a caution that has not been read comes first.

        `before`: how strong the distress is, where that was asked.
        """
        exercise = self.find(exercise_id)
        if exercise is None:
            ours = exercise_id == GROUNDING
            self.quiet.say(say(fault_text(Fault.NO_EXERCISES if ours else Fault.BAD_EXERCISES)))
            self.back_to_breathing()
        elif isinstance(exercise, Breathing):
            if exercise.asks_first and exercise_id not in self.settings.cautions_seen:
                self._pages.show_calm(lambda: self._maker.caution(exercise_id, exercise, before))
            else:
                self.breathe(exercise_id, exercise, holds=exercise_id in self.settings.holds_wanted, before=before)
        else:
            self._walk(exercise_id, exercise, step, before)

    def breathe(self, exercise_id: str, exercise: Breathing, *, holds: bool, before: int | None = None) -> None:
        """Start breathing."""
        length = chosen_length(exercise, self.settings)
        session = self._world.starter.breathe(exercise_id, exercise, length, holds=holds, kept=self.next.take_kept())
        rate_before(session.row, before)
        self._show_breath(Breath(exercise_id, exercise, session, length, holds), self.sounds.settle_s)

    def _show_breath(self, breath: Breath, settle_s: float = 0.0) -> None:
        # What was breathed before is over first: nothing of it may be drawn on the new page.
        self._conductor.end()
        self._breath = breath
        self._pages.show_practice(lambda: self._maker.breathe(self._breath or breath))
        self._conductor.take(breath.session, settle_s)

    def _walk(self, exercise_id: str, exercise: Grounding | Script, step: int, before: int | None) -> None:
        self._conductor.end()
        session = self._world.starter.walk(exercise_id, exercise, kept=self.next.take_kept())
        rate_before(session.row, before)
        session.walk.index = min(step, session.walk.count - 1)
        self._pages.show_practice(lambda: self._maker.walk(exercise_id, exercise, session))

    def open_ground(self) -> None:
        """Look outward: start the five senses."""
        self.start(GROUNDING)

    def open_grounding(self) -> None:
        """Show all ways to look outward; the one that is under way waits behind them."""
        self._pages.show_calm(self._maker.grounding)

    def open_words(self, *, calmly: bool = False) -> None:
        """Show the kind words; what is under way waits behind them. `calmly` where the person came by the menu."""
        self._pages.show_calm(lambda: self._maker.soothe(calmly=calmly))

    def back_to_breathing(self) -> None:
        """Go on with the breathing that waits, with an in-breath; or breathe again as it was before."""
        if self._pages.breathing_waits:
            self._pages.bring_back(to_breathe=True)
        elif not isinstance(self._shell.page, BreathePage):
            self._breathe_again()

    def back(self) -> None:
        """Go back to the practice that waits, whichever it is."""
        if not self._pages.bring_back():
            self.start_over()

    def finish(self) -> None:
        """End the breathing that came to its length or was stopped; the small card, then what else there is."""
        session = self._conductor.session
        self._conductor.end()
        self._pages.no_more_of_this()
        self._pages.end_waiting()
        if session is None or not session.row.record.breaths:
            self.open_menu()
        else:
            self.afterwards.over(session.row, self.open_menu)

    def finish_walk(self, session: "WalkSession") -> None:
        """End a walk that was enough; the small card, where there was something of it, then back to breathing."""
        session.end()
        self._pages.no_more_of_this()
        if session.walk.is_untouched:
            self.back_to_breathing()
        else:
            self.afterwards.over(session.row, self.back_to_breathing)

    @property
    def rows_under_way(self) -> "Sequence[Row]":
        """The rows of what is practised on the pages there are."""
        return [page.row for page in self._pages if page.row is not None]

    def start_over(self) -> None:
        """Start "Meet your breath", whatever the disk says."""
        exercise = self.find(OPENS_ON)
        if not isinstance(exercise, Breathing) or exercise.asks_first:
            exercise = self._world.last_resort()
        self.breathe(OPENS_ON, exercise, holds=False)

    def _breathe_again(self) -> None:
        """Start the exercise that was breathed last, or "Meet your breath" where that one is no breath to come back to.

        One with a caution may be what was too much; one that ends after a few breaths has had its few.
        """
        before = self._breath
        exercise = None if before is None else self.find(before.exercise_id)
        if before is None or not isinstance(exercise, Breathing) or exercise.asks_first or exercise.then == "rest":
            self.start_over()
        else:
            self.breathe(before.exercise_id, exercise, holds=before.holds)

    def find(self, exercise_id: str) -> Exercise | None:
        """Return that exercise, None where there is none that can be read."""
        try:
            return self._world.library.get(exercise_id)
        except (UnknownExercise, ExerciseError):
            return None

    # -- calm pages ---------------------------------------------------------------------------------------------

    def show_calm(self, make: "Make") -> None:
        """Show a calm page; what is under way waits behind it."""
        self._pages.show_calm(make)

    def open_menu(self) -> None:
        """Show the menu."""
        self._pages.show_calm(self._maker.menu)

    def open_support(self) -> None:
        """Show real people, in one press from everywhere."""
        self._pages.show_calm(self._maker.support)

    def open_settings(self) -> None:
        """Show what can be set."""
        self._pages.show_calm(self._maker.settings)

    def open_progress(self) -> None:
        """Show what was logged."""
        self._pages.show_calm(self._maker.progress)

    def open_summary(self) -> None:
        """Show what can be printed for someone else."""
        self._pages.show_calm(self._maker.summary)

    def open_about(self) -> None:
        """Show what Steady is and is not."""
        self._pages.show_calm(self._maker.about)

    # -- leaving ------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Leave at once: first the window is gone, then half-written words and the last state are kept."""
        if self._gone:
            return
        self._gone = True
        self.sounds.hush()
        self._shell.hide()
        try:
            for page in self._pages:
                self.keep_drafts(page)
                page.leave()
            self._conductor.end()
            self.close_parts()
        finally:
            self.left.emit()  # a bug of ours on the way must not keep a process without a window

    def end_printing(self, timeout_s: float) -> bool:
        """Once the window is gone: wait for what is still being printed. Returns whether nothing is any more."""
        return self._maker.end_printing(timeout_s)

    def keep_drafts(self, page: Page) -> None:
        """Keep the half-written words of a page; those of a practice may still go with it."""
        keeper = page.row or self._world.log
        for draft in page.drafts():
            keeper.keep_draft(draft)

    # -- settings -----------------------------------------------------------------------------------------------

    def change(self, **changes: object) -> None:
        """Change settings and show what they change."""
        before = self.settings
        after = self._world.preferences.change(**changes)
        self._shell.letter_keys = after.letter_keys
        self._take_length(before, after)
        self.sounds.heed()
        if (before.look, before.text_percent) != (after.look, after.text_percent):
            self.restyle()
        elif before != after and not set(changes) <= QUIET_SETTINGS | SOUND_SETTINGS:
            self._pages.remake_waiting()

    def _take_length(self, before: Settings, after: Settings) -> None:
        """Give a new length to the breath that is under way too, where that length is still ahead of it."""
        breath = self._breath
        if breath is None or self._conductor.session is not breath.session:
            return
        length = chosen_length(breath.exercise, after)
        if length != chosen_length(breath.exercise, before) and breath.session.aim_for(length):
            self._breath = breath._replace(length=length)

    def keep_holds(self, exercise_id: str, *, holds: bool) -> None:
        """Remember whether this exercise's optional holds are wanted."""
        wanted = set(self.settings.holds_wanted) - {exercise_id}
        self.change(holds_wanted=tuple(sorted(wanted | {exercise_id} if holds else wanted)))
        if self._breath is not None and self._breath.exercise_id == exercise_id:
            self._breath = self._breath._replace(holds=holds)

    def remake_guide(self) -> None:
        """Make the guide anew where it is what is shown, so that it moves, or rests, as is wanted now."""
        if isinstance(self._shell.page, BreathePage):
            self._pages.remake()

    def restyle(self) -> None:
        """Wear the colours and the text size of now: the pages there are, are made anew."""
        theme.set_text_percent(self.settings.text_percent)
        self._maker.look = theme.theme_for(self.settings)
        self._shell.wear(self._maker.look)
        self._pages.remake_waiting()
        self._pages.remake()
