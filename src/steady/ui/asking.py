"""Asks the log on behalf of pages. Answers come back to the window's thread, to whoever is still there for them."""

import itertools
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from steady.core.ports import LogReader, Reader

T = TypeVar("T")


class _Question(NamedTuple):
    asker: QObject
    then: Callable[[Any], None]


class Asking(QObject):
    """Outlives the pages that ask. The thread that reads is given a number, and never anything of the window's."""

    _answered = Signal(int, object)

    def __init__(self, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._numbers = itertools.count()
        self._open: dict[int, _Question] = {}
        self._answered.connect(self._pass_on)

    def ask(self, query: Callable[[LogReader], T], then: Callable[[T | None], None], asker: QObject) -> None:
        """Run `query` beside the window; call `then` with what it found, or None, unless `asker` is gone by then."""
        number = next(self._numbers)
        self._open[number] = _Question(asker, then)
        # Called on the thread that reads: the signal brings it over to ours.
        self._reader.ask(query, lambda found: self._answered.emit(number, found))

    def _pass_on(self, number: int, found: object) -> None:
        question = self._open.pop(number)
        if isValid(question.asker):
            question.then(found)
