"""Deletes an entry or a practice after a few seconds in which it can still be kept; at once when the person leaves.

That is kinder than a question: whoever wants it gone presses once, and whoever slipped presses once more.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from steady.core.ports import Receipt
from steady.ui.receipts import Waiting

UNDO_MS = 8000


class Deleting(QObject):
    """One deletion at a time; another one makes the one before it final."""

    changed = Signal()

    def __init__(self, delete: Callable[[str], Receipt], parent: QObject) -> None:
        super().__init__(parent)
        self._delete = delete
        self.pending: str | None = None
        """The id of what is about to be deleted."""
        self.deleted: bool | None = None
        """Whether the last one is gone from the disk; None where there was none, or it is under way."""
        self._timer = QTimer(self, singleShot=True, interval=UNDO_MS)
        self._timer.timeout.connect(self.finish)
        self._waiting = Waiting(self)
        self._waiting.ended.connect(self._ended)

    def begin(self, entry_id: str) -> None:
        """Delete this one soon."""
        self.finish()
        self._waiting.stop()
        self.pending, self.deleted = entry_id, None
        self._timer.start()
        self.changed.emit()

    def undo(self) -> None:
        """Keep it after all."""
        self._timer.stop()
        self.pending = None
        self.changed.emit()

    def finish(self) -> None:
        """Delete what is pending now."""
        self._timer.stop()
        entry_id, self.pending = self.pending, None
        if entry_id is not None:
            self._waiting.watch(self._delete(entry_id))

    def close(self) -> None:
        """Delete what is pending, and look no more at how it ends."""
        self.finish()
        self._waiting.stop()

    def look_away(self) -> None:
        """What was said of the last one was read."""
        if self.pending is None:
            self.deleted = None

    def _ended(self, on_disk: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.deleted = on_disk
        self.changed.emit()
