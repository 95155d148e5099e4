import os
import sqlite3
import stat
from datetime import timedelta

import msgspec
import pytest

from steady import __version__
from steady.core.errors import Fault, LogUnavailable
from steady.core.events import Outcome
from steady.core.record import Draft
from steady.store.log import SqliteLog


@pytest.fixture
def path(folder):
    return folder / "steady.db"


@pytest.fixture
def log(path, now):
    opened = SqliteLog.open(path, "0a", now=now)
    yield opened
    opened.close()


def rows(path):
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        found = [dict(row) for row in connection.execute("SELECT * FROM sessions ORDER BY id")]
    connection.close()
    return found


def test_an_open_row_says_when_it_began_and_has_no_end(log, path, record):
    one = record()
    log.put(one)
    assert rows(path) == [
        {
            "id": one.id,
            "started_at": "2026-11-22T21:07:05.250+01:00",
            "ended_at": None,
            "beat_at": None,
            "day": "2026-11-22",
            "tz": "+01:00",
            "exercise": "meet-your-breath",
            "kind": "breathing",
            "outcome": None,
            "practised_s": 0.0,
            "breaths": None,
            "note": None,
            "edited_at": "2026-11-22T21:07:00.000+00:00",
            "app_version": __version__,
            "owner": "0a",
            "before": None,
            "early": None,
            "after": None,
            "felt": None,
            "use_again": None,
            "triggers": "[]",
            "pulled_to": "[]",
        }
    ]


def test_a_later_state_takes_the_place_of_the_earlier_one(log, path, record):
    one = record()
    log.put(one)
    end = one.started_at + timedelta(minutes=5)
    log.put(
        msgspec.structs.replace(
            one, beat_at=end, ended_at=end, outcome=Outcome.COMPLETED, practised_s=300.0, breaths=31, note="quieter"
        )
    )
    (row,) = rows(path)
    assert row["outcome"] == "completed"
    assert row["ended_at"] == "2026-11-22T21:12:05.250+01:00"
    assert (row["practised_s"], row["breaths"], row["note"]) == (300.0, 31, "quieter")


def test_a_zone_s_name_takes_the_place_of_an_offset_and_then_stays(log, path, record):
    one = record()
    log.put(one)
    log.put(one, "Europe/Paris")
    assert rows(path)[0]["tz"] == "Europe/Paris"
    log.put(one)
    log.put(one, "Asia/Tokyo")
    assert rows(path)[0]["tz"] == "Europe/Paris"


def test_the_day_is_the_one_that_was_lived_at_the_start(log, path, record):
    late = record()
    late = msgspec.structs.replace(late, started_at=late.started_at.replace(hour=0, minute=30))
    log.put(late)  # in UTC this is the evening before
    assert rows(path)[0]["day"] == "2026-11-22"


def test_each_write_is_kept_when_the_log_is_opened_again(log, path, record):
    log.put(record())
    log.close()
    again = SqliteLog.open(path, "0b")
    again.put(record())
    again.close()
    assert len(rows(path)) == 2


def test_broken_characters_cost_a_character_and_not_the_row(log, path, record):
    log.put(record(note="half \ud800 here"))
    log.keep_draft(Draft("no-reply-yet", "story", "half \udfff there"))
    assert rows(path)[0]["note"] == "half ? here"
    assert [draft.text for draft in log.drafts()] == ["half ? there"]


def test_a_draft_replaces_an_earlier_one_from_its_box_only(log):
    log.keep_draft(Draft("no-reply-yet", "story", "first"))
    log.keep_draft(Draft("no-reply-yet", "fact", "other box"))
    log.keep_draft(Draft("no-reply-yet", "story", "second"))
    assert {(d.place, d.text) for d in log.drafts()} == {("story", "second"), ("fact", "other box")}
    log.forget_draft("no-reply-yet", "story")
    assert [d.place for d in log.drafts()] == ["fact"]


def test_forgotten_words_are_gone_from_the_file_itself(log, path):
    log.keep_draft(Draft("no-reply-yet", "story", "words-that-nobody-may-find"))
    log.close()
    assert b"words-that-nobody-may-find" in path.read_bytes()
    again = SqliteLog.open(path, "0b")
    again.forget_draft("no-reply-yet", "story")
    again.close()
    assert b"words-that-nobody-may-find" not in path.read_bytes()


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_the_log_and_its_side_files_are_private_whatever_the_umask(path, record, umask):
    before = os.umask(umask)
    try:
        log = SqliteLog.open(path, "0a")
        log.put(record())
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
        log.close()
    finally:
        os.umask(before)
    assert modes == {"steady.db": 0o600, "steady.db-wal": 0o600, "steady.db-shm": 0o600}


