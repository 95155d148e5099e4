"""Exercise files that were read before: one that has not changed since is not read again."""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from steady.core.exercise import Exercise
from steady.store.exercise_file import BadFile, read

if TYPE_CHECKING:
    from steady.store.exercise_faults import FileFault

SETTLED_NS = 2_500_000_000
"""A file that changed so shortly before it was read may have changed again within one tick of its disk's clock."""


class _Known(NamedTuple):
    stamp: tuple[int, int, int]
    outcome: "Exercise | Sequence[FileFault]"
    """Faults rather than the exception, which would keep all of the file that its reader had in hand."""


class RememberedFiles:
    """Reads exercise files, from any thread. `now_ns` is the wall time, in which files are stamped."""

    def __init__(self, now_ns: Callable[[], int] = time.time_ns) -> None:
        self._now_ns = now_ns
        self._known: dict[Path, _Known] = {}
        self._lock = threading.Lock()

    def read(self, path: Path) -> Exercise:
        """Return the exercise in that file. Raises FileNotFoundError, or BadFile."""
        try:
            found = path.stat()
        except (OSError, ValueError):
            return read(path)  # which says why
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        with self._lock:
            known = self._known.get(path)
        if known is None or known.stamp != stamp:
            known = self._read(path, stamp)
        if isinstance(known.outcome, Sequence):
            raise BadFile(*known.outcome)
        return known.outcome

    def _read(self, path: Path, stamp: tuple[int, int, int]) -> _Known:
        now_ns = self._now_ns()
        try:
            known = _Known(stamp, read(path))
        except BadFile as error:
            known = _Known(stamp, error.faults)
        if stamp[0] < now_ns - SETTLED_NS:
            with self._lock:
                self._known[path] = known
        return known
