"""An import keeps nobody else from writing for long; what is here of one that was cut short is mended by another."""

import contextlib
import json
import sqlite3
import stat
import subprocess
import sys
import threading

import pytest
from tests.store.conftest import PATIENCE_S

from steady.core.errors import Fault, InputError, LogUnavailable
from steady.store import importing, transfers
from steady.store.contents import contents_of, read
from steady.store.importing import Import, read_export
from steady.store.log import SqliteLog
from steady.store.paths import Paths
from steady.store.transfers import LogTransfer, Moves, OwnLog, WorkersLog

AT = "2026-11-22T21:07:05.250+01:00"
COMMON = {"day": "2026-11-22", "tz": "Europe/Paris", "edited_at": AT, "app_version": "0.1.0"}


def session(row_id):
    return COMMON | {"id": row_id, "started_at": AT, "exercise": "hum", "kind": "breathing", "practised_s": 61}


def entry(row_id):
    return COMMON | {"id": row_id, "written_at": AT, "fact": "rain", "earlier": [{"edited_at": AT, "fact": "sun"}]}


WHOLE = {
    "format": "steady-log",
    "version": 1,
    "sessions": [session("s1"), session("s2"), session("gone")],
    "journal": [entry("e1"), entry("e2")],
    "checkins": [COMMON | {"id": "week-2026-11-16", "week": "2026-11-16", "answered_at": AT, "answers": [0] * 6}],
    "moments": [COMMON | {"id": "m1", "at": AT, "kind": "paused"}],
    "deleted": [{"id": "gone", "deleted_at": AT}, {"id": "here", "deleted_at": AT}],
}
BITS = 9
"""One for each row of it."""


@pytest.fixture
def theirs(folder):
    path = folder / "theirs.json"
    path.write_text(json.dumps(WHOLE))
    return path


@pytest.fixture
def log(folder, now, record):
    opened = SqliteLog.open(folder / "steady.db", "0a", now=now)
    opened.put(record(id="here"))
    yield opened
    opened.close()


@pytest.fixture
def row_by_row(monkeypatch):
    """Each row is a bit of its own."""
    monkeypatch.setattr(importing, "BIT_S", 0.0)


def brought_in(log, path):
    brought = Import(read_export(path))
    while not brought.go_on(log):
        pass
    return brought.united


def test_in_one_bit_or_row_by_row_the_same_comes_in(log, theirs, tmp_path, now, record, monkeypatch):
    united = brought_in(log, theirs)
    assert (united.new, united.newer, united.gone) == (6, 0, ("here",))
    monkeypatch.setattr(importing, "BIT_S", 0.0)
    other = SqliteLog.open(tmp_path / "other.db", "0a", now=now)
    other.put(record(id="here"))
    assert brought_in(other, theirs) == united
    assert contents_of(other.connection) == contents_of(log.connection)
    other.close()


@pytest.mark.usefixtures("row_by_row")
def test_another_process_writes_between_two_bits(log, theirs, record):
    brought = Import(read_export(theirs))
    other = SqliteLog.open(log.path, "0b")
    count = 1
    while not brought.go_on(log):
        other.put(record())
        count += 1
    other.close()
    assert count >= BITS
    assert len(contents_of(log.connection).sessions) == 2 + count - 1


@pytest.mark.usefixtures("row_by_row")
@pytest.mark.parametrize("bits", range(BITS))
def test_one_that_was_cut_short_anywhere_is_mended_by_importing_again(log, theirs, tmp_path, now, bits):
    cut_short = Import(read_export(theirs))
    for _ in range(bits):
        assert not cut_short.go_on(log)
    marked = {row["id"] for row in contents_of(log.connection).deleted}
    assert {row["id"] for row in contents_of(log.connection).sessions}.isdisjoint(marked)
    brought_in(log, theirs)
    other = SqliteLog.open(tmp_path / "other.db", "0a", now=now)
    brought_in(other, theirs)
    assert contents_of(log.connection) == contents_of(other.connection)
    other.close()


