"""What there is to sound: a practice as it is planned at one moment, in seconds of the clock.

A plan never changes, so that another thread can ask it where the breath will be when a sound that is made now is heard.
When what lies ahead is planned anew, there is a new plan.
"""

from typing import NamedTuple, Protocol

from steady.core.breath import Act
from steady.core.timeline import Timeline


class Stretch(NamedTuple):
    """One phase as it is planned: from `start_s` to `end_s` on the clock, the lungs go from one level to another.

    Levels are 0 (empty) to 1 (full).
    """

    act: Act
    start_s: float
    end_s: float
    from_level: float
    to_level: float


class Plan(Protocol):
    """What a player plays from. Immutable: any thread may ask."""

    @property
    def begins_s(self) -> float | None:
        """When it begins, in seconds of the clock; None where it always was."""
        ...

    @property
    def ends_s(self) -> float | None:
        """When it ends, in seconds of the clock; None where it is open."""
        ...

    def stretch(self, clock_s: float) -> Stretch | None:
        """Return what is under way at that second of the clock; None before it begins and after it ends."""
        ...


class Score:
    """The breaths of a practice: `timeline` laid on the clock so that its second 0 is the clock's `anchor_s`."""

    def __init__(self, timeline: Timeline, anchor_s: float, begins_s: float, ends_s: float | None) -> None:
        self._timeline = timeline.frozen()
        self._anchor_s = anchor_s
        self._begins_s = begins_s
        self._ends_s = ends_s

    @property
    def begins_s(self) -> float | None:
        """When it begins with an in-breath, in seconds of the clock."""
        return self._begins_s

    @property
    def ends_s(self) -> float | None:
        """When it comes to its length, in seconds of the clock."""
        return self._ends_s

    def stretch(self, clock_s: float) -> Stretch | None:
        """Return the phase at that second of the clock."""
        if clock_s < self._begins_s or (self._ends_s is not None and clock_s >= self._ends_s):
            return None
        span = self._timeline.span(clock_s - self._anchor_s)
        start_s, end_s = span.start_s + self._anchor_s, span.end_s + self._anchor_s
        return Stretch(span.phase.act, start_s, end_s, span.from_level, span.phase.to)


class Beats(NamedTuple):
    """Left and right in turn: `turns` of them had passed at `since_s` on the clock, one every `seconds`.

    Each stretch is one beat, at its fullest in its middle. An even one is on the left and sounds like an in-breath,
    an odd one on the right like an out-breath.
    """

    turns: float
    since_s: float
    seconds: float

    @property
    def begins_s(self) -> float | None:
        """It is under way."""
        return None

    @property
    def ends_s(self) -> float | None:
        """It goes on until it is stopped."""
        return None

    def stretch(self, clock_s: float) -> Stretch | None:
        """Return the beat at that second of the clock."""
        number = round(self.turns + (clock_s - self.since_s) / self.seconds)
        middle_s = self.since_s + (number - self.turns) * self.seconds
        start_s, end_s = middle_s - self.seconds / 2, middle_s + self.seconds / 2
        if number % 2:
            return Stretch(Act.EXHALE, start_s, end_s, 1.0, 0.0)
        return Stretch(Act.INHALE, start_s, end_s, 0.0, 1.0)
