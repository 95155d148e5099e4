"""A journal, weekly signs, counts and a reader of all of it, in memory; answers come at once, on this thread."""

from datetime import date

import msgspec

from steady.core.ports import Told
from steady.core.progress.facts import Facts
from steady.core.record import SessionRecord
from steady.core.remembered import Checkin, Counted, EarlierWords, JournalEntry
from steady.ui.memories import Memories
from tests.memory_log import Kept, MemoryLog


class MemoryJournal:
    def __init__(self, clock) -> None:
        self._clock = clock
        self.entries: dict[str, JournalEntry] = {}
        self.earlier: dict[str, list[EarlierWords]] = {}
        self.disk_is_full = False

    def keep(self, entry: JournalEntry) -> Kept:
        kept = Kept(done=True)
        if self.disk_is_full:
            kept.fail()
            return kept
        before = self.entries.get(entry.id)
        if before is not None and before.words != entry.words:
            self.earlier.setdefault(entry.id, []).insert(0, EarlierWords(before.edited_at, before.words))
        self.entries[entry.id] = msgspec.structs.replace(entry, edited_at=self._clock.now())
        return kept

    def delete(self, entry_id: str) -> Kept:
        self.entries.pop(entry_id, None)
        self.earlier.pop(entry_id, None)
        return Kept(done=True)


class MemoryCheckins:
    def __init__(self) -> None:
        self.weeks: dict[date, Checkin] = {}

    def keep(self, checkin: Checkin) -> Kept:
        self.weeks[checkin.week] = checkin
        return Kept(done=True)


class MemoryCounts:
    def __init__(self) -> None:
        self.all: dict[str, Counted] = {}

    def keep(self, counted: Counted) -> Kept:
        self.all[counted.id] = counted
        return Kept(done=True)

    def forget(self, counted_id: str) -> Kept:
        self.all.pop(counted_id, None)
        return Kept(done=True)


class MemoryReader:
    """Answers as the real reader does, from what was put in memory."""

    def __init__(self, log: MemoryLog, journal: MemoryJournal, checkins: MemoryCheckins, counts: MemoryCounts) -> None:
        self._log, self._journal, self._checkins, self._counts = log, journal, checkins, counts
        self.is_unreadable = False
        self.unread = 0
        """How many rows it says could not be read."""
        self.counted = Facts()
        """What it says that the log counts; tests of progress fill it."""

    def ask(self, query, then) -> None:
        then(None if self.is_unreadable else query(self))

    def sessions(self, since: date, until: date) -> list[SessionRecord]:
        newest = {record.id: record for record in self._log.puts}
        return [r for r in newest.values() if since <= (r.day or r.started_at.date()) <= until]

    def session(self, session_id: str) -> SessionRecord | None:
        return next((record for record in reversed(self._log.puts) if record.id == session_id), None)

    def journal(self) -> list[JournalEntry]:
        return sorted(self._journal.entries.values(), key=lambda entry: entry.id, reverse=True)

    def left_out(self) -> int:
        return self.unread

    def entry_count(self) -> int:
        return len(self._journal.entries)

    def earlier(self, entry_id: str) -> list[EarlierWords]:
        return self._journal.earlier.get(entry_id, [])

    def checkins(self) -> list[Checkin]:
        return sorted(self._checkins.weeks.values(), key=lambda checkin: checkin.week, reverse=True)

    def counts(self) -> list[Counted]:
        return list(self._counts.all.values())

    def facts(self, since: date | None, until: date | None) -> Facts:
        return self.counted


class MemoryTransfer:
    """Remembers what was asked for, and tells at once what a test has it tell."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.told = Told(is_done=True, sentence="It is done.")

    def export(self, target: str, then) -> None:
        self._ask("export", target, then)

    def import_(self, source: str, then) -> None:
        self._ask("import", source, then)

    def backup(self, target: str, then) -> None:
        self._ask("backup", target, then)

    def restore(self, source: str, then) -> None:
        self._ask("restore", source, then)

    def erase(self, then) -> None:
        self._ask("erase", "", then)

    def _ask(self, what: str, path: str, then) -> None:
        self.asked.append((what, path))
        then(self.told)


def memories_of(log: MemoryLog, clock) -> Memories:
    journal, checkins, counts = MemoryJournal(clock), MemoryCheckins(), MemoryCounts()
    return Memories(journal, checkins, counts, MemoryReader(log, journal, checkins, counts), MemoryTransfer())
