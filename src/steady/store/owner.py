"""Who writes in the log, and what becomes of the rows of those who died: each writing process holds a lock file.

An open row is `interrupted` once its owner's lock can be taken; the system frees it at a crash or a power cut alike.
"""

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from steady.store.files import make_private_dir
from steady.store.ids import new_id
from steady.store.locks import Lock
from steady.store.log import SqliteLog
from steady.store.values import offset_of

OWNER_ID = re.compile(r"[0-9a-f-]{1,64}")
"""An owner's id names a file, so one that was read from a log is trusted only where it looks like ours."""


class Owner:
    """The process we are, as the owner of its rows."""

    def __init__(self, folder: Path) -> None:
        self.id = new_id()
        self.folder = folder
        self._lock = Lock(_lock_file(folder, self.id))

    def hold(self) -> bool:
        """Hold our lock, again where its file has gone. False where this disk can hold no locks.

        Without a lock our open rows may be taken for interrupted; our next write puts that right.
        """
        try:
            make_private_dir(self.folder)
            return self._lock.hold()
        except OSError:
            return False

    def release(self) -> None:
        """Let go, at the end."""
        self._lock.release()


def recover(log: SqliteLog, owner: Owner, zone_of: Callable[[datetime], str] = offset_of) -> int:
    """End the open rows of owners that are gone, sweep their lock files, and return how many rows there were.

    Rows of this process and of others that live are left alone. `zone_of` names the zone of a row that has only an
    offset yet. Raises LogUnavailable.
    """
    waiting = log.open_owners() - {owner.id}
    rows = 0
    for other in sorted(waiting | (_left_behind(owner.folder) - {owner.id})):
        with _gone(owner.folder, other) as gone:
            if gone and other in waiting:
                log.name_zones(other, zone_of)
                rows += log.interrupt(other)
    return rows


def _left_behind(folder: Path) -> set[str]:
    """Return the owners whose lock files are still there; none where the folder was moved away under us."""
    try:
        return {path.stem for path in folder.glob("*.lock")}
    except OSError:
        return set()


def those_gone(folder: Path, owner_ids: Iterable[str]) -> set[str]:
    """Return which of these owners are gone, without writing anything: their locks are free, or are no more."""
    return {each for each in owner_ids if not OWNER_ID.fullmatch(each) or Lock(_lock_file(folder, each)).is_free()}


@contextlib.contextmanager
def _gone(folder: Path, owner_id: str) -> Iterator[bool]:
    """Say whether that owner is gone, holding its lock meanwhile. Its lock file goes once the work inside is done."""
    if not OWNER_ID.fullmatch(owner_id):
        yield True
        return
    lock = Lock(_lock_file(folder, owner_id))
    try:
        held = lock.hold(create=False)
    except FileNotFoundError:  # an owner has its file before its first row, and until its end
        yield True
        return
    except OSError:
        yield False
        return
    yield held
    if held:
        lock.release()


def _lock_file(folder: Path, owner_id: str) -> Path:
    return folder / f"{owner_id}.lock"
