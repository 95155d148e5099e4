"""Takes the log out and brings logs in: what the commands and the window share, and the window's threads for it.

Whatever fails is one sentence, and then nothing has changed; only of an import a part may be here, which it says.
"""

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from steady.core.errors import Fault, InputError, LogUnavailable
from steady.core.ports import Told
from steady.store.backup import back_up, restore
from steady.store.erasing import erase
from steady.store.import_mark import ImportMark
from steady.store.importing import Import, read_export
from steady.store.log import SqliteLog
from steady.store.paths import Paths, make
from steady.store.printable import printable
from steady.store.transfer import export
from steady.store.union import United
from steady.store.values import here_and_now
from steady.store.worker import LogWorker
from steady.texts import say
from steady.texts.transfer import TransferText

T = TypeVar("T")
BREATHER_S = 0.03
"""How long the log is left to others between two bits: who waits for it looks every 25 ms or so at first."""
CLOSING_S = 2.0
"""How long one who waits for a log that is being closed waits for the work on it to end."""

_FAULTS = {
    Fault.LOG_NEWER: TransferText.LOG_NEWER,
    Fault.LOG_LOCKED: TransferText.LOG_LOCKED,
    Fault.READ_ONLY: TransferText.READ_ONLY,
    Fault.DISK_FULL: TransferText.DISK_FULL,
}


class LogAtHand(Protocol):
    """Whoever has the log open, or can open it."""

    def work(self, work: Callable[[SqliteLog], T]) -> T:
        """Return what `work` makes of the open log. Raises LogUnavailable, or what `work` raises."""
        ...

    def work_in_bits(self, bit: Callable[[SqliteLog], bool]) -> None:
        """Call `bit` until it says that none is left, with a moment for others in between. Raises as `work` does."""
        ...


class Moves:
    """Each takes as long as it takes and returns one sentence. Raises InputError, with one too."""

    def __init__(self, paths: Paths, log: LogAtHand, now: Callable[[], datetime] = here_and_now) -> None:
        self._paths = paths
        self._log = log
        self._now = now
        self._mark = ImportMark(paths.import_mark)
        self._one_at_a_time = threading.Lock()  # what is deleted, or put back, must not be between two bits of another

    def export(self, target: Path) -> str:
        """Write the log to a `.json` or `.csv` file."""
        count, damaged = export(self._paths, target, now=self._now)
        sentence = {0: TransferText.EXPORTED_NONE, 1: TransferText.EXPORTED_ONE}.get(count, TransferText.EXPORTED)
        if not count and damaged:
            return damaged
        return f"{say(sentence, count=count, path=printable(str(target)))} {damaged}".strip()

    def import_(self, source: Path) -> str:
        """Join a log that was exported with this one.

        A mark is there from the first bit on until all has come in. It outlives a process that is gone in the midst,
        and the next start says that a part is here.
        """
        brought = Import(read_export(source))

        def go_on(log: SqliteLog) -> bool:
            is_over = brought.go_on(log)
            if brought.has_begun and not is_over:
                self._mark.set()
            return is_over

        try:
            with _in_words(), self._one_at_a_time:
                self._log.work_in_bits(go_on)
                self._mark.take_away()
        except InputError as error:
            if brought.has_begun:
                raise InputError(say(TransferText.IMPORTED_IN_PART)) from error
            raise
        united = brought.united
        if united == United():
            return say(TransferText.IMPORTED_NONE)
        return say(TransferText.IMPORTED, new=united.new, newer=united.newer, gone=len(united.gone))

    def backup(self, target: Path) -> str:
        """Write a whole copy of the log to a file."""
        with _in_words():
            back_up(self._paths, target)
        return say(TransferText.BACKED_UP, path=printable(str(target)))

    def restore(self, source: Path) -> str:
        """Make the log what it was in such a copy; what was here before is kept beside it."""
        with _in_words(), self._one_at_a_time:
            kept = self._log.work(lambda log: restore(log, source, self._now()))
        return say(TransferText.RESTORED, kept=printable(str(kept)))

    def erase(self) -> str:
        """Delete all of the log, and the copies that Steady keeps beside it."""
        try:
            with self._one_at_a_time:
                self._log.work(erase)
                self._mark.take_away()
        except LogUnavailable as unavailable:
            raise InputError(say(TransferText.NOT_ALL_ERASED)) from unavailable
        return say(TransferText.ERASED)


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    """Say a fault of the machine as it is meant here: nothing is put aside, and nothing goes on later."""
    try:
        yield
    except LogUnavailable as unavailable:
        raise InputError(say(_FAULTS.get(unavailable.fault, TransferText.LOG_UNREADABLE))) from unavailable


