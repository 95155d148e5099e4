import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from steady.core.errors import Fault, LogUnavailable
from steady.store.columns import SESSIONS
from steady.store.log import SqliteLog
from steady.store.schema import APPLICATION_ID, MIGRATIONS, VERSION

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
    assert set(SESSIONS) <= columns


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


# -- logs of older versions --------------------------------------------------------------------------------------------

FIXTURES = Path(__file__).parent / "fixtures"
OLDER = range(1, VERSION)


def fixture(version):
    return FIXTURES / f"steady-v{version}.db"


def tables(path):
    return [name for (name,) in ask(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]


def held(path, table, columns):
    return ask(path, f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2")  # noqa: S608 - our own names


def columns_of(path, table):
    return [f'"{row[1]}"' for row in ask(path, f"PRAGMA table_info({table})")]


def test_every_older_version_has_a_log_that_was_written_by_it_with_something_in_each_table():
    for version in OLDER:
        path = fixture(version)
        assert ask(path, "PRAGMA user_version") == [(version,)]
        assert all(held(path, table, ["*"]) for table in tables(path))


@pytest.mark.parametrize("version", OLDER)
def test_a_log_of_an_older_version_loses_nothing_and_is_then_like_a_new_one(path, folder, version, now):
    shutil.copyfile(fixture(version), path)
    SqliteLog.open(path, "0b", now=now).close()
    for table in tables(fixture(version)):
        columns = columns_of(fixture(version), table)
        assert held(path, table, columns) == held(fixture(version), table, columns)
    new = folder / "new.db"
    SqliteLog.open(new, "0b").close()
    shape = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2"
    assert ask(path, shape) == ask(new, shape)
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    (kept,) = folder.glob("steady-version-*.db")
    assert held(kept, "sessions", ["*"]) == held(fixture(version), "sessions", ["*"])
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_rows_that_are_still_in_the_side_file_are_migrated_and_in_the_copy(path, folder, now):
    shutil.copyfile(fixture(1), path)
    writing = sqlite3.connect(path, isolation_level=None)
    writing.execute("PRAGMA journal_mode = WAL")
    writing.execute("UPDATE sessions SET note = 'in the side file only'")
    for side in ("", "-wal"):  # as a crash would leave them
        shutil.copyfile(f"{path}{side}", f"{path}{side}.crashed")
    writing.close()
    for side in ("", "-wal"):
        Path(f"{path}{side}.crashed").replace(f"{path}{side}")
    assert b"in the side file only" not in path.read_bytes()
    SqliteLog.open(path, "0b", now=now).close()
    (kept,) = folder.glob("steady-version-*.db")
    for each in (path, kept):
        assert ask(each, "SELECT DISTINCT note FROM sessions") == [("in the side file only",)]


def test_a_newer_log_whose_side_file_alone_says_so_is_not_touched(path):
    log = SqliteLog.open(path, "0a")
    log.close()
    writing = sqlite3.connect(path, isolation_level=None)
    writing.execute("PRAGMA user_version = 99")
    for side in ("", "-wal"):
        shutil.copyfile(f"{path}{side}", f"{path}{side}.crashed")
    writing.close()
    for side in ("", "-wal"):
        Path(f"{path}{side}.crashed").replace(f"{path}{side}")
    before = path.read_bytes(), path.with_name("steady.db-wal").read_bytes()
    with pytest.raises(LogUnavailable) as caught:
        SqliteLog.open(path, "0b")
    assert caught.value.fault is Fault.LOG_NEWER
    assert (path.read_bytes(), path.with_name("steady.db-wal").read_bytes()) == before
