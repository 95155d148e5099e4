"""What a person deletes is in no file of Steady's any more: not in the log, its side file, or the copies of it."""

import shutil
import sqlite3
from datetime import UTC, datetime

import msgspec
import pytest
from tests.store.conftest import PATIENCE_S

from steady.core.record import Draft
from steady.core.remembered import JournalEntry, Words
from steady.store import patience
from steady.store.backup import keep_copy
from steady.store.copies import copies_of, forget_in_copies
from steady.store.ids import new_id
from steady.store.log import SqliteLog
from steady.store.memories import JournalWriter, delete_entry, keep_entry

AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
PRIVATE = "they never wrote back after the party"
LONG = "the long evening at the lake " * 2000
"""More than fits a page of the file, so that it is in several."""


@pytest.fixture
def log(folder, now):
    opened = SqliteLog.open(folder / "steady.db", "0a", now=now)
    yield opened
    opened.close()


@pytest.fixture
def entry():
    return JournalEntry(new_id(), AT, AT.date(), Words(fact=PRIVATE))


def files_with(folder, words):
    return sorted(p.name for p in folder.rglob("*") if p.is_file() and words.encode() in p.read_bytes())


def edit(log, entry, words):
    keep_entry(log, msgspec.structs.replace(entry, words=words))


def test_a_deleted_entry_leaves_the_copies_of_the_log_too(log, folder, entry, now):
    keep_entry(log, entry)
    keep_copy(log, now())
    shutil.copyfile(folder / "steady-replaced-2026-11-22T2107.db", folder / "steady-version-2-2026-11-01T0800.db")
    edit(log, entry, Words(story=LONG))
    keep_copy(log, now())
    assert len(copies_of(log.path)) == len(files_with(folder, PRIVATE)) - 1 == 3
    delete_entry(log, entry.id)
    assert log.is_scrubbed
    assert files_with(folder, PRIVATE) == files_with(folder, LONG[:60]) == []
    for copy in copies_of(log.path):
        with sqlite3.connect(copy) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()


def test_other_entries_stay_in_the_copies(log, folder, entry, now):
    keep_entry(log, entry)
    keep_entry(log, JournalEntry(new_id(), AT, AT.date(), Words(fact="this one stays")))
    copy = keep_copy(log, now())
    delete_entry(log, entry.id)
    assert b"this one stays" in copy.read_bytes()


def test_a_copy_that_holds_nothing_of_it_is_not_written(log, entry, now):
    copy = keep_copy(log, now())
    before = copy.read_bytes()
    keep_entry(log, entry)
    delete_entry(log, entry.id)
    assert copy.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"no log at all " * 1000])
def test_a_file_that_only_has_a_copy_s_name_is_left_alone(log, folder, entry, data):
    other = folder / "steady-version-1-2026.db"
    other.write_bytes(data)
    keep_entry(log, entry)
    delete_entry(log, entry.id)
    assert log.is_scrubbed
    assert other.read_bytes() == data


def test_a_copy_that_is_busy_is_looked_at_again_later(log, entry, now):
    keep_entry(log, entry)
    copy = keep_copy(log, now())
    other = sqlite3.connect(copy, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    delete_entry(log, entry.id)
    assert not log.is_scrubbed
    other.execute("ROLLBACK")
    other.close()
    log.scrub()  # without a name: whatever was ever deleted
    assert log.is_scrubbed
    assert PRIVATE.encode() not in copy.read_bytes()


def test_without_copies_there_is_nothing_to_do(log):
    assert forget_in_copies(log.path, ["entry-1"])


# -- while others read -------------------------------------------------------------------------------------------------


def test_a_reader_that_only_has_the_log_open_keeps_nothing(worker, paths, entry):
    thread = worker()
    journal = JournalWriter(thread)
    assert journal.keep(entry).wait(PATIENCE_S)
    reader = sqlite3.connect(paths.log_file)
    assert reader.execute("SELECT fact FROM journal").fetchone() == (PRIVATE,)
    assert journal.delete(entry.id).wait(PATIENCE_S)
    assert files_with(paths.data_dir, PRIVATE) == []
    reader.close()


def test_words_that_a_reader_still_sees_are_gone_once_it_has_read(worker, paths, entry, faults):
    thread = worker()
    journal = JournalWriter(thread)
    assert journal.keep(entry).wait(PATIENCE_S)
    assert journal.keep(msgspec.structs.replace(entry, words=Words(story=LONG))).wait(PATIENCE_S)
    reader = sqlite3.connect(paths.log_file, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM journal_earlier").fetchone() == (1,)
    assert journal.delete(entry.id).wait(PATIENCE_S)
    assert files_with(paths.data_dir, PRIVATE)
    reader.execute("COMMIT")
    wait_until_scrubbed(thread)
    assert files_with(paths.data_dir, PRIVATE) == files_with(paths.data_dir, LONG[:60]) == []
    reader.close()
    assert faults == []


def test_a_draft_that_was_let_go_is_in_no_file_soon_after(worker, paths):
    thread = worker()
    assert thread.keep_draft(Draft("no-reply-yet", "story", PRIVATE)).wait(PATIENCE_S)
    assert thread.forget_draft("no-reply-yet", "story").wait(PATIENCE_S)
    wait_until_scrubbed(thread)
    assert files_with(paths.data_dir, PRIVATE) == []


def test_what_could_not_be_deleted_from_a_copy_is_deleted_at_the_next_start(worker, paths, entry, now):
    paths.data_dir.mkdir()
    log = SqliteLog.open(paths.log_file, "0a", now=now)
    keep_entry(log, entry)
    copy = keep_copy(log, now())
    away = copy.rename(paths.data_dir.parent / "away.db")
    delete_entry(log, entry.id)
    log.close()
    away.rename(copy)
    worker().close(PATIENCE_S)
    assert files_with(paths.data_dir, PRIVATE) == []


def wait_until_scrubbed(thread):
    """Ask for turns until the log's thread has nothing left to scrub. It scrubs after each; nothing here sleeps."""
    found = []
    for _ in range(1000):
        assert thread.write(("test", "look"), lambda log: found.append(log.is_scrubbed)).wait(PATIENCE_S)
        if found[-1]:
            return
    pytest.fail("the log was never scrubbed")


def test_a_practice_s_row_does_not_wait_for_words_that_are_still_read(worker, paths, entry, record, monkeypatch):
    for name in ("SHORTEST_S", "LONGEST_S"):  # a row that waited for the next try would wait for longer than we do
        monkeypatch.setattr(patience, name, 100 * PATIENCE_S)
    thread = worker()
    journal = JournalWriter(thread)
    assert journal.keep(entry).wait(PATIENCE_S)
    reader = sqlite3.connect(paths.log_file, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM journal").fetchone()
    assert journal.delete(entry.id).wait(PATIENCE_S)
    for _ in range(3):
        assert thread.put(record()).wait(PATIENCE_S)
    reader.execute("COMMIT")
    reader.close()


def test_a_draft_that_was_let_go_leaves_the_copies_too(log, folder, now):
    log.keep_draft(Draft("no-reply-yet", "story", PRIVATE))
    log.keep_draft(Draft("no-reply-yet", "fact", "this one stays"))
    copy = keep_copy(log, now())
    log.forget_draft("no-reply-yet", "story")
    log.scrub()
    assert files_with(folder, PRIVATE) == []
    assert b"this one stays" in copy.read_bytes()
