"""What is remembered beside practices: the journal, the weekly signs, and what the person is glad to have done.

Kept apart from `record`, which the first breath needs.
"""

import enum
from datetime import date, datetime
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

SIGNS = 6
"""How many signs a week is looked at by."""
DIDNT_COME_UP: Final = "none"

Answer = Annotated[int, Meta(ge=0, le=4)] | Literal["none"] | None
"""0 not at all, 4 very much; `DIDNT_COME_UP`; None where it was skipped."""
Answers = tuple[Answer, Answer, Answer, Answer, Answer, Answer]


class Words(msgspec.Struct, frozen=True):
    """What a journal entry says. Every part may be left out; `happened` is when, in the person's own words."""

    happened: str | None = None
    fact: str | None = None
    story: str | None = None
    body: str | None = None
    urge: str | None = None
    did: str | None = None
    need: str | None = None


NO_WORDS = Words()


class JournalEntry(msgspec.Struct, frozen=True):
    """One entry of the journal. `session` is the practice it belongs to, if any; `edited_at` is None until kept."""

    id: str
    written_at: datetime
    day: date
    words: Words = NO_WORDS
    triggers: tuple[str, ...] = ()
    session: str | None = None
    edited_at: datetime | None = None


class EarlierWords(msgspec.Struct, frozen=True):
    """What an entry said before it was edited, and since when it had said that."""

    edited_at: datetime
    words: Words


def week_id(week: date) -> str:
    """Return the id of the look back at the week that begins on that Monday."""
    return f"week-{week.isoformat()}"


class Checkin(msgspec.Struct, frozen=True):
    """A look back at one week, by six signs in their fixed order. `week` is its Monday: there is one look a week."""

    week: date
    answered_at: datetime
    day: date
    answers: Answers

    @property
    def id(self) -> str:
        """Its id, the same wherever that week is looked at, so that two logs are joined without a second look."""
        return week_id(self.week)


class CountedKind(enum.Enum):
    """What is counted because it is part of recovering."""

    PAUSED = "paused"
    REACHED = "reached"


class Counted(msgspec.Struct, frozen=True):
    """Once that the person paused before acting, or reached someone."""

    id: str
    at: datetime
    day: date
    kind: CountedKind
    session: str | None = None
