"""What a person may say of a practice that is over. Each answer is on its way to the log as it is given.

What is not answered stays unanswered; leaving at once loses nothing that was.
"""

import enum
from collections.abc import Sequence

import msgspec

from steady.core.record import Felt, Ratings, SessionRecord
from steady.core.row import Row


class Saving(enum.Enum):
    """How it stands with what was said. SAVED only once it is on disk."""

    UNDER_WAY = "under-way"
    SAVED = "saved"
    FAILED = "failed"
    FORGETTING = "forgetting"
    FORGOTTEN = "forgotten"
    STILL_THERE = "still-there"
    """It was to be let go, and the disk would not."""


class Way(enum.Enum):
    """Where one could go from a practice that is over, in the order in which the ways stand."""

    MENU = "menu"
    SAVE_AGAIN = "save-again"
    SKIP = "skip"
    DONT_SAVE = "dont-save"
    BREATHS = "breaths"
    WRITE = "write"
    REACHED = "reached"


def rate_before(row: Row, before: int | None) -> None:
    """Say how strong the distress was before a practice that was chosen in peace, where that was said."""
    if before is not None:
        row.amend(ratings=msgspec.structs.replace(row.record.ratings, before=before))


def rate_early(row: Row, early: int | None) -> None:
    """Say how strong the distress is on the way. It is no baseline, and left out of before and after."""
    row.amend(ratings=msgspec.structs.replace(row.record.ratings, early=early))


class AfterPractice:
    """The answers, written into the practice's own row."""

    def __init__(self, row: Row) -> None:
        self.row = row

    @property
    def record(self) -> SessionRecord:
        """The practice, with what was said of it so far."""
        return self.row.record

    @property
    def ratings(self) -> Ratings:
        """The distress before, on the way and after, where it was said."""
        return self.record.ratings

    @property
    def has_answers(self) -> bool:
        """Whether anything was said after the practice."""
        record = self.record
        said = (record.felt, record.use_again, record.ratings.after)
        return any(one is not None for one in said) or bool(record.triggers or record.pulled_to or record.note)

    @property
    def saving(self) -> Saving:
        """How it stands with what was said."""
        receipt = self.row.receipt
        if self.row.kept:
            return Saving.UNDER_WAY if not receipt.done else Saving.FAILED if receipt.failed else Saving.SAVED
        if not receipt.done:
            return Saving.FORGETTING
        return Saving.STILL_THERE if receipt.failed else Saving.FORGOTTEN

    def asks(self, *, is_over: bool) -> bool:
        """Whether the questions stand there. Once they are over, only while their answers are not on disk."""
        return not is_over or self.saving in (Saving.UNDER_WAY, Saving.FAILED)

    def ways(self, *, is_over: bool, may_offer_breaths: bool) -> frozenset[Way]:
        """Return the ways there are: while the questions are asked, or once they `is_over`."""
        failed = is_over and self.saving is Saving.FAILED
        there = {
            Way.MENU: is_over,
            Way.SAVE_AGAIN: failed,
            Way.SKIP: not is_over,
            Way.DONT_SAVE: self.row.kept and (not is_over or failed),
            Way.BREATHS: may_offer_breaths,
            Way.WRITE: is_over and self.row.kept,
            Way.REACHED: True,
        }
        return frozenset(way for way, is_there in there.items() if is_there)

    def rate(self, after: int | None) -> None:
        """Say how strong the distress is now; None takes it back."""
        self.row.amend(ratings=msgspec.structs.replace(self.ratings, after=after))

    def feel(self, felt: Felt | None) -> None:
        """Say in one word how it is."""
        self.row.amend(felt=felt)

    def use_again(self, wanted: bool | None) -> None:  # noqa: FBT001 - yes, no, or no answer
        """Say whether this one is to be used again."""
        self.row.amend(use_again=wanted)

    def name_triggers(self, tags: Sequence[str]) -> None:
        """Say what set it off."""
        self.row.amend(triggers=tuple(tags))

    def name_pulls(self, tags: Sequence[str]) -> None:
        """Say what one felt pulled to do."""
        self.row.amend(pulled_to=tuple(tags))

    def note(self, words: str) -> None:
        """Keep a note. One that is the same, or empty as before, is not written again."""
        wanted = words.strip() or None
        if wanted != self.record.note:
            self.row.amend(note=wanted)

    def forget(self) -> None:
        """Let the practice go, with all that was said of it."""
        self.row.forget()
