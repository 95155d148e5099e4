"""Counts what is part of recovering: a pause before acting that was begun, and a person who was reached."""

from steady.core.ports import Counts
from steady.core.remembered import Counted, CountedKind
from steady.core.starting import Starter


class Counting:
    """Keeps each count, and takes back what was counted for a practice that is let go."""

    def __init__(self, counts: Counts, starter: Starter) -> None:
        self._counts, self._starter = counts, starter
        self._of_session: dict[str | None, list[Counted]] = {}

    def count(self, kind: CountedKind, session: str | None = None, *, saved: bool = True) -> None:
        """Count it now, once more. What is kept does not name a practice that is not `saved`."""
        of = session if saved else None
        counted = Counted(self._starter.new_id(), self._starter.now(), self._starter.today(), kind, of)
        self._of_session.setdefault(session, []).append(counted)
        self._counts.keep(counted)

    def has(self, kind: CountedKind, session: str | None = None) -> bool:
        """Whether that was counted for that practice since Steady was opened."""
        return any(one.kind is kind for one in self._of_session.get(session, ()))

    def take_back(self, kind: CountedKind, session: str | None = None) -> None:
        """Take the last one back."""
        counted = self._of_session.get(session, [])
        last = next((one for one in reversed(counted) if one.kind is kind), None)
        if last is not None:
            counted.remove(last)
            self._counts.forget(last.id)

    def reached(self, on: bool, session: str | None = None, *, saved: bool = True) -> None:  # noqa: FBT001 - as a switch says it
        """Count a person who was reached, or take that back."""
        if on:
            self.count(CountedKind.REACHED, session, saved=saved)
        else:
            self.take_back(CountedKind.REACHED, session)

    def forget(self, session: str) -> None:
        """Take back all that was counted for a practice."""
        for counted in self._of_session.pop(session, ()):
            self._counts.forget(counted.id)
