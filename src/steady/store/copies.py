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

_HELD_IN = {"sessions": "id", "journal": "id", "journal_earlier": "entry_id"}
"""The tables that hold words of a person's, with the column that says whose words they are."""


def copies_of(log_file: Path) -> list[Path]:
    """Return the copies that are there. One that was put aside as unreadable is none: nothing can be found in it."""
    names = [f"{log_file.stem}-{kept}-*{log_file.suffix}" for kept in KEPT_AS]
    return sorted(path for name in names for path in log_file.parent.glob(name))


def forget_in_copies(log_file: Path, row_ids: Sequence[str]) -> bool:
    """Delete these rows, and what they ever said, in every copy; whether none of them is left in any."""
    done = [_forget(copy, row_ids) for copy in copies_of(log_file)] if row_ids else []
    return all(done)


def _forget(copy: Path, row_ids: Sequence[str]) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(copy, timeout=BUSY_S, isolation_level=None)) as connection:
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return True  # empty, or of another program: nothing of ours is in it
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
            found = [(table, column) for table, column in _HELD_IN.items() if _has(connection, table, column, row_ids)]
            if found:
                connection.execute("BEGIN IMMEDIATE")
                for table, column in found:
                    delete = f"DELETE FROM {table} WHERE {column} = ?"  # noqa: S608 - our own names
                    connection.executemany(delete, [(row_id,) for row_id in row_ids])
                connection.execute("COMMIT")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return True
    except sqlite3.Error as error:
        unreadable = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
        return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in unreadable


def _has(connection: sqlite3.Connection, table: str, column: str, row_ids: Sequence[str]) -> bool:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is None:
        return False
    look = f"SELECT 1 FROM {table} WHERE {column} = ?"  # noqa: S608 - our own names
    return any(connection.execute(look, (row_id,)).fetchone() for row_id in row_ids)
