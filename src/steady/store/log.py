"""The log of practices: one SQLite file, one connection, used by the one thread that opened it."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from steady import __version__
from steady.core.errors import Fault, LogUnavailable
from steady.core.record import Draft, SessionRecord
from steady.store.copies import forget_draft_in_copies, forget_in_copies
from steady.store.files import FILE_MODE, create_private
from steady.store.migration import Migrations, bring_up_to_date, refuse_others
from steady.store.schema import MIGRATIONS
from steady.store.sqlite_faults import machine_faults
from steady.store.values import (
    PRACTISED_DIGITS,
    after,
    here_and_now,
    named_zone,
    offset_of,
    rfc3339,
    rfc3339_or_none,
    storable,
    tags_json,
)

BUSY_S = 0.5
"""How long one write waits for another process's before it is tried again later."""

_PREPARE = ("PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY")

# A zone's name is found after the first write, so it may take the place of an offset, but never of another name.
_PUT = """
INSERT INTO sessions (id, started_at, ended_at, beat_at, day, tz, exercise, kind, outcome, practised_s, breaths, note,
                      "before", early, "after", felt, use_again, triggers, pulled_to, edited_at, app_version, owner)
SELECT :id, :started_at, :ended_at, :beat_at, :day, :tz, :exercise, :kind, :outcome, :practised_s, :breaths, :note,
       :before, :early, :after, :felt, :use_again, :triggers, :pulled_to, :edited_at, :app_version, :owner
WHERE NOT EXISTS (SELECT 1 FROM deleted WHERE deleted.id = :id)
ON CONFLICT (id) DO UPDATE SET
    started_at = excluded.started_at, ended_at = excluded.ended_at, beat_at = excluded.beat_at, day = excluded.day,
    tz = CASE WHEN substr(tz, 1, 1) IN ('+', '-') THEN excluded.tz ELSE tz END,
    exercise = excluded.exercise, kind = excluded.kind, outcome = excluded.outcome,
    practised_s = excluded.practised_s, breaths = excluded.breaths, note = excluded.note,
    "before" = excluded."before", early = excluded.early, "after" = excluded."after", felt = excluded.felt,
    use_again = excluded.use_again, triggers = excluded.triggers, pulled_to = excluded.pulled_to,
    edited_at = excluded.edited_at, owner = excluded.owner
"""
_KEEP_DRAFT = """
INSERT INTO drafts (exercise, place, text, written_at) VALUES (?, ?, ?, ?)
ON CONFLICT (exercise, place) DO UPDATE SET text = excluded.text, written_at = excluded.written_at
"""
_INTERRUPT = """
UPDATE sessions SET outcome = 'interrupted', ended_at = coalesce(beat_at, started_at), edited_at = ?
WHERE outcome IS NULL AND id = ?
"""
_OPEN_OF = "SELECT id, started_at, tz FROM sessions WHERE outcome IS NULL AND owner = ?"
_NAME_ZONE = "UPDATE sessions SET tz = ? WHERE id = ? AND tz = ?"


class FileIdentity(NamedTuple):
    """Which file a path leads to."""

    device: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> "FileIdentity":
        """Return which file is there now. Raises OSError."""
        found = path.stat()
        return cls(found.st_dev, found.st_ino)


