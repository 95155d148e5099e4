"""The log, kept on a thread of its own: an fsync must not stall a frame, nor a locked file a breath.

The order matters. What is put comes first, so that a practice's row is on disk as early as it can be; only then are
rows of dead processes ended and drafts read. SQLite itself is imported on the thread.
"""

import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from steady.core.errors import Fault, LogUnavailable
from steady.core.record import Draft, SessionRecord
from steady.store.asked import Asked
from steady.store.paths import Paths
from steady.store.patience import Patience
from steady.store.receipt import Receipt

if TYPE_CHECKING:
    from steady.store.held_log import HeldLog
    from steady.store.log import SqliteLog


class LogWorker(threading.Thread):
    """The log as a PracticeLog. `start()` it once; what was put before that is written first.

    `on_fault` is called on this thread, once for each kind of fault. The thread is a daemon: a disk that hangs never
    keeps the process. One worker a process: its rows count as alive for as long as it holds its owner's lock.
    """

    def __init__(self, paths: Paths, on_fault: Callable[[Fault], None], *, settle_after_s: float = 0.0) -> None:
        """`settle_after_s`: how long drafts, zones' names and the rows of the dead wait, where a window comes first."""
        super().__init__(name="steady-log", daemon=True)
        self._asked = Asked()
        # This thread's own.
        self._paths = paths
        self._on_fault = on_fault
        self._held: HeldLog | None = None
        self._settle_from_s = time.monotonic() + settle_after_s
        self._told: set[Fault] = set()
        self._patience = Patience()

    # -- called from anywhere -----------------------------------------------------------------------------------

    def put(self, record: SessionRecord) -> Receipt:
        """Keep this record in the place of an earlier one with the same id."""
        return self.write(("session", record.id), lambda log: log.put(record, self._holding().zone_of(record)))

    def forget(self, session_id: str) -> Receipt:
        """Let a practice go; what waits to be put of it is let go too."""
        return self.write(("session", session_id), lambda log: log.forget(session_id), for_good=True)

    def write(self, key: tuple[str, str], write: "Callable[[SqliteLog], None]", *, for_good: bool = False) -> Receipt:
        """Have something else written, in its turn, in the place of what still waits under the same key.

        `for_good` is for what deletes: nothing that is asked for later under that key is written.
        """
        return self._asked.write(key, write, for_good=for_good)

    def work_on_log(self, work: "Callable[[SqliteLog], None]") -> Receipt:
        """Have the log worked on as a whole, in its turn; drafts are read anew afterwards."""

        def write(log: "SqliteLog") -> None:
            work(log)
            self._asked.start_over()
            self._holding().is_settled = False

        return self.write(("whole", str(id(write))), write)

    def wait_for_writes(self, timeout_s: float) -> None:
        """Wait until all that was put so far is written or given up, at most that long."""
        by_s = time.monotonic() + timeout_s
        for receipt in self._asked.last_receipts():
            receipt.wait(max(0.0, by_s - time.monotonic()))

    def keep_draft(self, draft: Draft) -> Receipt:
        """Keep half-written words, in place of earlier ones from the same box."""
        return self._asked.keep_draft(draft)

    def forget_draft(self, exercise: str, place: str) -> Receipt:
        """Let half-written words go."""
        return self._asked.forget_draft(exercise, place)

    def drafts(self, exercise: str) -> Sequence[Draft]:
        """Return the half-written words for that exercise that have been read so far; never waits for the disk."""
        return self._asked.drafts(exercise)

    def close(self, timeout_s: float) -> bool:
        """Write what waits and end the thread, in at most that long. Returns whether it has ended.

        What cannot be written by then is given up. Puts that come later are given up at once.
        """
        self._asked.close(time.monotonic() + timeout_s)
        if self.ident is not None:
            self.join(timeout_s)
        self._asked.give_up()
        return not self.is_alive()

    # -- on this thread -----------------------------------------------------------------------------------------

    def run(self) -> None:
        """Write until closed."""
        while self._asked.wait_for_news(self._patience, self._until_settling_s()):
            try:
                if self._work():
                    self._patience.over()
                else:
                    self._patience.more()
            except LogUnavailable as unavailable:
                self._failed(unavailable.fault)
            except Exception:  # noqa: BLE001 - a bug of ours goes to the crash hook, and the log goes on
                self._report_bug()
                self._asked.give_up()
        self._asked.give_up()
        if self._held is not None:
            self._settle_at_last(self._held)
            self._held.end()

    def _until_settling_s(self) -> float | None:
        """How long until drafts are read and the like; None where that is done, or waits for a log to be there."""
        left_s = self._settle_from_s - time.monotonic()
        is_settled = self._held is not None and self._held.is_settled
        return left_s if left_s > 0.0 and not is_settled else None

    def _holding(self) -> "HeldLog":
        if self._held is None:
            from steady.store.held_log import HeldLog  # noqa: PLC0415 - SQLite is not for the thread that is seen

            self._held = HeldLog(self._paths)
        return self._held

    def _work(self) -> bool:
        """Do what there is to do; whether nothing of it is left for later."""
        held = self._holding()
        try:
            return self._catch_up(held)
        except LogUnavailable as unavailable:
            if unavailable.fault is not Fault.LOG_CORRUPT:
                raise
            if held.set_aside():
                self._tell(Fault.LOG_CORRUPT)
            return self._catch_up(held)

    def _catch_up(self, held: "HeldLog") -> bool:
        log = held.opened()
        self._write_all(log)
        if not held.is_settled and time.monotonic() >= self._settle_from_s:
            held.settle(self._asked.take_read)
            if held.was_import_cut_short():
                self._tell(Fault.IMPORT_CUT_SHORT)
        if not log.is_scrubbed:  # someone read while words were deleted
            log.scrub()
        return log.is_scrubbed

    def _write_all(self, log: "SqliteLog") -> None:
        while (turn := self._asked.first()) is not None:
            try:
                turn.write(log)
                failed = False
            except LogUnavailable:
                raise  # what could not be written stays listed, at the front
            except Exception:  # noqa: BLE001 - one write that can never be must not keep the others waiting
                self._report_bug()
                failed = True
            self._asked.over(turn, failed=failed)

    def _settle_at_last(self, held: "HeldLog") -> None:
        """A window that was open for less than its calm start still ends the rows of the dead."""
        if not held.is_settled:
            try:
                held.settle(self._asked.take_read)
            except LogUnavailable as unavailable:
                self._tell(unavailable.fault)

    def _failed(self, fault: Fault) -> None:
        if fault is Fault.LOG_LOCKED:
            self._patience.more()
        else:
            self._patience.over()
            if self._held is not None:
                self._held.let_go()
            self._asked.give_up()
        self._tell(fault)

    def _tell(self, fault: Fault) -> None:
        if fault not in self._told:
            self._told.add(fault)
            try:
                self._on_fault(fault)
            except Exception:  # noqa: BLE001 - whoever listens must not end the log
                self._report_bug()

    def _report_bug(self) -> None:
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self)))
