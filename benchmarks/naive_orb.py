"""The reference for cost: the same breath, drawn as one first would. A radial gradient filled in each paintEvent, 60/s.

The window and the orb have the size that Steady's have; the colours too. Nothing else is drawn.
"""

import argparse
import sys
import time

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QApplication, QWidget

from measure import WINDOW_PX, say_json
from steady.core.breath import Act
from steady.core.clock import SystemClock
from steady.core.events import PhaseStarted
from steady.core.practice import Practice
from steady.store.last_resort import meet_your_breath
from steady.ui.widgets.breath_orb import EMPTY_SHARE, FULL_SHARE, OUTER_HALO

TICK_MS = 16
GROUND, HEART, RIM, HALO = (QColor(name) for name in ("#12212b", "#b9e3dc", "#387c7d", "#1b2e35"))


class NaiveOrb(QWidget):
    """Asks the clock and repaints all of itself, sixty times a second."""

    def __init__(self, ring_px: float, breaths: int) -> None:
        super().__init__()
        self._ring_px, self._breaths = ring_px, breaths
        self._clock = SystemClock()
        self._practice = Practice(meet_your_breath().course())
        self._practice.start(self._clock.read().monotonic_s)
        self._fullness = 0.0
        self._paints = 0
        self._from = (0.0, 0.0, 0)
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now_s = self._clock.read().monotonic_s
        for event in self._practice.advance(now_s):
            if isinstance(event, PhaseStarted) and event.phase.act is Act.INHALE:
                self._begin(event.breath)
        self._fullness = self._practice.look(now_s).fullness
        self.update()

    def _begin(self, breath: int) -> None:
        """Measure from the second breath's start, for as many breaths as were asked for."""
        now = time.process_time(), time.monotonic(), self._paints
        if breath == 1:
            self._from = now
        if breath == 1 + self._breaths:
            cpu_s, wall_s, paints = (end - start for end, start in zip(now, self._from, strict=True))
            say_json(cpu_share=cpu_s / wall_s, paints_per_s=paints / wall_s, wall_s=wall_s)
            QApplication.quit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Fill the gradient anew, all of it, each time."""
        self._paints += 1
        center = QPointF(self.rect().center())
        radius_px = self._ring_px * (EMPTY_SHARE + (FULL_SHARE - EMPTY_SHARE) * self._fullness) * OUTER_HALO
        gradient = QRadialGradient(center, radius_px)
        for stop, color in ((0.0, HEART), (1 / OUTER_HALO, RIM), (0.67, HALO), (1.0, GROUND)):
            gradient.setColorAt(stop, color)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), GROUND)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(gradient)
            painter.drawEllipse(center, radius_px, radius_px)


def main() -> None:
    """Breathe, measure whole breaths, answer in one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ring-px", type=float, default=200.0, help="the radius of the ring that the orb is sized by")
    parser.add_argument("--breaths", type=int, default=2, help="how many whole breaths to measure")
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    window = NaiveOrb(options.ring_px, options.breaths)
    window.resize(*WINDOW_PX)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
