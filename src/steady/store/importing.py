"""Reads a log that was exported, checks all of it, and only then joins it with this one.

Nothing that is said of a file repeats what is in it: those may be someone's words.
"""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from steady.core.errors import Fault, InputError, LogUnavailable
from steady.store.files import TooLarge, read_small
from steady.store.log_file import FORMAT, FORMAT_VERSION, LogFile, far_off
from steady.store.printable import at_fault
from steady.store.sqlite_faults import machine_faults
from steady.store.union import Joining, United
from steady.texts.transfer import TransferText

if TYPE_CHECKING:
    from steady.store.log import SqliteLog

LIMIT_BYTES = 256 << 20
"""An export of a practice each hour for ten years has about a fifth of this."""

BIT_S = 0.05
"""How long others who want to write are kept waiting at a time."""
MOST_TRIES = 20
"""How often one who keeps the log locked in the midst is waited for: each try waits as long as any write does."""
_PLACE = re.compile(r" - at `\$\.?([A-Za-z0-9_.\[\]]+)`$")
_BYTE = re.compile(r"\(byte (\d+)\)$")


class _Head(msgspec.Struct):
    """What every export begins with, of whatever version."""

    format: str
    version: int


def read_export(path: Path) -> LogFile:
    """Return what an exported file holds. Raises InputError, with the place of what is at fault where there is one."""
    try:
        data = read_small(path, LIMIT_BYTES)
    except FileNotFoundError as error:
        raise at_fault(TransferText.NOT_THERE, path) from error
    except TooLarge as error:
        raise at_fault(TransferText.TOO_LARGE, path) from error
    except OSError as error:
        raise at_fault(TransferText.UNREADABLE, path) from error
    _check_head(path, data)
    try:
        log = msgspec.json.decode(data, type=LogFile)
    except (msgspec.ValidationError, RecursionError) as error:
        place = _PLACE.search(str(error))
        if place is None:
            raise at_fault(TransferText.FOREIGN, path) from None
        raise at_fault(TransferText.BAD_PLACE, path, place=place[1]) from None
    for place_far_off in _far_off(log):
        raise at_fault(TransferText.BAD_PLACE, path, place=place_far_off)
    return log


def _check_head(path: Path, data: bytes) -> None:
    """Raise InputError for what is no export, or one of a newer Steady."""
    # The causes are left out: their messages can hold what is in the file.
    try:
        head = msgspec.json.decode(data, type=_Head)
    except msgspec.ValidationError:
        raise at_fault(TransferText.FOREIGN, path) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _not_json(path, data, str(error)) from None
    if head.format != FORMAT:
        raise at_fault(TransferText.FOREIGN, path)
    if head.version != FORMAT_VERSION:
        newer = head.version > FORMAT_VERSION
        raise at_fault(TransferText.NEWER if newer else TransferText.FOREIGN, path)


def _far_off(log: LogFile) -> Iterator[str]:
    """Yield the places of times that nobody can have lived."""
    for table in ("sessions", "journal", "checkins", "moments"):
        for number, row in enumerate(getattr(log, table)):
            for name in far_off(table, row):
                yield f"{table}[{number}].{name}"


def _not_json(path: Path, data: bytes, message: str) -> InputError:
    at = _BYTE.search(message)
    if at is not None:
        return at_fault(TransferText.NOT_JSON, path, line=data.count(b"\n", 0, int(at[1])) + 1)
    cut_short = data.lstrip()[:1] in (b"{", b"[") and "truncated" in message
    return at_fault(TransferText.CUT_SHORT if cut_short else TransferText.FOREIGN, path)


class Import:
    """Joins an exported log with the open one, a bit at a time: nobody who wants to write waits for more than one bit.

    Each bit is on disk when it is over. What is joined twice is joined once, so whoever was kept from the rest only
    has to import it again.
    """

    def __init__(self, other: LogFile, now_s: Callable[[], float] = time.monotonic) -> None:
        self._joining = Joining(other)
        self._now_s = now_s
        self._tries_left = 0
        self.has_begun = False
        """Whether a bit of it is on disk."""

    @property
    def united(self) -> United:
        """What has come of it so far."""
        return self._joining.united

    def go_on(self, log: "SqliteLog") -> bool:
        """Join one more bit. Returns whether none is left. Raises LogUnavailable, and then nothing of the bit is here.

        Whoever keeps the log to themselves is waited for once it has begun, for some tries.
        """
        by_s = self._now_s() + BIT_S
        try:
            with machine_faults(log.path), log.at_once():
                is_over = self._joining.go_on(log.connection, lambda: self._now_s() >= by_s)
        except LogUnavailable as unavailable:
            if unavailable.fault is not Fault.LOG_LOCKED or self._tries_left == 0:
                raise
            self._tries_left -= 1
            return False
        self.has_begun, self._tries_left = True, MOST_TRIES
        if is_over and self.united.gone:
            log.scrub(self.united.gone)
        return is_over
