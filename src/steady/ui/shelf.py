"""What the library holds, as last read: by a thread of its own, a batch at a time, so that the window never waits.

A page shows what there is, and is told when there is more or something has changed.
"""

import itertools
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steady.core.listing import Listing

if TYPE_CHECKING:
    from steady.core.ports import Library

PATIENCE_S = 0.03
"""How long a page that opens waits for the first exercises, so that they need not appear on it a moment later."""
LONG_REST_S = 0.08
"""How long the thread rests while a page opens, or takes what has come; after each batch it rests as long as that took.

Python runs one thread at a time, and the window comes first: without these rests it would wait for its turn at every
other call.
"""
TELL_EVERY_S = 0.3
"""A page is told of more no more often than this, until it is told of all."""


class Shelf(QObject):
    """Reads `library` when it is looked at, and whenever it is told that something has changed."""

    changed = Signal(object)
    """The `Listing` of now. It differs from the one before."""
    looked_at = Signal()
    """Somebody wants to know what there is."""
    _read_more = Signal()
    _ended = Signal()

    def __init__(self, library: "Library", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listing = Listing()
        self._library = library
        self._lock = threading.Lock()
        self._latest = self.listing
        self._closed = False
        self._again = False
        self._reading = False
        self._is_warming = False
        self._has_some = threading.Event()
        self._read_more.connect(self._take)
        self._ended.connect(self._follow)

    def warm(self) -> None:
        """Read what ships with Steady, and nothing else, so that it is there when it is first looked at."""
        self._start(first_only=True)

    def look(self) -> Listing:
        """Return what there is, and read on. What comes of that is told by `changed`."""
        self.looked_at.emit()
        if not self._reading:
            self._start(rest_s=LONG_REST_S if self._has_some.is_set() else 0.0)
        elif self._is_warming:
            self._again = True
        self._has_some.wait(PATIENCE_S)
        with self._lock:
            self.listing = self._latest
        return self.listing

    def read(self) -> None:
        """Read what there is now; files that have not changed take no time."""
        if self._reading:
            self._again = True
        else:
            self._start()

    def close(self) -> None:
        """Stop reading. Nothing is told any more."""
        with self._lock:
            self._closed = True

    def _start(self, *, rest_s: float = 0.0, first_only: bool = False) -> None:
        self._reading, self._again, self._is_warming = True, False, first_only
        most = 1 if first_only else None
        threading.Thread(target=self._read, args=(rest_s, most), name="shelf", daemon=True).start()

    def _read(self, rest_s: float, most: int | None) -> None:
        time.sleep(rest_s)
        told_s, began_s = 0.0, time.monotonic()
        for listing in itertools.islice(self._library.listings(), most):
            now_s = time.monotonic()
            with self._lock:
                if self._closed:
                    return
                # Of a second reading only the whole is news: until then the first one knew more.
                is_news = listing.is_whole or not self._latest.is_whole
                tells = is_news and (listing.is_whole or now_s - told_s >= TELL_EVERY_S)
                if is_news:
                    self._latest = listing
                    self._has_some.set()
                if tells:
                    told_s = now_s
                    self._read_more.emit()
            if not listing.is_whole:
                time.sleep(LONG_REST_S if tells else now_s - began_s)
            began_s = time.monotonic()
        with self._lock:
            if not self._closed:
                self._ended.emit()

    def _follow(self) -> None:
        self._take()
        self._reading = False
        if self._again and not self._closed:
            self._start()

    def _take(self) -> None:
        with self._lock:
            latest, closed = self._latest, self._closed
        if not closed and latest != self.listing:
            self.listing = latest
            self.changed.emit(latest)
