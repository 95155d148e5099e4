"""Which words are shown on the page of kind words, and in which order: by group, by what is kept near, by a search."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from steady.core.exercise import Breathing, Entry, Script
from steady.texts import Text
from steady.texts.soothe import Soothe

Rank = Callable[[str, Sequence[Entry]], Sequence[Entry]]
GROUPS = (Soothe.FOR_ME, Soothe.FOR_OTHERS, Soothe.MY_OWN)


class Found(NamedTuple):
    """What fits, best first, and what is to be said where nothing does."""

    entries: Sequence[Entry]
    note: Text | None = None


class WordsFinder:
    """Finds among `entries`. `near` are the ids that are kept near, which come first where nothing is searched for.

    A search looks among grounding too, for what may fit better than words; within a group it stays in the group.
    """

    def __init__(self, rank: Rank, near: Sequence[str]) -> None:
        self._rank = rank
        self.near = tuple(near)
        self.group: Text | None = None
        """One of GROUPS, or None for all."""
        self.entries: Sequence[Entry] = ()
        self._is_whole = False

    def take(self, entries: Sequence[Entry], *, is_whole: bool = True) -> bool:
        """Find among these from now on; `is_whole` where no more are still being read. Return whether that is news."""
        walked = [entry for entry in entries if not isinstance(entry.exercise, Breathing)]
        is_news = walked != self.entries or (not walked and is_whole != self._is_whole)
        self.entries, self._is_whole = walked, is_whole
        return is_news

    def find(self, words: str) -> Found:
        """Return what fits the words; all of the group where there are none, and where nothing fits."""
        places = {one: place for place, one in enumerate(self.near)}
        among = [entry for entry in self.entries if self._is_among(entry)]
        if not words.strip():
            found = sorted(among, key=lambda entry: places.get(entry.id, len(places)))
        else:
            found = list(self._rank(words, self.entries if self.group is None else among))
        if found:
            return Found(found)
        if among:
            return Found(among, Soothe.NONE_FOUND)
        if self.group is Soothe.MY_OWN:
            return Found((), Soothe.NO_OWN)
        return Found((), Soothe.NOTHING_HERE if self._is_whole and not self.entries else None)

    def keep_near(self, exercise_id: str, *, on: bool) -> Sequence[str]:
        """Keep an exercise near, after the others, or no more. Return the ids of all that are."""
        others = tuple(one for one in self.near if one != exercise_id)
        self.near = (*others, exercise_id) if on else others
        return self.near

    def _is_among(self, entry: Entry) -> bool:
        """Whether it is shown while nothing is searched for: words of the chosen group, and what is kept near."""
        if self.group is not None:
            return _has_words(entry) and _group(entry) is self.group
        return _has_words(entry) or entry.id in self.near


def _has_words(entry: Entry) -> bool:
    return isinstance(entry.exercise, Script) or entry.exercise.group in {"soothe", "support"}


def _group(entry: Entry) -> Text:
    if entry.source == "yours":
        return Soothe.MY_OWN
    return Soothe.FOR_OTHERS if entry.exercise.group == "support" else Soothe.FOR_ME
