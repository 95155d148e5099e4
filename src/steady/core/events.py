"""What happens in a practice, and what there is to show of it: the words that the core and its front ends share."""

import enum
from typing import NamedTuple

import msgspec

from steady.core.breath import Phase


class Stage(enum.Enum):
    """What a practice is doing."""

    READY = "ready"
    BREATHING = "breathing"
    PAUSED = "paused"
    RESTING = "resting"
    ENDED = "ended"


class Outcome(enum.Enum):
    """How a practice ended, as the log says it."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"


class Length(msgspec.Struct, frozen=True):
    """How long a practice is wanted: a number of minutes, a number of breaths, or open (neither)."""

    minutes: float | None = None
    breaths: int | None = None


OPEN = Length()


class PhaseStarted(NamedTuple):
    """A phase began. `breath` counts from 0."""

    phase: Phase
    breath: int
    at_s: float


class LengthReached(NamedTuple):
    """The practice came to its length, at the end of a breath."""

    breaths: int
    at_s: float


class Paused(NamedTuple):
    """The practice stands still. `asleep` where the machine slept rather than the person asking."""

    asleep: bool


class Resumed(NamedTuple):
    """The practice goes on, with an in-breath."""


class Ended(NamedTuple):
    """The practice is over."""

    outcome: Outcome


Event = PhaseStarted | LengthReached | Paused | Resumed | Ended


class Moment(NamedTuple):
    """All that a front end needs to draw one frame, read at one instant.

    `fullness` is 0 to 1; `fraction` is how much of the phase has passed; `settled` is 0 at the moment of a pause
    and 1 once the lungs have sunk to rest, and goes back to 0 softly where the practice goes on. `elapsed_s` is time
    breathed, pauses left out.
    """

    stage: Stage
    phase: Phase
    breath: int
    fraction: float
    fullness: float
    remaining_s: float
    elapsed_s: float
    settled: float


class Nudge(enum.Enum):
    """What a change of pace came to."""

    CHANGED = "changed"
    AT_LIMIT = "at-limit"
