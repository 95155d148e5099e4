import contextlib
import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest
from tests.store.conftest import PATIENCE_S

from steady.core.errors import Fault
from steady.core.record import UNRATED, Ratings
from steady.core.remembered import JournalEntry
from steady.store.beside import open_to_read
from steady.store.memories import JournalWriter
from steady.store.reader import ReaderThread
from steady.store.schema import APPLICATION_ID, VERSION

FIXTURE = Path(__file__).parent / "fixtures" / "steady-v1.db"


@pytest.fixture
def ask(paths, faults):
    made = ReaderThread(paths.log_file, lambda _timeout_s: None, faults, rest_s=0.0)

    def asked(query):
        answered, answers = threading.Event(), []
        made.ask(query, lambda answer: (answers.append(answer), answered.set()))
        assert answered.wait(PATIENCE_S)
        return answers[0]

    yield asked
    assert made.close(PATIENCE_S)


def test_before_there_is_a_log_there_is_nothing_to_read(ask, paths, faults):
    assert ask(lambda log: (log.journal(), log.checkins(), log.counts())) == ([], [], [])
    assert not paths.log_file.exists()
    assert faults == []


def test_a_question_is_answered_on_another_thread(ask):
    assert ask(lambda _log: threading.current_thread().name) == "steady-reader"


def test_a_question_is_left_lying_while_the_page_that_asks_comes_up_and_leaving_waits_for_none(paths, faults):
    made = ReaderThread(paths.log_file, lambda _timeout_s: None, faults, rest_s=3600.0)
    answers = []
    made.ask(lambda log: log.journal(), answers.append)
    assert made.close(PATIENCE_S)
    assert answers == []


def test_a_reader_never_writes(ask, worker, record):
    worker(put=[record()])[1].wait(PATIENCE_S)

    def write(log):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            log.connection.execute("DELETE FROM sessions")
        return True

    assert ask(write)


def test_a_log_that_cannot_be_read_is_told_once(ask, paths, faults):
    paths.data_dir.mkdir(parents=True)
    paths.log_file.write_bytes(b"no log " * 1000)
    assert ask(lambda log: log.journal()) is None
    assert ask(lambda log: log.journal()) is None
    assert faults == [Fault.LOG_CORRUPT]


def test_a_newer_log_is_left_alone(ask, paths, faults):
    paths.data_dir.mkdir(parents=True)
    connection = sqlite3.connect(paths.log_file)
    connection.execute("CREATE TABLE later (id)")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    assert ask(lambda log: log.journal()) is None
    assert faults == [Fault.LOG_NEWER]


def test_an_older_log_is_read_as_it_will_be_and_left_as_it_is(ask, paths, faults):
    paths.data_dir.mkdir(parents=True)
    paths.log_file.write_bytes(FIXTURE.read_bytes())
    lived = ask(lambda log: log.sessions(date(2026, 3, 28), date(2026, 3, 29)))
    assert [session.exercise for session in lived] == ["meet-your-breath", "five-senses", "no-reply-yet"]
    assert {session.ratings for session in lived} == {UNRATED}
    assert paths.log_file.read_bytes() == FIXTURE.read_bytes()
    assert faults == []


def test_no_question_keeps_the_log_open(ask, worker, record, paths):
    log, receipt = worker(put=[record()])
    receipt.wait(PATIENCE_S)
    ask(lambda log: log.counts())
    log.close(PATIENCE_S)
    assert not paths.log_file.with_name("steady.db-wal").exists()


def test_a_question_sees_the_log_as_of_one_moment(worker, record, paths):
    log, receipt = worker(put=[record()])
    receipt.wait(PATIENCE_S)
    connection = open_to_read(paths.log_file)
    connection.execute("BEGIN")
    count = "SELECT count(*) FROM sessions"
    assert connection.execute(count).fetchone() == (1,)
    assert log.put(record()).wait(PATIENCE_S)
    assert connection.execute(count).fetchone() == (1,)
    connection.close()


