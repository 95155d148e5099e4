"""The state machine of one practice. It knows no clock, no screen and no log: seconds go in, events come out."""

from steady.core.breath import TURN_TOLERANCE_S, Course, Pattern
from steady.core.events import (
    OPEN,
    Ended,
    Event,
    Length,
    LengthReached,
    Moment,
    Nudge,
    Outcome,
    Paused,
    PhaseStarted,
    Resumed,
    Stage,
)
from steady.core.pacing import SLOWEST_PERIOD_S, meet_then_slow, meeting, nudged
from steady.core.score import Score
from steady.core.stillness import Still, left_of
from steady.core.timeline import Timeline


class Practice:
    """One practice from its first breath to its last.

    All times are seconds on one monotonic clock that never counts the machine's sleep.
    """

    def __init__(self, course: Course, length: Length = OPEN, *, slowest_period_s: float = SLOWEST_PERIOD_S) -> None:
        self._timeline = Timeline(course)
        self._goal = course.steps[-1].pattern
        self._slowest_period_s = max(slowest_period_s, self._goal.period_s)
        self.length = length
        self.stage = Stage.READY
        self._anchor_s = self._begun_elapsed_s = 0.0
        self._still = Still(level=self._resting_level())
        self._woke_from = 0.0
        self._seen_s = -1.0
        self._went_on = False
        self._turn: tuple[tuple[float, int], float] | None = None
        self._end: tuple[tuple[Length, int], float | None] | None = None

    # -- reading ------------------------------------------------------------------------------------------------

    @property
    def timeline(self) -> Timeline:
        """The breaths as they are planned now; for drawing what lies ahead."""
        return self._timeline

    @property
    def goal(self) -> Pattern:
        """What a person's own pace slows to."""
        return self._goal

    def elapsed_s(self, now_s: float) -> float:
        """Return the seconds breathed until now, pauses left out."""
        if self.stage is Stage.READY:
            return 0.0
        return now_s - self._anchor_s if self.stage is Stage.BREATHING else self._still.elapsed_s

    def breaths(self, now_s: float) -> int:
        """Return how many whole breaths have been breathed."""
        if self.stage is Stage.BREATHING:
            return self._timeline.at(self._elapsed_to_end_s(now_s)).breath
        return self._still.breaths

    def look(self, now_s: float) -> Moment:
        """Return what there is to show now. Changes nothing."""
        elapsed_s = self._elapsed_to_end_s(now_s)
        place = self._timeline.at(elapsed_s)
        position = place.position
        fullness, settled = position.fullness, self._settled(now_s)
        if self.stage is not Stage.BREATHING:
            fullness = self._still.fullness(now_s, self._resting_level())
        return Moment(
            self.stage,
            position.phase,
            place.breath,
            position.fraction,
            fullness,
            position.remaining_s,
            elapsed_s,
            settled,
        )

    def score(self) -> Score | None:
        """Return the breaths from the last start on as they are planned now, for a player; None while it is still."""
        if self.stage is not Stage.BREATHING:
            return None
        end_s = self._end_s()
        return Score(
            self._timeline,
            self._anchor_s,
            self._anchor_s + self._begun_elapsed_s,
            None if end_s is None else self._anchor_s + end_s,
        )

    def wait_s(self, now_s: float) -> float | None:
        """Return the seconds until something happens by itself, or None where nothing will."""
        if self.stage is not Stage.BREATHING:
            return None
        return max(0.0, self._next_turn_s() - self.elapsed_s(now_s))

    # -- living it ----------------------------------------------------------------------------------------------

    def start(self, now_s: float) -> list[Event]:
        """Begin with an in-breath."""
        if self.stage is not Stage.READY:
            return []
        self.stage = Stage.BREATHING
        self._anchor_s = now_s
        return self.advance(now_s)

    def advance(self, now_s: float) -> list[Event]:
        """Return what has happened since the last call, in order, however long ago that was."""
        if self.stage is not Stage.BREATHING:
            return []
        elapsed_s = self.elapsed_s(now_s)
        end_s = self._end_s()
        events: list[Event] = []
        while True:
            turn_s = self._next_turn_s()
            at_end = end_s is not None and turn_s > end_s - 2 * TURN_TOLERANCE_S
            if turn_s > elapsed_s + TURN_TOLERANCE_S or at_end:
                break
            place = self._timeline.at(turn_s)
            events.append(PhaseStarted(place.position.phase, place.breath, turn_s))
            self._seen_s = turn_s
        if end_s is not None and elapsed_s >= end_s - TURN_TOLERANCE_S:
            breaths = self._timeline.at(end_s).breath
            ended_s = self._anchor_s + end_s
            self._hold_still(Stage.RESTING, Still(ended_s, end_s, self._resting_level(), breaths))
            events.append(LengthReached(breaths, end_s))
        return events

    def pause(self, now_s: float, *, asleep: bool = False) -> list[Event]:
        """Stand still where we are; the lungs sink to rest softly."""
        events = self.advance(now_s)
        if self.stage is not Stage.BREATHING:
            return events
        elapsed_s = self.elapsed_s(now_s)
        place = self._timeline.at(elapsed_s)
        still = Still(now_s, elapsed_s, place.position.fullness, place.breath, self._settled(now_s))
        self._hold_still(Stage.PAUSED, still)
        return [*events, Paused(asleep)]

    def resume(self, now_s: float) -> list[Event]:
        """Go on with an in-breath, from wherever the lungs are."""
        if self.stage is not Stage.PAUSED:
            return []
        return self._breathe_again(now_s)

    def go_on(self, now_s: float) -> list[Event]:
        """Go on after the length was reached, for as long as wanted."""
        if self.stage is not Stage.RESTING:
            return []
        self.length = OPEN
        return self._breathe_again(now_s)

    def end(self, now_s: float) -> list[Event]:
        """End it, at any moment: completed where it came to its length, stopped otherwise."""
        events = self.advance(now_s)
        if self.stage is Stage.ENDED:
            return []
        reached = self.stage is Stage.RESTING or self._went_on
        level, elapsed_s, breaths = self.look(now_s).fullness, self.elapsed_s(now_s), self.breaths(now_s)
        self._hold_still(Stage.ENDED, Still(now_s, elapsed_s, level, breaths))
        return [*events, Ended(Outcome.COMPLETED if reached else Outcome.STOPPED)]

    def aim_for(self, now_s: float, length: Length) -> bool:
        """Take another length where it is still ahead; return whether that is so.

        One that has passed already, or a practice that goes on after its length, stays as it is.
        """
        if self._went_on or self.stage in (Stage.RESTING, Stage.ENDED):
            return False
        before, self.length = self.length, length
        end_s = self._end_s()
        if end_s is not None and end_s <= self.elapsed_s(now_s) + TURN_TOLERANCE_S:
            self.length = before
            return False
        return True

    # -- pace ---------------------------------------------------------------------------------------------------

    def nudge(self, now_s: float, factor: float) -> Nudge:
        """Make breaths `factor` times as long from the next one on, and stay there."""
        planned = self.upcoming_pattern(now_s)
        pattern = nudged(planned, factor, slowest_period_s=self._slowest_period_s)
        if pattern is None:
            return Nudge.AT_LIMIT
        self._change(now_s, Course.steady(pattern))
        return Nudge.CHANGED

    def plan(self, now_s: float, course: Course) -> None:
        """Follow `course` from the next breath on; where it leads is what a person's own pace slows to from now on.

        A breath that keeps one pace comes at the pace of now, where that was made slower or faster.
        """
        factor = self.upcoming_pattern(now_s).moving_s / self._goal.moving_s
        self._goal = course.steps[-1].pattern
        self._slowest_period_s = max(self._slowest_period_s, self._goal.period_s)
        self._change(now_s, course if len(course.steps) > 1 else Course.steady(self._goal.scaled(factor)))

    def stay_here(self, now_s: float) -> None:
        """Keep the breath that is under way; nothing lengthens any more."""
        self._change(now_s, Course.steady(self._timeline.pattern(self._elapsed_to_end_s(now_s))))

    def follow(self, now_s: float, period_s: float) -> list[Event]:
        """Meet the person's own breath of `period_s`, with an in-breath now, then slow from there."""
        events = self.advance(now_s)
        elapsed_s = self.elapsed_s(now_s)
        course = meet_then_slow(self._goal, meeting(self._goal, period_s))
        self._timeline.begin_breath(elapsed_s, course, self.look(now_s).fullness)
        return [*events, self._phase_begun(elapsed_s)] if self.stage is Stage.BREATHING else events

    def upcoming_pattern(self, now_s: float) -> Pattern:
        """Return the breath after the present one, as planned now."""
        return self._timeline.upcoming_pattern(self._elapsed_to_end_s(now_s))

    # -- inside -------------------------------------------------------------------------------------------------

    def _change(self, now_s: float, course: Course) -> None:
        self._timeline.change_at_next_breath(self._elapsed_to_end_s(now_s), course)

    def _next_turn_s(self) -> float:
        if self._seen_s < 0.0:
            return 0.0
        asked = self._seen_s, self._timeline.revision
        if self._turn is None or self._turn[0] != asked:
            self._turn = asked, self._timeline.next_turn_s(self._seen_s)
        return self._turn[1]

    def _elapsed_to_end_s(self, now_s: float) -> float:
        """Return the seconds breathed, none of them after the length: what nobody has seen yet has ended too."""
        elapsed_s, end_s = self.elapsed_s(now_s), self._end_s()
        return elapsed_s if self.stage is not Stage.BREATHING or end_s is None else min(elapsed_s, end_s)

    def _hold_still(self, stage: Stage, still: Still) -> None:
        self.stage, self._still = stage, still

    def _settled(self, now_s: float) -> float:
        if self.stage is Stage.READY:
            return 1.0
        if self.stage is Stage.BREATHING:
            return left_of(self._woke_from, now_s - self._anchor_s - self._begun_elapsed_s)
        return self._still.settled(now_s)

    def _breathe_again(self, now_s: float) -> list[Event]:
        elapsed_s = self._still.elapsed_s
        level, self._woke_from = self._still.fullness(now_s, self._resting_level()), self._still.settled(now_s)
        self._went_on = self._went_on or self.stage is Stage.RESTING
        self._timeline.begin_breath(elapsed_s, self._timeline.rest_of_course(elapsed_s), level)
        self.stage = Stage.BREATHING
        self._anchor_s, self._begun_elapsed_s = now_s - elapsed_s, elapsed_s
        return [Resumed(), self._phase_begun(elapsed_s)]

    def _phase_begun(self, elapsed_s: float) -> PhaseStarted:
        place = self._timeline.at(elapsed_s)
        self._seen_s = elapsed_s
        return PhaseStarted(place.position.phase, place.breath, elapsed_s)

    def _resting_level(self) -> float:
        return self._goal.resting_level

    def _end_s(self) -> float | None:
        """Return when it comes to its length, None where it is open. Asked with each frame, and found once a plan."""
        asked = self.length, self._timeline.revision
        if self._end is None or self._end[0] != asked:
            self._end = asked, self._find_end_s()
        return self._end[1]

    def _find_end_s(self) -> float | None:
        if self.length.minutes is not None:
            return self._timeline.breath_end_from(self.length.minutes * 60.0)
        if self.length.breaths is not None:
            return self._timeline.start_of_breath(self.length.breaths)
        return None
