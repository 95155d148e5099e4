"""Reads the log on a thread of its own, beside the thread that writes: a long look back must hold up neither.

Each question opens the log anew, to read only, and lets it go: a reader that stays would keep the write-ahead file
from being emptied, and with it words that were deleted.
"""

import contextlib
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from steady.core.errors import Fault, LogUnavailable
from steady.core.ports import LogReader

if TYPE_CHECKING:
    from steady.store.log_reader import SqliteReader

# What needs SQLite is imported on the thread that reads.
# ruff: noqa: PLC0415

T = TypeVar("T")
PATIENCE_S = 2.0
"""How long a question waits for what was put before it to be written."""

REST_S = 0.06
"""How long a question is left lying: whoever asks is a page that opens, mostly, and the window comes first.

Python runs one thread at a time. While this one worked, the window would wait for its turn at every other call.
"""

_Question = tuple[float, Callable[[Any], Any], Callable[[Any], None]]
"""When it may be answered, by the monotonic clock; what is asked; and who is told."""


class ReaderThread:
    """A Reader. Its thread is begun with the first question, and is a daemon: a disk that hangs never keeps us."""

    def __init__(
        self,
        log_file: Path,
        wait_for_writes: Callable[[float], None],
        on_fault: Callable[[Fault], None],
        rest_s: float = REST_S,
    ) -> None:
        """`wait_for_writes` waits, at most that many seconds, for the writes asked for so far."""
        self._log_file = log_file
        self._wait_for_writes = wait_for_writes
        self._rest_s = rest_s
        self._on_fault = on_fault
        self._told: set[Fault] = set()
        self._questions: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = threading.Event()

    def ask(self, query: Callable[[LogReader], T], then: Callable[[T | None], None]) -> None:
        """Run `query` once all that was put before is written, and call `then` with its answer, on that thread."""
        if self._closed.is_set():
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="steady-reader", daemon=True)
            self._thread.start()
        self._questions.put((time.monotonic() + self._rest_s, query, then))

    def close(self, timeout_s: float) -> bool:
        """Answer no more; end the thread in at most that long. Returns whether it has ended."""
        self._closed.set()
        if self._thread is None:
            return True
        self._questions.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (question := self._questions.get()) is not None:
            from_s, query, then = question
            if self._closed.wait(max(0.0, from_s - time.monotonic())):
                return
            answers = []
            with _reported():
                answers.append(self._answer(query))
            with _reported():
                then(answers[0] if answers else None)  # whoever waits is told, also of a bug of ours

    def _answer(self, query: Callable[["SqliteReader"], T]) -> T | None:
        from steady.store.beside import open_to_read
        from steady.store.log_reader import SqliteReader
        from steady.store.sqlite_faults import machine_faults

        self._wait_for_writes(PATIENCE_S)
        try:
            with machine_faults(self._log_file), contextlib.closing(open_to_read(self._log_file)) as connection:
                connection.execute("BEGIN")  # all of a question sees the log as of one moment
                reader = SqliteReader(connection)
                answer = query(reader)
                if reader.is_untold:  # whoever shows what there is says it there, and wanted to know
                    self._tell(Fault.LOG_STRANGE)
                return answer
        except LogUnavailable as unavailable:
            self._tell(unavailable.fault)
            return None

    def _tell(self, fault: Fault) -> None:
        if fault not in self._told:
            self._told.add(fault)
            self._on_fault(fault)


@contextlib.contextmanager
def _reported() -> Iterator[None]:
    """Let a bug of ours go to the crash hook; the reading goes on."""
    try:
        yield
    except Exception:  # noqa: BLE001 - as said
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
