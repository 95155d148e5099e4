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
    """Open without ever writing the log. Where its folder takes no side files, there is no writer to respect.

    SQLite makes side files to read beside a writer, and whoever may only read cannot take them away again. So where
    all is in the log itself, it is opened as a writer would, who takes them away and has nothing to write.
    """
    uri = log_file.absolute().as_uri()
    side = log_file.with_name(log_file.name + "-wal")
    holds_more = side.exists() and side.stat().st_size > 0
    if not holds_more and not log_file.with_name(log_file.name + "-journal").exists():
        try:
            return _opened(f"{uri}?mode=rw", "PRAGMA query_only = ON")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
    try:
        return _opened(f"{uri}?mode=ro")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CANTOPEN or holds_more:
            raise
        return sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, isolation_level=None)


def _opened(uri: str, *pragmas: str) -> sqlite3.Connection:
    """Return a connection that has been read from."""
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)
    try:
        for pragma in pragmas:
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
