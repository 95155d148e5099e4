import contextlib
import sqlite3
import threading
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from tests.store.conftest import PATIENCE_S
from tests.unwritable import UNWRITABLE, needs_unwritable

from steady.core.errors import Fault
from steady.core.record import Felt, Ratings
from steady.core.remembered import Checkin, Counted, CountedKind, JournalEntry, Words
from steady.store.ids import new_id
from steady.store.memories import CheckinWriter, CountsWriter, JournalWriter
from steady.store.paths import Paths
from steady.store.reader import ReaderThread
from steady.store.worker import LogWorker

AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
PRIVATE = "they never wrote back after the party"


def entry(**fields):
    given = {"id": new_id(), "written_at": AT, "day": AT.date(), "words": Words(fact=PRIVATE, story="I was too much")}
    return JournalEntry(**(given | fields))


@pytest.fixture
def reader(worker, paths, faults):
    log = worker()
    made = ReaderThread(paths.log_file, log.wait_for_writes, faults, rest_s=0.0)
    made.log = log

    def read(query):
        answered, answers = threading.Event(), []
        made.ask(query, lambda answer: (answers.append(answer), answered.set()))
        assert answered.wait(PATIENCE_S)
        return answers[0]

    made.read = read
    yield made
    assert made.close(PATIENCE_S)


