"""Puts a log that cannot be read aside, with its date, so that a new one can begin. Nothing is ever deleted."""

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from steady.core.errors import Fault, LogUnavailable
from steady.store.files import reserve
from steady.store.locks import Lock
from steady.store.migration import is_cut_short
from steady.store.sqlite_faults import machine_faults

SIDE_FILES = ("-wal", "-shm", "-journal")


def set_aside(log_file: Path, now: datetime) -> Path | None:
    """Move a corrupt log aside and return where it is now, or None where it turns out to be sound.

    Two processes may find it corrupt at once, so it is looked at again under a lock: the second finds a new log.
    Raises LogUnavailable.
    """
    with machine_faults(log_file):
        lock = Lock(log_file.with_name("salvage.lock"))
        if not lock.hold():
            raise LogUnavailable(Fault.LOG_LOCKED)
        try:
            return _move(log_file, now) if log_file.exists() and not _is_sound(log_file) else None
        finally:
            lock.release()


def _is_sound(log_file: Path) -> bool:
    if is_cut_short(log_file):
        return False
    with contextlib.closing(sqlite3.connect(log_file, timeout=0.0)) as connection:
        try:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
        except sqlite3.OperationalError:
            raise  # locked, or unreadable for another reason: that is no verdict
        except sqlite3.DatabaseError:
            return False


def _move(log_file: Path, now: datetime) -> Path:
    # The side files go first: a log's journal beside a new log would be played into it.
    kept = reserve(log_file.parent, f"{log_file.stem}-corrupt", log_file.suffix, now)
    for suffix in SIDE_FILES:
        side = log_file.with_name(log_file.name + suffix)
        with contextlib.suppress(FileNotFoundError):
            side.rename(kept.with_name(kept.name + suffix))
    log_file.replace(kept)
    return kept
