"""A file without a word in it that says: an import goes on, or was cut short. Its lock tells the one from the other.

It is there from an import's first bit on until all of it has come in, and outlives whoever is gone in the midst.
"""

from pathlib import Path

from steady.core.errors import LogUnavailable
from steady.store.files import fault_of
from steady.store.locks import Lock


class ImportMark:
    """The mark of one data folder. Raises LogUnavailable where the disk fails us."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock(path)

    def set(self) -> None:
        """Say that a part is here; where another process imports, its mark stands for both."""
        try:
            self._lock.hold()
        except OSError as error:
            raise LogUnavailable(fault_of(error)) from error

    def take_away(self) -> bool:
        """Take it away, unless another process is still at its import. Returns whether it was there to be taken."""
        try:
            was_here = self._lock.hold(create=False)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise LogUnavailable(fault_of(error)) from error
        self._lock.release()
        return was_here
