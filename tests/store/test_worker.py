import sqlite3
import stat
import threading
from datetime import timedelta

import msgspec
from tests.store.rows import column, outcomes
from tests.unwritable import UNWRITABLE, needs_unwritable

from steady.core.errors import Fault
from steady.core.events import Outcome
from steady.core.record import Draft
from steady.store import held_log
from steady.store.log import SqliteLog
from steady.store.paths import Paths
from steady.store.worker import LogWorker

PATIENCE_S = 20.0


def test_what_is_put_before_the_start_is_on_disk_when_its_receipt_is_done(worker, paths, record, faults):
    one = record()
    _, receipt = worker(put=[one])
    assert receipt.wait(PATIENCE_S)
    assert receipt.done
    assert outcomes(paths.log_file) == {one.id: None}
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
    assert outcomes(paths.log_file) == {one.id: "completed"}
    assert not paths.log_file.with_name("steady.db-wal").exists()
    assert list(paths.owners_dir.iterdir()) == []


def test_the_newest_of_several_states_that_wait_is_the_one_kept(paths, record, faults):
    one = record()
    thread = LogWorker(paths, faults)
    receipts = [thread.put(msgspec.structs.replace(one, breaths=breaths)) for breaths in range(5)]
    thread.start()
    assert all(receipt.wait(PATIENCE_S) for receipt in receipts)
    thread.close(PATIENCE_S)
    assert column(paths.log_file, "breaths") == [4]


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


def test_words_let_go_while_the_drafts_are_read_stay_gone(worker, paths, faults, monkeypatch):
    first = worker()
    first.keep_draft(Draft("no-reply-yet", "story", "old"))
    first.close(PATIENCE_S)
    second = LogWorker(paths, faults)
    read = SqliteLog.drafts

    def read_and_forget(log):
        found = read(log)
        second.forget_draft("no-reply-yet", "story")
        return found

    monkeypatch.setattr(SqliteLog, "drafts", read_and_forget)
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
    assert column(paths.log_file, "breaths") == [3]
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
    assert outcomes(paths.log_file) == {one.id: None}


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
    assert outcomes(Paths(blocker).log_file) == {one.id: None, two.id: None}
    assert column(Paths(blocker).log_file, "breaths") == [2, None]


def test_closing_gives_a_failed_disk_one_more_try(worker, tmp_path, record):
    blocker = tmp_path / "data"
    blocker.write_text("a file where the folder should be")
    one = record()
    thread, receipt = worker(put=[one])
    receipt.wait(PATIENCE_S)
    blocker.unlink()
    assert thread.close(PATIENCE_S)
    assert outcomes(Paths(blocker).log_file) == {one.id: None}


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


def test_a_bug_in_one_write_reaches_the_crash_hook_and_keeps_nobody_waiting(worker, paths, record, monkeypatch):
    heard = []
    monkeypatch.setattr(threading, "excepthook", heard.append)
    good = record()
    _, bad_receipt, good_receipt = worker(put=[record(exercise=7), good])
    assert bad_receipt.wait(PATIENCE_S)
    assert good_receipt.wait(PATIENCE_S)
    assert outcomes(paths.log_file) == {good.id: None}
    assert [args.exc_type for args in heard] == [AttributeError]


def test_a_bug_outside_any_write_does_not_end_the_log(paths, record, faults, monkeypatch):
    heard = threading.Event()
    monkeypatch.setattr(threading, "excepthook", lambda args: heard.set())
    monkeypatch.setattr(held_log, "recover", lambda *_: 1 / 0)
    thread = LogWorker(paths, faults)
    thread.start()
    assert heard.wait(PATIENCE_S)
    one = record()
    assert thread.put(one).wait(PATIENCE_S)
    assert thread.close(PATIENCE_S)
    assert one.id in outcomes(paths.log_file)


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
    assert one.id in outcomes(Paths(blocker).log_file)
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
