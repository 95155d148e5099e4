"""The lung-volume curve: where a breath is at a moment, as a pure function of elapsed time.

Nothing here counts ticks, so nothing here can drift.
"""

import bisect
import enum
import itertools
import math
from typing import NamedTuple

import msgspec

MIN_PERIOD_S = 3.0
"""The fastest breath that any pattern may ask for: 20 breaths per minute."""
MAX_PERIOD_S = 30.0
"""The slowest breath that any pattern may ask for: 2 breaths per minute."""
MIN_PHASE_S = 0.5
MAX_PHASE_S = 20.0
MAX_HOLD_S = 10.0
TURN_TOLERANCE_S = 1e-7
"""An instant this close before a turn counts as the turn: sums of seconds round apart by far less than this."""


class Act(enum.Enum):
    """What the breath does in a phase."""

    INHALE = "in"
    HOLD = "hold"
    EXHALE = "out"


class Phase(msgspec.Struct, frozen=True):
    """One part of a breath: `duration_s` seconds in which fullness goes to `to` (0 empty, 1 full)."""

    act: Act
    duration_s: float
    to: float
    say: str = ""
    more: str = ""


class Position(NamedTuple):
    """Where a breath is.

    `index` is the phase's place in the pattern, `fraction` how much of the phase has passed (0 to below 1),
    `fullness` the lungs' (0 empty, 1 full), `remaining_s` the seconds left in the phase.
    """

    index: int  # type: ignore[assignment]  # a position is never searched as the tuple it is
    phase: Phase
    fraction: float
    fullness: float
    remaining_s: float


def ease(fraction: float) -> float:
    """Half a cosine from 0 to 1: at rest at both ends, as air is at the turn of a breath."""
    return (1.0 - math.cos(math.pi * min(1.0, max(0.0, fraction)))) / 2.0


class Stretch(NamedTuple):
    """One phase in its breath: from `start_s` to `end_s` into it, where the lungs start at `level`."""

    index: int  # type: ignore[assignment]  # a stretch is never searched as the tuple it is
    phase: Phase
    start_s: float
    end_s: float
    level: float

    def at(self, elapsed_s: float) -> Position:
        """Return the position `elapsed_s` seconds into the breath, which lies in this phase."""
        phase, level = self.phase, self.level
        fraction = min(1.0, max(0.0, (elapsed_s - self.start_s) / phase.duration_s))
        fullness = level + (phase.to - level) * ease(fraction)
        return Position(self.index, phase, fraction, min(1.0, max(0.0, fullness)), max(0.0, self.end_s - elapsed_s))


class Pattern(msgspec.Struct, frozen=True):
    """One breath: phases in order, which a practice repeats."""

    phases: tuple[Phase, ...]

    @property
    def period_s(self) -> float:
        """The length of one breath in seconds."""
        return math.fsum(phase.duration_s for phase in self.phases)

    @property
    def moving_s(self) -> float:
        """The time in one breath in which air moves, in seconds: all of it but the holds."""
        return math.fsum(phase.duration_s for phase in self.phases if phase.act is not Act.HOLD)

    @property
    def resting_level(self) -> float:
        """How full the lungs are where the breath ends and the next begins."""
        return self.phases[-1].to

    def at(self, elapsed_s: float, from_level: float | None = None) -> Position:
        """Return the position `elapsed_s` seconds into this breath (0 to `period_s`).

        `from_level` is the fullness that the breath starts from, where that is not its resting level.
        """
        return self.stretch(elapsed_s, from_level).at(elapsed_s)

    def stretch(self, elapsed_s: float, from_level: float | None = None) -> Stretch:
        """Return the phase that is under way `elapsed_s` seconds into this breath, with its ends."""
        ends_s = tuple(itertools.accumulate(phase.duration_s for phase in self.phases))
        index = min(bisect.bisect_right(ends_s, elapsed_s + TURN_TOLERANCE_S), len(self.phases) - 1)
        phase, end_s = self.phases[index], ends_s[index]
        return Stretch(index, phase, end_s - phase.duration_s, end_s, self._level_before(index, from_level))

    def _level_before(self, index: int, from_level: float | None) -> float:
        if index > 0:
            return self.phases[index - 1].to
        return self.resting_level if from_level is None else from_level

    def scaled(self, factor: float) -> "Pattern":
        """Return the same breath, `factor` times as long, kept within the limits of `scale_limits`."""
        low, high = self.scale_limits()
        factor = min(high, max(low, factor))
        phases = (msgspec.structs.replace(p, duration_s=p.duration_s * factor) for p in self.phases)
        return Pattern(tuple(phases))

    def scale_limits(self, *, slowest_period_s: float = MAX_PERIOD_S) -> tuple[float, float]:
        """Return the smallest and the largest factor that keep every safety limit of a breath."""
        low = max(MIN_PERIOD_S / self.period_s, *(MIN_PHASE_S / p.duration_s for p in self.phases))
        longest = {Act.HOLD: MAX_HOLD_S}
        high = min(
            slowest_period_s / self.period_s, *(longest.get(p.act, MAX_PHASE_S) / p.duration_s for p in self.phases)
        )
        return min(low, 1.0), max(high, 1.0)


class Step(msgspec.Struct, frozen=True):
    """The same breath, `breaths` times."""

    pattern: Pattern
    breaths: int


class Course:
    """Breath after breath: `steps` in order, the last of them for as long as wanted."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        if not steps:
            msg = "a course needs at least one step"
            raise ValueError(msg)
        self.steps = steps
        self._first_breath = tuple(itertools.accumulate((s.breaths for s in steps[:-1]), initial=0))
        spans = (s.breaths * s.pattern.period_s for s in steps[:-1])
        self._starts_s = tuple(itertools.accumulate(spans, initial=0.0))

    @classmethod
    def steady(cls, pattern: Pattern) -> "Course":
        """Return the course that repeats one breath."""
        return cls((Step(pattern, 1),))

    def pattern(self, breath: int) -> Pattern:
        """Return the shape of the breath with that number, counted from 0."""
        return self.steps[bisect.bisect_right(self._first_breath, breath) - 1].pattern

    def start_s(self, breath: int) -> float:
        """Return when the breath with that number starts, in seconds from the course's start."""
        step = bisect.bisect_right(self._first_breath, breath) - 1
        return self._starts_s[step] + (breath - self._first_breath[step]) * self.steps[step].pattern.period_s

    def breath_at(self, elapsed_s: float) -> int:
        """Return the number of the breath that is under way at `elapsed_s`."""
        elapsed_s += TURN_TOLERANCE_S
        step = max(0, bisect.bisect_right(self._starts_s, elapsed_s) - 1)
        into_s = max(0.0, elapsed_s - self._starts_s[step])
        return self._first_breath[step] + int(into_s / self.steps[step].pattern.period_s)

    def after(self, breaths: int) -> "Course":
        """Return what is left of this course once `breaths` breaths have passed."""
        step = bisect.bisect_right(self._first_breath, breaths) - 1
        first, *rest = self.steps[step:]
        gone = breaths - self._first_breath[step]
        left = first.breaths - gone if rest else 1
        return Course((Step(first.pattern, left), *rest))
