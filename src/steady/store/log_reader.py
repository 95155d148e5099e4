"""The log as it is now, read into what the core knows. All calls belong to the thread that opened the connection."""

import functools
import sqlite3
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

import msgspec

from steady.core.errors import Fault, LogUnavailable
from steady.core.events import Outcome
from steady.core.progress.facts import Facts
from steady.core.record import Felt, Kind, Ratings, SessionRecord
from steady.core.remembered import Answers, Checkin, Counted, CountedKind, EarlierWords, JournalEntry, Words
from steady.store.aggregates import facts
from steady.store.columns import WORDS

_SESSION = """
SELECT id, started_at, ended_at, beat_at, day, exercise, kind, outcome, practised_s, breaths, note,
       "before", early, "after", felt, use_again, triggers, pulled_to FROM sessions
"""
_ENTRY = """
SELECT id, written_at, day, happened, fact, story, body, urge, did, need, triggers, session_id, edited_at FROM journal
"""


P = ParamSpec("P")
T = TypeVar("T")
Read = Callable[Concatenate["SqliteReader", P], T]


def _as_written(read: Read[P, T]) -> Read[P, T]:
    """Have a read tell that the log is strange where a column holds what Steady never writes."""

    @functools.wraps(read)
    def told(reader: "SqliteReader", /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return read(reader, *args, **kwargs)
        except (ValueError, TypeError, msgspec.MsgspecError) as error:
            raise LogUnavailable(Fault.LOG_STRANGE) from error

    return told


class SqliteReader:
    """Typed reads of an open log. Each raises LogUnavailable for a strange log, or what SQLite raises."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @_as_written
    def sessions(self, since: date, until: date) -> Sequence[SessionRecord]:
        """Return the practices of those days, both included, oldest first."""
        where = " WHERE day BETWEEN ? AND ?"
        rows = self.connection.execute(_SESSION + where, (str(since), str(until)))
        # Not in SQL, where times of two zones are only text.
        return sorted(map(_session, rows), key=lambda record: (record.started_at, record.id))

    @_as_written
    def session(self, session_id: str) -> SessionRecord | None:
        """Return one practice."""
        row = self.connection.execute(_SESSION + " WHERE id = ?", (session_id,)).fetchone()
        return None if row is None else _session(row)

    @_as_written
    def journal(self) -> Sequence[JournalEntry]:
        """Return all entries, newest first."""
        return [_entry(row) for row in self.connection.execute(_ENTRY + " ORDER BY id DESC")]

    def entry_count(self) -> int:
        """Return how many entries there are."""
        count: int = self.connection.execute("SELECT count(*) FROM journal").fetchone()[0]
        return count

    @_as_written
    def earlier(self, entry_id: str) -> Sequence[EarlierWords]:
        """Return what an entry said before it was edited, newest first."""
        rows = self.connection.execute("SELECT edited_at, words FROM journal_earlier WHERE entry_id = ?", (entry_id,))
        said = [EarlierWords(_moment(edited_at), msgspec.json.decode(words, type=Words)) for edited_at, words in rows]
        said.sort(key=lambda earlier: earlier.edited_at, reverse=True)
        now = self.connection.execute(f"SELECT {', '.join(WORDS)} FROM journal WHERE id = ?", (entry_id,)).fetchone()  # noqa: S608
        return _without_repeats(said, Words(*now) if now else None)

    @_as_written
    def checkins(self) -> Sequence[Checkin]:
        """Return all weeks that were looked at, newest first."""
        rows = self.connection.execute("SELECT week, answered_at, day, answers FROM checkins ORDER BY week DESC")
        return [
            Checkin(_day(week), _moment(at), _day(day), msgspec.json.decode(answers, type=Answers))
            for week, at, day, answers in rows
        ]

    @_as_written
    def counts(self) -> Sequence[Counted]:
        """Return all that was counted, oldest first."""
        rows = self.connection.execute("SELECT id, at, day, kind, session_id FROM moments ORDER BY id")
        return [
            Counted(row_id, _moment(at), _day(day), CountedKind(kind), session)
            for row_id, at, day, kind, session in rows
        ]

    @_as_written
    def facts(self, since: date | None, until: date | None) -> Facts:
        """Return what the log counts from one day to another, both included; None leaves that side open."""
        return facts(self.connection, since, until)


def _without_repeats(said: Sequence[EarlierWords], now: Words | None) -> Sequence[EarlierWords]:
    """Leave out what says the same as what came after it: joined logs keep every state, a person looks for words."""
    newer = [now, *(earlier.words for earlier in said)]
    return [earlier for earlier, next_words in zip(said, newer, strict=False) if earlier.words != next_words]


def _session(row: Sequence[Any]) -> SessionRecord:
    (row_id, started, ended, beat, day, exercise, kind, outcome, practised_s, breaths, note, *rest) = row
    (before, early, after, felt, use_again, triggers, pulled_to) = rest
    return SessionRecord(
        row_id,
        _moment(started),
        exercise,
        Kind(kind),
        beat_at=beat and _moment(beat),
        ended_at=ended and _moment(ended),
        outcome=Outcome(outcome) if outcome else None,
        practised_s=practised_s,
        breaths=breaths,
        note=note,
        day=_day(day),
        ratings=Ratings(before, early, after),
        felt=Felt(felt) if felt else None,
        use_again=None if use_again is None else bool(use_again),
        triggers=_tags(triggers),
        pulled_to=_tags(pulled_to),
    )


def _entry(row: Sequence[Any]) -> JournalEntry:
    row_id, written_at, day, *words, triggers, session, edited_at = row
    return JournalEntry(
        row_id, _moment(written_at), _day(day), Words(*words), _tags(triggers), session, _moment(edited_at)
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _tags(text: str) -> tuple[str, ...]:
    return msgspec.json.decode(text, type=tuple[str, ...])
