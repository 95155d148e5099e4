"""The promise of a write, kept by the thread that writes."""

import threading


class Receipt:
    """Done once the write is on disk, or has been given up. Any thread may ask or wait."""

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def done(self) -> bool:
        """Whether the write is on disk, or has been given up."""
        return self._event.is_set()

    def wait(self, timeout_s: float) -> bool:
        """Wait for `done` at most that long, and return it."""
        return self._event.wait(timeout_s)

    def finish(self) -> None:
        """Make it done."""
        self._event.set()
