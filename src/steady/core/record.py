"""What is remembered of a practice."""

import enum
from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from steady.core.events import Outcome


class Kind(enum.Enum):
    """What sort of exercise it was."""

    BREATHING = "breathing"
    GROUNDING = "grounding"
    SCRIPT = "script"


class Felt(enum.Enum):
    """How it is after a practice, in one word."""

    EASIER = "easier"
    SAME = "same"
    HARDER = "harder"


Rating = Annotated[int, Meta(ge=0, le=10)]
"""How strong the distress is: 0 none, 10 the strongest one can imagine. A guess is fine."""


class Ratings(msgspec.Struct, frozen=True):
    """The distress before, on the way (`early`) and after. What was not asked, or was skipped, is None."""

    before: Rating | None = None
    early: Rating | None = None
    after: Rating | None = None


UNRATED = Ratings()


class SessionRecord(msgspec.Struct, frozen=True):
    """One practice as the log keeps it. Times carry their offset.

    While it goes on, `outcome` and `ended_at` are None and `beat_at` is its last sign of life. `practised_s` leaves
    pauses out; `breaths` counts whole ones, and is None where no guide was breathed with. `day` is the day that was
    lived when it began, that of the calendar where it is None. `triggers` and `pulled_to` are tags, own ones too.
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
    day: date | None = None
    ratings: Ratings = UNRATED
    felt: Felt | None = None
    use_again: bool | None = None
    triggers: tuple[str, ...] = ()
    pulled_to: tuple[str, ...] = ()


class Draft(msgspec.Struct, frozen=True):
    """Words that were half written when the person left. `place` names the box they were in."""

    exercise: str
    place: str
    text: str
