"""Joins another log with this one: a union by id, the same whichever of the two is joined with which.

Of two states of one row the one that was edited later stays; where both were edited at one time, what they say decides,
so that every machine decides alike. What was deleted anywhere stays deleted. What a journal entry said stays beside it,
whoever wrote it.
"""

import enum
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec

from steady.core.events import Outcome
from steady.store.columns import CHECKINS, JOURNAL, MOMENTS, SESSIONS, WORDS, listed
from steady.store.log_file import CheckinRow, DeletedRow, EarlierRow, EntryRow, LogFile, MomentRow, Said, SessionRow
from steady.store.values import PRACTISED_DIGITS, rfc3339, rfc3339_or_none, storable, tags_json, words_json

Row = dict[str, object]
State = tuple[datetime, bytes]
"""What decides between two states of one row: when it was edited, then all that it says."""


BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


class United(NamedTuple):
    """How many rows an import brought and brought up to date, and the ids of those that are deleted by it."""

    new: int = 0
    newer: int = 0
    gone: tuple[str, ...] = ()


class Came(enum.Enum):
    """What a row that came in did."""

    NEW = "new"
    NEWER = "newer"
    NOTHING = "nothing"


class Joining:
    """Joins what another log holds, row by row: each is joined whole, and those that are joined already stay so."""

    def __init__(self, other: LogFile) -> None:
        self._left = _rows_of(other)
        self._came = dict.fromkeys(Came, 0)
        self._gone: list[str] = []

    def go_on(self, connection: sqlite3.Connection, is_enough: Callable[[], bool]) -> bool:
        """Join at least one more row, and others until it is enough. Returns whether none is left."""
        for table, row in self._left:
            if isinstance(row, DeletedRow):
                self._gone += _take_away(connection, row)
            elif not _is_deleted(connection, row.id):
                self._came[_PUT[table](connection, row)] += 1
            if is_enough():
                return False
        return True

    @property
    def united(self) -> United:
        """What has come of it so far."""
        return United(self._came[Came.NEW], self._came[Came.NEWER], tuple(self._gone))


def _rows_of(other: LogFile) -> Iterator[tuple[str, Any]]:
    """Yield the rows of another log by table. What was deleted there comes first, so that it does not come in."""
    for table in ("deleted", "sessions", "journal", "checkins", "moments"):
        for row in getattr(other, table):
            yield table, row


def _take_away(connection: sqlite3.Connection, mark: DeletedRow) -> list[str]:
    """Keep that a row was deleted, and the first time it was; delete it with all it ever said.

    Returns its id if it was still here.
    """
    deleted_at = rfc3339(mark.deleted_at)
    known = connection.execute("SELECT deleted_at FROM deleted WHERE id = ?", (mark.id,)).fetchone()
    if known is None or (_instant(deleted_at), deleted_at) < (_instant(known[0]), known[0]):
        connection.execute("INSERT OR REPLACE INTO deleted (id, deleted_at) VALUES (?, ?)", (mark.id, deleted_at))
    connection.execute("DELETE FROM journal_earlier WHERE entry_id = ?", (mark.id,))
    tables = ("sessions", "journal", "checkins", "moments")
    were_here = [connection.execute(f"DELETE FROM {table} WHERE id = ?", (mark.id,)).rowcount for table in tables]  # noqa: S608 - our own names
    return [mark.id] * sum(were_here)


def _is_deleted(connection: sqlite3.Connection, row_id: str) -> bool:
    return connection.execute("SELECT 1 FROM deleted WHERE id = ?", (row_id,)).fetchone() is not None


def _put(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], row: Row) -> Came:
    """Write a row if it is new, or newer than the one that is here."""
    select = f"SELECT {listed(columns)} FROM {table} WHERE id = ?"  # noqa: S608 - our own names
    here = connection.execute(select, (row["id"],)).fetchone()
    if here is not None and _state(row, columns) <= _state(dict(zip(columns, here, strict=True)), columns):
        return Came.NOTHING
    names = tuple(row)
    values = ", ".join("?" for _ in names)
    insert = f"INSERT OR REPLACE INTO {table} ({listed(names)}) VALUES ({values})"  # noqa: S608 - our own names
    connection.execute(insert, tuple(row.values()))
    return Came.NEW if here is None else Came.NEWER


