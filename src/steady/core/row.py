"""The row of one practice in the log: written before the practice shows anything, and every few seconds after."""

import msgspec

from steady.core.events import Outcome
from steady.core.ports import Clock, PracticeLog, Receipt
from steady.core.record import SessionRecord

HEARTBEAT_S = 5.0


class Row:
    """Keeps one practice's row true. Asking for a write returns at once; the log does it elsewhere."""

    def __init__(self, clock: Clock, log: PracticeLog, record: SessionRecord) -> None:
        self._clock = clock
        self._log = log
        self.record = record
        self._beat_s = clock.read().monotonic_s
        self.receipt: Receipt = log.put(record)

    def wait_s(self, now_s: float) -> float:
        """Return the seconds until the next heartbeat is due."""
        return max(0.0, self._beat_s + HEARTBEAT_S - now_s)

    def note(self, words: str) -> None:
        """Keep these words with the practice, from the next write on."""
        self.record = msgspec.structs.replace(self.record, note=words)

    def write(
        self,
        now_s: float,
        *,
        practised_s: float,
        breaths: int | None = None,
        outcome: Outcome | None = None,
        still_over: bool = False,
    ) -> None:
        """Write how far it has come. A practice that came to its length stays completed, whatever follows.

        `still_over` keeps the end that was written when it came to its length.
        """
        now = self._clock.now()
        self._beat_s = now_s
        outcome = self.record.outcome or outcome
        ended_at = None if outcome is None else now
        if still_over and self.record.ended_at is not None:
            ended_at = self.record.ended_at
        self.record = msgspec.structs.replace(
            self.record, beat_at=now, ended_at=ended_at, outcome=outcome, practised_s=practised_s, breaths=breaths
        )
        self.receipt = self._log.put(self.record)
