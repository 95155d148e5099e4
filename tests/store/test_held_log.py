"""The log is settled once the start is over, and begun anew where it is gone or cannot be read."""

import sqlite3
import stat
import sys
from datetime import timedelta, timezone

import msgspec
import pytest
from tests.store.rows import column, outcomes

from steady.core.errors import Fault
from steady.core.events import Outcome
from steady.store.log import SqliteLog
from steady.store.values import offset_of
from steady.store.zone import zone_name

PATIENCE_S = 20.0


def test_rows_of_the_dead_are_ended_after_our_own_row_is_written(worker, paths, record):
    paths.data_dir.mkdir()
    dead = record(beat_at=record().started_at + timedelta(seconds=55))
    log = SqliteLog.open(paths.log_file, "0a")
    log.put(dead)
    log.close()
    mine = record()
    thread, _ = worker(put=[mine])
    thread.close(PATIENCE_S)
    assert outcomes(paths.log_file) == {dead.id: "interrupted", mine.id: None}
    assert column(paths.log_file, "ended_at")[0] == "2026-11-22T21:08:00.250+01:00"


def test_rows_of_the_dead_wait_until_a_calm_start_is_over_or_the_window_closes(worker, paths, record):
    paths.data_dir.mkdir()
    dead = record(beat_at=record().started_at + timedelta(seconds=55))
    log = SqliteLog.open(paths.log_file, "0a")
    log.put(dead)
    log.close()
    mine = record()
    thread, receipt = worker(put=[mine], settle_after_s=3600.0)
    assert receipt.wait(PATIENCE_S)
    assert outcomes(paths.log_file) == {dead.id: None, mine.id: None}
    thread.close(PATIENCE_S)
    assert outcomes(paths.log_file) == {dead.id: "interrupted", mine.id: None}


def test_a_row_has_the_name_of_its_zone_as_soon_as_the_start_is_over(worker, paths, record):
    here = record().started_at.astimezone()
    thread, receipt = worker(put=[record(started_at=here)], settle_after_s=3600.0)
    assert receipt.wait(PATIENCE_S)
    assert column(paths.log_file, "tz") == [offset_of(here)]
    thread.close(PATIENCE_S)
    assert column(paths.log_file, "tz") == [zone_name(here)]


def test_a_row_that_begins_after_the_start_has_the_name_of_its_zone_at_once(worker, paths, record):
    here = record().started_at.astimezone()
    thread, receipt = worker(put=[record(started_at=here)])
    assert receipt.wait(PATIENCE_S)
    assert thread.put(record(started_at=here)).wait(PATIENCE_S)
    assert column(paths.log_file, "tz") == [zone_name(here)] * 2


def test_rows_of_the_dead_are_given_the_name_of_their_zone_where_the_offset_agrees(worker, paths, record):
    here = record().started_at.astimezone()
    elsewhere = here.astimezone(timezone(timedelta(hours=5, minutes=17)))
    log = SqliteLog.open(_made(paths).log_file, "0a")
    for started_at, tz in ((here, None), (elsewhere, None), (here, "Antarctica/Troll")):
        log.put(record(started_at=started_at), tz)
    log.close()
    worker().close(PATIENCE_S)
    assert column(paths.log_file, "tz") == [zone_name(here), "+05:17", "Antarctica/Troll"]
    assert column(paths.log_file, "outcome") == ["interrupted"] * 3


def test_a_row_that_others_took_for_interrupted_is_open_again_at_its_next_beat(worker, paths, record):
    one = record()
    thread, receipt = worker(put=[one])
    receipt.wait(PATIENCE_S)
    connection = sqlite3.connect(paths.log_file)
    with connection:
        connection.execute("UPDATE sessions SET outcome = 'interrupted', ended_at = started_at")
    connection.close()
    assert thread.put(one).wait(PATIENCE_S)
    assert outcomes(paths.log_file) == {one.id: None}


def test_a_corrupt_log_is_put_aside_and_a_new_one_begun(worker, paths, record, faults):
    _made(paths).log_file.write_bytes(b"this was a log" * 1000)
    one = record()
    thread, receipt = worker(put=[one])
    assert receipt.wait(PATIENCE_S)
    thread.close(PATIENCE_S)
    assert outcomes(paths.log_file) == {one.id: None}
    assert faults == [Fault.LOG_CORRUPT]
    (kept,) = paths.data_dir.glob("steady-corrupt-*.db")
    assert kept.read_bytes() == b"this was a log" * 1000
    assert stat.S_IMODE(kept.stat().st_mode) & 0o400


def test_damage_found_while_writing_is_put_aside_and_the_row_goes_to_a_new_log(worker, paths, record, faults):
    log = SqliteLog.open(_made(paths).log_file, "0a")
    for _ in range(200):
        log.put(record(note="x" * 200, outcome=Outcome.STOPPED))
    log.close()
    data = bytearray(paths.log_file.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    paths.log_file.write_bytes(data)
    one = record()
    _, receipt = worker(put=[one])
    assert receipt.wait(PATIENCE_S)
    assert faults == [Fault.LOG_CORRUPT]
    assert outcomes(paths.log_file) == {one.id: None}
    assert len(list(paths.data_dir.glob("steady-corrupt-*.db"))) == 1


def test_a_newer_log_is_left_alone_and_told(worker, paths, record, faults):
    log = SqliteLog.open(_made(paths).log_file, "0a")
    log.connection.execute("PRAGMA user_version = 99")
    log.close()
    before = paths.log_file.read_bytes()
    thread, receipt = worker(put=[record()])
    assert receipt.wait(PATIENCE_S)
    thread.close(PATIENCE_S)
    assert faults == [Fault.LOG_NEWER]
    assert paths.log_file.read_bytes() == before
    assert not list(paths.data_dir.glob("steady-corrupt-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="there an open log cannot be moved away")
def test_a_log_moved_away_while_it_is_open_is_begun_again_with_the_whole_row(worker, paths, record, tmp_path):
    one = record()
    thread, receipt = worker(put=[one])
    receipt.wait(PATIENCE_S)
    paths.data_dir.rename(tmp_path / "elsewhere")
    assert thread.put(msgspec.structs.replace(one, breaths=7)).wait(PATIENCE_S)
    assert column(paths.log_file, "breaths") == [7]
    assert len(list(paths.owners_dir.glob("*.lock"))) == 1


def _made(paths):
    paths.data_dir.mkdir()
    return paths
