"""The window's way to take the log out and bring logs in: beside its worker, and always one sentence."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from tests.store.conftest import PATIENCE_S

from steady.core.ports import Told
from steady.core.record import Draft
from steady.core.remembered import JournalEntry, Words
from steady.store.contents import read
from steady.store.memories import JournalWriter
from steady.store.paths import Paths
from steady.store.transfers import LogTransfer, Moves, OwnLog, WorkersLog
from steady.store.worker import LogWorker

AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


class Window:
    """A window's worker and its transfer, asked as a page asks."""

    def __init__(self, paths, worker, now):
        self.worker = worker
        self.transfer = LogTransfer(Moves(paths, WorkersLog(worker), now))

    def ask(self, what, path):
        told, heard = [], threading.Event()
        thread = []
        getattr(self.transfer, what)(
            str(path), lambda answer: (told.append(answer), thread.append(threading.current_thread()), heard.set())
        )
        assert heard.wait(PATIENCE_S)
        assert thread[0] is not threading.main_thread()
        return told[0]


@pytest.fixture
def window(paths, worker, now):
    made = Window(paths, worker(), now)
    yield made
    assert made.transfer.close(PATIENCE_S)


def test_each_way_says_what_it_did(window, paths, folder, record):
    assert window.worker.put(record()).wait(PATIENCE_S)
    target, copy = folder / "mine.json", folder / "copy.db"
    assert window.ask("export", target) == Told(is_done=True, sentence=f"One practice is in {target} now.")
    assert window.ask("import_", target) == Told(is_done=True, sentence="All of that was here already.")
    assert window.ask("backup", copy) == Told(is_done=True, sentence=f"A whole copy is in {copy} now.")
    told = window.ask("restore", copy)
    kept = paths.data_dir / "steady-replaced-2026-11-22T2107.db"
    assert told.is_done
    assert told.sentence == f"The log is as it was in that copy. What was here before is kept as {kept}."


def test_what_another_machine_wrote_comes_in_beside_an_open_window(window, paths, folder, tmp_path, record, faults):
    theirs = Paths(tmp_path / "theirs")
    other = LogWorker(theirs, faults)
    other.start()
    shared = record(note="from there")
    other.put(shared)
    other.close(PATIENCE_S)
    Moves(theirs, OwnLog(theirs)).export(folder / "theirs.json")
    mine = record(note="from here")
    window.worker.put(mine)
    assert window.ask("import_", folder / "theirs.json").sentence.startswith("New here: 1.")
    assert {row["note"] for row in read(paths.log_file).sessions} == {"from here", "from there"}
    assert faults == []


def test_a_practice_that_goes_on_is_in_the_restored_log_from_its_next_beat_on(window, paths, folder, record):
    before, now = record(note="before"), record(note="goes on")
    window.worker.put(before).wait(PATIENCE_S)
    window.ask("backup", folder / "copy.db")
    window.worker.put(now).wait(PATIENCE_S)
    assert window.ask("restore", folder / "copy.db").is_done
    assert {row["note"] for row in read(paths.log_file).sessions} == {"before"}
    assert window.worker.put(now).wait(PATIENCE_S)
    assert {row["note"] for row in read(paths.log_file).sessions} == {"before", "goes on"}


def test_drafts_of_a_restored_log_are_there(window, folder, paths, worker):
    window.worker.keep_draft(Draft("hum", "note", "half")).wait(PATIENCE_S)
    window.ask("backup", folder / "copy.db")
    window.worker.forget_draft("hum", "note").wait(PATIENCE_S)
    window.worker.close(PATIENCE_S)
    later = Window(paths, worker(), window.transfer._moves._now)
    assert later.ask("restore", folder / "copy.db").is_done
    assert later.transfer.close(PATIENCE_S)
    later.worker.close(PATIENCE_S)
    assert [draft.text for draft in later.worker.drafts("hum")] == ["half"]


def test_a_file_at_fault_is_told_and_not_done(window, folder):
    (folder / "bad.json").write_text("no json")
    assert window.ask("import_", folder / "bad.json") == Told(
        is_done=False, sentence=f"{folder / 'bad.json'}, line 1: this is not JSON. Nothing has changed."
    )
    assert not window.ask("restore", folder / "missing.db").is_done
    assert not window.ask("export", folder / "mine.txt").is_done


@pytest.mark.parametrize("what", ["import_", "restore"])
def test_what_the_log_cannot_take_now_is_told_and_never_done_later(what, tmp_path, folder, faults, record, now):
    whole = Paths(tmp_path / "whole")
    moves = Moves(whole, OwnLog(whole), now)
    moves.export(folder / "mine.json")
    moves.backup(folder / "mine.db")
    blocker = tmp_path / "data"
    blocker.write_text("a file where the folder should be")
    worker = LogWorker(Paths(blocker), faults)
    worker.start()
    window = Window(Paths(blocker), worker, now)
    told = window.ask(what, folder / ("mine.json" if what == "import_" else "mine.db"))
    assert told == Told(is_done=False, sentence="The log can't be opened, so nothing has changed. It is left as it is.")
    blocker.unlink()
    one = record()
    assert worker.put(one).wait(PATIENCE_S)
    assert [row["id"] for row in read(blocker / "steady.db").sessions] == [one.id]
    assert not list(blocker.glob("steady-replaced-*"))
    assert window.transfer.close(PATIENCE_S)
    worker.close(PATIENCE_S)


def test_a_bug_reaches_the_crash_hook_and_whoever_waits_is_told(window, folder, monkeypatch):
    heard = []
    monkeypatch.setattr(threading, "excepthook", heard.append)
    monkeypatch.setattr("steady.store.transfers.restore", lambda *_: 1 / 0)
    (folder / "copy.db").touch()
    told = window.ask("restore", folder / "copy.db")
    assert not told.is_done
    assert "not with you" in told.sentence
    assert [args.exc_type for args in heard] == [ZeroDivisionError]


def test_closing_with_nothing_under_way_takes_no_time(paths, faults):
    transfer = LogTransfer(Moves(paths, WorkersLog(LogWorker(paths, faults))))
    assert transfer.close(0.0)


def test_a_command_makes_the_folder_it_needs(tmp_path, folder):
    paths = Paths(tmp_path / "new" / "data")
    Moves(paths, OwnLog(paths)).backup(folder / "copy.db")
    assert Moves(paths, OwnLog(paths)).restore(Path(folder / "copy.db")).startswith("The log is as it was")
    assert paths.log_file.exists()


def test_a_name_that_could_steer_a_terminal_does_not(paths, folder):
    moves = Moves(paths, OwnLog(paths))
    said = moves.export(folder / "\x1b[2Jmine\u202e.json")
    assert said.isprintable()
    assert "mine" in said


def test_an_entry_that_a_copy_brought_back_can_be_edited_again(window, paths, folder):
    journal = JournalWriter(window.worker)
    entry = JournalEntry("entry-1", AT, AT.date(), Words(fact="no reply"))
    assert journal.keep(entry).wait(PATIENCE_S)
    window.ask("backup", folder / "copy.db")
    assert journal.delete(entry.id).wait(PATIENCE_S)
    assert window.ask("restore", folder / "copy.db").is_done
    receipt = journal.keep(msgspec.structs.replace(entry, words=Words(fact="they wrote")))
    assert receipt.wait(PATIENCE_S)
    assert not receipt.failed
    assert [row["fact"] for row in read(paths.log_file).journal] == ["they wrote"]
