"""A file that is locked for as long as one process lives: the system lets it go at its death, however it dies."""

import contextlib
import os
import sys
from pathlib import Path

from steady.store.files import FILE_MODE

if sys.platform == "win32":
    import msvcrt

    _TO_ASK = os.O_RDWR

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    _TO_ASK = os.O_RDONLY  # enough to lock, also where nobody may write

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


TRIES = 8
"""How often a lock is asked for while another process is just sweeping its file away."""


class Lock:
    """A lock with a name. Held, it keeps a descriptor open; let go, its file is gone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def hold(self, *, create: bool = True) -> bool:
        """Take the lock if it is free, and say whether it is ours now. Asking again is harmless. Raises OSError.

        Without `create` a missing file raises FileNotFoundError.
        """
        if self._descriptor is not None:
            if self._is_at_path(self._descriptor):
                return True
            self._let_go()
        for _ in range(TRIES):
            descriptor = os.open(self.path, os.O_RDWR | (os.O_CREAT if create else 0), FILE_MODE)
            # Locked, the file may have been removed between the two calls. Then the lock holds nothing.
            if _take(descriptor) and self._is_at_path(descriptor):
                self._descriptor = descriptor
                return True
            os.close(descriptor)
            if not create:
                return False
        return False

    def is_free(self) -> bool:
        """Say whether nobody holds it, changing nothing: no file is made, and one that is there stays.

        A lock that may not be looked at counts as held.
        """
        try:
            descriptor = os.open(self.path, _TO_ASK)
        except FileNotFoundError:
            return True
        except OSError:
            return False
        try:
            return _take(descriptor)
        finally:
            os.close(descriptor)  # which lets it go again

    def release(self) -> None:
        """Remove the file, then let the lock go, so that nobody can take a lock on a file that is going away."""
        if self._descriptor is None:
            return
        if sys.platform == "win32":  # there an open file cannot be removed, by us or by anyone
            self._let_go()
        with contextlib.suppress(OSError):  # a file left behind is swept at the next start
            self.path.unlink()
        self._let_go()

    def _let_go(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _is_at_path(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), self.path.stat())
        except OSError:
            return False
