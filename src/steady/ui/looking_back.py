"""Brings what the page of progress shows: facts from the log, and what draws them, each from a thread of its own."""

import msgspec
from PySide6.QtCore import QObject, Signal

from steady.core.ports import LogReader, Reader
from steady.core.progress.facts import Facts
from steady.core.progress.ranges import Range
from steady.core.starting import Starter
from steady.ui.widgets.charts.late import Arrival, tell


class LookingBack(QObject):
    """Outlives the pages that ask: an answer that comes late finds somebody here.

    A page is told nothing before charts can be drawn.
    """

    answered = Signal(object, object)
    """A `Range`, and its `Facts`; None where the log cannot be read."""
    _read = Signal(object, object)

    def __init__(self, reader: Reader, starter: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._starter = reader, starter
        self._waiting: list[tuple[Range, Facts | None]] = []
        self._read.connect(self._take)
        self._charts = Arrival(self)
        self._charts.arrived.connect(self._answer)
        self._charts_are_here = False

    def ask(self, chosen: Range) -> None:
        """Ask for the facts of a range that ends today; they come later, by `answered`."""
        today = self._starter.today()
        since = chosen.first_day(today)
        until = None if since is None else today

        def query(log: LogReader) -> Facts:
            found = log.facts(since, until)
            return msgspec.structs.replace(found, left_out=log.left_out())

        # Called on the thread that reads: the signal brings it over to ours.
        self._reader.ask(query, lambda found: tell(self._read, chosen, found))
        self._charts.fetch()

    def _take(self, chosen: Range, found: Facts | None) -> None:
        self._waiting.append((chosen, found))
        if self._charts_are_here:
            self._answer()

    def _answer(self) -> None:
        self._charts_are_here = True
        while self._waiting:
            self.answered.emit(*self._waiting.pop(0))
