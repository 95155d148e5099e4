import sqlite3

import pytest

from steady.core.errors import Fault, LogUnavailable
from steady.store.locks import Lock
from steady.store.log import SqliteLog
from steady.store.salvage import set_aside


@pytest.fixture
def path(folder):
    return folder / "steady.db"


def names(path):
    return {p.name for p in path.parent.iterdir()}


def test_a_corrupt_log_and_its_side_files_are_moved_aside_with_their_date(path, now):
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_bytes(b"broken" + suffix.encode())
    kept = set_aside(path, now())
    assert kept.name == "steady-corrupt-2026-11-22T2107.db"
    assert names(path) == {kept.name, f"{kept.name}-wal", f"{kept.name}-shm"}
    assert kept.read_bytes() == b"broken"
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"broken-wal"


def test_an_earlier_corrupt_log_of_the_same_minute_is_never_overwritten(path, now):
    path.write_bytes(b"first")
    set_aside(path, now())
    path.write_bytes(b"second")
    assert set_aside(path, now()).name == "steady-corrupt-2026-11-22T2107-2.db"
    assert path.with_name("steady-corrupt-2026-11-22T2107.db").read_bytes() == b"first"


def test_a_sound_log_stays_where_it_is(path, now, record):
    log = SqliteLog.open(path, "0a")
    log.put(record())
    assert set_aside(path, now()) is None
    log.close()
    assert names(path) == {"steady.db"}


def test_a_log_that_is_gone_is_no_reason_to_make_one(path, now):
    assert set_aside(path, now()) is None
    assert names(path) == set()


def test_a_damaged_page_in_the_middle_is_found(path, now, record):
    log = SqliteLog.open(path, "0a")
    for _ in range(200):
        log.put(record(note="x" * 200))
    log.close()
    data = bytearray(path.read_bytes())
    data[8192:12288] = b"\xa5" * 4096
    path.write_bytes(data)
    assert set_aside(path, now()) is not None


def test_while_another_process_is_at_it_the_log_counts_as_locked(path, now):
    path.write_bytes(b"broken")
    other = Lock(path.with_name("salvage.lock"))
    assert other.hold()
    with pytest.raises(LogUnavailable) as caught:
        set_aside(path, now())
    assert caught.value.fault is Fault.LOG_LOCKED
    other.release()
    assert set_aside(path, now()) is not None


def test_a_locked_log_is_not_taken_for_corrupt(path, now):
    SqliteLog.open(path, "0a").close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("DELETE FROM drafts")
    with pytest.raises(LogUnavailable) as caught:
        set_aside(path, now())
    assert caught.value.fault is Fault.LOG_LOCKED
    other.close()
    assert path.exists()