@pytest.mark.usefixtures("row_by_row")
def test_what_is_deleted_between_two_bits_does_not_come_in_after_all(log, theirs):
    brought = Import(read_export(theirs))
    for _ in range(3):  # the marks, and the first practice
        brought.go_on(log)
    with log.at_once():
        log.mark_deleted("s2")
    while not brought.go_on(log):
        pass
    assert [row["id"] for row in contents_of(log.connection).sessions] == ["s1"]


def locked(log):
    """Keep the log to ourselves, as another process may."""
    log.connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(log.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return contextlib.closing(other)


@pytest.mark.usefixtures("row_by_row")
def test_one_who_keeps_the_log_is_waited_for_in_the_midst_and_nothing_is_passed_over(log, theirs):
    brought = Import(read_export(theirs))
    brought.go_on(log)
    with locked(log):
        assert not brought.go_on(log)
    while not brought.go_on(log):
        pass
    assert brought.united.new == 6


@pytest.mark.usefixtures("row_by_row")
def test_one_who_keeps_the_log_for_ever_is_not_waited_for_for_ever(log, theirs):
    brought = Import(read_export(theirs))
    with locked(log):
        with pytest.raises(LogUnavailable):  # before it has begun nobody is waited for: nothing has changed
            brought.go_on(log)
        assert not brought.has_begun
    brought.go_on(log)
    with locked(log):
        for _ in range(importing.MOST_TRIES):
            assert not brought.go_on(log)
        with pytest.raises(LogUnavailable) as caught:
            brought.go_on(log)
    assert caught.value.fault is Fault.LOG_LOCKED
    assert brought.has_begun


# -- the whole way -----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("row_by_row")
def test_in_a_window_a_practice_is_on_disk_between_two_bits(paths, theirs, worker, record, monkeypatch):
    thread = worker()
    on_disk = []

    def breather(_seconds):
        receipt = thread.put(record())
        on_disk.append(receipt.wait(PATIENCE_S) and not receipt.failed)

    monkeypatch.setattr(transfers.time, "sleep", breather)
    Moves(paths, WorkersLog(thread)).import_(theirs)
    assert on_disk == [True] * (len(on_disk) or 1)
    assert len(on_disk) >= BITS - 1
    assert len(read(paths.log_file).sessions) == 2 + len(on_disk)


@pytest.mark.usefixtures("row_by_row")
def test_a_disk_that_fills_up_in_the_midst_is_told_and_the_rest_comes_the_next_time(tmp_path, theirs, monkeypatch):
    paths = Paths(tmp_path / "data")
    go_on, calls = Import.go_on, []

    def full(brought, log):
        calls.append(brought)
        if len(calls) == 4:
            raise LogUnavailable(Fault.DISK_FULL)
        return go_on(brought, log)

    moves = Moves(paths, OwnLog(paths))
    monkeypatch.setattr(Import, "go_on", full)
    with pytest.raises(InputError, match=r"Not all of it could come in just now. Importing it again brings the rest"):
        moves.import_(theirs)
    assert [row["id"] for row in read(paths.log_file).sessions] == ["s1"]
    assert moves.import_(theirs) == "New here: 5. Brought up to date: 0. Deleted there, so here too: 0."
    monkeypatch.setattr(Import, "go_on", lambda *_given: (_ for _ in ()).throw(LogUnavailable(Fault.DISK_FULL)))
    with pytest.raises(InputError, match="The disk is full, so nothing has changed"):
        moves.import_(theirs)


@pytest.mark.parametrize("what", ["erase", "restore"])
def test_all_that_is_deleted_or_put_back_waits_until_an_import_is_over(paths, theirs, folder, what):
    began, go_on, order = threading.Event(), threading.Event(), []

    class Slow(OwnLog):
        def work_in_bits(self, bit):
            began.set()
            assert go_on.wait(PATIENCE_S)
            super().work_in_bits(bit)
            order.append("import")

        def work(self, work):
            super().work(work)
            order.append(what)

    moves = Moves(paths, Slow(paths))
    moves.backup(folder / "copy.db")
    importer = threading.Thread(target=moves.import_, args=(theirs,))
    importer.start()
    assert began.wait(PATIENCE_S)
    given = () if what == "erase" else (folder / "copy.db",)
    later = threading.Thread(target=getattr(moves, what), args=given)
    later.start()
    go_on.set()
    for thread in (importer, later):
        thread.join(PATIENCE_S)
    assert order == ["import", what]
    assert read(paths.log_file).sessions == []


# -- cut short by leaving, or by the death of the process --------------------------------------------------------------

CUT_SHORT = """
import os, sys
from pathlib import Path
from steady.store import importing
from steady.store.importing import Import
from steady.store.paths import Paths
from steady.store.transfers import Moves, OwnLog

importing.BIT_S = 0.0
go_on, calls = Import.go_on, []

def dying(brought, log):
    calls.append(brought)
    if len(calls) == 5:
        os._exit(9)
    return go_on(brought, log)

Import.go_on = dying
paths = Paths(Path(sys.argv[1]))
Moves(paths, OwnLog(paths)).import_(Path(sys.argv[2]))
"""


@pytest.fixture
def cut_short(paths, theirs):
    """A log with a part of an import, whose process is gone."""
    command = [sys.executable, "-c", CUT_SHORT, str(paths.data_dir), str(theirs)]
    assert subprocess.run(command, check=False, timeout=PATIENCE_S).returncode == 9
    assert 0 < len(read(paths.log_file).sessions) < 3
    return paths


def settled(thread, paths, record):
    """Wait until a worker that has just begun has looked at what was left to it."""
    assert thread.put(record()).wait(PATIENCE_S)
    thread.close(PATIENCE_S)
    return sorted(path.name for path in paths.data_dir.iterdir() if path.is_file())


def test_the_next_start_says_once_that_an_import_was_cut_short(cut_short, worker, faults, record):
    assert stat.S_IMODE(cut_short.import_mark.stat().st_mode) == 0o600
    assert cut_short.import_mark.read_bytes() == b""
    thread = worker()
    assert faults.wait_for(Fault.IMPORT_CUT_SHORT)
    assert settled(thread, cut_short, record) == ["steady.db"]
    settled(worker(), cut_short, record)
    assert faults == [Fault.IMPORT_CUT_SHORT]


def test_once_the_rest_has_come_in_there_is_nothing_to_say(cut_short, theirs, worker, faults, record):
    Moves(cut_short, OwnLog(cut_short)).import_(theirs)
    assert settled(worker(), cut_short, record) == ["steady.db"]
    assert faults == []


def test_once_all_is_deleted_there_is_nothing_to_say(cut_short, worker, faults, record):
    Moves(cut_short, OwnLog(cut_short)).erase()
    assert settled(worker(), cut_short, record) == ["steady.db"]
    assert faults == []


@pytest.mark.usefixtures("row_by_row")
def test_a_window_that_is_left_in_the_midst_leaves_word_for_the_next_start(
    paths, theirs, worker, faults, record, monkeypatch
):
    thread = worker()
    transfer = LogTransfer(Moves(paths, WorkersLog(thread)))
    told, left = [], threading.Event()

    def leave(_seconds):
        if not left.is_set():
            left.set()
            thread.close(PATIENCE_S)

    monkeypatch.setattr(transfers.time, "sleep", leave)
    transfer.import_(str(theirs), told.append)
    assert transfer.close(PATIENCE_S)
    assert left.is_set()
    assert not told[0].is_done
    transfer._moves._mark._lock._let_go()  # as the end of the process does
    later = worker()
    assert faults.wait_for(Fault.IMPORT_CUT_SHORT)
    settled(later, paths, record)


@pytest.mark.usefixtures("row_by_row")
def test_a_start_beside_an_import_that_goes_on_says_nothing_of_it(paths, theirs, worker, faults, record, monkeypatch):
    started = []

    def start_beside(_seconds):
        if not started:
            started.append(settled(worker(), paths, record))

    monkeypatch.setattr(transfers.time, "sleep", start_beside)
    Moves(paths, OwnLog(paths)).import_(theirs)
    assert "import.lock" in started[0]
    assert not paths.import_mark.exists()
    assert faults == []
