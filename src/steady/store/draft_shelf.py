"""Half-written words as they are now, in memory: what was kept and let go here comes before what the disk says."""

from collections.abc import Collection, Sequence

from steady.core.record import Draft


class DraftShelf:
    """Drafts by the box they are in. Not safe between threads by itself: its owner has the lock."""

    def __init__(self) -> None:
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._touched: set[tuple[str, str]] = set()

    def keep(self, draft: Draft) -> None:
        """Keep words in place of earlier ones from the same box."""
        self._touched.add((draft.exercise, draft.place))
        self._drafts[draft.exercise, draft.place] = draft

    def let_go(self, exercise: str, place: str) -> None:
        """Let the words of a box go."""
        self._touched.add((exercise, place))
        self._drafts.pop((exercise, place), None)

    def read(self, drafts: Sequence[Draft]) -> None:
        """Take in what is on disk, but for boxes that were written in or let go since."""
        for draft in drafts:
            if (draft.exercise, draft.place) not in self._touched:
                self._drafts[draft.exercise, draft.place] = draft

    def start_over(self, waiting: Collection[tuple[str, ...]]) -> None:
        """Forget all but what waits to be written, by exercise and place: the disk says the rest."""
        self._touched = {box for box in self._touched if box in waiting}
        self._drafts = {box: draft for box, draft in self._drafts.items() if box in waiting}

    def of(self, exercise: str) -> Sequence[Draft]:
        """Return what there is for an exercise."""
        return [draft for draft in self._drafts.values() if draft.exercise == exercise]