def _put_entry(connection: sqlite3.Connection, entry: EntryRow) -> Came:
    """Write an entry as others are; all that it said here and there stays, but for what it says now."""
    columns = f"SELECT edited_at, {listed(WORDS)} FROM journal WHERE id = ?"  # noqa: S608 - our own names
    here = connection.execute(columns, (entry.id,)).fetchone()
    known = connection.execute("SELECT count(*) FROM journal_earlier WHERE entry_id = ?", (entry.id,)).fetchone()
    states: tuple[EntryRow | EarlierRow, ...] = (entry, *entry.earlier)
    said = {(rfc3339(state.edited_at), words_json(_words(state))) for state in states}
    if here is not None:
        said.add((here[0], words_json(dict(zip(WORDS, here[1:], strict=True)))))
    came = _put(connection, "journal", JOURNAL, _entry(entry))
    keep = "INSERT OR IGNORE INTO journal_earlier (entry_id, edited_at, words) VALUES (?, ?, ?)"
    connection.executemany(keep, [(entry.id, *each) for each in said])
    edited_at, *words = connection.execute(columns, (entry.id,)).fetchone()
    now = (entry.id, edited_at, words_json(dict(zip(WORDS, words, strict=True))))
    connection.execute("DELETE FROM journal_earlier WHERE (entry_id, edited_at, words) = (?, ?, ?)", now)
    if came is Came.NOTHING:
        more = connection.execute("SELECT count(*) FROM journal_earlier WHERE entry_id = ?", (entry.id,)).fetchone()
        return Came.NOTHING if more == known else Came.NEWER
    return came


def _state(row: Row, columns: tuple[str, ...]) -> State:
    return _instant(row["edited_at"]), msgspec.json.encode([row[column] for column in columns])


def _instant(moment: object) -> datetime:
    try:
        return datetime.fromisoformat(str(moment))
    except ValueError:  # a strange log's time is older than any other
        return BEFORE_ALL


def _session(row: SessionRow) -> Row:
    """Return a session's columns. One that went on when it was exported has its end there, until a later one comes."""
    ended_at, outcome = row.ended_at, row.outcome
    if outcome is None:
        ended_at, outcome = row.edited_at, Outcome.INTERRUPTED
    return {
        "id": row.id,
        "started_at": rfc3339(row.started_at),
        "ended_at": rfc3339_or_none(ended_at),
        "day": row.day.isoformat(),
        "tz": row.tz,
        "exercise": storable(row.exercise),
        "kind": row.kind.value,
        "outcome": outcome.value,
        "practised_s": round(row.practised_s, PRACTISED_DIGITS),
        "breaths": row.breaths,
        "note": row.note and storable(row.note),
        "edited_at": rfc3339(row.edited_at),
        "app_version": row.app_version,
        **msgspec.structs.asdict(row.ratings),
        "felt": row.felt and row.felt.value,
        "use_again": None if row.use_again is None else int(row.use_again),
        "triggers": tags_json(row.triggers),
        "pulled_to": tags_json(row.pulled_to),
        "owner": "",
    }


def _entry(row: EntryRow) -> Row:
    return {
        "id": row.id,
        "written_at": rfc3339(row.written_at),
        "day": row.day.isoformat(),
        "tz": row.tz,
        "session_id": row.session_id,
        **_words(row),
        "triggers": tags_json(row.triggers),
        "edited_at": rfc3339(row.edited_at),
        "app_version": row.app_version,
    }


def _checkin(row: CheckinRow) -> Row:
    return {
        "id": row.id,
        "week": row.week.isoformat(),
        "answered_at": rfc3339(row.answered_at),
        "day": row.day.isoformat(),
        "tz": row.tz,
        "answers": msgspec.json.encode(row.answers).decode(),
        "edited_at": rfc3339(row.edited_at),
        "app_version": row.app_version,
    }


def _moment(row: MomentRow) -> Row:
    return {
        "id": row.id,
        "at": rfc3339(row.at),
        "day": row.day.isoformat(),
        "tz": row.tz,
        "kind": row.kind.value,
        "session_id": row.session_id,
        "edited_at": rfc3339(row.edited_at),
        "app_version": row.app_version,
    }


def _words(row: Said) -> Row:
    words = {name: getattr(row, "when" if name == "happened" else name) for name in WORDS}
    return {name: text and storable(text) for name, text in words.items()}


_PUT: dict[str, Callable[[sqlite3.Connection, Any], Came]] = {
    "sessions": lambda connection, row: _put(connection, "sessions", SESSIONS, _session(row)),
    "journal": _put_entry,
    "checkins": lambda connection, row: _put(connection, "checkins", CHECKINS, _checkin(row)),
    "moments": lambda connection, row: _put(connection, "moments", MOMENTS, _moment(row)),
}
