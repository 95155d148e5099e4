"""A walk as a practice: how long somebody is at it, and its row in the log."""

from steady.core.events import Outcome
from steady.core.ports import Clock, PracticeLog
from steady.core.record import SessionRecord
from steady.core.row import HEARTBEAT_S, Row
from steady.core.walk import Walk

WORDS_APART = "; "
"""What stands between the things that were named, where they are kept as a practice's note."""


class WalkSession:
    """A walk that keeps its own row in the log. Time counts as practised while somebody is at it."""

    def __init__(self, walk: Walk, clock: Clock, log: PracticeLog, record: SessionRecord, *, kept: bool = True) -> None:
        self.walk = walk
        self._clock = clock
        self._before_s = 0.0
        self._since_s: float | None = clock.read().monotonic_s
        self.row = Row(clock, log, record, kept=kept)
        self.over = False
        self.heed_row()

    def heed_row(self) -> None:
        """Where the row is not kept, or no more, neither is what is written on the way."""
        if not self.row.kept and not self.walk.keeps_nothing:
            self.walk.keep_nothing()

    def rest(self) -> None:
        """Another page is looked at: the time until `go_on` is not practised."""
        now_s = self._clock.read().monotonic_s
        self._before_s, self._since_s = self._practised_s(now_s), None

    def go_on(self) -> None:
        """It is looked at, again or still."""
        if self._since_s is None:
            self._since_s = self._clock.read().monotonic_s

    def _practised_s(self, now_s: float) -> float:
        return self._before_s + (0.0 if self._since_s is None else now_s - self._since_s)

    def beat(self) -> float:
        """Write a heartbeat where one is due; return the seconds until the next. There is none once it is over."""
        if self.over:
            return HEARTBEAT_S
        now_s = self._clock.read().monotonic_s
        if self.row.wait_s(now_s) <= 0.0:
            self.row.write(now_s, practised_s=self._practised_s(now_s))
        return self.row.wait_s(now_s)

    def end(self) -> None:
        """End it: completed at the last step, stopped before. Ending twice changes nothing."""
        if self.over:
            return
        self.over = True
        now_s = self._clock.read().monotonic_s
        outcome = Outcome.COMPLETED if self.walk.is_last else Outcome.STOPPED
        if self.walk.keeps_words and self.walk.named_words:
            self.row.note(WORDS_APART.join(self.walk.named_words))
        self.row.write(now_s, practised_s=self._practised_s(now_s), outcome=outcome)
