"""Signals as wishes: leave, suspend, look again. They wake a wait, and never tear anything else apart."""

import signal
from collections.abc import Callable
from types import FrameType
from typing import Self, TypeVar

T = TypeVar("T")

LEAVING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
SCREEN = ("SIGWINCH", "SIGTSTP")


class _Woken(Exception):
    """A signal came during a wait."""


class Signals:
    """Turns signals into `leaving` and `suspending` while it is entered, on the main thread.

    `for_screen` also listens to resizes and Ctrl-Z. A signal that was set to be ignored, as under nohup, stays so.
    """

    def __init__(self, *, for_screen: bool = False) -> None:
        self.leaving = False
        self.suspending = False
        self._names = LEAVING + (SCREEN if for_screen else ())
        self._before: dict[int, object] = {}
        self._waiting = False

    def __enter__(self) -> Self:
        """Start to listen."""
        for name in self._names:
            number = getattr(signal, name, None)  # each system lacks some of them
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave everything as it was before."""
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]  # it is what `signal.signal` gave us
        self._before.clear()

    def wait(self, call: Callable[[], T]) -> T | None:
        """Return what `call` returns, or None where a signal came first."""
        if self.leaving or self.suspending:
            return None
        try:
            self._waiting = True
            result = call()
            self._waiting = False
        except _Woken:
            return None
        finally:
            self._waiting = False
        return result

    def suspend(self) -> None:
        """Stand still as Ctrl-Z asks, until the shell goes on with us. The screen must have been given back."""
        self.suspending = False
        number = getattr(signal, "SIGTSTP", None)
        if number is None:
            return
        ours = signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
        signal.signal(number, ours)

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        name = signal.Signals(number).name
        if name in LEAVING:
            self.leaving = True
        elif name == "SIGTSTP":
            self.suspending = True
        if self._waiting:
            self._waiting = False
            raise _Woken
