"""Makes the PDF that was asked for: read on the thread that reads; put into words, printed and written on its own."""

import contextlib
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from steady.core.ports import LogReader, Reader
from steady.core.starting import Starter
from steady.core.summary import Material, Names, Part, Wish
from steady.texts.summary import Printed, printed
from steady.ui.widgets.charts.late import tell

Write = Callable[[Path, bytes], None]
"""Puts bytes at a path, whole or not at all, readable by this person only. Raises OSError."""
WRITING_S = 1.0
"""How much of the time to end in is for files that are being written: what is only being printed is given up before."""


class Printing(QThread):
    """One summary, from its words to its file. The document lives and dies on this thread, which a timer of Qt's needs.

    A bug of ours on the way goes to the crash hook, and whoever waits is told that nothing is kept.
    """

    kept = Signal(object)
    not_kept = Signal()

    def __init__(self, words: Callable[[], Printed], write: Write, path: Path) -> None:
        super().__init__()
        self.setObjectName("steady-summary")
        self._words, self._write, self._path = words, write, path
        self._lock = threading.Lock()
        self._is_given_up = False
        self.is_over = False

    def run(self) -> None:
        """Print and write."""
        is_kept = False
        try:
            with contextlib.suppress(OSError):  # the disk would not have it
                is_kept = self._made()
        finally:
            self.is_over = True
            tell(self.kept, self._path) if is_kept else tell(self.not_kept)

    def _made(self) -> bool:
        from steady.ui.summary_pdf import pdf_of  # noqa: PLC0415 - few people print

        data = pdf_of(self._words())
        with self._lock:
            if self._is_given_up:
                return False
        self._write(self._path, data)
        return True

    def give_up(self) -> None:
        """Write nothing, unless that has begun."""
        with self._lock:
            self._is_given_up = True

    def wait_until(self, by_s: float) -> bool:
        """Wait for it, until then on the monotonic clock. Returns whether the thread has ended."""
        return self.wait(max(0, round((by_s - time.monotonic()) * 1000)))


class SummingUp(QObject):
    """Outlives the page that asks."""

    kept = Signal(object)
    """The path: the file is on the disk."""
    not_kept = Signal()
    unreadable = Signal()
    _read = Signal(object, object, object)

    def __init__(
        self,
        reader: Reader,
        starter: Starter,
        write: Write,
        names: Names,
        parent: QObject | None = None,
    ) -> None:
        """`names` are asked on the thread that prints."""
        super().__init__(parent)
        self._reader, self._starter, self._write, self._names = reader, starter, write, names
        self._printings: list[Printing] = []
        self._read.connect(self._print)

    def make(self, wish: Wish, path: Path) -> None:
        """Begin; one of the signals says how it went."""

        def query(log: LogReader) -> Material:
            journal = log.journal() if Part.JOURNAL in wish.parts else ()
            return Material(log.facts(wish.since, wish.until), journal)

        # Called on the thread that reads: the signal brings it over to ours.
        self._reader.ask(query, lambda found: tell(self._read, wish, path, found))

    def close(self, timeout_s: float) -> bool:
        """Wait for what is being printed; after that there is a whole file or none. Returns whether all has ended."""
        by_s = time.monotonic() + timeout_s
        for printing in self._printings:
            printing.wait_until(by_s - WRITING_S)
        for printing in self._printings:
            printing.give_up()
        ended = [printing.wait_until(by_s) for printing in self._printings]
        return all(ended)

    def _print(self, wish: Wish, path: Path, found: Material | None) -> None:
        if found is None:
            self.unreadable.emit()
            return
        today = self._starter.today()
        printing = Printing(lambda: printed(wish, found, today, self._names), self._write, path)
        printing.kept.connect(self.kept)
        printing.not_kept.connect(self.not_kept)
        printing.finished.connect(self._tidy)
        self._printings.append(printing)
        printing.start()

    def _tidy(self) -> None:
        """Let go of what has been printed, and with it of the words that it was made of."""
        over = [printing for printing in self._printings if printing.is_over]
        for printing in over:
            printing.wait()  # it has told that it is over: its thread has next to nothing left to do
            self._printings.remove(printing)
