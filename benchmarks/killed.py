"""Writes in the log without end, and says each thing once the log says it is saved. It is there to be killed.

Started with a data folder and a seed. Each line of output is one JSON list: what, its id, and its number.
"""

import json
import random
import sys
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import msgspec

from steady.core.ports import Receipt
from steady.core.record import Kind, SessionRecord
from steady.core.remembered import Checkin, Counted, CountedKind, JournalEntry, Words
from steady.store.ids import new_id
from steady.store.memories import CheckinWriter, CountsWriter, JournalWriter
from steady.store.paths import Paths
from steady.store.worker import LogWorker

AT = datetime(2026, 11, 22, 21, 7, tzinfo=timezone(timedelta(hours=1)))
UNDER_WAY = 6
"""How many writes are asked for before the first of them is waited for."""
LONG = "x" * 20_000
PATIENCE_S = 30.0


class Wish:
    """Something that was asked for, and what to say of it once it is saved."""

    def __init__(self, receipt: Receipt, what: str, row_id: str, number: int) -> None:
        self.receipt = receipt
        self.said = [what, row_id, number]


def wishes(log: LogWorker, chance: random.Random) -> Iterator[Wish]:
    """Ask for one write after the other: practices with their beats, entries kept, edited and deleted, and the rest."""
    journal, checkins, counts = JournalWriter(log), CheckinWriter(log), CountsWriter(log)
    practice = SessionRecord(new_id(), AT, "hum", Kind.BREATHING)
    entries: list[str] = []
    number = 0

    def begin() -> Wish:
        nonlocal practice
        practice = SessionRecord(new_id(), AT, "hum", Kind.BREATHING, breaths=number)
        return Wish(log.put(practice), "practice", practice.id, number)

    def beat() -> Wish:
        nonlocal practice
        practice = msgspec.structs.replace(practice, breaths=number)
        return Wish(log.put(practice), "practice", practice.id, number)

    def keep() -> Wish:
        entry_id = chance.choice(entries) if entries and chance.random() < 0.5 else new_id()
        entries.append(entry_id)
        words = Words(need=str(number), story=LONG if chance.random() < 0.2 else "short")
        return Wish(journal.keep(JournalEntry(entry_id, AT, AT.date(), words)), "entry", entry_id, number)

    def delete() -> Wish:
        if not entries:
            return keep()
        entry_id = chance.choice(entries)
        entries[:] = [other for other in entries if other != entry_id]
        print(json.dumps(["deleting", entry_id, number]), flush=True)
        return Wish(journal.delete(entry_id), "deleted", entry_id, number)

    def look_back() -> Wish:
        week = date(2026, 1, 5) + timedelta(weeks=chance.randrange(50))
        checkin = Checkin(week, AT, AT.date(), (number % 5,) * 6)
        return Wish(checkins.keep(checkin), "checkin", checkin.id, number)

    def count() -> Wish:
        counted = Counted(new_id(), AT, AT.date(), CountedKind.PAUSED)
        return Wish(counts.keep(counted), "moment", counted.id, number)

    ways: list[Callable[[], Wish]] = [begin, beat, beat, keep, keep, delete, look_back, count]
    while True:
        number += 1
        yield chance.choice(ways)()


def main() -> None:
    """Write until killed."""
    log = LogWorker(Paths(Path(sys.argv[1])), lambda fault: sys.exit(fault.value))
    log.start()
    under_way: deque[Wish] = deque()
    for wish in wishes(log, random.Random(int(sys.argv[2]))):  # noqa: S311 - what to write next is no secret
        under_way.append(wish)
        if len(under_way) > UNDER_WAY:
            first = under_way.popleft()
            if not first.receipt.wait(PATIENCE_S) or first.receipt.failed:
                raise SystemExit("a write was not saved")
            print(json.dumps(first.said), flush=True)


if __name__ == "__main__":
    main()
