"""What an exported log may hold, as structs: an import is read by them, and the format's JSON Schema is theirs."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from steady.core.days import week_of
from steady.core.events import Outcome
from steady.core.record import UNRATED, Felt, Kind, Ratings
from steady.core.remembered import Answers, CountedKind, week_id
from steady.store.values import YEARS

FORMAT = "steady-log"
FORMAT_VERSION = 1

# In Python `$` lets a line end pass; what follows it here does not.
Id = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z-]{0,63}$(?!\n)", description="Mostly a UUID of version 7.")]
Moment = Annotated[datetime, Meta(tz=True, description="RFC 3339, with the offset of where it was lived.")]
Day = Annotated[date, Meta(description="The local day that was lived, as the person's days end.")]
Zone = Annotated[
    str,
    Meta(
        pattern=r"^([+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?|[A-Za-z][A-Za-z0-9_+/-]{0,63})$(?!\n)",
        description='A time zone\'s name, as in "Europe/Paris", or its offset where no name is known.',
    ),
]
AppVersion = Annotated[str, Meta(pattern=r"^[0-9A-Za-z.+-]{1,64}$(?!\n)", description="The Steady that wrote it.")]
Seconds = Annotated[float, Meta(ge=0, le=1e9)]
Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]


class SessionRow(msgspec.Struct, frozen=True):
    """One practice. Until it has ended, `ended_at` and `outcome` are null."""

    id: Id
    started_at: Moment
    day: Day
    tz: Zone
    exercise: str
    kind: Kind
    practised_s: Seconds
    edited_at: Moment
    app_version: AppVersion
    ended_at: Moment | None = None
    outcome: Outcome | None = None
    breaths: Count | None = None
    note: str | None = None
    ratings: Ratings = UNRATED
    felt: Felt | None = None
    use_again: bool | None = None
    triggers: tuple[str, ...] = ()
    pulled_to: tuple[str, ...] = ()


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a journal entry says. `when` is in the person's own words; every part may be null."""

    when: str | None = None
    fact: str | None = None
    story: str | None = None
    body: str | None = None
    urge: str | None = None
    did: str | None = None
    need: str | None = None


class EarlierRow(Said, frozen=True, kw_only=True):
    """What a journal entry said before it was edited, and since when it had said that."""

    edited_at: Moment


class EntryRow(Said, frozen=True, kw_only=True):
    """A journal entry, with what it said before."""

    id: Id
    written_at: Moment
    day: Day
    tz: Zone
    edited_at: Moment
    app_version: AppVersion
    session_id: Id | None = None
    triggers: tuple[str, ...] = ()
    earlier: tuple[EarlierRow, ...] = ()


class CheckinRow(msgspec.Struct, frozen=True):
    """A look back at the week that begins on `week`, a Monday; its id is "week-" and that date.

    An answer is 0 not at all to 4 very much, "none" where it didn't come up, null where it was skipped.
    """

    id: Id
    week: date
    answered_at: Moment
    day: Day
    tz: Zone
    answers: Answers
    edited_at: Moment
    app_version: AppVersion

    def __post_init__(self) -> None:
        """Hold that there is one look at each week. Raises ValueError."""
        if self.week != week_of(self.week) or self.id != week_id(self.week):
            raise ValueError


class MomentRow(msgspec.Struct, frozen=True):
    """Once that the person paused before acting, or reached someone."""

    id: Id
    at: Moment
    day: Day
    tz: Zone
    kind: CountedKind
    edited_at: Moment
    app_version: AppVersion
    session_id: Id | None = None


class DeletedRow(msgspec.Struct, frozen=True):
    """What is left of what was deleted: nothing it said."""

    id: Id
    deleted_at: Moment


class DraftRow(msgspec.Struct, frozen=True):
    """Words that were half written. An import leaves them out: what a person let go must not come back."""

    exercise: str
    place: str
    text: str
    written_at: Moment


class DamagedRow(msgspec.Struct, frozen=True):
    """A row that held what Steady never writes, as it stood in the log. An import leaves it out."""

    table: str
    row: dict[str, Any]


class LogFile(msgspec.Struct, frozen=True):
    """A whole log. What an older Steady did not know yet is not there."""

    format: Literal["steady-log"]
    version: Literal[1]
    sessions: tuple[SessionRow, ...]
    exported_at: Moment | None = None
    app_version: AppVersion | None = None
    drafts: tuple[DraftRow, ...] = ()
    journal: tuple[EntryRow, ...] = ()
    checkins: tuple[CheckinRow, ...] = ()
    moments: tuple[MomentRow, ...] = ()
    deleted: tuple[DeletedRow, ...] = ()
    damaged: tuple[DamagedRow, ...] = ()


_TIMES = {
    "sessions": ("day", "started_at", "edited_at"),
    "journal": ("day", "written_at", "edited_at"),
    "checkins": ("week", "day", "answered_at", "edited_at"),
    "moments": ("day", "at", "edited_at"),
}


def far_off(table: str, row: msgspec.Struct) -> Iterator[str]:
    """Yield the names of a row's times that nobody can have lived."""
    return (name for name in _TIMES.get(table, ()) if getattr(row, name).year not in YEARS)


def log_schema() -> dict[str, Any]:
    """Return the format's JSON Schema, as what `json` writes."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A log exported by Steady"}
    return head | msgspec.json.schema(LogFile)
