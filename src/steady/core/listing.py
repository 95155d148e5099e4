"""What a look at the library finds: exercises, and files that could not be read."""

import msgspec

from steady.core.exercise import Entry


class Problem(msgspec.Struct, frozen=True):
    """A file that is at fault: its path, and one sentence for who wrote it, which names the file and the line."""

    path: str
    sentence: str


class Listing(msgspec.Struct, frozen=True):
    """All that has been read so far, in the order to show it; `is_whole` once that is all there is."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_whole: bool = False
