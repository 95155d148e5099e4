"""What a person asked to have printed for someone else: which days, and which things. Nothing goes in by itself."""

import enum
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from steady.core.progress.facts import Facts
from steady.core.remembered import JournalEntry


class Names(NamedTuple):
    """How exercises and triggers are called, by their ids; a trigger of the person's own is its own words."""

    exercise: Callable[[str], str]
    trigger: Callable[[str], str]


class Part(enum.Enum):
    """What can go into a summary, in the order in which it stands there."""

    DAYS = "days"
    PAIRS = "pairs"
    USED = "used"
    SIGNS = "signs"
    HOURS = "hours"
    COUNTED = "counted"
    JOURNAL = "journal"


class Wish(NamedTuple):
    """The days from `since` (None is the very first) to `until`, both among them, and what is to go in."""

    since: date | None
    until: date
    parts: frozenset[Part]

    def holds(self, day: date) -> bool:
        """Whether a day is among those asked for."""
        return (self.since is None or self.since <= day) and day <= self.until


class Material(NamedTuple):
    """What the log has for a wish; entries of the journal only where they were asked for."""

    facts: Facts
    journal: Sequence[JournalEntry] = ()
