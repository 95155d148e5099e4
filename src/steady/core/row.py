"""The row of one practice in the log: written before the practice shows anything, and every few seconds after."""

import msgspec

from steady.core.events import Outcome
from steady.core.ports import Clock, PracticeLog, Receipt
from steady.core.record import Draft, SessionRecord

HEARTBEAT_S = 5.0


class Unwritten:
    """The promise of a write that nobody wants: there is nothing to wait for."""

    done = True
    failed = False

    def wait(self, timeout_s: float) -> bool:  # noqa: ARG002 - a promise is asked like this
        """Return at once."""
        return True


class Row:
    """Keeps one practice's row true. Asking for a write returns at once; the log does it elsewhere.

    One that is not `kept` is never written: the person said so before, or says so on the way or after with `forget`.
    """

    def __init__(self, clock: Clock, log: PracticeLog, record: SessionRecord, *, kept: bool = True) -> None:
        self._clock = clock
        self._log = log
        self.record = record
        self.kept = kept
        self._replaced: dict[tuple[str, str], Draft | None] = {}
        """What was in the boxes, by exercise and place, before this practice kept words of theirs."""
        self._beat_s = clock.read().monotonic_s
        self.receipt: Receipt = log.put(record) if kept else Unwritten()

    def wait_s(self, now_s: float) -> float:
        """Return the seconds until the next heartbeat is due."""
        return max(0.0, self._beat_s + HEARTBEAT_S - now_s)

    def note(self, words: str) -> None:
        """Keep these words with the practice, from the next write on."""
        self.record = msgspec.structs.replace(self.record, note=words)

    def amend(self, **changes: object) -> Receipt:
        """Write other things that the person says of the practice, by their names in `SessionRecord`."""
        self.record = msgspec.structs.replace(self.record, **changes)
        return self._put()

    def keep_draft(self, draft: Draft) -> None:
        """Keep half-written words of this practice. They go with its row, should that be let go."""
        box = draft.exercise, draft.place
        if self.kept and box not in self._replaced:
            there = [one for one in self._log.drafts(draft.exercise) if one.place == draft.place]
            self._replaced[box] = there[0] if there else None
        self._log.keep_draft(draft)

    def forget_draft(self, exercise: str, place: str) -> None:
        """Let half-written words go for good, whenever they were written."""
        self._replaced[exercise, place] = None
        self._log.forget_draft(exercise, place)

    def forget(self) -> Receipt:
        """Let the row go, and write nothing of this practice from now on.

        Half-written words of it go first; those from before are in their boxes again.
        """
        if self.kept:
            self.kept = False
            for box, before in self._replaced.items():
                if before is None:
                    self._log.forget_draft(*box)
                else:
                    self._log.keep_draft(before)
            self._replaced.clear()
            self.receipt = self._log.forget(self.record.id)
        return self.receipt

    def _put(self) -> Receipt:
        if self.kept:
            self.receipt = self._log.put(self.record)
        return self.receipt

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
        self._put()
