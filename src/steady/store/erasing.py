"""Deletes all of the log: every row, the marks of what was deleted before, and the copies that are kept beside it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from steady.store.columns import TABLES
from steady.store.copies import copies_of
from steady.store.salvage import SIDE_FILES
from steady.store.sqlite_faults import machine_faults

if TYPE_CHECKING:
    from steady.store.log import SqliteLog

PIECE_BYTES = 1 << 20


def erase(log: "SqliteLog") -> None:
    """Delete all of it. Raises LogUnavailable where something is left; trying again is harmless."""
    with machine_faults(log.path):
        with log.at_once():
            for table in TABLES:
                log.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        put_aside = sorted(log.path.parent.glob(f"{log.path.stem}-corrupt-*{log.path.suffix}"))
        for copy in (*copies_of(log.path), *put_aside):
            for side in (*SIDE_FILES, ""):
                _erase_file(copy.with_name(copy.name + side))
    log.scrub()


def _erase_file(path: Path) -> None:
    """Write zeros over a file, then remove it. What a disk keeps of older blocks is out of reach. Raises OSError."""
    try:
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, PIECE_BYTES)))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except FileNotFoundError:
        return
