"""What is asked of the log, from any thread: writes in their order, half-written words, and to close."""

import threading
import time
from collections.abc import Sequence

from steady.core.record import Draft
from steady.store.draft_shelf import DraftShelf
from steady.store.patience import Patience
from steady.store.receipt import Receipt
from steady.store.waiting import Key, Turn, WaitingList, Write


class Asked:
    """Safe between threads: any of them asks, and one, which writes, waits for news and takes the turns."""

    def __init__(self) -> None:
        self._wake = threading.Condition()
        self._waiting = WaitingList()
        self._drafts = DraftShelf()
        self._gone: set[Key] = set()
        self._has_news = True
        self._close_by_s: float | None = None
        self._was_last_try = False

    # -- by whoever asks ----------------------------------------------------------------------------------------

    def write(self, key: Key, write: Write, *, for_good: bool = False) -> Receipt:
        """Ask for a write, in the place of what still waits under the same key.

        `for_good` is for what deletes: nothing that is asked for later under that key is written. What is asked for
        once it closes is given up at once, and written all the same where there is time.
        """
        with self._wake:
            if key in self._gone:
                receipt = Receipt()
                receipt.finish(failed=True)
                return receipt
            receipt = self._waiting.add(key, write)
            if for_good:
                self._gone.add(key)
            if self._close_by_s is not None:
                receipt.finish(failed=True)
            self._has_news = True
            self._wake.notify_all()
        return receipt

    def keep_draft(self, draft: Draft) -> Receipt:
        """Remember half-written words at once, and ask for them to be written."""
        with self._wake:
            self._drafts.keep(draft)
            return self.write(("draft", draft.exercise, draft.place), lambda log: log.keep_draft(draft))

    def forget_draft(self, exercise: str, place: str) -> Receipt:
        """Let half-written words go at once, and ask for them to be deleted."""
        with self._wake:
            self._drafts.let_go(exercise, place)
            return self.write(("draft", exercise, place), lambda log: log.forget_draft(exercise, place))

    def drafts(self, exercise: str) -> Sequence[Draft]:
        """Return the half-written words for that exercise that are known so far."""
        with self._wake:
            return self._drafts.of(exercise)

    def last_receipts(self) -> Sequence[Receipt]:
        """Return one promise for each thing that waits: once all are kept, all of this is written or given up."""
        with self._wake:
            return self._waiting.last_receipts()

    def close(self, by_s: float) -> None:
        """Ask for what waits to be written, and for no more, until then on the monotonic clock."""
        with self._wake:
            self._close_by_s = by_s
            self._wake.notify_all()

    def give_up(self) -> None:
        """Let everyone go who waits; what they wait for stays, for a disk that may have room again."""
        with self._wake:
            self._waiting.let_go()

    # -- by the thread that writes ------------------------------------------------------------------------------

    def wait_for_news(self, patience: Patience, at_most_s: float | None) -> bool:
        """Wait until there is something to do. False once it is closed and done, or there is no time left for more.

        What `patience` has to try again comes by itself; where there is none, something else does in `at_most_s`.
        """
        with self._wake:
            if patience.next_s is not None:
                closes = self._close_by_s is not None
                wait_s = patience.left_s(self._close_by_s)
                self._wake.wait_for(lambda: self._has_news or (self._close_by_s is not None) != closes, wait_s)
            else:
                self._wake.wait_for(lambda: self._has_news or self._close_by_s is not None, at_most_s)
            has_news, self._has_news = self._has_news, False
            if self._close_by_s is None or has_news:
                return True
            # Closing. A disk that failed gets one more try, a locked log as many as there is time for.
            if not self._waiting or self._was_last_try:
                return False
            self._was_last_try = patience.next_s is None or time.monotonic() >= self._close_by_s
            return True

    def first(self) -> Turn | None:
        """Return what is to be written next. It stays listed until it is `over`."""
        with self._wake:
            return self._waiting.first()

    def over(self, turn: Turn, *, failed: bool) -> None:
        """Let go who waited for this."""
        with self._wake:
            self._waiting.over(turn, failed=failed)

    def take_read(self, drafts: Sequence[Draft]) -> None:
        """Take in the half-written words that are on disk; what was asked for since comes before them."""
        with self._wake:
            self._drafts.read(drafts)

    def start_over(self) -> None:
        """Another log may have taken the place of this one: the disk says anew what there is."""
        with self._wake:
            self._drafts.start_over(self._waiting.drafts())
            self._gone = {key for key in self._gone if key[0] == "session"}  # a copy may bring entries back
