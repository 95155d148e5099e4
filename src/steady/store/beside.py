"""Opens the log to read only, beside whoever writes it, and never writes it. Also one of an older Steady."""

import contextlib
import sqlite3
from pathlib import Path

from steady.store.migration import version_of
from steady.store.schema import APPLICATION_ID, MIGRATIONS, VERSION

BUSY_S = 2.0


def open_to_read(log_file: Path) -> sqlite3.Connection:
    """Open the log at the version this Steady knows; an empty one where there is none yet.

    That of an older Steady is read as it will be once it is brought up to date. Raises LogUnavailable for a newer or
    a foreign file, or what SQLite raises.
    """
    if not log_file.exists():
        return in_memory(None)
    with contextlib.ExitStack() as opened:
        connection = open_beside(log_file)
        opened.callback(connection.close)
        if version_of(connection, VERSION) < VERSION:
            return in_memory(connection)
        opened.pop_all()
        return connection


def in_memory(source: sqlite3.Connection | None) -> sqlite3.Connection:
    """Return a copy of a log that is in memory only, brought up to date; an empty log where there is no source."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    version = 0
    if source is not None:
        source.backup(connection)
        version = version_of(connection, VERSION)
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    return connection


def open_beside(log_file: Path) -> sqlite3.Connection:
    """Open without ever writing the log. Where its folder takes no side files, there is no writer to respect."""
    plain = f"{log_file.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(plain, uri=True, timeout=BUSY_S, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        side = log_file.with_name(log_file.name + "-wal")
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CANTOPEN or (side.exists() and side.stat().st_size):
            raise
        return sqlite3.connect(f"{plain}&immutable=1", uri=True, isolation_level=None)
    except BaseException:
        connection.close()
        raise
    return connection
