"""The crash hook: a bug of ours is caught once, noted without a private word, and never shown as a traceback.

Exceptions in slots, in `paintEvent` and in Qt's threads reach `sys.excepthook`; other threads reach their own hook.
This module knows no Qt, so that it can be in place before Qt is imported.
"""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

MOST_REPORTS = 10
"""A run that fails in more places than this has said enough."""

Save = Callable[[type[BaseException], TracebackType | None, str], object]


class CrashHook:
    """Catches what nobody caught. `save` writes a report; `tell` lets the person know, from any thread."""

    def __init__(self, save: Save, tell: Callable[[], None], leave: Callable[[], None]) -> None:
        self._save = save
        self._tell = tell
        self._leave = leave
        self._seen: set[tuple[str, str, int]] = set()
        self._one_at_a_time = threading.Lock()
        self._inside: int | None = None
        """The thread whose bug is being noted."""

    def install(self) -> None:
        """Take the place of Python's own hooks."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(
            args.exc_type, args.exc_value, args.exc_traceback, "in a thread"
        )
        sys.unraisablehook = lambda args: self.caught(
            args.exc_type, args.exc_value, args.exc_traceback, "where it could not be raised"
        )

    def caught(
        self,
        exc_type: type[BaseException],
        error: BaseException | None,
        traceback: TracebackType | None,
        where: str = "in the window",
    ) -> None:
        """Note the first of its kind; the same fault in the same line again (a frame later, say) is not noted twice."""
        if issubclass(exc_type, KeyboardInterrupt):
            self._leave()
            return
        if issubclass(exc_type, SystemExit):
            return
        del error  # its message can hold private words
        if self._inside == threading.get_ident():
            return  # the hook itself failed: it must not call itself
        with self._one_at_a_time:
            self._inside = threading.get_ident()
            try:
                self._note(exc_type, traceback, where)
            finally:
                self._inside = None

    def _note(self, exc_type: type[BaseException], traceback: TracebackType | None, where: str) -> None:
        kind = _kind(exc_type, traceback)
        if kind in self._seen or len(self._seen) >= MOST_REPORTS:
            return
        self._seen.add(kind)
        self._save(exc_type, traceback, where)
        self._tell()


def _kind(exc_type: type[BaseException], traceback: TracebackType | None) -> tuple[str, str, int]:
    """Return what tells one fault from another: its type and the line it came from."""
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None:
        return exc_type.__name__, "", 0
    return exc_type.__name__, traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
