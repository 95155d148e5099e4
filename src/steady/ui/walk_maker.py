"""Makes the pages of grounding and scripts, and gives their steps what these need from outside."""

from functools import partial
from typing import TYPE_CHECKING

from steady.core.after import rate_early
from steady.core.exercise import Grounding, Script
from steady.core.walk_session import WalkSession
from steady.ui.copying import Copying
from steady.ui.page import Page
from steady.ui.pages.steps import StepsPage
from steady.ui.steps.part import StepServices
from steady.ui.theme import Theme
from steady.ui.world import World

if TYPE_CHECKING:
    from steady.ui.navigator import Navigator

# Each kind of page is imported where it is made: whoever wants to look outward does not wait for scripts.
# ruff: noqa: PLC0415


class WalkMaker:
    """Imported when a walk is first wanted: nothing of it is for the first breath."""

    def __init__(self, world: World, navigator: "Navigator") -> None:
        self._world = world
        self._to = navigator
        self._copying: Copying | None = None

    def walk(self, look: Theme, exercise_id: str, exercise: Grounding | Script, session: WalkSession) -> Page:
        """Make the page of a grounding exercise or a script."""
        to = self._to
        page = self._page(look, exercise_id, exercise, session)
        page.done.connect(lambda: to.practising.finish_walk(session))
        page.early_rated.connect(lambda early: rate_early(session.row, early))
        page.unsaved.connect(lambda: to.remembering.forget(session.row))
        page.support_wanted.connect(to.open_support)
        page.way_wanted.connect(to.practising.start)
        page.line_shown.connect(to.sounds.speak_line)
        page.draft_forgotten.connect(session.row.forget_draft)
        page.drafts_kept.connect(lambda: to.keep_drafts(page))
        return page

    def _page(self, look: Theme, exercise_id: str, exercise: Grounding | Script, session: WalkSession) -> StepsPage:
        kept = partial(self._world.log.drafts, exercise_id)
        given = (look, exercise.title, exercise_id, session, self._services(exercise_id, session))
        if isinstance(exercise, Grounding):
            from steady.ui.pages.ground import GroundPage

            ground = GroundPage(*given, ways_out=exercise.ways_out, kept_now=kept)
            ground.others_wanted.connect(self._to.open_grounding)
            return ground
        from steady.ui.pages.script import ScriptPage

        page = ScriptPage(*given, ways_out=exercise.ways_out, kept_now=kept)
        page.breathe_wanted.connect(self._to.practising.back_to_breathing)
        page.ground_wanted.connect(self._to.open_ground)
        page.words_wanted.connect(self._to.open_words)
        page.reading_changed.connect(lambda changes: self._to.change(**changes))
        return page

    def _services(self, exercise_id: str, session: WalkSession) -> StepServices:
        world, to = self._world, self._to

        def title_of(wanted: str) -> str | None:
            found = to.practising.find(wanted)
            return None if found is None else found.title

        return StepServices(
            exercise_id,
            to.settings,
            world.starter.now_s,
            world.starter.now,
            to.practising.breathing,
            title_of,
            kept_pause=lambda: to.settings.pause,
            keep_pause=lambda pause: to.remembering.keep_pause(pause, session.row),
            copy=self._copy,
            sound=to.sounds.follow_step,
            cue=to.sounds.cue,
        )

    def _copy(self, words: str) -> None:
        if self._copying is None:
            self._copying = Copying(self._to)
            self._to.left.connect(self._copying.wipe)
        self._copying.copy(words)
