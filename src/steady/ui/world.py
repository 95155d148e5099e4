"""What the window is given of the world: everything behind Protocols, wired by the composition root."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from steady.core.events import Length
from steady.core.exercise import Breathing
from steady.core.ports import Library, PracticeLog, Preferences
from steady.core.session import Session
from steady.core.starting import Starter

if TYPE_CHECKING:
    from steady.core.errors import Fault
    from steady.core.exercise import Entry
    from steady.core.ports import CuePlayer
    from steady.core.support import Region
    from steady.ui.memories import Memories


class World(NamedTuple):
    """The window's neighbours.

    `rank` finds, among entries, those that words are about, best first. `regions` reads the support lines when they
    are first wanted; it never fails. `memories` are made when they are first wanted, and are the same each time.
    `make_player` makes what sounds, when sound is first wanted.
    `write_private` puts a file on the disk for this person only, whole or not at all; it raises OSError.
    `exercises_dir` is where the person's own exercises are, or could be: `make_dir` makes it, and returns what keeps
    it from that. `open_path` lets the desktop open a file or a folder, and returns whether it did.
    """

    library: Library
    preferences: Preferences
    log: PracticeLog
    starter: Starter
    rank: "Callable[[str, Sequence[Entry]], Sequence[Entry]]"
    regions: "Callable[[], Sequence[Region]]"
    memories: "Callable[[], Memories]"
    write_private: Callable[[Path, bytes], None]
    last_resort: Callable[[], Breathing]
    data_dir: Path
    exercises_dir: Path
    make_dir: "Callable[[Path], Fault | None]"
    open_path: Callable[[Path], bool]
    version: str
    make_player: "Callable[[], CuePlayer]"


class Breath(NamedTuple):
    """A breathing practice and what it was started with."""

    exercise_id: str
    exercise: Breathing
    session: Session
    length: Length
    holds: bool
