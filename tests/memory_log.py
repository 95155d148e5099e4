"""A practice log that keeps everything in memory, in the order it was put, and answers when it is told to."""

from collections.abc import Sequence

from steady.core.record import Draft, SessionRecord


class Kept:
    """The promise of a write that a test fulfils with `keep`, or that is fulfilled from the start."""

    def __init__(self, *, done: bool) -> None:
        self.done = done
        self.failed = False

    def keep(self) -> None:
        self.done = True

    def fail(self) -> None:
        """The disk was full."""
        self.done = self.failed = True

    def wait(self, timeout_s: float) -> bool:
        return self.done


class MemoryLog:
    """Where practices are kept. `slow` makes every write wait until its receipt is told to `keep`."""

    def __init__(self, *, slow: bool = False) -> None:
        self.slow = slow
        self.puts: list[SessionRecord] = []
        self.forgotten: list[str] = []
        self._drafts: dict[tuple[str, str], Draft] = {}

    def put(self, record: SessionRecord) -> Kept:
        self.puts.append(record)
        return Kept(done=not self.slow)

    def forget(self, session_id: str) -> Kept:
        self.puts = [record for record in self.puts if record.id != session_id]
        self.forgotten.append(session_id)
        return Kept(done=not self.slow)

    @property
    def last(self) -> SessionRecord:
        """The newest put."""
        return self.puts[-1]

    def last_of(self, exercise: str) -> SessionRecord:
        """The newest put of that exercise."""
        return [record for record in self.puts if record.exercise == exercise][-1]

    def keep_draft(self, draft: Draft) -> Kept:
        self._drafts[draft.exercise, draft.place] = draft
        return Kept(done=not self.slow)

    @property
    def kept_drafts(self) -> Sequence[Draft]:
        """All that is half written."""
        return list(self._drafts.values())

    def forget_draft(self, exercise: str, place: str) -> Kept:
        self._drafts.pop((exercise, place), None)
        return Kept(done=not self.slow)

    def drafts(self, exercise: str) -> Sequence[Draft]:
        return [draft for draft in self._drafts.values() if draft.exercise == exercise]