def files_with(paths, words):
    return [path.name for path in paths.data_dir.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


# -- practices ---------------------------------------------------------------------------------------------------------


def test_a_practice_is_read_as_it_was_put(reader, record):
    one = record(
        note="quieter",
        day=date(2026, 11, 21),
        ratings=Ratings(before=7, after=4),
        felt=Felt.EASIER,
        use_again=True,
        triggers=("no-reply", "the party"),
        pulled_to=("check-phone",),
    )
    reader.log.put(one)
    assert reader.read(lambda log: log.session(one.id)) == one
    assert reader.read(lambda log: log.sessions(date(2026, 11, 21), date(2026, 11, 21))) == [one]
    assert reader.read(lambda log: log.sessions(date(2026, 11, 22), date(2026, 11, 30))) == []


def test_a_practice_that_is_forgotten_is_nowhere_and_stays_so(reader, record, paths):
    one = record(note=PRIVATE)
    assert reader.log.put(one).wait(PATIENCE_S)
    receipt = reader.log.forget(one.id)
    late = reader.log.put(one)
    assert receipt.wait(PATIENCE_S)
    assert late.done
    assert late.failed
    assert reader.read(lambda log: log.session(one.id)) is None
    assert files_with(paths, PRIVATE) == []


def test_a_practice_that_another_process_forgot_is_not_put_again(reader, record, paths, faults):
    one = record(note=PRIVATE)
    assert reader.log.put(one).wait(PATIENCE_S)
    other = LogWorker(paths, faults)
    other.start()
    assert other.forget(one.id).wait(PATIENCE_S)
    other.close(PATIENCE_S)
    assert reader.log.put(one).wait(PATIENCE_S)
    assert reader.read(lambda log: log.session(one.id)) is None


def test_a_practice_that_was_never_on_disk_leaves_no_mark(reader, paths):
    assert reader.log.forget(new_id()).wait(PATIENCE_S)
    connection = sqlite3.connect(paths.log_file)
    assert connection.execute("SELECT count(*) FROM deleted").fetchone() == (0,)
    connection.close()


# -- the journal -------------------------------------------------------------------------------------------------------


def test_an_entry_is_read_as_it_was_kept(reader):
    one = entry(triggers=("space",), session=new_id())
    receipt = JournalWriter(reader.log).keep(one)
    [found] = reader.read(lambda log: log.journal())
    assert receipt.done
    assert not receipt.failed
    assert msgspec.structs.replace(found, edited_at=None) == one


def test_the_newest_entry_comes_first(reader):
    journal = JournalWriter(reader.log)
    older, newer = sorted((entry(), entry()), key=lambda one: one.id)
    journal.keep(newer)
    journal.keep(older)
    assert [one.id for one in reader.read(lambda log: log.journal())] == [newer.id, older.id]
    assert reader.read(lambda log: log.entry_count()) == 2


def test_an_edited_entry_keeps_what_it_said_before(reader):
    journal = JournalWriter(reader.log)
    one = entry()
    assert journal.keep(one).wait(PATIENCE_S)
    assert journal.keep(msgspec.structs.replace(one, words=Words(fact="they wrote"))).wait(PATIENCE_S)
    assert journal.keep(msgspec.structs.replace(one, words=Words(fact="they wrote"))).wait(PATIENCE_S)
    [found] = reader.read(lambda log: log.journal())
    assert found.words == Words(fact="they wrote")
    assert [earlier.words for earlier in reader.read(lambda log: log.earlier(one.id))] == [one.words]


def test_a_deleted_entry_is_in_no_file_and_leaves_its_id_and_the_time(reader, paths):
    journal = JournalWriter(reader.log)
    one = entry()
    journal.keep(one).wait(PATIENCE_S)
    journal.keep(msgspec.structs.replace(one, words=Words(need="a walk by the river"))).wait(PATIENCE_S)
    assert reader.read(lambda log: len(log.earlier(one.id))) == 1
    assert files_with(paths, PRIVATE)  # so that the search itself is known to find things
    assert journal.delete(one.id).wait(PATIENCE_S)
    assert files_with(paths, PRIVATE) == files_with(paths, "river") == []
    connection = sqlite3.connect(paths.log_file)
    [(row_id, deleted_at)] = connection.execute("SELECT * FROM deleted").fetchall()
    connection.close()
    assert row_id == one.id
    assert datetime.fromisoformat(deleted_at).tzinfo


def test_what_was_deleted_is_not_kept_again(reader):
    journal = JournalWriter(reader.log)
    one = entry()
    journal.keep(one).wait(PATIENCE_S)
    journal.delete(one.id).wait(PATIENCE_S)
    journal.keep(one).wait(PATIENCE_S)
    assert reader.read(lambda log: log.journal()) == []


# -- weekly signs and counts -------------------------------------------------------------------------------------------


def test_a_week_is_looked_at_once_and_can_be_changed(reader):
    checkins = CheckinWriter(reader.log)
    week = date(2026, 11, 16)
    checkins.keep(Checkin(week, AT, AT.date(), (0, 4, "none", None, 2, 1)))
    later = Checkin(week, AT + timedelta(days=9), date(2026, 12, 1), (1, 4, "none", 3, 2, 1))
    checkins.keep(later)
    assert reader.read(lambda log: log.checkins()) == [later]


def test_what_is_counted_is_counted_once(reader):
    counts = CountsWriter(reader.log)
    paused = Counted(new_id(), AT, AT.date(), CountedKind.PAUSED, session=new_id())
    reached = Counted(new_id(), AT, AT.date(), CountedKind.REACHED)
    for one in (paused, reached, paused):
        counts.keep(one)
    assert reader.read(lambda log: log.counts()) == sorted((paused, reached), key=lambda one: one.id)


def test_what_was_counted_for_a_practice_goes_with_it_also_after_a_restart_and_stays_away(reader, record, paths):
    one = record()
    reader.log.put(one)
    counts = CountsWriter(reader.log)
    paused = Counted(new_id(), AT, AT.date(), CountedKind.PAUSED, session=one.id)
    elsewhere = Counted(new_id(), AT, AT.date(), CountedKind.REACHED)
    for each in (paused, elsewhere):
        assert counts.keep(each).wait(PATIENCE_S)
    assert reader.log.forget(one.id).wait(PATIENCE_S)
    assert reader.read(lambda log: log.counts()) == [elsewhere]
    with contextlib.closing(sqlite3.connect(paths.log_file)) as connection:
        marks = {row_id for (row_id,) in connection.execute("SELECT id FROM deleted")}
    assert marks == {one.id, paused.id}


# -- faults ------------------------------------------------------------------------------------------------------------


def test_what_is_not_on_disk_is_not_called_saved(worker, paths):
    paths.data_dir.mkdir(parents=True)
    connection = sqlite3.connect(paths.log_file)
    connection.execute("CREATE TABLE another_programs (id)")
    connection.close()
    receipt = JournalWriter(worker()).keep(entry())
    assert receipt.wait(PATIENCE_S)
    assert receipt.failed
    assert files_with(paths, PRIVATE) == []


def _deletes_an_entry(log):
    return JournalWriter(log).delete("entry-1")


def _keeps_an_entry(log):
    return JournalWriter(log).keep(entry(id="entry-2", words=Words(story="x" * 100_000)))


def _edits_an_entry(log):
    return JournalWriter(log).keep(entry(id="entry-1", words=Words(story="x" * 100_000)))


def _keeps_a_week(log):
    return CheckinWriter(log).keep(Checkin(date(2026, 11, 16), AT, AT.date(), (1,) * 6))


def _counts(log):
    return CountsWriter(log).keep(Counted("moment-1", AT, AT.date(), CountedKind.REACHED))


def _forgets(log):
    return log.forget("practice-1")


WRITES = [_keeps_an_entry, _edits_an_entry, _deletes_an_entry, _keeps_a_week, _counts, _forgets]


@pytest.fixture
def begun(worker, record):
    """Return a worker whose log has a practice and an entry."""
    log = worker()
    assert log.put(record(id="practice-1")).wait(PATIENCE_S)
    assert JournalWriter(log).keep(entry(id="entry-1")).wait(PATIENCE_S)
    return log


def held(paths):
    with contextlib.closing(sqlite3.connect(paths.log_file)) as connection:
        tables = ("sessions", "journal", "journal_earlier", "checkins", "moments", "deleted")
        return [connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables]  # noqa: S608


@pytest.mark.parametrize("write", WRITES)
def test_a_write_that_another_process_keeps_waiting_is_saved_once_it_lets_go(begun, paths, faults, write):
    before = held(paths)
    other = sqlite3.connect(paths.log_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    receipt = write(begun)
    assert faults.wait_for(Fault.LOG_LOCKED)
    assert not receipt.done
    other.execute("ROLLBACK")
    other.close()
    assert receipt.wait(PATIENCE_S)
    assert not receipt.failed
    assert held(paths) != before


FULL = [_keeps_an_entry, _edits_an_entry]
"""What needs more room than a full disk has. A deletion and a small row find room in the file as it is."""


@pytest.mark.parametrize("write", FULL)
def test_a_write_that_a_full_disk_refuses_is_not_called_saved_and_comes_once_there_is_room(
    begun, paths, faults, write, record
):
    before = held(paths)

    def fill(log):
        pages = log.connection.execute("PRAGMA page_count").fetchone()[0]
        log.connection.execute(f"PRAGMA max_page_count = {pages}")

    assert begun.write(("test", "fill"), fill).wait(PATIENCE_S)
    receipt = write(begun)
    assert receipt.wait(PATIENCE_S)
    assert receipt.failed
    assert faults == [Fault.DISK_FULL]
    assert held(paths) == before
    # The log is opened anew at the next turn, without the limit that stands for a full disk here.
    assert begun.put(record(id="practice-2")).wait(PATIENCE_S)
    begun.wait_for_writes(PATIENCE_S)
    assert len(held(paths)[1]) + len(held(paths)[2]) == 2


@needs_unwritable
@pytest.mark.parametrize("write", WRITES)
def test_a_write_where_nobody_may_write_is_not_called_saved(faults, write):
    log = LogWorker(Paths(UNWRITABLE / "steady"), faults)
    log.start()
    receipt = write(log)
    assert receipt.wait(PATIENCE_S)
    assert receipt.failed
    assert faults == [Fault.READ_ONLY]
    assert log.close(PATIENCE_S)


def test_a_write_that_comes_after_the_end_is_not_called_saved(begun):
    begun.close(PATIENCE_S)
    receipt = _counts(begun)
    assert receipt.done
    assert receipt.failed
