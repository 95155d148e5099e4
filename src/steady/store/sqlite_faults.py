"""What SQLite's errors mean for a person."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from steady.core.errors import Fault, LogUnavailable
from steady.store.files import fault_of

ROOM_BYTES = 256 * 1024
"""A disk with less room than this is full: the smallest log with its side files needs about as much."""

_PLAIN = {
    sqlite3.SQLITE_BUSY: Fault.LOG_LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOG_LOCKED,
    sqlite3.SQLITE_FULL: Fault.DISK_FULL,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Fault.LOG_CORRUPT,
    sqlite3.SQLITE_NOTADB: Fault.LOG_CORRUPT,
}
_OURS = (sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.IntegrityError, sqlite3.NotSupportedError)


@contextlib.contextmanager
def machine_faults(log_file: Path) -> Iterator[None]:
    """Turn what the disk or SQLite raises inside into LogUnavailable; a misuse of ours stays what it is."""
    try:
        yield
    except _OURS:
        raise
    except sqlite3.Error as error:
        raise LogUnavailable(fault_of_sqlite(error, log_file)) from error
    except OSError as error:
        raise LogUnavailable(fault_of(error)) from error


def fault_of_sqlite(error: sqlite3.Error, log_file: Path) -> Fault:
    """Return what an error of SQLite's means for that file."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _PLAIN:
        return _PLAIN[code]
    # An input/output error does not say why. The disk does.
    with contextlib.suppress(OSError):
        if shutil.disk_usage(log_file.parent).free < ROOM_BYTES:
            return Fault.DISK_FULL
    return Fault.LOG_UNREADABLE if os.access(log_file.parent, os.W_OK) else Fault.READ_ONLY
