"""Several processes on one log, and the death of one of them."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import steady
from steady.core.errors import Fault
from steady.store.contents import read
from steady.store.transfer import export

PATIENCE_S = 20.0
ROUNDS = 40


def sessions(paths):
    return {session["id"]: session for session in read(paths.log_file).sessions}


def test_a_row_outlives_kill_9_and_is_then_interrupted_at_its_last_beat(writer, worker, paths):
    other = writer()
    row_id = other.wait_until_written()
    other.kill()
    assert sessions(paths)[row_id]["outcome"] is None
    assert len(list(paths.owners_dir.iterdir())) == 1
    worker().close(PATIENCE_S)
    row = sessions(paths)[row_id]
    assert (row["outcome"], row["ended_at"]) == ("interrupted", "2026-11-22T21:07:05.000+00:00")
    assert (row["practised_s"], row["breaths"]) == (5.0, 1)
    assert list(paths.owners_dir.iterdir()) == []


def test_an_export_after_a_crash_has_the_row_and_leaves_the_log_as_the_crash_left_it(writer, paths, folder):
    other = writer()
    row_id = other.wait_until_written()
    other.kill()
    side = paths.log_file.with_name("steady.db-wal")
    before = paths.log_file.read_bytes(), side.read_bytes()
    assert export(paths, folder / "mine.json").practices == 1
    (row,) = json.loads((folder / "mine.json").read_text())["sessions"]
    assert row["id"] == row_id
    assert (row["outcome"], row["ended_at"]) == ("interrupted", "2026-11-22T21:07:05.000+00:00")
    assert (paths.log_file.read_bytes(), side.read_bytes()) == before


def test_a_practice_that_goes_on_elsewhere_is_left_alone(writer, worker, paths, record):
    other = writer()
    row_id = other.wait_until_written()
    mine = record()
    thread, receipt = worker(put=[mine])
    assert receipt.wait(PATIENCE_S)
    thread.close(PATIENCE_S)
    assert {row: session["outcome"] for row, session in sessions(paths).items()} == {row_id: None, mine.id: None}
    assert len(list(paths.owners_dir.iterdir())) == 1
    assert {session["outcome"] for session in read(paths.log_file, paths.owners_dir).sessions} == {None, "interrupted"}
    assert other.leave() == 0
    assert list(paths.owners_dir.iterdir()) == []


def test_many_that_start_at_once_on_a_new_folder_all_have_their_row(writer, paths):
    others = [writer() for _ in range(4)]
    ids = {other.wait_until_written() for other in others}
    assert [other.leave() for other in others] == [0, 0, 0, 0]
    assert set(sessions(paths)) == ids
    assert len(ids) == 4


def test_many_that_find_one_corrupt_log_put_it_aside_once_and_all_have_their_row(writer, paths):
    paths.data_dir.mkdir()
    paths.log_file.write_bytes(b"this was a log" * 1000)
    others = [writer() for _ in range(3)]
    told = [_told_and_written(other) for other in others]
    assert [other.leave() for other in others] == [0, 0, 0]
    assert set(sessions(paths)) == {row_id for _, row_id in told}
    assert sum("log-corrupt" in faults for faults, _ in told) >= 1
    (kept,) = paths.data_dir.glob("steady-corrupt-*.db")
    assert kept.read_bytes() == b"this was a log" * 1000


def _told_and_written(other):
    faults = []
    while "-" not in (line := other.wait_until_written()) or line.startswith(("log-", "disk-", "read-")):
        assert line, "the writer ended without its row"
        faults.append(line)
    return faults, line


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_takes_no_more_gets_every_row_once_it_has_room_again(tmp_path):
    # The system refuses to let any file of this process grow beyond a limit, which is then lifted.
    script = """
import resource, sys
from datetime import datetime, timezone
from pathlib import Path
from steady.core.record import Kind, SessionRecord
from steady.store.ids import new_id
from steady.store.paths import Paths
from steady.store.worker import LogWorker

def row(note=None):
    return SessionRecord(new_id(), datetime(2026, 11, 22, 21, tzinfo=timezone.utc), "hum", Kind.BREATHING, note=note)

told = []
worker = LogWorker(Paths(Path(sys.argv[1])), told.append)
first = worker.put(row())
worker.start()
assert first.wait(20.0)
assert told == [], told
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
for _ in range(3):
    assert worker.put(row("x" * 200_000)).wait(20.0)
assert len(told) == 1, told
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
assert worker.put(row()).wait(20.0)
assert worker.close(20.0)
"""
    environ = os.environ | {"PYTHONPATH": str(Path(steady.__file__).parent.parent)}
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "data")], env=environ, check=True, timeout=60)
    connection = sqlite3.connect(tmp_path / "data" / "steady.db")
    notes = [row[0] for row in connection.execute("SELECT length(note) FROM sessions ORDER BY id")]
    connection.close()
    assert notes == [None, 200_000, 200_000, 200_000, None]


BUSY_WRITER = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from steady.core.record import Kind, SessionRecord
from steady.store.ids import new_id
from steady.store.memories import JournalWriter
from steady.store.paths import Paths
from steady.core.remembered import JournalEntry, Words
from steady.store.worker import LogWorker

AT = datetime(2026, 11, 22, 21, 7, tzinfo=timezone.utc)
told = []
worker = LogWorker(Paths(Path(sys.argv[1])), told.append)
journal = JournalWriter(worker)
worker.start()
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[2])):
    one = worker.put(SessionRecord(new_id(), AT, "hum", Kind.BREATHING))
    entry = JournalEntry(new_id(), AT, AT.date(), Words(fact="x" * 5000))
    assert journal.keep(entry).wait(20.0)
    if number % 5 == 0:
        assert journal.delete(entry.id).wait(20.0)
    assert one.wait(20.0) and not one.failed
assert worker.close(20.0)
print(*(fault.value for fault in told), flush=True)
"""


def test_two_processes_that_write_at_once_lose_nothing_and_neither_is_kept_out(paths):
    environ = os.environ | {"PYTHONPATH": str(Path(steady.__file__).parent.parent)}
    command = [sys.executable, "-c", BUSY_WRITER, str(paths.data_dir), str(ROUNDS)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    both = [subprocess.Popen(command, env=environ, text=True, **pipes) for _ in range(2)]
    assert [process.stdout.readline() for process in both] == ["ready\n"] * 2
    for process in both:
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60.0)[0].split() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert {said for each in answers for said in each} <= {Fault.LOG_LOCKED.value}  # for a moment, and then written
    connection = sqlite3.connect(paths.log_file)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    kept = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("sessions", "journal")]  # noqa: S608
    connection.close()
    assert kept == [2 * ROUNDS, 2 * (ROUNDS - ROUNDS // 5)]
