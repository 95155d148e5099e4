"""Qt's timers, fired by a clock that is moved by hand: an hour passes in a second, and every turn comes on time."""

import itertools

import pytest
from PySide6.QtCore import QTimer
from shiboken6 import isValid
from tests.clock import ManualClock


class HandClock(ManualClock):
    """While it is `wound`, timers that are started know when they are due by this clock.

    They tick in real time too; that fires them early at most, which changes nothing for whoever reads this clock.
    """

    def __init__(self) -> None:
        super().__init__()
        self._due_s: dict[int, tuple[float, int, QTimer]] = {}
        self._order = itertools.count()

    def wind(self, patch: pytest.MonkeyPatch) -> "HandClock":
        """Watch every timer that is started from now on."""
        start = QTimer.start

        def started(timer: QTimer, *interval_ms: int) -> None:
            start(timer, *interval_ms)
            self._due_s[id(timer)] = (self.monotonic_s + timer.interval() / 1000, next(self._order), timer)

        patch.setattr(QTimer, "start", started)
        return self

    def pass_by(self, seconds: float) -> int:
        """Let time pass, and fire every timer in its turn. Return how many fired."""
        until_s, fired = self.monotonic_s + seconds, 0
        while (due := self._next()) is not None and due[0] <= until_s:
            due_s, _, timer = due
            self.advance(max(0.0, due_s - self.monotonic_s))
            if timer.isSingleShot():
                timer.stop()
            else:
                self._due_s[id(timer)] = (due_s + max(0.001, timer.interval() / 1000), next(self._order), timer)
            fired += 1
            timer.timeout.emit()
        self.advance(max(0.0, until_s - self.monotonic_s))
        return fired

    def stall(self, seconds: float) -> None:
        """Let time pass in which nothing fires: the machine is busy with something else."""
        self.advance(seconds)

    def _next(self) -> tuple[float, int, QTimer] | None:
        self._due_s = {key: due for key, due in self._due_s.items() if isValid(due[2]) and due[2].isActive()}
        return min(self._due_s.values(), key=lambda due: due[:2], default=None)
