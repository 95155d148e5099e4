"""The other side of `progress.py`: a real window on a log that is there. Every hold while it is used is seen.

A timer of one millisecond sees how long the thread of the window is kept from going on.
"""

import argparse
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from measure import say_json
from steady.core.progress.ranges import Range
from steady.ui.pages.progress import ProgressPage
from steady.ui.window import Window
from watched import Watched

CALM_MS = 1500
"""How long the window is left alone before and after: what comes late of the start is over."""
STEP_MS = 120


class Holds:
    """The longest time between two ticks of a timer of one millisecond, in milliseconds.

    `busy_ms` is the longest that this thread itself worked between two ticks: what remains of a hold where other
    programs leave us the machine.
    """

    def __init__(self) -> None:
        self.longest_ms = self.busy_ms = 0.0
        self._last_s, self._worked_s = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to watch."""
        self.longest_ms = self.busy_ms = 0.0
        self._last_s, self._worked_s = time.perf_counter(), time.thread_time()
        self._timer.start(1)

    def _tick(self) -> None:
        now_s, worked_s = time.perf_counter(), time.thread_time()
        self.longest_ms = max(self.longest_ms, (now_s - self._last_s) * 1000)
        self.busy_ms = max(self.busy_ms, (worked_s - self._worked_s) * 1000)
        self._last_s, self._worked_s = now_s, worked_s


class FirstPaint(QObject):
    """Sees when a widget was painted, after it was asked for."""

    def __init__(self, watched: QObject, told: object) -> None:
        super().__init__(watched)
        self._told = told
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell of the first one."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._told)
        return False


class Look:
    """Opens the page, then does all that one can do there, and leaves."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._holds = Holds()
        self._answers: dict[str, float] = {}
        self._asked_s = 0.0

    def open(self) -> None:
        """Press Progress."""
        self._holds.start()
        self._asked_s = time.perf_counter()
        self._window.navigator.open_progress()
        page = self._page
        page.built.connect(lambda: FirstPaint(page.scroll.viewport(), self._up), Qt.ConnectionType.SingleShotConnection)
        page.built.connect(page.scroll.viewport().update, Qt.ConnectionType.SingleShotConnection)

    @property
    def _page(self) -> ProgressPage:
        page = self._window.shell.page
        assert isinstance(page, ProgressPage)
        return page

    def _up(self) -> None:
        if "up_ms" not in self._answers:
            self._answers["up_ms"] = (time.perf_counter() - self._asked_s) * 1000
            self._answers["opening_hold_ms"] = self._holds.longest_ms
            self._answers["opening_busy_ms"] = self._holds.busy_ms
            QTimer.singleShot(CALM_MS, self._use)

    def _use(self) -> None:
        """Look further and nearer, scroll, turn to tables and back: what a person may do there."""
        self._holds.start()
        deeds = [lambda one=one: self._page.ranges.pill(one).click() for one in (Range.ALL, Range.MONTH, Range.YEAR)]
        deeds += [lambda: self._page.scroll.turn(1)] * 6 + [self._tables] * 2 + [self._earlier] * 3
        self._do(deeds)

    def _do(self, deeds: list) -> None:
        if deeds:
            deeds[0]()
            QTimer.singleShot(STEP_MS * 4, lambda: self._do(deeds[1:]))
            return
        self._answers["using_hold_ms"] = self._holds.longest_ms
        self._answers["using_busy_ms"] = self._holds.busy_ms
        say_json(**self._answers)
        self._window.navigator.leave()

    def _tables(self) -> None:
        """Turn each card, one after the other, as a person would."""
        for place, card in enumerate(self._page.cards):
            QTimer.singleShot(place * STEP_MS // 2, card.turn)

    def _earlier(self) -> None:
        for card in self._page.cards:
            if card.chart is not None:
                QTest.keyClick(card.chart.marks, Qt.Key.Key_Home)
                QTest.keyClick(card.chart.marks, Qt.Key.Key_Left)


def main() -> None:
    """Open Steady on the log of that folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    watched = Watched(parser.parse_args().folder)
    look = Look(watched.window)
    QTimer.singleShot(CALM_MS, look.open)
    watched.breathe()


if __name__ == "__main__":
    main()
