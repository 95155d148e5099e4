"""The log as it is now, read into what the core knows. All calls belong to the thread that opened the connection."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import msgspec

from steady.core.progress.facts import Facts
from steady.core.record import SessionRecord
from steady.core.remembered import Answers, Checkin, Counted, EarlierWords, JournalEntry, Words
from steady.store.aggregates import FIRST, LAST, facts
from steady.store.columns import WORDS
from steady.store.readable import as_text, day, decoded, each_readable, moment, moment_or_none

_SESSION = """
SELECT id, started_at, ended_at, beat_at, day, exercise, kind, outcome, practised_s, breaths, note,
       "before", early, "after", felt, use_again, triggers, pulled_to FROM sessions
"""
_OF_NO_DAY = "SELECT id FROM sessions WHERE day < ? OR day > ?"
"""Practices whose day is none are in no stretch of days: whoever asks for some misses these too."""
_ENTRY = """
SELECT id, written_at, day, happened, fact, story, body, urge, did, need, triggers, session_id, edited_at FROM journal
"""


Tags = tuple[str, ...]


class SqliteReader:
    """Typed reads of an open log. Each raises what SQLite raises.

    A row that holds what Steady never writes is left out, and counted.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.text_factory = as_text
        self._left_out: set[tuple[str, object]] = set()
        self.is_untold = False
        """Whether rows were left out since whoever asks last wanted to know how many."""

    def left_out(self) -> int:
        """Return how many rows could not be read so far: whoever asks says so."""
        self.is_untold = False
        return len(self._left_out)

    def sessions(self, since: date, until: date) -> Sequence[SessionRecord]:
        """Return the practices of those days, both included, oldest first."""
        leaving = self._leaving("sessions")
        for row in self.connection.execute(_OF_NO_DAY, (FIRST, LAST)):
            leaving(row)
        where = " WHERE day BETWEEN ? AND ?"
        rows = self.connection.execute(_SESSION + where, (str(since), str(until)))
        # Not in SQL, where times of two zones are only text.
        return sorted(
            each_readable(rows, _session, leaving),
            key=lambda record: (record.started_at, record.id),
        )

    def session(self, session_id: str) -> SessionRecord | None:
        """Return one practice."""
        rows = self.connection.execute(_SESSION + " WHERE id = ?", (session_id,))
        return next(each_readable(rows, _session, self._leaving("sessions")), None)

    def journal(self) -> Sequence[JournalEntry]:
        """Return all entries, newest first."""
        rows = self.connection.execute(_ENTRY + " ORDER BY id DESC")
        return list(each_readable(rows, _entry, self._leaving("journal")))

    def entry_count(self) -> int:
        """Return how many entries there are."""
        count: int = self.connection.execute("SELECT count(*) FROM journal").fetchone()[0]
        return count

    def earlier(self, entry_id: str) -> Sequence[EarlierWords]:
        """Return what an entry said before it was edited, newest first."""
        rows = self.connection.execute("SELECT edited_at, words FROM journal_earlier WHERE entry_id = ?", (entry_id,))
        said = list(each_readable(rows, _earlier, self._leaving("journal_earlier")))
        said.sort(key=lambda earlier: earlier.edited_at, reverse=True)
        now = self.connection.execute(f"SELECT {', '.join(WORDS)} FROM journal WHERE id = ?", (entry_id,)).fetchone()  # noqa: S608
        return _without_repeats(said, Words(*now) if now else None)

    def checkins(self) -> Sequence[Checkin]:
        """Return all weeks that were looked at, newest first."""
        rows = self.connection.execute("SELECT week, answered_at, day, answers FROM checkins ORDER BY week DESC")
        return list(each_readable(rows, _checkin, self._leaving("checkins")))

    def counts(self) -> Sequence[Counted]:
        """Return all that was counted, oldest first."""
        rows = self.connection.execute("SELECT id, at, day, kind, session_id FROM moments ORDER BY id")
        return list(each_readable(rows, _counted, self._leaving("moments")))

    def facts(self, since: date | None, until: date | None) -> Facts:
        """Return what the log counts from one day to another, both included; None leaves that side open."""
        is_whole = True

        def strange(_row: Sequence[Any]) -> None:
            nonlocal is_whole
            is_whole = False

        found = facts(self.connection, since, until, strange)
        if not is_whole:  # which rows those are is only looked for where there are some: that takes its time
            for table, query, make in _COUNTED:
                for _one in each_readable(self.connection.execute(query), make, self._leaving(table)):
                    pass
        return found

    def _leaving(self, table: str) -> Callable[[Sequence[Any]], None]:
        """Return what counts a row of that table that could not be read; its first value tells it from others."""

        def left_out(row: Sequence[Any]) -> None:
            self._left_out.add((table, row[0]))
            self.is_untold = True

        return left_out


def _without_repeats(said: Sequence[EarlierWords], now: Words | None) -> Sequence[EarlierWords]:
    """Leave out what says the same as what came after it: joined logs keep every state, a person looks for words."""
    newer = [now, *(earlier.words for earlier in said)]
    return [earlier for earlier, next_words in zip(said, newer, strict=False) if earlier.words != next_words]


def _session(*row: Any) -> SessionRecord:
    (row_id, started, ended, beat, lived, exercise, kind, outcome, practised_s, breaths, note, *rest) = row
    (before, early, after, felt, use_again, triggers, pulled_to) = rest
    fields = {
        "id": row_id,
        "started_at": moment(started),
        "exercise": exercise,
        "kind": kind,
        "beat_at": moment_or_none(beat),
        "ended_at": moment_or_none(ended),
        "outcome": outcome,
        "practised_s": practised_s,
        "breaths": breaths,
        "note": note,
        "day": day(lived),
        "ratings": {"before": before, "early": early, "after": after},
        "felt": felt,
        "use_again": None if use_again is None else bool(use_again),
        "triggers": decoded(triggers, Tags),
        "pulled_to": decoded(pulled_to, Tags),
    }
    return msgspec.convert(fields, SessionRecord)


def _entry(*row: Any) -> JournalEntry:
    row_id, written_at, lived, *words, triggers, session, edited_at = row
    fields = {
        "id": row_id,
        "written_at": moment(written_at),
        "day": day(lived),
        "words": dict(zip(WORDS, words, strict=True)),
        "triggers": decoded(triggers, Tags),
        "session": session,
        "edited_at": moment(edited_at),
    }
    return msgspec.convert(fields, JournalEntry)


def _earlier(edited_at: object, words: object) -> EarlierWords:
    return EarlierWords(moment(edited_at), decoded(words, Words))


def _checkin(week: object, at: object, lived: object, answers: object) -> Checkin:
    return Checkin(day(week), moment(at), day(lived), decoded(answers, Answers))


def _counted(row_id: object, at: object, lived: object, kind: object, session: object) -> Counted:
    fields = {"id": row_id, "at": moment(at), "day": day(lived), "kind": kind, "session": session}
    return msgspec.convert(fields, Counted)


_COUNTED: Sequence[tuple[str, str, Callable[..., object]]] = (
    ("sessions", _SESSION, _session),
    ("journal", _ENTRY, _entry),
    ("checkins", "SELECT week, answered_at, day, answers FROM checkins", _checkin),
)
"""What progress counts, and how each row of it is read."""
