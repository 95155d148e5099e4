"""The promise of a write, kept by the thread that writes."""

import threading


class Receipt:
    """Done once the write is on disk, or has been given up. Any thread may ask or wait."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._failed = False

    @property
    def done(self) -> bool:
        """Whether the write is on disk, or has been given up."""
        return self._event.is_set()

    @property
    def failed(self) -> bool:
        """Whether it is done without being on disk."""
        return self._failed

    def wait(self, timeout_s: float) -> bool:
        """Wait for `done` at most that long, and return it."""
        return self._event.wait(timeout_s)

    def finish(self, *, failed: bool = False) -> None:
        """Make it done; the first to say how it ended is right."""
        if not self._event.is_set():
            self._failed = failed
            self._event.set()
