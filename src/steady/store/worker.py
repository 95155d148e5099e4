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
from steady.store.draft_shelf import DraftShelf
from steady.store.paths import Paths, make
from steady.store.patience import Patience
from steady.store.receipt import Receipt
from steady.store.waiting import WaitingList

if TYPE_CHECKING:
    from steady.store.log import SqliteLog
    from steady.store.owner import Owner


class LogWorker(threading.Thread):
    """The log as a PracticeLog. `start()` it once; what was put before that is written first.

    `on_fault` is called on this thread, once for each kind of fault. The thread is a daemon: a disk that hangs never
    keeps the process. One worker a process: its rows count as alive for as long as it holds its owner's lock.
    """

    def __init__(self, paths: Paths, on_fault: Callable[[Fault], None], *, settle_after_s: float = 0.0) -> None:
        """`settle_after_s`: how long drafts, zones' names and the rows of the dead wait, where a window comes first."""
        super().__init__(name="steady-log", daemon=True)
        self._paths = paths
        self._on_fault = on_fault
        # Shared between threads, under `_wake`'s lock.
        self._wake = threading.Condition()
        self._waiting = WaitingList()
        self._drafts = DraftShelf()
        self._gone: set[tuple[str, ...]] = set()
        self._has_news = True
        self._close_by_s: float | None = None
        self._over = False
        # This thread's own.
        self._log: SqliteLog | None = None
        self._owner: Owner | None = None
        self._settled = False
        self._settle_from_s = time.monotonic() + settle_after_s
        self._told: set[Fault] = set()
        self._patience = Patience()

    # -- called from anywhere -----------------------------------------------------------------------------------

    def put(self, record: SessionRecord) -> Receipt:
        """Keep this record in the place of an earlier one with the same id."""
        return self._ask(("session", record.id), lambda log: self._put(log, record))

    def forget(self, session_id: str) -> Receipt:
        """Let a practice go; what waits to be put of it is let go too."""
        return self.write(("session", session_id), lambda log: log.forget(session_id), for_good=True)

    def write(self, key: tuple[str, str], write: "Callable[[SqliteLog], None]", *, for_good: bool = False) -> Receipt:
        """Have something else written, in its turn, in the place of what still waits under the same key.

        `for_good` is for what deletes: nothing that is asked for later under that key is written.
        """
        receipt = self._ask(key, write)
        if for_good:
            with self._wake:
                self._gone.add(key)
        return receipt

    def work_on_log(self, work: "Callable[[SqliteLog], None]") -> Receipt:
        """Have the log worked on as a whole, in its turn; drafts are read anew afterwards."""

        def write(log: "SqliteLog") -> None:
            work(log)
            with self._wake:
                self._drafts.start_over(self._waiting.drafts())
                self._gone = {key for key in self._gone if key[0] == "session"}  # a copy may bring entries back
            self._settled = False

        return self._ask(("whole", str(id(write))), write)

    def wait_for_writes(self, timeout_s: float) -> None:
        """Wait until all that was put so far is written or given up, at most that long."""
        with self._wake:
            receipts = self._waiting.last_receipts()
        by_s = time.monotonic() + timeout_s
        for receipt in receipts:
            receipt.wait(max(0.0, by_s - time.monotonic()))

    def keep_draft(self, draft: Draft) -> Receipt:
        """Keep half-written words, in place of earlier ones from the same box."""
        with self._wake:
            self._drafts.keep(draft)
        return self._ask(("draft", draft.exercise, draft.place), lambda log: log.keep_draft(draft))

    def forget_draft(self, exercise: str, place: str) -> Receipt:
        """Let half-written words go."""
        with self._wake:
            self._drafts.let_go(exercise, place)
        return self._ask(("draft", exercise, place), lambda log: log.forget_draft(exercise, place))

    def drafts(self, exercise: str) -> Sequence[Draft]:
        """Return the half-written words for that exercise that have been read so far; never waits for the disk."""
        with self._wake:
            return self._drafts.of(exercise)

    def close(self, timeout_s: float) -> bool:
        """Write what waits and end the thread, in at most that long. Returns whether it has ended.

        What cannot be written by then is given up. Puts that come later are given up at once.
        """
        with self._wake:
            self._close_by_s = time.monotonic() + timeout_s
            self._wake.notify_all()
        if self.ident is not None:
            self.join(timeout_s)
        self._give_up()
        return not self.is_alive()

    def _ask(self, key: tuple[str, ...], write: "Callable[[SqliteLog], None]") -> Receipt:
        with self._wake:
            if key in self._gone:
                receipt = Receipt()
                receipt.finish(failed=True)
                return receipt
            receipt = self._waiting.add(key, write)
            self._has_news = True
            if self._close_by_s is not None:
                receipt.finish(failed=True)
            self._wake.notify_all()
        return receipt

    # -- on this thread -----------------------------------------------------------------------------------------

    def run(self) -> None:
        """Write until closed."""
        while self._wait_for_news():
            try:
                if self._work():
                    self._patience.over()
                else:
                    self._patience.more()
            except LogUnavailable as unavailable:
                self._failed(unavailable.fault)
            except Exception:  # noqa: BLE001 - a bug of ours goes to the crash hook, and the log goes on
                self._report_bug()
                self._give_up()
        self._give_up()
        self._settle_at_last()
        self._let_go_of_log()
        if self._owner is not None:
            self._owner.release()

    def _wait_for_news(self) -> bool:
        """Wait until there is something to do. False once it is closed and done, or there is no time left for more."""
        with self._wake:
            if self._patience.next_s is not None:
                closes = self._close_by_s is not None
                wait_s = self._patience.left_s(self._close_by_s)
                self._wake.wait_for(lambda: self._has_news or (self._close_by_s is not None) != closes, wait_s)
            else:
                left_s = self._settle_from_s - time.monotonic()
                until_s = left_s if left_s > 0.0 and not self._settled else None
                self._wake.wait_for(lambda: self._has_news or self._close_by_s is not None, until_s)
            has_news, self._has_news = self._has_news, False
            if self._close_by_s is None or has_news:
                return True
            # Closing. A disk that failed gets one more try, a locked log as many as there is time for.
            if not self._waiting or self._over:
                return False
            self._over = self._patience.next_s is None or time.monotonic() >= self._close_by_s
            return True

    def _work(self) -> bool:
        """Do what there is to do; whether nothing of it is left for later."""
        try:
            return self._catch_up()
        except LogUnavailable as unavailable:
            if unavailable.fault is not Fault.LOG_CORRUPT:
                raise
            self._begin_anew()
            return self._catch_up()

    def _catch_up(self) -> bool:
        log = self._opened()
        self._write_all(log)
        if not self._settled and time.monotonic() >= self._settle_from_s:
            self._settle(log)
        if not log.is_scrubbed:  # someone read while words were deleted
            log.scrub()
        return log.is_scrubbed

    def _opened(self) -> "SqliteLog":
        """Return the log, opened again where its file is no longer the one at its path."""
        if self._log is not None and self._log.is_current:
            return self._log
        self._let_go_of_log()
        fault = make(self._paths)
        if fault is not None:
            raise LogUnavailable(fault)
        from steady.store.log import SqliteLog  # noqa: PLC0415 - SQLite is not for the thread that shows the breath
        from steady.store.owner import Owner  # noqa: PLC0415

        self._owner = self._owner or Owner(self._paths.owners_dir)
        self._owner.hold()
        self._log = SqliteLog.open(self._paths.log_file, self._owner.id)
        return self._log

    def _begin_anew(self) -> None:
        from steady.store.salvage import set_aside  # noqa: PLC0415
        from steady.store.values import here_and_now  # noqa: PLC0415

        self._let_go_of_log()
        if set_aside(self._paths.log_file, here_and_now()) is not None:
            self._tell(Fault.LOG_CORRUPT)

    def _write_all(self, log: "SqliteLog") -> None:
        while True:
            with self._wake:
                turn = self._waiting.first()
            if turn is None:
                return
            try:
                turn.write(log)
                failed = False
            except LogUnavailable:
                raise  # what could not be written stays listed, at the front
            except Exception:  # noqa: BLE001 - one write that can never be must not keep the others waiting
                self._report_bug()
                failed = True
            with self._wake:
                self._waiting.over(turn, failed=failed)

    def _put(self, log: "SqliteLog", record: SessionRecord) -> None:
        tz = None
        # The first row goes to disk before anything else; its zone is named once the start is over.
        if self._settled or record.outcome is not None:
            from steady.store.zone import zone_name  # noqa: PLC0415 - it takes as long as a frame or two

            tz = zone_name(record.started_at)
        log.put(record, tz)

    def _settle(self, log: "SqliteLog") -> None:
        from steady.store.files import sweep_asides  # noqa: PLC0415
        from steady.store.owner import recover  # noqa: PLC0415
        from steady.store.zone import zone_name  # noqa: PLC0415

        if self._owner is not None:
            log.name_zones(self._owner.id, zone_name)
            recover(log, self._owner, zone_name)
        sweep_asides(self._paths.data_dir)
        log.scrub()
        read = log.drafts()
        with self._wake:
            self._drafts.read(read)
        self._settled = True

    def _settle_at_last(self) -> None:
        """A window that was open for less than its calm start still ends the rows of the dead."""
        if self._log is not None and not self._settled:
            try:
                self._settle(self._log)
            except LogUnavailable as unavailable:
                self._tell(unavailable.fault)

    def _failed(self, fault: Fault) -> None:
        if fault is Fault.LOG_LOCKED:
            self._patience.more()
        else:
            self._patience.over()
            self._let_go_of_log()
            with self._wake:
                self._waiting.let_go()
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

    def _give_up(self) -> None:
        with self._wake:
            self._waiting.let_go()

    def _let_go_of_log(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None
