"""What the window is given to remember with, and to look back: made when it is first wanted."""

from typing import NamedTuple

from steady.core.ports import Checkins, Counts, Journal, Reader


class Memories(NamedTuple):
    """What is kept beside practices, and what reads all of it."""

    journal: Journal
    checkins: Checkins
    counts: Counts
    reader: Reader
