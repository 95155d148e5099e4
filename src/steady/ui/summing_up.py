"""Makes the PDF that was asked for: read on the thread that reads, written on one of its own."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from steady.core.ports import LogReader, Reader
from steady.core.starting import Starter
from steady.core.summary import Material, Names, Part, Wish
from steady.texts.summary import printed
from steady.ui.widgets.charts.late import tell

Write = Callable[[Path, bytes], None]
"""Puts bytes at a path, whole or not at all, readable by this person only. Raises OSError."""


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
        super().__init__(parent)
        self._reader, self._starter, self._write, self._names = reader, starter, write, names
        self._read.connect(self._print)

    def make(self, wish: Wish, path: Path) -> None:
        """Begin; one of the signals says how it went."""

        def query(log: LogReader) -> Material:
            journal = log.journal() if Part.JOURNAL in wish.parts else ()
            return Material(log.facts(wish.since, wish.until), journal)

        # Called on the thread that reads: the signal brings it over to ours.
        self._reader.ask(query, lambda found: tell(self._read, wish, path, found))

    def _print(self, wish: Wish, path: Path, found: Material | None) -> None:
        from steady.ui.summary_pdf import pdf_of  # noqa: PLC0415 - few people print

        if found is None:
            self.unreadable.emit()
            return
        data = pdf_of(printed(wish, found, self._starter.today(), self._names))
        threading.Thread(target=self._keep, args=(path, data), name="steady-summary", daemon=True).start()

    def _keep(self, path: Path, data: bytes) -> None:
        try:
            self._write(path, data)
        except OSError:
            tell(self.not_kept)
        else:
            tell(self.kept, path)
