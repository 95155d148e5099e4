"""Joins another log with this one: a union by id, the same whichever of the two is joined with which.

Of two states of one row the one that was edited later stays; where both were edited at one time, what they say decides,
so that every machine decides alike. What was deleted anywhere stays deleted. What a journal entry said stays beside it,
whoever wrote it.
"""

import enum
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from steady.core.events import Outcome
from steady.store.columns import CHECKINS, JOURNAL, MOMENTS, SESSIONS, WORDS, listed
from steady.store.log_file import CheckinRow, EarlierRow, EntryRow, LogFile, MomentRow, Said, SessionRow
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


def unite(connection: sqlite3.Connection, other: LogFile) -> United:
    """Join what another log holds with this one. Belongs in one transaction, so that it is all of it or nothing."""
    for tombstone in other.deleted:
        _mark(connection, tombstone.id, rfc3339(tombstone.deleted_at))
    gone = tuple(_take_away(connection))
    deleted = {row_id for (row_id,) in connection.execute("SELECT id FROM deleted")}
    came = [
        *(_put(connection, "sessions", SESSIONS, _session(row)) for row in other.sessions if row.id not in deleted),
        *(_put_entry(connection, row) for row in other.journal if row.id not in deleted),
        *(_put(connection, "checkins", CHECKINS, _checkin(row)) for row in other.checkins if row.id not in deleted),
        *(_put(connection, "moments", MOMENTS, _moment(row)) for row in other.moments if row.id not in deleted),
    ]
    return United(came.count(_Came.NEW), came.count(_Came.NEWER), gone)


class _Came(enum.Enum):
    """What a row that came in did."""

    NEW = "new"
    NEWER = "newer"
    NOTHING = "nothing"


def _mark(connection: sqlite3.Connection, row_id: str, deleted_at: str) -> None:
    """Keep that a row was deleted, and the first time it was."""
    known = connection.execute("SELECT deleted_at FROM deleted WHERE id = ?", (row_id,)).fetchone()
    if known is None or (_instant(deleted_at), deleted_at) < (_instant(known[0]), known[0]):
        connection.execute("INSERT OR REPLACE INTO deleted (id, deleted_at) VALUES (?, ?)", (row_id, deleted_at))


def _take_away(connection: sqlite3.Connection) -> Iterator[str]:
    """Delete what is marked, with all it ever said, and yield the ids of the rows that were still here."""
    for table in ("sessions", "journal", "checkins", "moments"):
        marked = f"FROM {table} WHERE id IN (SELECT id FROM deleted)"  # noqa: S608 - our own names
        yield from [row_id for (row_id,) in connection.execute(f"SELECT id {marked}")]
        connection.execute(f"DELETE {marked}")
    connection.execute("DELETE FROM journal_earlier WHERE entry_id IN (SELECT id FROM deleted)")


def _put(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], row: Row) -> _Came:
    """Write a row if it is new, or newer than the one that is here."""
    select = f"SELECT {listed(columns)} FROM {table} WHERE id = ?"  # noqa: S608 - our own names
    here = connection.execute(select, (row["id"],)).fetchone()
    if here is not None and _state(row, columns) <= _state(dict(zip(columns, here, strict=True)), columns):
        return _Came.NOTHING
    names = tuple(row)
    values = ", ".join("?" for _ in names)
    insert = f"INSERT OR REPLACE INTO {table} ({listed(names)}) VALUES ({values})"  # noqa: S608 - our own names
    connection.execute(insert, tuple(row.values()))
    return _Came.NEW if here is None else _Came.NEWER


def _put_entry(connection: sqlite3.Connection, entry: EntryRow) -> _Came:
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
    if came is _Came.NOTHING:
        more = connection.execute("SELECT count(*) FROM journal_earlier WHERE entry_id = ?", (entry.id,)).fetchone()
        return _Came.NOTHING if more == known else _Came.NEWER
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
