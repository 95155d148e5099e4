"""What the window is given to remember with, and to look back: made when it is first wanted."""

from typing import NamedTuple

from steady.core.ports import Checkins, Counts, Journal, Reader, Transfer


class Memories(NamedTuple):
    """What is kept beside practices, what reads all of it, and what takes it out or brings it in."""

    journal: Journal
    checkins: Checkins
    counts: Counts
    reader: Reader
    transfer: Transfer
