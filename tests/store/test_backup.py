"""A whole copy of the log, and the log as it was in one: what was there before is kept, and nothing is ever half."""

import shutil
import sqlite3
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unwritable import UNWRITABLE, needs_unwritable

from steady.core.errors import Fault, InputError, LogUnavailable
from steady.core.record import Draft
from steady.core.remembered import JournalEntry, Words
from steady.store import backup
from steady.store.backup import back_up, restore
from steady.store.contents import read
from steady.store.log import SqliteLog
from steady.store.memories import keep_entry
from steady.store.paths import Paths

FIXTURE = Path(__file__).parent / "fixtures" / "steady-v1.db"
AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


@pytest.fixture
def paths(folder):
    made = Paths(folder / "data")
    made.data_dir.mkdir()
    return made


@pytest.fixture
def log(paths, now):
    opened = SqliteLog.open(paths.log_file, "0a", now=now)
    yield opened
    opened.close()


@pytest.fixture
def target(folder):
    return folder / "copy.db"


@pytest.fixture
def full(log, record):
    """Return a log with something in it of each kind."""
    log.put(record(note="quieter"))
    keep_entry(log, JournalEntry("entry-1", AT, AT.date(), Words(fact="no reply")))
    log.keep_draft(Draft("no-reply-yet", "story", "half a thou"))
    return log


def names(folder):
    return sorted(path.name for path in folder.iterdir())


# -- backup ------------------------------------------------------------------------------------------------------------


def test_a_backup_has_all_that_the_log_has_in_one_private_file(full, paths, target, folder):
    back_up(paths, target)
    assert read(target) == read(paths.log_file)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert names(folder) == ["copy.db", "data"]
    assert target.read_bytes()[18:20] == b"\x01\x01"  # no side file is needed to read it


def test_a_backup_is_made_while_another_writes(full, paths, target, record):
    full.connection.execute("BEGIN IMMEDIATE")
    full.connection.execute("DELETE FROM sessions")
    back_up(paths, target)
    full.connection.execute("ROLLBACK")
    assert len(read(target).sessions) == 1


def test_a_backup_before_there_is_a_log_is_an_empty_one(paths, target):
    back_up(paths, target)
    assert not any(read(target))
    assert not paths.log_file.exists()


def test_a_backup_of_an_older_log_is_brought_up_to_date_and_the_log_is_not_touched(paths, target):
    shutil.copyfile(FIXTURE, paths.log_file)
    back_up(paths, target)
    assert len(read(target).sessions) == 4
    assert paths.log_file.read_bytes() == FIXTURE.read_bytes()


def test_a_backup_takes_an_older_one_s_place_whole_or_not_at_all(full, paths, target, monkeypatch):
    back_up(paths, target)
    before = target.read_bytes()
    full.forget("nothing")

    def fails(source, aside):
        aside.write_bytes(b"half")
        raise sqlite3.OperationalError

    monkeypatch.setattr(backup, "_copy", fails)
    with pytest.raises(InputError, match="can't be written"):
        back_up(paths, target)
    assert target.read_bytes() == before
    assert names(target.parent) == ["copy.db", "data"]


def test_a_backup_is_not_written_over_what_steady_has_open(full, paths):
    before = read(paths.log_file)
    for ours in paths.in_use:
        with pytest.raises(InputError, match=r"keeps its own things|can't be written"):
            back_up(paths, ours)
    assert read(paths.log_file) == before


@needs_unwritable
def test_a_place_where_nobody_may_write_is_the_target_s_fault(full, paths, folder):
    for target in (UNWRITABLE / "copy.db", folder / "missing" / "copy.db"):
        with pytest.raises(InputError, match="can't be written"):
            back_up(paths, target)


