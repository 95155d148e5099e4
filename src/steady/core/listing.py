"""What a look at the library finds: exercises, and files that could not be read."""

import msgspec

from steady.core.exercise import Breathing, Entry


class Problem(msgspec.Struct, frozen=True):
    """A file that is at fault: its path, and one sentence for who wrote it, which names the file and the line."""

    path: str
    sentence: str


class Listing(msgspec.Struct, frozen=True):
    """All that has been read so far, in the order to show it; `is_whole` once that is all there is."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_whole: bool = False

    @property
    def breathing(self) -> list[Entry]:
        """What breathes."""
        return [entry for entry in self.entries if isinstance(entry.exercise, Breathing)]

    @property
    def grounding(self) -> list[Entry]:
        """What looks outward: all that neither breathes nor is among the kind words."""
        return [one for one in self.entries if not isinstance(one.exercise, Breathing) and not _is_among_words(one)]

    @property
    def own_words(self) -> list[Entry]:
        """The person's own among the kind words."""
        return [entry for entry in self.entries if entry.source == "yours" and _is_among_words(entry)]


def _is_among_words(entry: Entry) -> bool:
    return not isinstance(entry.exercise, Breathing) and entry.exercise.group in {"soothe", "support"}
