"""Deleting all of the log leaves nothing of it in any file of Steady's, and a log that goes on."""

import sqlite3
import threading
from datetime import UTC, datetime

import pytest
from tests.store.conftest import PATIENCE_S

from steady.core.errors import LogUnavailable
from steady.core.record import Draft
from steady.core.remembered import JournalEntry, Words
from steady.store.backup import keep_copy
from steady.store.columns import TABLES
from steady.store.contents import read
from steady.store.erasing import erase
from steady.store.log import SqliteLog
from steady.store.memories import JournalWriter, delete_entry, keep_entry
from steady.store.transfers import LogTransfer, Moves, WorkersLog

AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
PRIVATE = "they never wrote back after the party"


@pytest.fixture
def log(folder, now, record):
    opened = SqliteLog.open(folder / "steady.db", "0a", now=now)
    opened.put(record(note=PRIVATE))
    keep_entry(opened, JournalEntry("entry-1", AT, AT.date(), Words(fact=PRIVATE)))
    keep_entry(opened, JournalEntry("entry-1", AT, AT.date(), Words(fact="other words")))
    keep_entry(opened, JournalEntry("entry-2", AT, AT.date()))
    delete_entry(opened, "entry-2")
    opened.keep_draft(Draft("no-reply-yet", "story", PRIVATE))
    yield opened
    opened.close()


def files_with(folder, words):
    return sorted(p.name for p in folder.rglob("*") if p.is_file() and words.encode() in p.read_bytes())


def test_nothing_of_it_is_left_anywhere(log, folder, now):
    keep_copy(log, now())
    (folder / "steady-corrupt-2026-01-01T0800.db").write_text(PRIVATE * 100_000)
    (folder / "steady-corrupt-2026-01-01T0800.db-wal").write_text(PRIVATE)
    (folder / "settings.json").write_text("{}")
    assert len(files_with(folder, PRIVATE)) >= 4
    erase(log)
    assert files_with(folder, PRIVATE) == files_with(folder, "entry-2") == []
    assert sorted(p.name for p in folder.iterdir()) == ["settings.json", "steady.db", "steady.db-shm", "steady.db-wal"]
    assert not any(read(log.path))


def test_every_table_of_the_log_is_emptied(log):
    with sqlite3.connect(log.path) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    assert names == set(TABLES)


def test_the_log_goes_on_afterwards(log, record):
    erase(log)
    erase(log)
    log.put(record())
    assert len(read(log.path).sessions) == 1


def test_a_log_that_is_busy_is_told_and_can_be_erased_later(log):
    other = sqlite3.connect(log.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LogUnavailable):
        erase(log)
    other.execute("ROLLBACK")
    other.close()
    erase(log)
    assert not any(read(log.path))


def test_in_a_window_half_written_words_go_too(worker, paths, record):
    thread = worker()
    transfer = LogTransfer(Moves(paths, WorkersLog(thread)))
    thread.put(record(note=PRIVATE))
    thread.keep_draft(Draft("no-reply-yet", "story", PRIVATE))
    JournalWriter(thread).keep(JournalEntry("entry-1", AT, AT.date(), Words(fact=PRIVATE)))
    told, heard = [], threading.Event()
    transfer.erase(lambda answer: (told.append(answer), heard.set()))
    assert heard.wait(PATIENCE_S)
    assert told[0].is_done
    assert "deleted" in told[0].sentence
    assert thread.drafts("no-reply-yet") == []
    thread.close(PATIENCE_S)
    assert transfer.close(PATIENCE_S)
    assert files_with(paths.data_dir, PRIVATE) == []