def test_a_full_disk_is_said_to_be_full(full, paths, target, monkeypatch):
    def fills_up(_source, copy):
        copy.execute("PRAGMA max_page_count = 1")
        copy.execute("CREATE TABLE more (than, fits)")

    target.write_bytes(b"from before")
    monkeypatch.setattr(backup, "_copy_pages", fills_up)
    with pytest.raises(InputError, match=r"the disk is full there, so this file was not written"):
        back_up(paths, target)
    assert target.read_bytes() == b"from before"
    assert [path.name for path in target.parent.iterdir() if path.name.startswith(".steady")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_backup_to_a_link_is_written_where_the_link_leads(full, paths, folder):
    link, real = folder / "link.db", folder / "real.db"
    link.symlink_to(real)
    back_up(paths, link)
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert read(real) == read(paths.log_file)


def test_a_log_that_cannot_be_read_is_not_backed_up(paths, target):
    paths.log_file.write_bytes(b"no log " * 1000)
    with pytest.raises(LogUnavailable) as caught:
        back_up(paths, target)
    assert caught.value.fault is Fault.LOG_CORRUPT
    assert not target.exists()


# -- restore -----------------------------------------------------------------------------------------------------------


def test_a_restored_log_is_what_it_was_and_what_was_there_is_kept(full, paths, target, record, now):
    back_up(paths, target)
    then = read(paths.log_file)
    full.put(record(note="after the copy"))
    full.forget_draft("no-reply-yet", "story")
    later = read(paths.log_file)
    kept = restore(full, target, now())
    assert read(paths.log_file) == then
    assert kept.name == "steady-replaced-2026-11-22T2107.db"
    assert read(kept) == later
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [draft.text for draft in full.drafts()] == ["half a thou"]
    full.put(record())  # the log that is open goes on
    assert len(read(paths.log_file).sessions) == 2
    assert [path for path in names(paths.data_dir) if path.endswith(".tmp")] == []


def test_a_restore_can_itself_be_taken_back(full, paths, target, record, now):
    back_up(paths, target)
    full.put(record(note="after the copy"))
    later = read(paths.log_file)
    restore(full, restore(full, target, now()), now())
    assert read(paths.log_file) == later


def test_another_process_sees_the_one_log_or_the_other(full, paths, target, record, now):
    back_up(paths, target)
    full.put(record())
    other = sqlite3.connect(paths.log_file, isolation_level=None)
    other.execute("BEGIN")
    count = "SELECT count(*) FROM sessions"
    assert other.execute(count).fetchone() == (2,)
    restore(full, target, now())
    assert other.execute(count).fetchone() == (2,)
    other.execute("COMMIT")
    assert other.execute(count).fetchone() == (1,)
    other.close()


def test_a_copy_of_an_older_version_is_brought_up_to_date_and_stays_as_it_is(log, paths, folder, now):
    older = shutil.copyfile(FIXTURE, folder / "older.db")
    restore(log, older, now())
    assert len(read(paths.log_file).sessions) == 4
    assert older.read_bytes() == FIXTURE.read_bytes()
    assert log.connection.execute("PRAGMA user_version").fetchone() == (2,)


def changed(path, script):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(script)
    connection.close()


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("PRAGMA user_version = 99", "newer Steady"),
        ("PRAGMA application_id = 7", "no copy of a log"),
        ("DROP TABLE journal", "no copy of a log"),
        ("CREATE TRIGGER t AFTER INSERT ON sessions BEGIN DELETE FROM journal; END", "no copy of a log"),
        ("PRAGMA page_size = 1024; VACUUM", "no copy of a log"),
    ],
)
def test_a_copy_that_is_not_ours_is_told_and_nothing_changes(full, paths, target, script, sentence, now):
    back_up(paths, target)
    changed(target, script)
    before, theirs = read(paths.log_file), target.read_bytes()
    with pytest.raises(InputError, match=sentence):
        restore(full, target, now())
    assert read(paths.log_file) == before
    assert target.read_bytes() == theirs
    assert not list(paths.data_dir.glob("steady-replaced-*"))


def test_a_damaged_copy_is_told_and_nothing_changes(full, paths, target, record, now):
    for _ in range(100):
        full.put(record(note="x" * 200))
    back_up(paths, target)
    data = bytearray(target.read_bytes())
    data[3 * 4096 : 6 * 4096] = b"\xa5" * (3 * 4096)
    target.write_bytes(data)
    before = read(paths.log_file)
    with pytest.raises(InputError, match=r"copy is damaged|no copy of a log"):
        restore(full, target, now())
    assert read(paths.log_file) == before


@pytest.mark.parametrize("data", [b"", b"no log at all " * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_log_is_told(full, target, data, now):
    target.write_bytes(data)
    with pytest.raises(InputError, match=r"no copy of a log|damaged"):
        restore(full, target, now())
    assert target.read_bytes() == data


def test_a_file_that_is_not_there_a_folder_and_one_too_large_are_told(full, folder, target, monkeypatch, now):
    with pytest.raises(InputError, match="no such file"):
        restore(full, folder / "missing.db", now())
    with pytest.raises(InputError, match="can't be read"):
        restore(full, folder, now())
    monkeypatch.setattr(backup, "LIMIT_BYTES", 10)
    target.write_bytes(b"x" * 11)
    with pytest.raises(InputError, match="too large"):
        restore(full, target, now())


def test_a_log_that_another_writes_for_long_is_told_as_busy_and_stays(full, paths, target, monkeypatch, now):
    back_up(paths, target)
    monkeypatch.setattr(backup, "PATIENCE_S", 0.0)
    other = sqlite3.connect(paths.log_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = read(paths.log_file)
    with pytest.raises(LogUnavailable) as caught:
        restore(full, target, now())
    assert caught.value.fault is Fault.LOG_LOCKED
    other.execute("ROLLBACK")
    other.close()
    assert read(paths.log_file) == before


def test_going_back_to_a_copy_leaves_no_file_beside_it(full, paths, target, now):
    back_up(paths, target)
    with sqlite3.connect(target) as copy:
        copy.execute("PRAGMA journal_mode = WAL")
    copy.close()
    before = target.read_bytes()
    restore(full, target, now())
    assert [name for name in names(target.parent) if name.startswith(target.name)] == [target.name]
    assert target.read_bytes() == before
