import sqlite3

import pytest

from steady.core.errors import Fault, LogUnavailable
from steady.store.log import SqliteLog
from steady.store.schema import APPLICATION_ID, EXPORTED, MIGRATIONS, VERSION

MADE_UP = (*MIGRATIONS, ("ALTER TABLE sessions ADD COLUMN weather TEXT", "UPDATE sessions SET weather = 'mild'"))
BROKEN = (*MIGRATIONS, ("ALTER TABLE sessions ADD COLUMN weather TEXT", "UPDATE nowhere SET weather = 'mild'"))


@pytest.fixture
def path(folder):
    return folder / "steady.db"


@pytest.fixture
def old_log(path, record):
    log = SqliteLog.open(path, "0a")
    log.put(record(note="from before"))
    log.close()
    return path


def ask(path, sql):
    connection = sqlite3.connect(path)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


def test_a_new_log_says_whose_it_is_and_which_version_in_the_file_itself(path):
    log = SqliteLog.open(path, "0a")
    header = path.read_bytes()[:100]
    log.close()
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == VERSION


def test_the_names_that_scripts_rely_on_are_columns(path):
    SqliteLog.open(path, "0a").close()
    columns = {row[1] for row in ask(path, "PRAGMA table_info(sessions)")}
    assert set(EXPORTED) <= columns


def test_a_migration_keeps_the_rows_and_a_copy_of_the_log_before_it(old_log, now):
    SqliteLog.open(old_log, "0b", now=now, migrations=MADE_UP).close()
    assert ask(old_log, "SELECT note, weather FROM sessions") == [("from before", "mild")]
    assert ask(old_log, "PRAGMA user_version") == [(VERSION + 1,)]
    kept = old_log.with_name(f"steady-version-{VERSION}-2026-11-22T2107.db")
    assert {p.name for p in old_log.parent.iterdir()} == {old_log.name, kept.name}
    assert ask(kept, "SELECT note FROM sessions") == [("from before",)]
    assert ask(kept, "PRAGMA user_version") == [(VERSION,)]
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_migration_runs_once(old_log):
    SqliteLog.open(old_log, "0b", migrations=MADE_UP).close()
    SqliteLog.open(old_log, "0b", migrations=MADE_UP).close()
    assert len(list(old_log.parent.iterdir())) == 2


def test_a_migration_that_fails_leaves_the_log_as_it_was(old_log):
    with pytest.raises(LogUnavailable) as caught:
        SqliteLog.open(old_log, "0b", migrations=BROKEN)
    assert caught.value.fault is Fault.LOG_UNREADABLE
    assert ask(old_log, "PRAGMA user_version") == [(VERSION,)]
    assert "weather" not in {row[1] for row in ask(old_log, "PRAGMA table_info(sessions)")}
    SqliteLog.open(old_log, "0b").close()


def test_a_copy_that_cannot_be_kept_stops_the_migration(old_log, now):
    # Every name for the copy is taken already.
    stem = f"steady-version-{VERSION}-2026-11-22T2107"
    for number in range(1, 1000):
        (old_log.parent / (f"{stem}.db" if number == 1 else f"{stem}-{number}.db")).touch()
    with pytest.raises(LogUnavailable):
        SqliteLog.open(old_log, "0b", now=now, migrations=MADE_UP)
    assert ask(old_log, "PRAGMA user_version") == [(VERSION,)]
    assert not list(old_log.parent.glob(".steady-*"))


def test_this_steady_leaves_a_migrated_log_alone(old_log):
    SqliteLog.open(old_log, "0b", migrations=MADE_UP).close()
    with pytest.raises(LogUnavailable) as caught:
        SqliteLog.open(old_log, "0b")
    assert caught.value.fault is Fault.LOG_NEWER
