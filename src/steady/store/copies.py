"""The copies of the log that Steady itself keeps beside it: before a migration, and before another log took its place.

What a person deletes is deleted in them too.
"""

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from steady.store.schema import APPLICATION_ID

BUSY_S = 0.2
KEPT_AS = ("version", "replaced")
"""What stands in a copy's name after the log's own, and before its date."""

_HELD_IN = (("sessions", "id"), ("journal", "id"), ("journal_earlier", "entry_id"))
"""The tables that hold words of a person's, with the column that says whose words they are."""
_Unwanted = tuple[str, str, tuple[str, ...]]
"""A table, the condition for what goes, and its values."""


def copies_of(log_file: Path) -> list[Path]:
    """Return the copies that are there. One that was put aside as unreadable is none: nothing can be found in it."""
    names = [f"{log_file.stem}-{kept}-*{log_file.suffix}" for kept in KEPT_AS]
    return sorted(path for name in names for path in log_file.parent.glob(name))


def forget_in_copies(log_file: Path, row_ids: Sequence[str]) -> bool:
    """Delete these rows, and what they ever said, in every copy; whether none of them is left in any."""
    return _delete_in_each(
        log_file, [(table, f"{key} = ?", (row_id,)) for row_id in row_ids for table, key in _HELD_IN]
    )


def forget_draft_in_copies(log_file: Path, exercise: str, place: str) -> bool:
    """Delete the half-written words of one box in every copy; whether they are left in none."""
    return _delete_in_each(log_file, [("drafts", "exercise = ? AND place = ?", (exercise, place))])


def _delete_in_each(log_file: Path, unwanted: Sequence[_Unwanted]) -> bool:
    done = [_delete(copy, unwanted) for copy in copies_of(log_file)] if unwanted else []
    return all(done)


def _delete(copy: Path, unwanted: Sequence[_Unwanted]) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(copy, timeout=BUSY_S, isolation_level=None)) as connection:
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return True  # empty, or of another program: nothing of ours is in it
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            found = [each for each in unwanted if each[0] in tables and _has(connection, each)]
            if found:
                connection.execute("BEGIN IMMEDIATE")
                for table, where, values in found:
                    connection.execute(f"DELETE FROM {table} WHERE {where}", values)  # noqa: S608 - our own names
                connection.execute("COMMIT")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return True
    except sqlite3.Error as error:
        unreadable = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
        return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in unreadable


def _has(connection: sqlite3.Connection, unwanted: _Unwanted) -> bool:
    table, where, values = unwanted
    return connection.execute(f"SELECT 1 FROM {table} WHERE {where}", values).fetchone() is not None  # noqa: S608
