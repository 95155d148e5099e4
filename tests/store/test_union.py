"""Two machines' logs become one: the same whichever is joined with which, and however often."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from tests.store.logs import FIRST, as_file, joined, log_files

from steady.core.events import Outcome
from steady.core.record import Kind
from steady.core.remembered import Checkin, Counted, CountedKind, JournalEntry, Words
from steady.store.contents import contents_of
from steady.store.importing import Import
from steady.store.log import SqliteLog
from steady.store.log_file import LogFile, SessionRow
from steady.store.memories import delete_entry, keep_checkin, keep_counted, keep_entry

quick = settings(max_examples=40, deadline=None)  # each example makes its logs anew


@quick
@given(log_files, log_files)
def test_two_logs_joined_in_either_order_are_the_same_log(one, other):
    assert joined(one, other) == joined(other, one)


@quick
@given(log_files, log_files, log_files)
def test_three_logs_are_the_same_log_however_they_are_grouped(one, two, three):
    assert joined(one, as_file(joined(two, three))) == joined(as_file(joined(one, two)), three)


@quick
@given(log_files, log_files)
def test_twice_is_once(one, other):
    assert joined(one, other, other, one) == joined(one, other)


@quick
@given(log_files)
def test_an_export_of_a_log_is_that_log(file):
    log = joined(file)
    assert joined(as_file(log)) == log


@quick
@given(log_files, log_files)
def test_what_was_deleted_anywhere_is_nowhere(one, other):
    log = joined(one, other)
    gone = {row["id"] for row in log.deleted}
    assert gone == {row.id for file in (one, other) for row in file.deleted}
    for rows in (log.sessions, log.journal, log.moments):
        assert not gone & {row["id"] for row in rows}


@quick
@given(log_files, log_files)
def test_nothing_that_was_written_and_not_deleted_is_lost(one, other):
    log = joined(one, other)
    gone = {row["id"] for row in log.deleted}
    wanted = {row.id for file in (one, other) for row in (*file.sessions, *file.journal, *file.checkins, *file.moments)}
    assert wanted - gone == {
        row["id"] for rows in (log.sessions, log.journal, log.checkins, log.moments) for row in rows
    }
    for entry in (entry for file in (one, other) for entry in file.journal if entry.id not in gone):
        (found,) = [row for row in log.journal if row["id"] == entry.id]
        said = [(row["when"], row["fact"]) for row in (found, *found["earlier"])]
        assert (entry.when, entry.fact) in said
        assert all((before.when, before.fact) in said for before in entry.earlier)


@quick
@given(log_files, log_files)
def test_the_later_edit_stays(one, other):
    log = joined(one, other)
    for row in log.sessions:
        edits = [mine.edited_at for file in (one, other) for mine in file.sessions if mine.id == row["id"]]
        assert datetime.fromisoformat(row["edited_at"]) == max(edits)


# -- on real files -----------------------------------------------------------------------------------------------------


class Machine:
    """A log on a disk, with a wall clock that a test sets."""

    def __init__(self, folder, name):
        self.now = FIRST
        self.log = SqliteLog.open(folder / f"{name}.db", "0a", now=lambda: self.now)

    def later(self, **fields):
        self.now += timedelta(**fields)
        return self

    def keep(self, entry, **words):
        keep_entry(self.log, msgspec.structs.replace(entry, words=Words(**words)))

    def takes_in(self, other):
        brought = Import(as_file(contents_of(other.log.connection)))
        while not brought.go_on(self.log):
            pass
        return brought.united

    @property
    def contents(self):
        return contents_of(self.log.connection)._replace(drafts=())


@pytest.fixture
def two(folder):
    machines = Machine(folder, "one"), Machine(folder, "two")
    yield machines
    for machine in machines:
        machine.log.close()


ENTRY = JournalEntry("entry-1", FIRST, FIRST.date())


def test_two_machines_that_went_apart_come_together(two, record):
    here, there = two
    shared = record(note="from both")
    here.log.put(shared)
    here.keep(ENTRY, fact="no reply", story="they left")
    there.takes_in(here)
    here.later(minutes=1).keep(ENTRY, fact="no reply", story="I don't know yet")
    there.later(minutes=2).keep(ENTRY, fact="they were asleep")
    there.log.put(record(exercise="their-own", outcome=Outcome.STOPPED, ended_at=FIRST))
    keep_checkin(here.log, Checkin(datetime(2026, 11, 16, tzinfo=UTC).date(), FIRST, FIRST.date(), (1,) * 6))
    keep_counted(there.log, Counted("moment-1", FIRST, FIRST.date(), CountedKind.REACHED))
    here.log.forget(shared.id)
    first = here.takes_in(there)
    assert (first.new, first.newer, first.gone) == (2, 1, ())
    second = there.takes_in(here)
    assert (second.new, second.newer, second.gone) == (1, 1, (shared.id,))
    assert here.contents == there.contents
    (entry,) = here.contents.journal
    assert entry["fact"] == "they were asleep"
    assert [row["story"] for row in entry["earlier"]] == ["they left", "I don't know yet"]
    assert here.takes_in(there) == there.takes_in(here) == type(first)()


def test_an_edit_after_the_clock_was_set_back_a_year_is_still_the_later_one(two):
    here, there = two
    here.keep(ENTRY, fact="first")
    there.takes_in(here)
    here.later(days=-365).keep(ENTRY, fact="second")
    there.takes_in(here)
    here.takes_in(there)
    assert [entry["fact"] for machine in two for entry in machine.contents.journal] == ["second", "second"]


def test_what_one_machine_deleted_an_import_does_not_bring_back(two):
    here, there = two
    here.keep(ENTRY, fact="nobody may read this")
    there.takes_in(here)
    delete_entry(here.log, ENTRY.id)
    here.takes_in(there)
    assert here.contents.journal == []
    there.takes_in(here)
    assert there.contents.journal == []
    assert b"nobody may read this" not in there.log.path.read_bytes()
    assert b"nobody may read this" not in there.log.path.with_name("two.db-wal").read_bytes()


def test_a_practice_that_went_on_when_it_was_exported_gets_its_end_from_a_later_export(two, record):
    here, there = two
    one = record()
    here.log.put(one)
    there.takes_in(here)
    assert [row["outcome"] for row in there.contents.sessions] == ["interrupted"]
    here.later(minutes=5).log.put(msgspec.structs.replace(one, breaths=9))
    assert there.takes_in(here).newer == 1
    assert [(row["outcome"], row["breaths"]) for row in there.contents.sessions] == [("interrupted", 9)]


def test_a_join_that_fails_half_way_changes_nothing(two, monkeypatch):
    here, there = two
    here.keep(ENTRY, fact="new")
    before = there.contents
    monkeypatch.setattr("steady.store.union._entry", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        there.takes_in(here)
    assert there.contents == before


def test_a_zone_s_name_is_better_than_an_offset():
    def row(tz):
        session = SessionRow("a", FIRST, FIRST.date(), tz, "hum", Kind.BREATHING, 1.0, FIRST, "0.1.0")
        return LogFile("steady-log", 1, (session,))

    for files in (("+01:00", "Europe/Paris"), ("Europe/Paris", "+01:00")):
        assert joined(*map(row, files)).sessions[0]["tz"] == "Europe/Paris"
