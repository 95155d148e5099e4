import contextlib
import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest
from tests.store.conftest import PATIENCE_S

from steady.core.errors import Fault
from steady.core.record import UNRATED
from steady.store.beside import open_to_read
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


@pytest.mark.parametrize(
    ("change", "query"),
    [
        ("UPDATE sessions SET started_at = 'xxx'", lambda log: log.sessions(date.min, date.max)),
        ("UPDATE sessions SET kind = 'xxx'", lambda log: log.sessions(date.min, date.max)),
        ('UPDATE sessions SET "before" = 7, "after" = 3, started_at = 5', lambda log: log.facts(None, None)),
        ("UPDATE sessions SET triggers = '[', note = 'x'", lambda log: log.sessions(date.min, date.max)),
    ],
    ids=["time", "kind", "number", "tags"],
)
def test_a_strange_value_in_the_log_is_told_as_a_fault_and_whoever_asked_has_an_answer(
    ask, worker, record, paths, faults, change, query
):
    log, receipt = worker(put=[record()])
    receipt.wait(PATIENCE_S)
    log.close(PATIENCE_S)
    with contextlib.closing(sqlite3.connect(paths.log_file)) as connection:
        connection.execute(change)
        connection.commit()
    assert ask(query) is None
    assert faults == [Fault.LOG_STRANGE]


def test_whoever_asked_has_an_answer_also_where_a_bug_of_ours_was_in_the_question(ask, monkeypatch):
    caught = []
    monkeypatch.setattr(threading, "excepthook", caught.append)
    assert ask(lambda _log: {}["a bug"]) is None
    assert [args.exc_type for args in caught] == [KeyError]
