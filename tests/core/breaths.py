"""Breaths for property tests: any that an exercise file may ask for, and the fastest that anything here may move."""

import math

from hypothesis import strategies as st

from steady.core.breath import MIN_PHASE_S, Act, Course, Pattern, Phase, Step
from steady.core.stillness import SETTLE_S

FRAME_S = 1 / 240
FASTEST_PER_S = math.pi / 2 / min(MIN_PHASE_S, SETTLE_S)
"""The steepest a half cosine gets: all of the lungs in the shortest phase there may be."""
ONE_FRAME = FASTEST_PER_S * FRAME_S + 1e-6
"""The most that fullness may change in one frame at 240 Hz, and what a turn may be snapped by."""

LONGER_OUT = Pattern((Phase(Act.INHALE, 4.0, 1.0, "Breathe in"), Phase(Act.EXHALE, 6.0, 0.0, "Breathe out")))
BOX = Pattern(
    (
        Phase(Act.INHALE, 4.0, 1.0),
        Phase(Act.HOLD, 4.0, 1.0),
        Phase(Act.EXHALE, 4.0, 0.0),
        Phase(Act.HOLD, 4.0, 0.0),
    )
)
SIGH = Pattern((Phase(Act.INHALE, 2.0, 0.8), Phase(Act.INHALE, 1.0, 1.0), Phase(Act.EXHALE, 6.0, 0.1)))

_tenths_s = st.integers(5, 80).map(lambda tenths: tenths / 10)
_odd_s = st.floats(0.5, 8.0, allow_subnormal=False)
_seconds = _tenths_s | _odd_s


@st.composite
def patterns(draw) -> Pattern:
    """Return a breath within the limits, 3 s to 30 s long, with or without top-ups and holds."""
    rest = draw(st.sampled_from((0.0, 0.0, 0.1, 0.3)))
    top = draw(st.sampled_from((1.0, 0.9)))
    phases = [Phase(Act.INHALE, draw(_seconds), top)]
    if draw(st.booleans()):
        phases.insert(0, Phase(Act.INHALE, draw(_seconds), 0.6))
    if draw(st.booleans()):
        phases.append(Phase(Act.HOLD, draw(_seconds), top))
    in_s = sum(phase.duration_s for phase in phases if phase.act is Act.INHALE)
    phases.append(Phase(Act.EXHALE, max(draw(_seconds), in_s, 2.5), rest))
    if draw(st.booleans()):
        phases.append(Phase(Act.HOLD, draw(_seconds), rest))
    pattern = Pattern(tuple(phases))
    return pattern.scaled(min(1.0, 30.0 / pattern.period_s))


@st.composite
def courses(draw) -> Course:
    """Return breaths at one pace, or on a way of paces of the same breath."""
    pattern = draw(patterns())
    factors = draw(st.lists(st.floats(1.0, 1.3), max_size=3))
    steps = tuple(Step(pattern.scaled(factor), draw(st.integers(1, 3))) for factor in factors)
    return Course((*steps, Step(pattern, 1)))