def test_a_log_that_others_could_read_is_made_private(log, path):
    log.close()
    path.chmod(0o644)
    SqliteLog.open(path, "0a").close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_writes_as_safely_as_sqlite_can(log):
    def pragma(name):
        return log.connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("secure_delete") == 1
    assert pragma("temp_store") == 2


def test_a_full_disk_is_that_fault_and_the_log_goes_on_once_there_is_room(log, path, record):
    pages = log.connection.execute("PRAGMA page_count").fetchone()[0]
    log.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LogUnavailable) as caught:
        log.put(record(note="x" * 100_000))
    assert caught.value.fault is Fault.DISK_FULL
    log.connection.execute("PRAGMA max_page_count = 100000")
    log.put(record(note="x" * 100_000))
    assert len(rows(path)) == 1


def test_a_log_that_another_holds_is_that_fault(log, path, record):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LogUnavailable) as caught:
        log.put(record())
    assert caught.value.fault is Fault.LOG_LOCKED
    other.execute("ROLLBACK")
    other.close()
    log.put(record())
    assert len(rows(path)) == 1


def fault_when_opened(path):
    before = path.read_bytes()
    with pytest.raises(LogUnavailable) as caught:
        SqliteLog.open(path, "0a")
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["steady.db"]
    return caught.value.fault


@pytest.mark.parametrize(
    "data", [b"not a log at all" * 100, b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_corrupt_log_is_that_fault_and_not_touched(path, data):
    path.write_bytes(data)
    assert fault_when_opened(path) is Fault.LOG_CORRUPT


def test_a_log_cut_short_keeps_the_rows_in_its_side_file(path):
    path.touch()
    side = path.with_name("steady.db-wal")
    side.write_bytes(b"rows")
    with pytest.raises(LogUnavailable) as caught:
        SqliteLog.open(path, "0a")
    assert caught.value.fault is Fault.LOG_CORRUPT
    assert side.read_bytes() == b"rows"


def test_a_newer_log_is_that_fault_and_not_touched(log, path):
    log.connection.execute("PRAGMA user_version = 99")
    log.close()
    assert fault_when_opened(path) is Fault.LOG_NEWER


@pytest.mark.parametrize("script", ["PRAGMA application_id = 7", "PRAGMA user_version = 1", "CREATE TABLE theirs (a)"])
def test_another_program_s_database_is_not_touched(path, script):
    theirs = sqlite3.connect(path)
    theirs.execute("PRAGMA journal_mode = WAL")
    theirs.execute(script)
    theirs.close()
    assert fault_when_opened(path) is Fault.LOG_UNREADABLE


def test_an_empty_file_becomes_a_log(path, record):
    path.touch()
    log = SqliteLog.open(path, "0a")
    log.put(record())
    log.close()
    assert len(rows(path)) == 1


def test_a_folder_in_its_place_is_a_fault(path):
    path.mkdir()
    with pytest.raises(LogUnavailable) as caught:
        SqliteLog.open(path, "0a")
    assert caught.value.fault is Fault.LOG_UNREADABLE


def test_it_knows_when_its_file_is_no_longer_the_one_at_its_path(log, path):
    assert log.is_current
    path.rename(path.with_name("elsewhere.db"))
    assert not log.is_current
    SqliteLog.open(path, "0b").close()
    assert not log.is_current


def test_only_the_named_owner_s_open_rows_are_interrupted_at_their_last_beat(log, path, record):
    started = record()
    beaten = record(beat_at=started.started_at + timedelta(seconds=40))
    ended = record(ended_at=started.started_at, outcome=Outcome.STOPPED)
    for one in (started, beaten, ended):
        log.put(one)
    log.close()
    other = SqliteLog.open(path, "0b")
    other.put(record(exercise="hum"))
    assert other.open_owners() == {"0a", "0b"}
    assert other.interrupt("0a") == 2
    assert other.interrupt("0a") == 0
    other.close()
    by_id = {row["id"]: row for row in rows(path)}
    assert by_id[started.id]["ended_at"] == by_id[started.id]["started_at"]
    assert by_id[beaten.id]["ended_at"] == "2026-11-22T21:07:45.250+01:00"
    assert by_id[ended.id]["outcome"] == "stopped"
    assert [row["outcome"] for row in by_id.values() if row["exercise"] == "hum"] == [None]
