"""A whole copy of the log in one file, and the log as it was in such a copy. SQLite copies, so neither is ever half."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from steady.core.errors import Fault, LogUnavailable
from steady.store.beside import in_memory, open_beside, open_to_read
from steady.store.files import aside_of, create_private, fault_of, led_to, reserve
from steady.store.migration import version_of
from steady.store.paths import Paths
from steady.store.printable import at_fault
from steady.store.schema import VERSION
from steady.store.sqlite_faults import fault_of_sqlite, machine_faults
from steady.store.transfer import check_target, unwritable
from steady.texts.transfer import TransferText

if TYPE_CHECKING:
    from steady.store.log import SqliteLog

LIMIT_BYTES = 1 << 30
PATIENCE_S = 2.0
"""How long a copy waits for who writes just now."""


def back_up(paths: Paths, target: Path) -> None:
    """Copy the log, as of one moment, to a file for this person only. It has its name once it is whole and sound.

    The log is read beside a running Steady and not written. Raises InputError where the target is at fault, and
    LogUnavailable where the log is; an older file of that name is then as it was.
    """
    check_target(paths, target)
    with machine_faults(paths.log_file), contextlib.closing(open_to_read(paths.log_file)) as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sessions").fetchone()  # what fails from here on is the target's fault
        try:
            file = led_to(target)
            with _aside(file) as aside:
                _copy(source, aside)
                aside.replace(file)
        except OSError as error:
            raise unwritable(target, fault_of(error)) from error
        except sqlite3.Error as error:
            raise unwritable(target, fault_of_sqlite(error, file)) from error


def restore(log: "SqliteLog", path: Path, now: datetime) -> Path:
    """Make the log what it was in that copy, and return the file that keeps what it replaces.

    The open log's content is exchanged in one transaction: whoever else has it open sees the one or the other.
    Raises InputError where the copy is at fault and LogUnavailable where the log is; nothing has changed then.
    """
    with contextlib.closing(_checked(path)) as source, machine_faults(log.path):
        kept = keep_copy(log, now)
        _copy_pages(source, log.connection)
        log.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return kept


def keep_copy(log: "SqliteLog", now: datetime) -> Path:
    """Keep the log as it is beside itself, named with the date, and return that file. Raises OSError, sqlite3.Error."""
    with _aside(log.path) as aside:
        _copy(log.connection, aside)
        kept = reserve(log.path.parent, f"{log.path.stem}-replaced", log.path.suffix, now)
        aside.replace(kept)
    return kept


def _checked(path: Path) -> sqlite3.Connection:
    """Return a sound copy, in memory, brought up to date. Raises InputError."""
    if not path.exists():
        raise at_fault(TransferText.NOT_THERE, path)
    try:
        if not path.is_file():
            raise at_fault(TransferText.UNREADABLE, path)
        if path.stat().st_size > LIMIT_BYTES:
            raise at_fault(TransferText.TOO_LARGE, path)
        with contextlib.closing(open_beside(path)) as source:
            if version_of(source, VERSION) == 0:
                raise at_fault(TransferText.NO_COPY, path)
            if source.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise at_fault(TransferText.DAMAGED, path)
            return _of_our_shape(in_memory(source), path)
    except LogUnavailable as error:
        sentence = TransferText.NEWER if error.fault is Fault.LOG_NEWER else TransferText.NO_COPY
        raise at_fault(sentence, path) from error
    except sqlite3.DatabaseError as error:
        not_ours = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB
        raise at_fault(TransferText.NO_COPY if not_ours else TransferText.DAMAGED, path) from error
    except OSError as error:
        raise at_fault(TransferText.UNREADABLE, path) from error


def _of_our_shape(copy: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return a copy that has our tables and nothing else: no trigger, no view that would act later."""
    with contextlib.closing(in_memory(None)) as ours:
        is_ours = _shape(copy) == _shape(ours)
    if not is_ours:
        copy.close()
        raise at_fault(TransferText.NO_COPY, path)
    return copy


def _shape(connection: sqlite3.Connection) -> list[object]:
    """Return a log's tables, and the size of its pages: those are copied as they are."""
    tables = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    return [*tables, connection.execute("PRAGMA page_size").fetchone()]


@contextlib.contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """Give an empty private file beside the target; whatever is still there of it at the end goes. Raises OSError."""
    aside = aside_of(target)
    os.close(create_private(aside))
    try:
        yield aside
    finally:
        for side in ("", "-journal", "-wal", "-shm"):
            aside.with_name(aside.name + side).unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, aside: Path) -> None:
    """Copy a log to a file that stands alone, and see that it is sound and on disk."""
    with contextlib.closing(sqlite3.connect(aside, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = FULL")
        _copy_pages(source, copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError
    with aside.open("r+b") as file:
        os.fsync(file.fileno())


def _copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy all pages at once. Python tries again for ever where another process writes; this gives up in time."""
    by_s = time.monotonic() + PATIENCE_S

    def give_up(status: int, _left: int, _all: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > by_s:
            raise LogUnavailable(Fault.LOG_LOCKED)

    source.backup(target, progress=give_up)
