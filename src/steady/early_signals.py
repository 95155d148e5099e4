"""Wishes to leave that come while a window is being made: kept until leaving tears nothing apart.

As a KeyboardInterrupt, Ctrl-C is lost in the middle of importing Qt, or is taken for a bug of ours there.
"""

import _signal  # type: ignore[import-not-found]  # stubs know only `signal`, which takes longer to import

TYPE_CHECKING = False  # as type checkers know it; `typing` itself is not needed yet
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

LEAVING = ("SIGINT", "SIGTERM", "SIGHUP")


class EarlySignals:
    """Notes signals that ask to leave while it is entered, on the main thread; `wanted` says whether one came.

    Once there is a window, `leave_by` says how it is left. A signal that was set to be ignored, as under nohup, stays
    so.
    """

    def __init__(self) -> None:
        self.wanted = False
        self._leave: Callable[[], None] | None = None
        self._before: dict[int, object] = {}

    def __enter__(self) -> "Self":
        """Start to listen."""
        for name in LEAVING:
            number = getattr(_signal, name, None)  # Windows has no SIGHUP
            if number is not None and _signal.getsignal(number) not in (_signal.SIG_IGN, None):
                self._before[number] = _signal.signal(number, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave everything as it was before; what the window listens with stays, for a second Ctrl-C as it closes."""
        for number, before in self._before.items():
            if _signal.getsignal(number) == self._hear:
                _signal.signal(number, before)
        self._before.clear()

    def check(self) -> None:
        """Raise KeyboardInterrupt where a signal came: call it where nothing is half made."""
        if self.wanted:
            raise KeyboardInterrupt

    def leave_by(self, leave: "Callable[[], None]") -> None:
        """Call this where a signal comes, and now where one came already."""
        self._leave = leave
        if self.wanted:
            leave()

    def _hear(self, _number: int, _frame: object) -> None:
        self.wanted = True
        if self._leave is not None:
            self._leave()