class SqliteLog:
    """An open log. Each write is on the disk when its call returns. All calls belong to one thread.

    Each call raises LogUnavailable where the disk or the file fails us.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, owner: str, now: Callable[[], datetime]) -> None:
        self.connection = connection
        self.path = path
        self._owner = owner
        self._now = now
        self.is_scrubbed = True
        """Whether what was deleted is gone from the write-ahead file and from the copies of the log too."""
        self._identity = FileIdentity.of(path)

    @classmethod
    def open(
        cls,
        path: Path,
        owner: str,
        *,
        now: Callable[[], datetime] = here_and_now,
        migrations: Migrations = MIGRATIONS,
    ) -> Self:
        """Open the log, making or migrating it. `owner` names the process whose rows are written here.

        Raises LogUnavailable; a corrupt, a newer or a foreign file is then as it was.
        """
        with machine_faults(path):
            _private_file(path)
            refuse_others(path, len(migrations))
            connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)
            try:
                for pragma in _PREPARE:
                    connection.execute(pragma)
                bring_up_to_date(connection, path, migrations, now())
                # Only now, so that what tells a log from other files is in the file itself, not in a side file.
                connection.execute("PRAGMA journal_mode = WAL")
                return cls(connection, path, owner, now)
            except BaseException:
                connection.close()
                raise

    @property
    def is_current(self) -> bool:
        """Whether the file that is open still is the one at the log's path."""
        try:
            return FileIdentity.of(self.path) == self._identity
        except OSError:
            return False

    def put(self, record: SessionRecord, tz: str | None = None) -> None:
        """Write a practice's row, in the place of an earlier one. `tz` is the zone's name, where it is known."""
        row = {
            "id": record.id,
            "started_at": rfc3339(record.started_at),
            "ended_at": rfc3339_or_none(record.ended_at),
            "beat_at": rfc3339_or_none(record.beat_at),
            "day": (record.day or record.started_at.date()).isoformat(),
            "tz": tz or offset_of(record.started_at),
            "exercise": storable(record.exercise),
            "kind": record.kind.value,
            "outcome": record.outcome.value if record.outcome else None,
            "practised_s": round(record.practised_s, PRACTISED_DIGITS),
            "breaths": record.breaths,
            "note": None if record.note is None else storable(record.note),
            "before": record.ratings.before,
            "early": record.ratings.early,
            "after": record.ratings.after,
            "felt": record.felt.value if record.felt else None,
            "use_again": record.use_again,
            "triggers": tags_json(record.triggers),
            "pulled_to": tags_json(record.pulled_to),
            "app_version": __version__,
            "owner": self._owner,
        }
        with machine_faults(self.path):
            self.connection.execute(_PUT, row | {"edited_at": self.edited_at("sessions", record.id)})

    def edited_at(self, table: str, row_id: str) -> str:
        """Return the time to write on an edit of that row: now, or just after its last edit if the clock went back."""
        last = self.connection.execute(f"SELECT edited_at FROM {table} WHERE id = ?", (row_id,)).fetchone()  # noqa: S608 - our own names
        return rfc3339(after(self._now(), None if last is None else last[0]))

    def forget(self, session_id: str) -> None:
        """Delete a practice, and what was counted for it. Marks without content stay of both: an id, and when."""
        with machine_faults(self.path), self.at_once():
            if self.connection.execute("DELETE FROM sessions WHERE id = ?", (session_id,)).rowcount:
                self.mark_deleted(session_id)
            counted = self.connection.execute("SELECT id FROM moments WHERE session_id = ?", (session_id,)).fetchall()
            for (row_id,) in counted:
                self.connection.execute("DELETE FROM moments WHERE id = ?", (row_id,))
                self.mark_deleted(row_id)
        self.scrub([session_id])

    def mark_deleted(self, row_id: str) -> None:
        """Leave the mark that keeps an import from bringing a row back. Belongs inside `at_once`."""
        moment = (row_id, rfc3339(self._now()))
        self.connection.execute("INSERT OR IGNORE INTO deleted (id, deleted_at) VALUES (?, ?)", moment)

    @contextlib.contextmanager
    def at_once(self) -> Iterator[None]:
        """All of it, or nothing: what is written inside is on disk together."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):  # the first error is the one to tell
                self.connection.execute("ROLLBACK")
            raise

    def scrub(self, row_ids: Sequence[str] | None = None) -> None:
        """See to it that deleted words are nowhere: not in the write-ahead file, nor in the copies of the log.

        Without ids, what was ever deleted is looked for in the copies. Someone who reads just now can keep the
        write-ahead file from being emptied; `is_scrubbed` then says that it is to be tried again.
        """
        with machine_faults(self.path):
            if row_ids is None:
                row_ids = [row_id for (row_id,) in self.connection.execute("SELECT id FROM deleted")]
            copies_are_clean = forget_in_copies(self.path, row_ids)
            busy, _pages, _folded = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self.is_scrubbed = copies_are_clean and not busy

    def keep_draft(self, draft: Draft) -> None:
        """Write a draft, in the place of an earlier one from the same box."""
        words = (storable(draft.exercise), storable(draft.place), storable(draft.text))
        with machine_faults(self.path):
            self.connection.execute(_KEEP_DRAFT, (*words, rfc3339(self._now())))

    def forget_draft(self, exercise: str, place: str) -> None:
        """Delete a draft; SQLite overwrites it with zeros."""
        box = storable(exercise), storable(place)
        with machine_faults(self.path):
            self.connection.execute("DELETE FROM drafts WHERE exercise = ? AND place = ?", box)
        forget_draft_in_copies(self.path, *box)
        self.is_scrubbed = False  # nobody waits for it: it is done when all else is written

    def drafts(self) -> list[Draft]:
        """Return all drafts."""
        with machine_faults(self.path):
            rows = self.connection.execute("SELECT exercise, place, text FROM drafts ORDER BY written_at").fetchall()
        return [Draft(*row) for row in rows]

    def open_owners(self) -> set[str]:
        """Return whose rows have no end yet."""
        with machine_faults(self.path):
            rows = self.connection.execute("SELECT DISTINCT owner FROM sessions WHERE outcome IS NULL").fetchall()
        return {str(owner) for (owner,) in rows}

    def name_zones(self, owner: str, zone_of: Callable[[datetime], str]) -> None:
        """Give that owner's open rows the name of their zone, where only their offset was known at first."""
        with machine_faults(self.path):
            for row_id, started_at, tz in self.connection.execute(_OPEN_OF, (owner,)).fetchall():
                name = named_zone(tz, started_at, zone_of)
                if name != tz:
                    self.connection.execute(_NAME_ZONE, (name, row_id, tz))

    def interrupt(self, owner: str) -> int:
        """End that owner's open rows at their last sign of life; return how many there were."""
        with machine_faults(self.path):
            ids = [row_id for row_id, *_ in self.connection.execute(_OPEN_OF, (owner,)).fetchall()]
            ended = [(self.edited_at("sessions", row_id), row_id) for row_id in ids]
            return sum(self.connection.execute(_INTERRUPT, each).rowcount for each in ended)

    def close(self) -> None:
        """Let the file go."""
        with contextlib.suppress(sqlite3.Error):  # what was written is written; there is nobody left to tell
            self.connection.close()


def _private_file(path: Path) -> None:
    """See to it that the file exists with mode 600; SQLite gives its side files the same mode."""
    try:
        os.close(create_private(path))
    except FileExistsError:
        if not path.is_file():
            raise LogUnavailable(Fault.LOG_UNREADABLE) from None
        if not os.access(path, os.R_OK | os.W_OK):
            raise LogUnavailable(Fault.READ_ONLY) from None
        if path.stat().st_mode & 0o077:
            path.chmod(FILE_MODE)