DAYS = (date(2026, 1, 1), date.max)
DAMAGE = {
    "time": "started_at = 'xxx'",
    "time without a zone": "started_at = '2026-11-22T21:07:05'",
    "year": "day = '9026-11-22'",
    "day": "day = 'xxx'",
    "kind": "kind = 'xxx'",
    "rating": """"before" = 'seven', "after" = 3""",
    "length": "practised_s = 'long'",
    "tags": "triggers = '[', note = 'x'",
    "tags that are none": "triggers = '{}'",
    "no text": "exercise = x'00ff'",
}


@pytest.fixture
def damaged(worker, record, paths):
    """Make a log of two practices and two entries, with damage to one of a table."""

    def make(change, table="sessions"):
        good, bad = record(ratings=Ratings(before=7, after=3), triggers=("tone",)), record()
        log, *receipts = worker(put=[good, bad])
        words = [JournalEntry(f"e{number}", good.started_at, good.started_at.date()) for number in (1, 2)]
        receipts += [JournalWriter(log).keep(entry) for entry in words]
        assert all(receipt.wait(PATIENCE_S) for receipt in receipts)
        log.close(PATIENCE_S)
        with contextlib.closing(sqlite3.connect(paths.log_file)) as connection:
            connection.execute(f"UPDATE {table} SET {change} WHERE id IN (?, 'e2')", (bad.id,))  # noqa: S608 - ours
            connection.commit()
        return good, bad

    return make


@pytest.mark.parametrize("change", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_practice_costs_itself_and_no_other_and_is_counted(ask, faults, damaged, change):
    good, bad = damaged(change)
    assert ask(lambda log: ([one.id for one in log.sessions(*DAYS)], log.left_out())) == ([good.id], 1)
    assert ask(lambda log: (log.session(bad.id), log.left_out())) == (None, 1)
    assert faults == []


@pytest.mark.parametrize("change", DAMAGE.values(), ids=DAMAGE)
def test_progress_counts_what_can_be_read_beside_a_damaged_practice(ask, faults, damaged, change):
    damaged(change)
    facts, left_out = ask(lambda log: (log.facts(None, None), log.left_out()))
    assert [(one.before, one.after) for one in facts.pairs] == [(7, 3)]
    assert [(one.name, one.times) for one in facts.by_trigger] == [("tone", 1)]
    assert facts.totals.triggers_named == 1
    assert left_out in {0, 1}, "what progress does not look at costs nothing there"
    assert faults == []


@pytest.mark.parametrize(
    ("change", "left_out"),
    [("written_at = ''", 1), ("day = '2026-02-31'", 1), ("triggers = '[1]'", 1), ("fact = x'00ff'", 1)],
    ids=["time", "day", "tags", "words"],
)
def test_a_damaged_entry_costs_itself_and_no_other(ask, faults, damaged, change, left_out):
    damaged(change, "journal")
    assert ask(lambda log: ([one.id for one in log.journal()], log.left_out())) == (["e1"], left_out)
    assert faults == []


def test_bytes_that_are_no_text_are_shown_as_far_as_they_are(ask, damaged):
    damaged("fact = CAST(x'68ff69' AS TEXT)", "journal")
    assert [one.words.fact for one in ask(lambda log: log.journal())] == ["h\ufffdi", None]


def test_whoever_does_not_say_what_is_missing_has_it_told_once_as_a_fault(ask, faults, damaged):
    damaged("started_at = 'xxx'")
    for _ in range(2):
        assert len(ask(lambda log: log.sessions(*DAYS))) == 1
    assert faults == [Fault.LOG_STRANGE]


def test_whoever_asked_has_an_answer_also_where_a_bug_of_ours_was_in_the_question(ask, monkeypatch):
    caught = []
    monkeypatch.setattr(threading, "excepthook", caught.append)
    assert ask(lambda _log: {}["a bug"]) is None
    assert [args.exc_type for args in caught] == [KeyError]
