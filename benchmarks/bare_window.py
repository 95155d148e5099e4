"""The reference for starts and memory: a bare window that paints once, then says how long that took."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """A window with a colour in it."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill it."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor("#12212b"))
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, answer)


def answer() -> None:
    """Say how old the process was when the frame had been painted. What tells that is imported after the frame."""
    painted_s = time.monotonic()
    from measure import memory_kb, say_json  # noqa: PLC0415

    memory = memory_kb()
    from steady.core.clock import process_age_ms  # noqa: PLC0415

    first_frame_ms = process_age_ms() - (time.monotonic() - painted_s) * 1000.0
    say_json(first_frame_ms=first_frame_ms, memory_kb=memory)
    QApplication.quit()


def main() -> None:
    """Open the window and leave once it has been painted."""
    application = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(960, 680)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
