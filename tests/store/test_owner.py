import sqlite3

import pytest

from steady.core.events import Outcome
from steady.store.log import SqliteLog
from steady.store.owner import Owner, recover


@pytest.fixture
def owners(tmp_path):
    return tmp_path / "owners"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "steady.db"


def outcomes(path):
    connection = sqlite3.connect(path)
    found = dict(connection.execute("SELECT owner, outcome FROM sessions").fetchall())
    connection.close()
    return found


def leave_open_row(path, owner_id, record):
    log = SqliteLog.open(path, owner_id)
    log.put(record())
    log.close()


def test_the_rows_of_one_who_is_gone_are_interrupted(path, owners, record):
    leave_open_row(path, "0a", record)
    owners.mkdir()
    (owners / "0a.lock").touch()  # left behind at a power cut
    me = Owner(owners)
    me.hold()
    log = SqliteLog.open(path, me.id)
    assert recover(log, me) == 1
    log.close()
    assert outcomes(path) == {"0a": Outcome.INTERRUPTED.value}
    assert [p.stem for p in owners.iterdir()] == [me.id]
    me.release()


def test_the_rows_of_one_whose_lock_file_is_gone_are_interrupted_too(path, owners, record):
    leave_open_row(path, "0a", record)
    log = SqliteLog.open(path, "0b")
    assert recover(log, Owner(owners)) == 1
    log.close()


def test_the_rows_of_one_who_lives_are_left_alone(path, owners, record):
    living = Owner(owners)
    living.hold()
    leave_open_row(path, living.id, record)
    log = SqliteLog.open(path, "0b")
    assert recover(log, Owner(owners)) == 0
    living.release()
    assert recover(log, Owner(owners)) == 1
    log.close()


def test_our_own_rows_are_left_alone(path, owners, record):
    me = Owner(owners)
    me.hold()
    leave_open_row(path, me.id, record)
    log = SqliteLog.open(path, me.id)
    assert recover(log, me) == 0
    log.close()
    me.release()


def test_lock_files_left_behind_are_swept_and_living_ones_stay(path, owners):
    living, me = Owner(owners), Owner(owners)
    living.hold()
    me.hold()
    (owners / "0a.lock").touch()
    (owners / "0b.lock").touch()
    log = SqliteLog.open(path, me.id)
    recover(log, me)
    log.close()
    assert {p.stem for p in owners.iterdir()} == {living.id, me.id}
    living.release()
    me.release()


def test_an_owner_s_name_from_a_strange_log_never_leads_out_of_the_folder(path, owners, record, tmp_path):
    victim = tmp_path / "victim.lock"
    victim.touch()
    owners.mkdir()
    leave_open_row(path, "../victim", record)
    log = SqliteLog.open(path, "0b")
    assert recover(log, Owner(owners)) == 1
    log.close()
    assert victim.exists()


def test_a_folder_that_cannot_be_made_costs_the_lock_and_nothing_else(tmp_path):
    (tmp_path / "owners").write_text("a file")
    assert Owner(tmp_path / "owners").hold() is False
