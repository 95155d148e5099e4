"""The breaths of one practice laid end to end, on a clock that stands still while it is paused.

Changes of pace are new segments. Each begins at a known second, so a position stays a pure function of elapsed time.
"""

import bisect
import math
from typing import NamedTuple

from steady.core.breath import TURN_TOLERANCE_S, Course, Pattern, Phase, Position, Stretch


class Place(NamedTuple):
    """Where the practice is in its breaths. `breath` counts from 0 over the whole practice."""

    breath: int
    position: Position
    breath_start_s: float
    breath_end_s: float


class Span(NamedTuple):
    """One phase in its place: from `start_s` to `end_s` of elapsed time, where the lungs start at `from_level`."""

    phase: Phase
    start_s: float
    end_s: float
    from_level: float


class _Segment(NamedTuple):
    start_s: float
    course: Course
    breaths_before: int
    from_level: float | None


class _Near(NamedTuple):
    """The phase that was last asked about: from `from_s` to short of `until_s` of elapsed time it is the answer."""

    from_s: float
    until_s: float
    offset_s: float
    breath_offset_s: float
    stretch: Stretch
    breath: int
    start_s: float
    end_s: float


class Timeline:
    """Maps elapsed seconds of breathing to a place in a breath.

    Frame after frame asks about the same phase, so the last one is kept at hand. What is answered from it is to the
    last digit what would be found without it.
    """

    def __init__(self, course: Course) -> None:
        self._segments = [_Segment(0.0, course, 0, None)]
        self._near: _Near | None = None
        self.revision = 0
        """Grows whenever what lies ahead is planned anew, so that a drawing knows what it may keep."""

    def _segment(self, elapsed_s: float) -> _Segment:
        return self._segments[max(0, self._later_segment(elapsed_s) - 1)]

    def _later_segment(self, elapsed_s: float) -> int:
        return bisect.bisect_right(self._segments, elapsed_s + TURN_TOLERANCE_S, key=lambda s: s.start_s)

    def at(self, elapsed_s: float) -> Place:
        """Return the place at `elapsed_s` seconds of breathing."""
        near = self._near
        if near is None or not near.from_s <= elapsed_s < near.until_s:
            near = self._near = self._find(elapsed_s)
        into_s = max(0.0, elapsed_s - near.offset_s) - near.breath_offset_s
        return Place(near.breath, near.stretch.at(into_s), near.start_s, near.end_s)

    def _find(self, elapsed_s: float) -> _Near:
        segment = self._segment(elapsed_s)
        into_s = max(0.0, elapsed_s - segment.start_s)
        breath = segment.course.breath_at(into_s)
        start_s, end_s = segment.course.start_s(breath), segment.course.start_s(breath + 1)
        from_level = segment.from_level if breath == 0 else None
        stretch = segment.course.pattern(breath).stretch(into_s - start_s, from_level)
        # Well before the phase, the breath or the segment ends: at a turn it is looked up anew.
        until_s = segment.start_s + min(start_s + stretch.end_s, end_s)
        later = self._later_segment(elapsed_s)
        if later < len(self._segments):
            until_s = min(until_s, self._segments[later].start_s)
        return _Near(
            elapsed_s,
            until_s - 4 * TURN_TOLERANCE_S,
            segment.start_s,
            start_s,
            stretch,
            segment.breaths_before + breath,
            segment.start_s + start_s,
            segment.start_s + end_s,
        )

    def span(self, elapsed_s: float) -> Span:
        """Return the phase that is under way at `elapsed_s`, with its ends; a new in-breath cuts one short."""
        segment, place = self._segment(elapsed_s), self.at(elapsed_s)
        breath = place.breath - segment.breaths_before
        pattern, phase = segment.course.pattern(breath), place.position.phase
        into_s = math.fsum(earlier.duration_s for earlier in pattern.phases[: place.position.index])
        start_s = place.breath_start_s + into_s
        end_s, later = start_s + phase.duration_s, self._later_segment(elapsed_s)
        if later < len(self._segments):
            end_s = min(end_s, self._segments[later].start_s)
        from_level = pattern.at(into_s, segment.from_level if breath == 0 else None).fullness
        return Span(phase, start_s, end_s, from_level)

    def frozen(self) -> "Timeline":
        """Return a copy of the breaths as they are planned now, which later changes leave alone."""
        copy = Timeline(self._segments[0].course)
        copy._segments = list(self._segments)
        copy.revision = self.revision
        return copy

    def going_on(self, elapsed_s: float, from_level: float) -> "Timeline":
        """Return the breaths as they will be where they go on with an in-breath from there; these stay as they are."""
        copy = self.frozen()
        copy.begin_breath(elapsed_s, self.rest_of_course(elapsed_s), from_level)
        return copy

    @property
    def changed_s(self) -> float:
        """The elapsed second from which on it is as it was planned last."""
        return self._segments[-1].start_s

    def fullness(self, elapsed_s: float) -> float:
        """Return how full the lungs are, 0 to 1."""
        return self.at(elapsed_s).position.fullness

    def pattern(self, elapsed_s: float) -> Pattern:
        """Return the shape of the breath that is under way."""
        segment = self._segment(elapsed_s)
        return segment.course.pattern(segment.course.breath_at(elapsed_s - segment.start_s))

    def upcoming_pattern(self, elapsed_s: float) -> Pattern:
        """Return the shape of the breath after the one under way, as planned now."""
        return self.pattern(self.at(elapsed_s).breath_end_s)

    def next_turn_s(self, elapsed_s: float) -> float:
        """Return the elapsed second at which the phase under way ends; always later than `elapsed_s`."""
        turn_s = elapsed_s + max(2 * TURN_TOLERANCE_S, self.at(elapsed_s).position.remaining_s)
        later = self._later_segment(elapsed_s)
        return min(turn_s, self._segments[later].start_s) if later < len(self._segments) else turn_s

    def breath_end_from(self, target_s: float) -> float:
        """Return the elapsed second at which the breath under way at `target_s` ends; `target_s` where none is.

        A breath that was cut short by a new in-breath ends where that new one does.
        """
        place = self.at(target_s)
        segment = self._segment(target_s)
        begun_anew = segment.from_level is not None and place.breath == segment.breaths_before
        tolerance_s = 1e-3
        if not begun_anew and target_s - place.breath_start_s < tolerance_s:
            return place.breath_start_s
        end_s = place.breath_end_s
        for later in self._segments[self._later_segment(target_s) :]:
            if later.start_s > end_s - TURN_TOLERANCE_S:
                break
            end_s = later.start_s + later.course.start_s(1)
        return end_s

    def start_of_breath(self, breath: int) -> float:
        """Return when that breath (0 or more) starts as planned now, in elapsed seconds."""
        segment = next(s for s in reversed(self._segments) if breath >= s.breaths_before)
        return segment.start_s + segment.course.start_s(breath - segment.breaths_before)

    def change_at_next_breath(self, elapsed_s: float, course: Course) -> None:
        """Follow `course` from the end of the breath under way: the present breath is not touched."""
        place = self.at(elapsed_s)
        self._cut(place.breath_end_s)
        self._segments.append(_Segment(place.breath_end_s, course, place.breath + 1, None))

    def begin_breath(self, elapsed_s: float, course: Course, from_level: float) -> None:
        """Start a new in-breath now, from the level the lungs are at, and follow `course` from there."""
        place = self.at(elapsed_s)
        self._cut(elapsed_s)
        self._segments.append(_Segment(elapsed_s, course, place.breath, from_level))

    def rest_of_course(self, elapsed_s: float) -> Course:
        """Return the course from the breath under way on."""
        segment = self._segments[-1]
        if elapsed_s < segment.start_s:
            return segment.course
        return segment.course.after(segment.course.breath_at(elapsed_s - segment.start_s))

    def last_cut_s(self, elapsed_s: float) -> float:
        """Return the start of the stretch of unbroken curve that `elapsed_s` is in."""
        cuts = [s.start_s for s in self._segments if s.from_level is not None and s.start_s <= elapsed_s]
        return cuts[-1] if cuts else 0.0

    def _cut(self, elapsed_s: float) -> None:
        self.revision += 1
        self._near = None
        while len(self._segments) > 1 and self._segments[-1].start_s >= elapsed_s:
            self._segments.pop()
