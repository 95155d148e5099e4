"""Makes pages when they are first wanted, and ties what they ask for to the navigator."""

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from steady.core.after import rate_early
from steady.core.exercise import Breathing, Grounding, Script
from steady.core.which_breath import Meant
from steady.ui.conductor import Conductor
from steady.ui.page import Page
from steady.ui.pages.breathe import BreathePage
from steady.ui.theme import Theme
from steady.ui.world import Breath, World

if TYPE_CHECKING:
    from steady.core.summary import Names
    from steady.core.walk_session import WalkSession
    from steady.ui.looking_back import LookingBack
    from steady.ui.navigator import Navigator
    from steady.ui.page_to_print import PageToPrint
    from steady.ui.walk_maker import WalkMaker
    from steady.ui.widgets.own_section import OwnSection

# Pages other than the guide are imported where they are made: nothing of them may delay the first breath.
# ruff: noqa: PLC0415

QUIET_SETTINGS = {
    "favourites",
    "pause",
    "auto_advance",
    "reading_percent",
    "leave_hint_seen",
    "last_light",
    "runs_hidden",
    "ask_before",
    "ask_after",
    "signs_offered",
    "day_ends_hour",
}
"""Changes that no page has to be made anew for."""


class PageMaker:
    """Makes each page in the look of now."""

    def __init__(self, world: World, conductor: Conductor, navigator: "Navigator", look: Theme) -> None:
        self._world = world
        self._conductor = conductor
        self._to = navigator
        self.look = look
        self._walks: WalkMaker | None = None
        self._looking_back: LookingBack | None = None
        self._to_print: PageToPrint | None = None

    def breathe(self, breath: Breath) -> Page:
        """Make the guide."""
        to = self._to
        page = BreathePage(
            self.look,
            to.settings,
            self._conductor,
            breath.exercise,
            breath.length,
            holds=breath.holds,
            announce=to.quiet.aloud,
        )
        page.ground_wanted.connect(to.open_ground)
        page.words_wanted.connect(to.open_words)
        page.talk_wanted.connect(to.open_support)
        page.meet_wanted.connect(to.practising.start_over)
        page.done_wanted.connect(to.practising.finish)
        page.early_rated.connect(lambda early: rate_early(breath.session.row, early))
        page.unsaved.connect(lambda: to.remembering.forget(breath.session.row))
        page.notice_put_aside.connect(to.quiet.put_aside)
        page.notice_followed.connect(to.quiet.follow)
        page.form_chosen.connect(lambda form: to.change(form=form))
        page.holds_changed.connect(lambda holds: to.practising.keep_holds(breath.exercise_id, holds=holds))
        return page

    def walk(self, exercise_id: str, exercise: Grounding | Script, session: "WalkSession") -> Page:
        """Make the page of a grounding exercise or a script."""
        if self._walks is None:
            from steady.ui.walk_maker import WalkMaker

            self._walks = WalkMaker(self._world, self._to)
        return self._walks.walk(self.look, exercise_id, exercise, session)

    def soothe(self, *, calmly: bool = False) -> Page:
        """Make the page of kind words; `calmly` where the person came by the menu."""
        from steady.ui.pages.soothe import SoothePage

        to, shelf = self._to, self._to.own.shelf
        found, near = shelf.look(), to.settings.favourites
        page = SoothePage(self.look, found.entries, near, self._world.rank, is_whole=found.is_whole)
        shelf.changed.connect(page.take_listing)
        page.script_chosen.connect(to.next.start_calmly if calmly else to.practising.start)
        page.favourites_changed.connect(lambda ids: to.change(favourites=ids))
        page.support_wanted.connect(to.open_support)
        page.back_wanted.connect(to.practising.back_to_breathing)
        return page

    def grounding(self) -> Page:
        """Make the page of all ways to look outward."""
        from steady.ui.pages.outward import OutwardPage

        to, shelf = self._to, self._to.own.shelf
        page = OutwardPage(self.look, shelf.look().entries)
        shelf.changed.connect(page.take_listing)
        page.chosen.connect(to.practising.start)
        page.support_wanted.connect(to.open_support)
        page.back_wanted.connect(to.practising.back)
        return page

    def menu(self) -> Page:
        """Make the menu."""
        from steady.ui.pages.menu import MenuPage

        to, own = self._to, self._to.own
        under_way = self._conductor.session
        can_stop = under_way is not None and under_way.has_begun
        page = MenuPage(self.look, own.shelf.look(), can_stop=can_stop, keeps_next=to.next.kept)
        own.shelf.changed.connect(page.take_listing)
        page.folder_wanted.connect(lambda: _tell(page.own, own.open_folder()))
        page.file_wanted.connect(lambda path: _tell(page.own, own.open(Path(path))))
        page.enough_wanted.connect(to.practising.finish)
        page.journal_wanted.connect(lambda: to.remembering.open_journal())
        page.week_wanted.connect(lambda: to.remembering.open_week())
        page.things_wanted.connect(lambda: to.remembering.things.open())
        page.unsaved_wanted.connect(to.next.leave_unsaved)
        page.breathe_wanted.connect(to.practising.back_to_breathing)
        page.ground_wanted.connect(to.open_ground)
        page.words_wanted.connect(lambda: to.open_words(calmly=True))
        page.support_wanted.connect(to.open_support)
        page.progress_wanted.connect(to.open_progress)
        page.settings_wanted.connect(to.open_settings)
        page.about_wanted.connect(to.open_about)
        page.exercise_chosen.connect(to.next.start_calmly)
        return page

    def support(self) -> Page:
        """Make the page of real people."""
        from steady.ui.pages.support import SupportPage

        page = SupportPage(self.look, self._world.regions(), self._to.settings.region)
        page.back_wanted.connect(self._to.practising.back)
        page.reached.connect(lambda on: self._to.remembering.counting.reached(on))
        page.region_chosen.connect(lambda region: self._to.change(region=region))
        return page

    def progress(self) -> Page:
        """Make the page of what was logged."""
        from steady.ui.looking_back import LookingBack
        from steady.ui.pages.progress import ProgressPage

        to, starter = self._to, self._world.starter
        if self._looking_back is None:
            self._looking_back = LookingBack(self._world.memories().reader, starter, to)
        page = ProgressPage(self.look, starter.today(), self._names(), hides_runs=to.settings.runs_hidden)
        page.facts_wanted.connect(self._looking_back.ask)
        self._looking_back.answered.connect(page.take)
        page.runs_hidden.connect(lambda hidden: to.change(runs_hidden=hidden))
        page.summary_wanted.connect(to.open_summary)
        page.practices_wanted.connect(lambda: to.remembering.things.open_practices(to.open_progress))
        page.week_wanted.connect(lambda: to.remembering.open_week())
        page.back_wanted.connect(to.open_menu)
        return page

    def summary(self) -> Page:
        """Make the page on which a summary to print is put together."""
        from steady.ui.page_to_print import PageToPrint

        if self._to_print is None:
            self._to_print = PageToPrint(self._world, self._to, self._names())
        return self._to_print.make()

    def end_printing(self, timeout_s: float) -> bool:
        """The person has left: wait for what is still being printed. Returns whether nothing is any more."""
        return self._to_print is None or self._to_print.summing_up.close(timeout_s)

    def _names(self) -> "Names":
        from steady.core.summary import Names
        from steady.texts.triggers import trigger_words
        from steady.ui.naming import title_of

        return Names(cache(partial(title_of, find=self._to.practising.find)), trigger_words)

    def settings(self) -> Page:
        """Make the page of what can be set."""
        from steady.ui.pages.settings import SettingsPage

        page, to = SettingsPage(self.look, self._to.settings, self._world.data_dir), self._to
        page.changed.connect(lambda changes: to.change(**changes))
        page.hear_wanted.connect(lambda voice: to.sounds.sounding.preview(voice))
        page.outputs_wanted.connect(lambda: to.sounds.sounding.find_outputs(page.show_outputs))
        page.back_wanted.connect(to.open_menu)
        page.about_wanted.connect(to.open_about)
        return page

    def about(self) -> Page:
        """Make the page that says what Steady is and is not."""
        from steady.ui.pages.about import AboutPage

        page = AboutPage(self.look, self._world.version, self._to.own.shelf.look().entries)
        page.back_wanted.connect(self._to.open_menu)
        return page

    def caution(self, exercise_id: str, exercise: Breathing, before: int | None) -> Page:
        """Make the page that says a caution, once, before an exercise starts."""
        from steady.ui.pages.caution import CautionPage

        to = self._to

        def begin(holds: bool) -> None:  # noqa: FBT001 - Qt's signal
            to.change(cautions_seen=(*to.settings.cautions_seen, exercise_id))
            to.practising.keep_holds(exercise_id, holds=holds)
            to.practising.breathe(Meant(exercise_id, exercise, holds), before=before)

        page = CautionPage(
            self.look,
            exercise.title,
            exercise.cautions,
            has_holds=exercise.has_optional_holds,
            holds_chosen=exercise_id in to.settings.holds_wanted,
        )
        page.start_wanted.connect(begin)
        page.back_wanted.connect(to.open_menu)
        page.ground_wanted.connect(to.open_ground)
        return page


def _tell(section: "OwnSection", sentence: str | None) -> None:
    if sentence is not None:
        section.tell(sentence)
