"""Meet, then slow: from the breath a person has to one that is a little slower, if they want it.

Given a slow pacer, people go on at about twice its pace (Steffen 2021, doi:10.3389/fpsyg.2021.624254), so the guide
starts where the person is. Design choice, no trial behind it: steps of at most 6 % every third breath.
"""

import enum
from typing import NamedTuple

import msgspec

from steady.core.breath import MIN_PHASE_S, Act, Course, Pattern, Phase, Step

BREATHS_PER_STEP = 3
STEP_GROWTH = 1.06
RATIO_START = 1.2
RATIO_STEP = 0.03
SLOWEST_PERIOD_S = 10.0
"""The floor of meet-then-slow: 6 breaths per minute."""
FASTEST_PERIOD_S = 3.0
"""The fastest own pace that is followed: 20 breaths per minute."""
ROUNDING = 1e-9
"""Paces that differ by less than this are the same."""
SAME_FACTOR = 1e-3
"""A change of pace smaller than this is none."""
NUDGE = 1.1
"""How much longer "slower" makes a breath; "faster" divides by it."""

TAPS_NEEDED = 4
TAP_PATIENCE_S = 20.0
"""How long a press is waited for (3 per minute); one that comes later starts anew."""
TAP_HASTE_S = 1.5
"""Presses closer together than this (40 per minute) are not breaths."""
TAP_SLOWEST_S = 14.0
"""Presses farther apart than this, as a rule, are not every breath."""
TAP_UNEVENNESS = 2.5
"""A longest breath of more than this many shortest ones is no rhythm: a press was forgotten, or came twice."""
NEAR_ENOUGH = 0.02
"""Paces that differ by less than this part of themselves feel the same."""


class Pace(msgspec.Struct, frozen=True):
    """How long a person breathes in and out, in seconds."""

    in_s: float
    out_s: float

    @property
    def period_s(self) -> float:
        """The length of one breath in seconds."""
        return self.in_s + self.out_s

    @property
    def ratio(self) -> float:
        """How many times as long the exhale is as the inhale."""
        return self.out_s / self.in_s

    @classmethod
    def of(cls, period_s: float, ratio: float) -> "Pace":
        """Return the pace with that period and that ratio of exhale to inhale."""
        in_s = period_s / (1.0 + ratio)
        return cls(in_s, period_s - in_s)


def own_pace(period_s: float) -> Pace:
    """Return the pace that meets a person who breathes every `period_s` seconds, within 6 to 20 per minute."""
    return Pace.of(min(SLOWEST_PERIOD_S, max(FASTEST_PERIOD_S, period_s)), RATIO_START)


def pace_of(pattern: Pattern) -> Pace:
    """Return how long a pattern breathes in and out; holds count to neither."""

    def total_s(act: Act) -> float:
        return sum(p.duration_s for p in pattern.phases if p.act is act)

    return Pace(total_s(Act.INHALE), total_s(Act.EXHALE))


def at_pace(pattern: Pattern, pace: Pace) -> Pattern:
    """Return `pattern` with its in-breath and its out-breath as long as `pace` says.

    Holds shrink with them and never grow: a person who breathes fast is not asked to wait.
    """
    now = pace_of(pattern)
    factors = {Act.INHALE: pace.in_s / now.in_s, Act.EXHALE: pace.out_s / now.out_s}
    shrink = pace.period_s / now.period_s

    def stretched(phase: Phase) -> Phase:
        if phase.act is Act.HOLD:
            duration_s = min(phase.duration_s, max(MIN_PHASE_S, phase.duration_s * shrink))
        else:
            duration_s = phase.duration_s * factors[phase.act]
        return msgspec.structs.replace(phase, duration_s=duration_s)

    return Pattern(tuple(map(stretched, pattern.phases)))


def meeting(goal: Pattern, period_s: float) -> Pace:
    """Return the pace at which a whole breath like `goal`, holds and all, takes a person's own `period_s`.

    It is kept within 6 to 20 per minute, and slow enough that no phase is shorter than any phase may be.
    """
    whole_s, goal_pace = own_pace(period_s).period_s, pace_of(goal)
    holds_s = goal.period_s - goal_pace.period_s
    moving_s = max(whole_s * goal_pace.period_s / goal.period_s, whole_s - holds_s)
    shortest_s = min(phase.duration_s for phase in at_pace(goal, Pace.of(moving_s, RATIO_START)).phases)
    return Pace.of(moving_s * max(1.0, MIN_PHASE_S / shortest_s), RATIO_START)


