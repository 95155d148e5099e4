"""Writes what is remembered beside practices: journal, weekly signs, counts. The log's thread does the work."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from steady import __version__
from steady.core.remembered import Checkin, Counted, JournalEntry
from steady.store.columns import WORDS
from steady.store.values import rfc3339, storable, tags_json, words_json
from steady.store.worker import LogWorker

if TYPE_CHECKING:
    from steady.store.log import SqliteLog
    from steady.store.receipt import Receipt

# What needs SQLite is imported on the log's thread.
# ruff: noqa: PLC0415

_KEEP_EARLIER = "INSERT OR IGNORE INTO journal_earlier (entry_id, edited_at, words) VALUES (?, ?, ?)"


class JournalWriter:
    """A Journal, kept by the log's worker."""

    def __init__(self, worker: LogWorker) -> None:
        self._worker = worker

    def keep(self, entry: JournalEntry) -> "Receipt":
        """Keep this entry; what it said before stays beside it until the entry is deleted."""
        return self._worker.write(("journal", entry.id), lambda log: keep_entry(log, entry))

    def delete(self, entry_id: str) -> "Receipt":
        """Delete an entry and all it ever said."""
        return self._worker.write(("journal", entry_id), lambda log: delete_entry(log, entry_id), for_good=True)


class CheckinWriter:
    """Checkins, kept by the log's worker."""

    def __init__(self, worker: LogWorker) -> None:
        self._worker = worker

    def keep(self, checkin: Checkin) -> "Receipt":
        """Keep this week's answers in the place of earlier ones."""
        return self._worker.write(("checkin", checkin.id), lambda log: keep_checkin(log, checkin))


class CountsWriter:
    """Counts, kept by the log's worker."""

    def __init__(self, worker: LogWorker) -> None:
        self._worker = worker

    def keep(self, counted: Counted) -> "Receipt":
        """Count it, once for each id."""
        return self._worker.write(("counted", counted.id), lambda log: keep_counted(log, counted))

    def forget(self, counted_id: str) -> "Receipt":
        """Take back what was counted."""
        return self._worker.write(("counted", counted_id), lambda log: forget_counted(log, counted_id), for_good=True)


def keep_entry(log: "SqliteLog", entry: JournalEntry) -> None:
    """Write an entry. If it says something else than before, what it said goes to the earlier texts."""
    from steady.store.sqlite_faults import machine_faults

    words = {name: text and storable(text) for name, text in msgspec.structs.asdict(entry.words).items()}
    row = words | _common(entry.id, entry.written_at)
    row |= {"written_at": rfc3339(entry.written_at), "day": entry.day.isoformat(), "session_id": entry.session}
    row |= {"triggers": tags_json(entry.triggers)}
    with machine_faults(log.path), log.at_once():
        columns = ", ".join((*WORDS, "edited_at"))
        before = log.connection.execute(f"SELECT {columns} FROM journal WHERE id = ?", (entry.id,)).fetchone()  # noqa: S608
        if before is not None and dict(zip(WORDS, before, strict=False)) != words:
            said = words_json(dict(zip(WORDS, before, strict=False)))
            log.connection.execute(_KEEP_EARLIER, (entry.id, before[-1], said))
        _upsert(log, "journal", row)


def delete_entry(log: "SqliteLog", entry_id: str) -> None:
    """Delete an entry, its earlier texts, and every trace of them in the file."""
    from steady.store.sqlite_faults import machine_faults

    with machine_faults(log.path), log.at_once():
        log.connection.execute("DELETE FROM journal_earlier WHERE entry_id = ?", (entry_id,))
        if log.connection.execute("DELETE FROM journal WHERE id = ?", (entry_id,)).rowcount:
            log.mark_deleted(entry_id)
    log.scrub([entry_id])


def keep_checkin(log: "SqliteLog", checkin: Checkin) -> None:
    """Write a week's answers."""
    from steady.store.sqlite_faults import machine_faults

    row = _common(checkin.id, checkin.answered_at)
    row |= {"week": checkin.week.isoformat(), "answered_at": rfc3339(checkin.answered_at)}
    row |= {"day": checkin.day.isoformat(), "answers": msgspec.json.encode(checkin.answers).decode()}
    with machine_faults(log.path):
        _upsert(log, "checkins", row)


def keep_counted(log: "SqliteLog", counted: Counted) -> None:
    """Write what is counted."""
    from steady.store.sqlite_faults import machine_faults

    row = _common(counted.id, counted.at)
    row |= {"at": rfc3339(counted.at), "day": counted.day.isoformat()}
    row |= {"kind": counted.kind.value, "session_id": counted.session}
    with machine_faults(log.path):
        _upsert(log, "moments", row)


def forget_counted(log: "SqliteLog", counted_id: str) -> None:
    """Take back what was counted; a mark stays, so that no import counts it again."""
    from steady.store.sqlite_faults import machine_faults

    with machine_faults(log.path), log.at_once():
        if log.connection.execute("DELETE FROM moments WHERE id = ?", (counted_id,)).rowcount:
            log.mark_deleted(counted_id)


def _common(row_id: str, moment: datetime) -> dict[str, object]:
    from steady.store.zone import zone_name

    return {"id": row_id, "tz": zone_name(moment), "app_version": __version__}


def _upsert(log: "SqliteLog", table: str, row: Mapping[str, object]) -> None:
    """Write a row in the place of an earlier one with its id, unless it was deleted. The zone it was lived in stays."""
    row = {**row, "edited_at": log.edited_at(table, str(row["id"]))}
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    changes = ", ".join(f"{name} = excluded.{name}" for name in row if name not in ("id", "tz", "written_at", "at"))
    log.connection.execute(
        f"INSERT INTO {table} ({names}) SELECT {values}"  # noqa: S608 - our own names
        f" WHERE NOT EXISTS (SELECT 1 FROM deleted WHERE deleted.id = :id) ON CONFLICT (id) DO UPDATE SET {changes}",
        row,
    )
