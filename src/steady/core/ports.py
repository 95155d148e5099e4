"""What the core asks of the world, as Protocols. `store` and `core.clock` answer; `app` and `cli` introduce them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from steady.core.clock import Reading
from steady.core.errors import Fault
from steady.core.exercise import Entry, Exercise
from steady.core.record import Draft, SessionRecord
from steady.core.settings import Settings


class Clock(Protocol):
    """Time as it passes here."""

    def read(self) -> Reading:
        """Read the clocks that only run forward."""
        ...

    def now(self) -> datetime:
        """Return the wall time, with its offset."""
        ...


class Receipt(Protocol):
    """The promise of a write. It never raises: a write that failed is done too, and its fault is told elsewhere."""

    @property
    def done(self) -> bool:
        """Whether the write is on disk, or has been given up."""
        ...

    def wait(self, timeout_s: float) -> bool:
        """Wait for `done` at most that long, and return it."""
        ...


class PracticeLog(Protocol):
    """Where practices are kept. Every call returns at once; the work is done elsewhere, in order."""

    def put(self, record: SessionRecord) -> Receipt:
        """Keep this record in the place of an earlier one with the same id."""
        ...

    def keep_draft(self, draft: Draft) -> Receipt:
        """Keep half-written words, in place of earlier ones from the same box."""
        ...

    def forget_draft(self, exercise: str, place: str) -> Receipt:
        """Let half-written words go."""
        ...

    def drafts(self, exercise: str) -> Sequence[Draft]:
        """Return the half-written words for that exercise that have been read so far; never waits for the disk."""
        ...


class Preferences(Protocol):
    """Where settings are kept."""

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        ...

    def change(self, **changes: object) -> Settings:
        """Change settings by name, keep them, and return them. Never raises for a disk at fault."""
        ...


class Library(Protocol):
    """The exercises there are."""

    def get(self, exercise_id: str) -> Exercise:
        """Return that exercise, or raise `UnknownExercise` or `ExerciseError`."""
        ...

    def entries(self) -> Sequence[Entry]:
        """Return all that could be read, in the order to show them."""
        ...

    def faults(self) -> Sequence[Fault]:
        """Return what went wrong while reading."""
        ...

    def problems(self) -> Sequence[str]:
        """Return what is at fault in the files read so far, one line each."""
        ...