class Met(NamedTuple):
    """How a person's own pace is met: `as_it_is` or as near as it goes, and whether it `slows` from there."""

    as_it_is: bool
    slows: bool


def how_met(goal: Pattern, period_s: float) -> Met:
    """Return how `meet_then_slow` to `goal` meets a person who breathes every `period_s` seconds."""
    start = meeting(goal, period_s)
    met_s = at_pace(goal, start).period_s
    slowest_s = slowing(start, pace_of(goal))[-1].period_s
    return Met(abs(met_s / period_s - 1.0) < NEAR_ENOUGH, slowest_s / start.period_s - 1.0 > NEAR_ENOUGH)


def slowing(start: Pace, goal: Pace) -> tuple[Pace, ...]:
    """Return the paces on the way from `start` to `goal`: each at most 6 % longer than the one before.

    The period never shrinks on the way: one that is already slower than the goal stays where it is.
    """
    goal_s = max(goal.period_s, start.period_s)
    paces = [start]
    while True:
        last = paces[-1]
        period_s = min(goal_s, last.period_s * STEP_GROWTH)
        ratio = min(goal.ratio, last.ratio + RATIO_STEP) if goal.ratio > last.ratio else last.ratio
        following = Pace.of(period_s, ratio)
        if period_s - last.period_s < ROUNDING and ratio - last.ratio < ROUNDING:
            return tuple(paces)
        paces.append(following)


def meet_then_slow(pattern: Pattern, start: Pace) -> Course:
    """Return the course that starts at `start` and ends at `pattern`'s own pace, a step every third breath."""
    paces = slowing(start, pace_of(pattern))
    return Course(tuple(Step(at_pace(pattern, pace), BREATHS_PER_STEP) for pace in paces))


def nudged(pattern: Pattern, factor: float, *, slowest_period_s: float) -> Pattern | None:
    """Return `pattern` made `factor` times as long within the limits, or None where it is at the limit already."""
    low, high = pattern.scale_limits(slowest_period_s=slowest_period_s)
    kept = min(high, max(low, factor))
    if abs(kept - 1.0) < SAME_FACTOR:
        return None
    return pattern.scaled(kept)


def _median(values: list[float]) -> float:
    """Return the middle value; the statistics module costs 10 ms of the start for it."""
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(values) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


class TapState(enum.Enum):
    """What the presses so far amount to."""

    LISTENING = "listening"
    HEARD = "heard"
    TOO_FAST = "too-fast"
    TOO_SLOW = "too-slow"
    UNEVEN = "uneven"
    TOO_FEW = "too-few"


class Taps:
    """Listens to presses from `began_s` on, one with each in-breath, and finds the pace that they mean."""

    def __init__(self, began_s: float) -> None:
        self._began_s = began_s
        self._times_s: list[float] = []
        self.period_s: float | None = None

    @property
    def count(self) -> int:
        """How many presses have been heard."""
        return len(self._times_s)

    def press(self, now_s: float) -> TapState:
        """Hear one press. After the fourth, `period_s` is the median of the times between them; a fifth starts anew.

        It stays None where they are no rhythm that a person breathes in.
        """
        late = bool(self._times_s) and now_s - self._times_s[-1] > TAP_PATIENCE_S
        if late or self.count == TAPS_NEEDED:
            self._times_s.clear()
            self.period_s = None
        self._times_s.append(now_s)
        if self.count < TAPS_NEEDED:
            return TapState.LISTENING
        gaps_s = [b - a for a, b in zip(self._times_s, self._times_s[1:], strict=False)]
        if min(gaps_s) < TAP_HASTE_S:
            return TapState.TOO_FAST
        if max(gaps_s) > min(gaps_s) * TAP_UNEVENNESS:
            return TapState.UNEVEN
        period_s = _median(gaps_s)
        if period_s > TAP_SLOWEST_S:
            return TapState.TOO_SLOW
        self.period_s = period_s
        return TapState.HEARD

    def wait(self, now_s: float) -> TapState:
        """Say whether a press has been waited for in vain."""
        last_s = self._times_s[-1] if self._times_s else self._began_s
        return TapState.TOO_FEW if now_s - last_s > TAP_PATIENCE_S else TapState.LISTENING