class OwnLog:
    """The log, opened for one piece of work: for a command, beside a window or without one."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def work(self, work: Callable[[SqliteLog], T]) -> T:
        """Return what `work` makes of the open log. Raises LogUnavailable, or what `work` raises."""
        with self._opened() as log:
            return work(log)

    def work_in_bits(self, bit: Callable[[SqliteLog], bool]) -> None:
        """Call `bit` until it says that none is left. Raises LogUnavailable, or what `bit` raises."""
        with self._opened() as log:
            while not bit(log):
                time.sleep(BREATHER_S)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[SqliteLog]:
        fault = make(self._paths)
        if fault is not None:
            raise LogUnavailable(fault)
        log = SqliteLog.open(self._paths.log_file, owner="")
        try:
            yield log
        finally:
            log.close()


class WorkersLog:
    """The log that the window's worker has open: all writes are its."""

    def __init__(self, worker: LogWorker) -> None:
        self._worker = worker

    def work(self, work: Callable[[SqliteLog], T]) -> T:
        """Return what `work` makes of the open log, in its turn. Raises LogUnavailable, or what `work` raises."""
        job = _Job(work)
        self._worker.work_on_log(job.run).wait(threading.TIMEOUT_MAX)
        return job.result()

    def work_in_bits(self, bit: Callable[[SqliteLog], bool]) -> None:
        """Call `bit` until it says that none is left; each is a write among others. Raises as `work` does."""
        while True:
            job = _Job(bit)
            self._worker.write(("bit", str(id(job))), job.run).wait(threading.TIMEOUT_MAX)
            if job.result():
                return
            time.sleep(BREATHER_S)


class _Job(Generic[T]):
    """Work that a thread does and another waits for. Given up before it has begun, it is never done later."""

    def __init__(self, work: Callable[[SqliteLog], T]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._has_begun = self._is_given_up = False
        self._is_over = threading.Event()
        self._answers: list[T] = []
        self._error: Exception | None = None

    def run(self, log: SqliteLog) -> None:
        """Do it. What can go wrong is for who waits: the log's thread goes on."""
        with self._lock:
            if self._is_given_up:
                return
            self._has_begun = True
        try:
            self._answers.append(self._work(log))
        except Exception as error:  # noqa: BLE001 - it is raised where the answer is waited for
            self._error = error
        finally:
            self._is_over.set()

    def result(self) -> T:
        """Return the answer, or raise what went wrong."""
        with self._lock:
            self._is_given_up = not self._has_begun
        if self._is_given_up or not self._is_over.wait(CLOSING_S):
            raise LogUnavailable(Fault.LOG_UNREADABLE)
        if self._error is not None:
            raise self._error
        return self._answers[0]


class LogTransfer:
    """A Transfer: each piece of work has a thread of its own."""

    def __init__(self, moves: Moves) -> None:
        self._moves = moves
        self._threads: list[threading.Thread] = []

    def export(self, target: str, then: Callable[[Told], None]) -> None:
        """Write the log to a `.json` or `.csv` file."""
        self._begin(lambda: self._moves.export(Path(target)), then)

    def import_(self, source: str, then: Callable[[Told], None]) -> None:
        """Join a log that was exported with this one."""
        self._begin(lambda: self._moves.import_(Path(source)), then)

    def backup(self, target: str, then: Callable[[Told], None]) -> None:
        """Write a whole copy of the log to a file."""
        self._begin(lambda: self._moves.backup(Path(target)), then)

    def restore(self, source: str, then: Callable[[Told], None]) -> None:
        """Make the log what it was in such a copy; what was here before is kept beside it."""
        self._begin(lambda: self._moves.restore(Path(source)), then)

    def erase(self, then: Callable[[Told], None]) -> None:
        """Delete all of the log, and the copies that Steady keeps beside it."""
        self._begin(self._moves.erase, then)

    def close(self, timeout_s: float) -> bool:
        """Wait for what goes on, at most that long. Returns whether nothing does any more."""
        by_s = time.monotonic() + timeout_s
        for thread in self._threads:
            thread.join(max(0.0, by_s - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _begin(self, move: Callable[[], str], then: Callable[[Told], None]) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=_told, args=(move, then), name="steady-transfer", daemon=True)
        self._threads.append(thread)
        thread.start()


def _told(move: Callable[[], str], then: Callable[[Told], None]) -> None:
    try:
        told = Told(is_done=True, sentence=move())
    except InputError as error:
        told = Told(is_done=False, sentence=str(error))
    except Exception:  # noqa: BLE001 - a bug of ours goes to the crash hook, and whoever waits is told
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
        told = Told(is_done=False, sentence=say(TransferText.BUG))
    then(told)
