"""What waits to be written: the newest state of each thing, in the order in which the things first came."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from steady.store.receipt import Receipt

if TYPE_CHECKING:
    from steady.store.log import SqliteLog

Key = tuple[str, ...]
Write = Callable[["SqliteLog"], None]


class _Thing:
    def __init__(self, write: Write) -> None:
        self.write = write
        self.receipts: list[Receipt] = []


class Turn(NamedTuple):
    """The state of one thing whose turn it is to be written. The first `receipts` of those who wait, wait for it."""

    key: Key
    write: Write
    receipts: int


class WaitingList:
    """Things to write, each under its key. Not safe between threads by itself: its owner has the lock.

    A thing stays listed while it is written, so that nobody who waits for it is ever out of reach.
    """

    def __init__(self) -> None:
        self._things: dict[Key, _Thing] = {}

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self._things)

    def add(self, key: Key, write: Write) -> Receipt:
        """Add a thing, in the place of its older state where that still waits."""
        thing = self._things.setdefault(key, _Thing(write))
        thing.write = write
        thing.receipts.append(Receipt())
        return thing.receipts[-1]

    def first(self) -> Turn | None:
        """Return what came first."""
        for key, thing in self._things.items():
            return Turn(key, thing.write, len(thing.receipts))
        return None

    def over(self, turn: Turn, *, failed: bool = False) -> None:
        """Let go who waited for that state, and the thing itself unless a newer state has come meanwhile."""
        thing = self._things[turn.key]
        for receipt in thing.receipts[: turn.receipts]:
            receipt.finish(failed=failed)
        del thing.receipts[: turn.receipts]
        if thing.write is turn.write:
            del self._things[turn.key]

    def let_go(self) -> None:
        """Let everyone go who waits; the things themselves stay, for a disk that may have room again."""
        for thing in self._things.values():
            for receipt in thing.receipts:
                receipt.finish(failed=True)

    def drafts(self) -> list[Key]:
        """Return the boxes, by exercise and place, whose words wait."""
        return [key[1:] for key in self._things if key[0] == "draft"]

    def last_receipts(self) -> list[Receipt]:
        """Return one promise for each thing that waits: once all are kept, all of this is written or given up."""
        return [thing.receipts[-1] for thing in self._things.values() if thing.receipts]
