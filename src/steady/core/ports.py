"""What the core asks of the world, as Protocols. `store` and `core.clock` answer; `app` and `cli` introduce them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from steady.core.clock import Reading
from steady.core.errors import Fault
from steady.core.exercise import Entry, Exercise
from steady.core.listing import Listing, Problem
from steady.core.record import Draft, SessionRecord
from steady.core.settings import Settings

if TYPE_CHECKING:
    from steady.core.cues import Mix
    from steady.core.progress.facts import Facts
    from steady.core.remembered import Checkin, Counted, EarlierWords, JournalEntry
    from steady.core.score import Plan

T = TypeVar("T")


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

    @property
    def failed(self) -> bool:
        """Whether it is done without being on disk: nothing may be called saved then."""
        ...

    def wait(self, timeout_s: float) -> bool:
        """Wait for `done` at most that long, and return it."""
        ...


class PracticeLog(Protocol):
    """Where practices are kept. Every call returns at once; the work is done elsewhere, in order."""

    def put(self, record: SessionRecord) -> Receipt:
        """Keep this record in the place of an earlier one with the same id."""
        ...

    def forget(self, session_id: str) -> Receipt:
        """Let a practice go, as if it had never been; later puts of it are ignored."""
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


class Journal(Protocol):
    """Where journal entries are kept. Every call returns at once."""

    def keep(self, entry: "JournalEntry") -> Receipt:
        """Keep this entry; what it said before stays beside it until the entry is deleted."""
        ...

    def delete(self, entry_id: str) -> Receipt:
        """Delete an entry and all it ever said; only its id and the time stay, so that no import brings it back."""
        ...


class Checkins(Protocol):
    """Where the weekly signs are kept. Every call returns at once."""

    def keep(self, checkin: "Checkin") -> Receipt:
        """Keep this week's answers in the place of earlier ones."""
        ...


class Counts(Protocol):
    """Where it is counted what is part of recovering. Every call returns at once."""

    def keep(self, counted: "Counted") -> Receipt:
        """Count it, once for each id."""
        ...

    def forget(self, counted_id: str) -> Receipt:
        """Take back what was counted."""
        ...


class LogReader(Protocol):
    """The log as it is now, to be read on the thread that reads. Times and days are as they were lived."""

    def sessions(self, since: date, until: date) -> "Sequence[SessionRecord]":
        """Return the practices of those days, both included, oldest first."""
        ...

    def session(self, session_id: str) -> "SessionRecord | None":
        """Return one practice."""
        ...

    def journal(self) -> "Sequence[JournalEntry]":
        """Return all entries, newest first."""
        ...

    def left_out(self) -> int:
        """Return how many rows this question could not read so far. Each is left out alone; whoever asks says so."""
        ...

    def entry_count(self) -> int:
        """Return how many entries there are."""
        ...

    def earlier(self, entry_id: str) -> "Sequence[EarlierWords]":
        """Return what an entry said before it was edited, newest first."""
        ...

    def checkins(self) -> "Sequence[Checkin]":
        """Return all weeks that were looked at, newest first."""
        ...

    def counts(self) -> "Sequence[Counted]":
        """Return all that was counted, oldest first."""
        ...

    def facts(self, since: date | None, until: date | None) -> "Facts":
        """Return what the log counts from one day to another, both included; None leaves that side open."""
        ...


class Reader(Protocol):
    """Reads the log beside its writer."""

    def ask(self, query: Callable[[LogReader], T], then: Callable[[T | None], None]) -> None:
        """Run `query` on a thread of its own once all that was put before is written; call `then` on that thread.

        `then` gets None where the log cannot be read; why is told elsewhere, once.
        """
        ...


class Told(NamedTuple):
    """How something ended that was asked for: whether it is done, and one sentence that says so, or why it is not."""

    is_done: bool
    sentence: str


class Transfer(Protocol):
    """Takes the log out of Steady, and brings logs in. It is done elsewhere; `then` is called on a thread there."""

    def export(self, target: str, then: Callable[[Told], None]) -> None:
        """Write the log to a `.json` or `.csv` file."""
        ...

    def import_(self, source: str, then: Callable[[Told], None]) -> None:
        """Join a log that was exported with this one."""
        ...

    def backup(self, target: str, then: Callable[[Told], None]) -> None:
        """Write a whole copy of the log to a file."""
        ...

    def restore(self, source: str, then: Callable[[Told], None]) -> None:
        """Make the log what it was in such a copy; what was here before is kept beside it."""
        ...

    def erase(self, then: Callable[[Told], None]) -> None:
        """Delete all of the log, and the copies that Steady keeps beside it."""
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


class CuePlayer(Protocol):
    """What sounds with a practice. Every call returns at once and raises nothing; the sound is made elsewhere."""

    def play(self, plan: "Plan", mix: "Mix") -> None:
        """Sound along that plan from now on, going over softly from what sounded before."""
        ...

    def rest(self) -> None:
        """Fade out, as for a pause."""
        ...

    def hush(self) -> None:
        """Be silent at once, for a person who leaves quickly."""
        ...

    def duck(self, seconds: float) -> None:
        """Be quieter for so long, under words that are spoken."""
        ...

    def find_outputs(self, answer: Callable[[Sequence[str]], None]) -> None:
        """Call `answer`, from any thread, with the names of the outputs there are."""
        ...

    def close(self, timeout_s: float) -> bool:
        """Be silent and let go of the card, in bounded time. Returns False where the card hangs and keeps a thread."""
        ...


class Library(Protocol):
    """The exercises there are."""

    def get(self, exercise_id: str) -> Exercise:
        """Return that exercise, or raise `UnknownExercise` or `ExerciseError`."""
        ...

    def entries(self) -> Sequence[Entry]:
        """Return all that could be read, in the order to show them."""
        ...

    def listings(self) -> Iterator[Listing]:
        """Yield all that could be read, as it is read; the last one is whole. For another thread than the window's."""
        ...

    def faults(self) -> Sequence[Fault]:
        """Return what went wrong while reading."""
        ...

    def problems(self) -> Sequence[Problem]:
        """Return what is at fault in the files read so far."""
        ...
