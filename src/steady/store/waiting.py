"""What waits to be written: the newest state of each thing, in the order in which the things first came."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from steady.store.receipt import Receipt

if TYPE_CHECKING:
    from steady.store.log import SqliteLog

Write = Callable[["SqliteLog"], None]


class Waiting:
    """One thing to write, and who waits for it."""

    def __init__(self, write: Write, receipts: list[Receipt]) -> None:
        self.write = write
        self.receipts = receipts

    def finish(self) -> None:
        """Let everyone go who waits for it."""
        while self.receipts:
            self.receipts.pop().finish()


class WaitingList:
    """Things to write, each under its key. Not safe between threads by itself: its owner has the lock."""

    def __init__(self) -> None:
        self._things: dict[tuple[str, ...], Waiting] = {}

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self._things)

    def add(self, key: tuple[str, ...], write: Write) -> Receipt:
        """Add a thing, in the place of its older state where that still waits."""
        receipt = Receipt()
        thing = self._things.get(key)
        if thing is None:
            self._things[key] = Waiting(write, [receipt])
        else:
            thing.write = write
            thing.receipts.append(receipt)
        return receipt

    def take_first(self) -> tuple[tuple[str, ...], Waiting] | None:
        """Take out what came first."""
        for key in self._things:
            return key, self._things.pop(key)
        return None

    def put_back(self, key: tuple[str, ...], thing: Waiting) -> None:
        """Put back at the front what could not be written, unless a newer state has come meanwhile."""
        newer = self._things.get(key)
        if newer is None:
            self._things = {key: thing, **self._things}
        else:
            newer.receipts[:0] = thing.receipts

    def let_go(self) -> None:
        """Let everyone go who waits; the things themselves stay, for a disk that may have room again."""
        for thing in self._things.values():
            thing.finish()
