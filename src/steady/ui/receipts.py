"""Waits for a write without holding up the window: says once how it ended."""

from PySide6.QtCore import QObject, QTimer, Signal

from steady.core.ports import Receipt

LOOK_MS = 40


class Waiting(QObject):
    """Looks at one receipt after another; a new one takes the place of one that is still looked at."""

    ended = Signal(bool)
    """Whether it is on disk."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._receipt: Receipt | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def watch(self, receipt: Receipt) -> None:
        """Wait for this one."""
        self._receipt = receipt
        self._look()
        if self._receipt is not None:
            self._timer.start()

    def stop(self) -> None:
        """Wait for nothing."""
        self._receipt = None
        self._timer.stop()

    def _look(self) -> None:
        receipt = self._receipt
        if receipt is None or receipt.done:
            self.stop()
        if receipt is not None and receipt.done:
            self.ended.emit(not receipt.failed)
