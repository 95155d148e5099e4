import sqlite3
import stat
import sys
import threading
from datetime import timedelta, timezone

import msgspec
import pytest
from tests.unwritable import UNWRITABLE, needs_unwritable

from steady.core.errors import Fault
from steady.core.events import Outcome
from steady.core.record import Draft
from steady.store.log import SqliteLog
from steady.store.paths import Paths
from steady.store.values import offset_of
from steady.store.worker import LogWorker
from steady.store.zone import zone_name

PATIENCE_S = 20.0


def outcomes(paths):
    connection = sqlite3.connect(paths.log_file)
    found = dict(connection.execute("SELECT id, outcome FROM sessions").fetchall())
    connection.close()
    return found


def column(paths, name):
    connection = sqlite3.connect(paths.log_file)
    connection.row_factory = sqlite3.Row
    found = [row[name] for row in connection.execute("SELECT * FROM sessions ORDER BY id")]
    connection.close()
    return found


def test_what_is_put_before_the_start_is_on_disk_when_its_receipt_is_done(worker, paths, record, faults):
    one = record()
    _, receipt = worker(put=[one])
    assert receipt.wait(PATIENCE_S)
    assert receipt.done
    assert outcomes(paths) == {one.id: None}
    assert faults == []


def test_everything_it_makes_is_private(worker, paths, record):
    _, receipt = worker(put=[record()])
    receipt.wait(PATIENCE_S)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in paths.data_dir.rglob("*") if path.is_file()}
    assert "steady.db-wal" in modes
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(paths.data_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE(paths.owners_dir.stat().st_mode) == 0o700


def test_a_practice_from_its_first_moment_to_its_end_is_one_row_with_its_zone(worker, paths, record):
    one = record(started_at=record().started_at.astimezone())
    thread, _ = worker(put=[one])
    end = one.started_at + timedelta(seconds=6)
    thread.put(msgspec.structs.replace(one, beat_at=end, ended_at=end, outcome=Outcome.COMPLETED, breaths=1))
    assert thread.close(PATIENCE_S)
    assert outcomes(paths) == {one.id: "completed"}
    assert not paths.log_file.with_name("steady.db-wal").exists()
    assert list(paths.owners_dir.iterdir()) == []


def test_the_newest_of_several_states_that_wait_is_the_one_kept(paths, record, faults):
    one = record()
    thread = LogWorker(paths, faults)
    receipts = [thread.put(msgspec.structs.replace(one, breaths=breaths)) for breaths in range(5)]
    thread.start()
    assert all(receipt.wait(PATIENCE_S) for receipt in receipts)
    thread.close(PATIENCE_S)
    assert column(paths, "breaths") == [4]


def test_rows_of_the_dead_are_ended_after_our_own_row_is_written(worker, paths, record):
    paths.data_dir.mkdir()
    dead = record(beat_at=record().started_at + timedelta(seconds=55))
    log = SqliteLog.open(paths.log_file, "0a")
    log.put(dead)
    log.close()
    mine = record()
    thread, _ = worker(put=[mine])
    thread.close(PATIENCE_S)
    assert outcomes(paths) == {dead.id: "interrupted", mine.id: None}
    assert column(paths, "ended_at")[0] == "2026-11-22T21:08:00.250+01:00"


def test_rows_of_the_dead_wait_until_a_calm_start_is_over_or_the_window_closes(worker, paths, record):
    paths.data_dir.mkdir()
    dead = record(beat_at=record().started_at + timedelta(seconds=55))
    log = SqliteLog.open(paths.log_file, "0a")
    log.put(dead)
    log.close()
    mine = record()
    thread, receipt = worker(put=[mine], settle_after_s=3600.0)
    assert receipt.wait(PATIENCE_S)
    assert outcomes(paths) == {dead.id: None, mine.id: None}
    thread.close(PATIENCE_S)
    assert outcomes(paths) == {dead.id: "interrupted", mine.id: None}


def test_a_row_has_the_name_of_its_zone_as_soon_as_the_start_is_over(worker, paths, record):
    here = record().started_at.astimezone()
    thread, receipt = worker(put=[record(started_at=here)], settle_after_s=3600.0)
    assert receipt.wait(PATIENCE_S)
    assert column(paths, "tz") == [offset_of(here)]
    thread.close(PATIENCE_S)
    assert column(paths, "tz") == [zone_name(here)]


def test_a_row_that_begins_after_the_start_has_the_name_of_its_zone_at_once(worker, paths, record):
    here = record().started_at.astimezone()
    thread, receipt = worker(put=[record(started_at=here)])
    assert receipt.wait(PATIENCE_S)
    assert thread.put(record(started_at=here)).wait(PATIENCE_S)
    assert column(paths, "tz") == [zone_name(here)] * 2


def test_rows_of_the_dead_are_given_the_name_of_their_zone_where_the_offset_agrees(worker, paths, record):
    here = record().started_at.astimezone()
    elsewhere = here.astimezone(timezone(timedelta(hours=5, minutes=17)))
    log = SqliteLog.open(_made(paths).log_file, "0a")
    for started_at, tz in ((here, None), (elsewhere, None), (here, "Antarctica/Troll")):
        log.put(record(started_at=started_at), tz)
    log.close()
    worker().close(PATIENCE_S)
    assert column(paths, "tz") == [zone_name(here), "+05:17", "Antarctica/Troll"]
    assert column(paths, "outcome") == ["interrupted"] * 3


def test_a_row_that_others_took_for_interrupted_is_open_again_at_its_next_beat(worker, paths, record):
    one = record()
    thread, receipt = worker(put=[one])
    receipt.wait(PATIENCE_S)
    connection = sqlite3.connect(paths.log_file)
    with connection:
        connection.execute("UPDATE sessions SET outcome = 'interrupted', ended_at = started_at")
    connection.close()
    assert thread.put(one).wait(PATIENCE_S)
    assert outcomes(paths) == {one.id: None}


def test_drafts_are_there_at_the_next_start(worker):
    first = worker()
    assert first.keep_draft(Draft("no-reply-yet", "story", "half a thou")).wait(PATIENCE_S)
    first.keep_draft(Draft("hum", "note", "other"))
    first.close(PATIENCE_S)
    second = worker()
    second.close(PATIENCE_S)
    assert second.drafts("no-reply-yet") == [Draft("no-reply-yet", "story", "half a thou")]


def test_drafts_are_remembered_at_once_and_forgotten_at_once(paths, faults):
    thread = LogWorker(paths, faults)
    thread.keep_draft(Draft("no-reply-yet", "story", "half"))
    assert [draft.text for draft in thread.drafts("no-reply-yet")] == ["half"]
    thread.forget_draft("no-reply-yet", "story")
    assert thread.drafts("no-reply-yet") == []


def test_what_is_on_disk_does_not_undo_what_was_written_or_forgotten_since(worker, paths, faults):
    first = worker()
    for place in ("fact", "story", "other"):
        first.keep_draft(Draft("no-reply-yet", place, "old"))
    first.close(PATIENCE_S)
    second = LogWorker(paths, faults)
    second.keep_draft(Draft("no-reply-yet", "fact", "new"))
    second.forget_draft("no-reply-yet", "story")
    second.start()
    second.close(PATIENCE_S)
    assert {(d.place, d.text) for d in second.drafts("no-reply-yet")} == {("fact", "new"), ("other", "old")}


class ForgetsWhileReading(LogWorker):
    """A person who lets words go just as the drafts are about to be read."""

    def _settle(self, log):
        self.forget_draft("no-reply-yet", "story")
        super()._settle(log)


def test_words_let_go_while_the_drafts_are_read_stay_gone(worker, paths, faults):
    first = worker()
    first.keep_draft(Draft("no-reply-yet", "story", "old"))
    first.close(PATIENCE_S)
    second = ForgetsWhileReading(paths, faults)
    second.start()
    second.close(PATIENCE_S)
    assert second.drafts("no-reply-yet") == []


def test_a_locked_log_is_told_once_and_written_when_it_is_free(worker, paths, record, faults):
    SqliteLog.open(_made(paths).log_file, "0a").close()
    holder = sqlite3.connect(paths.log_file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    one = record()
    thread, receipt = worker(put=[one])
    assert faults.wait_for(Fault.LOG_LOCKED)
    assert not receipt.done
    later = thread.put(msgspec.structs.replace(one, breaths=3))
    holder.execute("ROLLBACK")
    holder.close()
    assert later.wait(PATIENCE_S)
    assert receipt.done
    assert column(paths, "breaths") == [3]
    assert faults == [Fault.LOG_LOCKED]


def test_closing_while_the_log_is_locked_takes_no_longer_than_it_may(paths, record, faults):
    SqliteLog.open(_made(paths).log_file, "0a").close()
    holder = sqlite3.connect(paths.log_file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    thread = LogWorker(paths, faults)
    receipt = thread.put(record())
    thread.start()
    faults.wait_for(Fault.LOG_LOCKED)
    thread.close(0.05)
    assert receipt.done
    thread.join(PATIENCE_S)
    assert not thread.is_alive()
    holder.close()


def test_a_row_that_waits_for_a_locked_log_is_still_written_by_closing(worker, paths, record, faults):
    SqliteLog.open(_made(paths).log_file, "0a").close()
    holder = sqlite3.connect(paths.log_file, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    one = record()
    thread, _ = worker(put=[one])
    faults.wait_for(Fault.LOG_LOCKED)
    closer = threading.Thread(target=thread.close, args=(PATIENCE_S,))
    closer.start()
    holder.execute("ROLLBACK")
    holder.close()
    closer.join(PATIENCE_S)
    assert outcomes(paths) == {one.id: None}


def test_a_disk_that_fails_is_told_once_and_given_all_rows_once_it_works(worker, tmp_path, record, faults):
    blocker = tmp_path / "data"
    blocker.write_text("a file where the folder should be")
    one, two = record(), record()
    thread, receipt = worker(put=[one])
    assert receipt.wait(PATIENCE_S)
    assert faults == [Fault.LOG_UNREADABLE]
    assert thread.put(msgspec.structs.replace(one, breaths=2)).wait(PATIENCE_S)
    assert faults == [Fault.LOG_UNREADABLE]
    blocker.unlink()
    assert thread.put(two).wait(PATIENCE_S)
    assert outcomes(Paths(blocker)) == {one.id: None, two.id: None}
    assert column(Paths(blocker), "breaths") == [2, None]


def test_closing_gives_a_failed_disk_one_more_try(worker, tmp_path, record):
    blocker = tmp_path / "data"
    blocker.write_text("a file where the folder should be")
    one = record()
    thread, receipt = worker(put=[one])
    receipt.wait(PATIENCE_S)
    blocker.unlink()
    assert thread.close(PATIENCE_S)
    assert outcomes(Paths(blocker)) == {one.id: None}


def test_drafts_are_remembered_while_the_disk_fails(worker, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    thread = worker()
    assert thread.keep_draft(Draft("hum", "note", "kept in mind")).wait(PATIENCE_S)
    assert [draft.text for draft in thread.drafts("hum")] == ["kept in mind"]


@needs_unwritable
def test_a_place_where_nobody_may_write_is_told_even_to_root(record, faults):
    thread = LogWorker(Paths(UNWRITABLE / "steady"), faults)
    receipt = thread.put(record())
    thread.start()
    assert receipt.wait(PATIENCE_S)
    assert thread.close(PATIENCE_S)
    assert faults == [Fault.READ_ONLY]


def test_a_corrupt_log_is_put_aside_and_a_new_one_begun(worker, paths, record, faults):
    _made(paths).log_file.write_bytes(b"this was a log" * 1000)
    one = record()
    thread, receipt = worker(put=[one])
    assert receipt.wait(PATIENCE_S)
    thread.close(PATIENCE_S)
    assert outcomes(paths) == {one.id: None}
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
    assert outcomes(paths) == {one.id: None}
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
    assert column(paths, "breaths") == [7]
    assert len(list(paths.owners_dir.glob("*.lock"))) == 1


def test_a_bug_in_one_write_reaches_the_crash_hook_and_keeps_nobody_waiting(worker, paths, record, monkeypatch):
    heard = []
    monkeypatch.setattr(threading, "excepthook", heard.append)
    good = record()
    _, bad_receipt, good_receipt = worker(put=[record(exercise=7), good])
    assert bad_receipt.wait(PATIENCE_S)
    assert good_receipt.wait(PATIENCE_S)
    assert outcomes(paths) == {good.id: None}
    assert [args.exc_type for args in heard] == [AttributeError]


class FailsToSettle(LogWorker):
    """A bug of ours outside any write."""

    def _settle(self, log):
        raise ZeroDivisionError


def test_a_bug_outside_any_write_does_not_end_the_log(paths, record, faults, monkeypatch):
    heard = threading.Event()
    monkeypatch.setattr(threading, "excepthook", lambda args: heard.set())
    thread = FailsToSettle(paths, faults)
    thread.start()
    assert heard.wait(PATIENCE_S)
    one = record()
    assert thread.put(one).wait(PATIENCE_S)
    assert thread.close(PATIENCE_S)
    assert one.id in outcomes(paths)


def test_a_listener_that_fails_does_not_end_the_log(tmp_path, record, monkeypatch):
    heard = []
    monkeypatch.setattr(threading, "excepthook", heard.append)
    blocker = tmp_path / "data"
    blocker.write_text("a file where the folder should be")
    thread = LogWorker(Paths(blocker), lambda fault: 1 / 0)
    receipt = thread.put(record())
    thread.start()
    assert receipt.wait(PATIENCE_S)
    blocker.unlink()
    one = record()
    assert thread.put(one).wait(PATIENCE_S)
    assert thread.close(PATIENCE_S)
    assert one.id in outcomes(Paths(blocker))
    assert [args.exc_type for args in heard] == [ZeroDivisionError]


def test_a_put_after_closing_is_given_up_at_once(worker, record):
    thread = worker()
    thread.close(PATIENCE_S)
    assert thread.put(record()).done


def test_closing_one_that_never_started_lets_everyone_go(paths, record, faults):
    thread = LogWorker(paths, faults)
    receipt = thread.put(record())
    assert thread.close(PATIENCE_S)
    assert receipt.done


def test_it_never_keeps_the_process(paths, faults):
    assert LogWorker(paths, faults).daemon


def _made(paths):
    paths.data_dir.mkdir()
    return paths
