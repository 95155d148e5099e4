"""The sign of life of a walk, for as long as its page is there."""

import math

from PySide6.QtCore import QObject, QTimer

from steady.core.walk_session import WalkSession

LEAST_BEAT_MS = 200


class Heartbeat(QObject):
    """Keeps the row of a walk alive while its page is there."""

    def __init__(self, session: WalkSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.start)

    @property
    def is_beating(self) -> bool:
        """Whether it goes on."""
        return self._timer.isActive()

    def start(self) -> None:
        """Beat where one is due, and again when the next is."""
        wait_s = self._session.beat()
        if not self._session.over:
            self._timer.start(max(LEAST_BEAT_MS, math.ceil(wait_s * 1000)))

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
