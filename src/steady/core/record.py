"""What is remembered of a practice."""

import enum
from datetime import datetime

import msgspec

from steady.core.events import Outcome


class Kind(enum.Enum):
    """What sort of exercise it was."""

    BREATHING = "breathing"
    GROUNDING = "grounding"
    SCRIPT = "script"


class SessionRecord(msgspec.Struct, frozen=True):
    """One practice as the log keeps it. Times carry their offset.

    While it goes on, `outcome` and `ended_at` are None and `beat_at` is its last sign of life. `practised_s` leaves
    pauses out; `breaths` counts whole ones, and is None where no guide was breathed with.
    """

    id: str
    started_at: datetime
    exercise: str
    kind: Kind
    beat_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: Outcome | None = None
    practised_s: float = 0.0
    breaths: int | None = None
    note: str | None = None


class Draft(msgspec.Struct, frozen=True):
    """Words that were half written when the person left. `place` names the box they were in."""

    exercise: str
    place: str
    text: str
