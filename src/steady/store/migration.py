"""Brings a log to the version this Steady knows: a copy is put aside first, and all happens in one step or not at all.

A log that is not ours, or from a newer Steady, is left exactly as it is.
"""

import contextlib
import os
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from steady.core.errors import Fault, LogUnavailable
from steady.store.files import aside_of, create_private, reserve
from steady.store.schema import APPLICATION_ID

SMALLEST_PAGE_BYTES = 512
Migrations = Sequence[Sequence[str]]


def refuse_others(log_file: Path, known: int) -> None:
    """Raise LogUnavailable for a file that belongs to others, without so much as opening it for writing.

    Opened normally, SQLite would fold a side file into it, which may be where it says that it is newer. A file that
    cannot be read this way is judged later.
    """
    if is_cut_short(log_file):
        raise LogUnavailable(Fault.LOG_CORRUPT)
    if log_file.stat().st_size == 0 or log_file.with_name(log_file.name + "-journal").exists():
        return
    side = log_file.with_name(log_file.name + "-wal")
    how = "mode=ro" if side.exists() and side.stat().st_size else "mode=ro&immutable=1"
    with contextlib.suppress(sqlite3.DatabaseError):
        connection = sqlite3.connect(f"{log_file.as_uri()}?{how}", uri=True, timeout=0.0)
        try:
            version_of(connection, known)
        finally:
            connection.close()


def is_cut_short(log_file: Path) -> bool:
    """Whether the file lost even its first page while its write-ahead file has rows: SQLite would delete those."""
    side = log_file.with_name(log_file.name + "-wal")
    return log_file.stat().st_size < SMALLEST_PAGE_BYTES and side.exists() and side.stat().st_size > 0


def version_of(connection: sqlite3.Connection, known: int) -> int:
    """Return the log's version, 0 for an empty file. Raises LogUnavailable where it is newer, or not ours."""
    application, version, tables = connection.execute(
        "SELECT (SELECT application_id FROM pragma_application_id),"
        " (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master)"
    ).fetchone()
    if application != APPLICATION_ID and (application, version, tables) != (0, 0, 0):
        raise LogUnavailable(Fault.LOG_UNREADABLE)
    if version > known:
        raise LogUnavailable(Fault.LOG_NEWER)
    return int(version)


def bring_up_to_date(connection: sqlite3.Connection, log_file: Path, migrations: Migrations, now: datetime) -> None:
    """Run the migrations that are missing. Raises LogUnavailable, or what SQLite or the disk raise."""
    if version_of(connection, len(migrations)) == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(connection, len(migrations))  # another process may have been here while we waited
        if 0 < version < len(migrations):
            _copy_aside(log_file, version, now)
        for statements in migrations[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # the first error is the one to tell
            connection.execute("ROLLBACK")
        raise


def _copy_aside(log_file: Path, version: int, now: datetime) -> None:
    """Keep the log as it was, whole: named `steady-version-1-<date>.db` once it is complete."""
    aside = aside_of(log_file)
    os.close(create_private(aside))
    try:
        with (
            contextlib.closing(sqlite3.connect(f"{log_file.as_uri()}?mode=ro", uri=True)) as source,
            contextlib.closing(sqlite3.connect(aside)) as copy,
        ):
            source.backup(copy)
        aside.replace(reserve(log_file.parent, f"{log_file.stem}-version-{version}", log_file.suffix, now))
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
