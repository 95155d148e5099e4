import csv
import json
import sqlite3
import stat
from datetime import timedelta

import msgspec
import pytest
from tests.unwritable import UNWRITABLE, needs_unwritable

from steady import __version__
from steady.core.errors import Fault, InputError, LogUnavailable
from steady.core.events import Outcome
from steady.core.record import Draft
from steady.store.log import SqliteLog
from steady.store.transfer import export

NAMES = [
    "id",
    "started_at",
    "ended_at",
    "day",
    "tz",
    "exercise",
    "kind",
    "outcome",
    "practised_s",
    "breaths",
    "note",
    "edited_at",
    "app_version",
]


@pytest.fixture
def path(folder):
    return folder / "steady.db"


@pytest.fixture
def log(path, now):
    opened = SqliteLog.open(path, "0a", now=now)
    yield opened
    opened.close()


def test_json_has_every_practice_with_the_names_that_scripts_rely_on(log, path, folder, record, now):
    one = record()
    end = one.started_at + timedelta(minutes=5)
    log.put(
        msgspec.structs.replace(
            one, beat_at=end, ended_at=end, outcome=Outcome.COMPLETED, practised_s=300.0, breaths=31
        ),
        "Europe/Paris",
    )
    log.put(record(exercise="hum"))
    log.keep_draft(Draft("no-reply-yet", "story", "half a thou"))
    target = folder / "mine.json"
    assert export(path, target, now=now) == 2
    whole = json.loads(target.read_text(encoding="utf-8"))
    assert list(whole) == ["format", "version", "exported_at", "app_version", "sessions", "drafts"]
    assert (whole["format"], whole["version"]) == ("steady-log", 1)
    assert (whole["exported_at"], whole["app_version"]) == ("2026-11-22T21:07:00.000+00:00", __version__)
    assert whole["sessions"][0] == {
        "id": one.id,
        "started_at": "2026-11-22T21:07:05.250+01:00",
        "ended_at": "2026-11-22T21:12:05.250+01:00",
        "day": "2026-11-22",
        "tz": "Europe/Paris",
        "exercise": "meet-your-breath",
        "kind": "breathing",
        "outcome": "completed",
        "practised_s": 300.0,
        "breaths": 31,
        "note": None,
        "edited_at": "2026-11-22T21:07:00.000+00:00",
        "app_version": __version__,
    }
    assert list(whole["sessions"][1]) == NAMES
    assert whole["sessions"][1]["ended_at"] is None
    assert whole["drafts"] == [
        {
            "exercise": "no-reply-yet",
            "place": "story",
            "text": "half a thou",
            "written_at": "2026-11-22T21:07:00.000+00:00",
        }
    ]


def test_csv_is_one_table_of_the_same_names(log, path, folder, record):
    log.put(record(note='quiet, "mostly"\nand slow ø é'), "Europe/Paris")
    export(path, folder / "mine.CSV")
    with (folder / "mine.CSV").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert list(row) == NAMES
    assert row["note"] == 'quiet, "mostly"\nand slow ø é'
    assert (row["ended_at"], row["breaths"], row["practised_s"]) == ("", "", "0.0")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_finds_no_formula_in_a_note(log, path, folder, record, start):
    log.put(record(note=f"{start}HYPERLINK(1)"), "Europe/Paris")
    export(path, folder / "mine.csv")
    with (folder / "mine.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["note"] == f"'{start}HYPERLINK(1)"


def test_an_export_works_beside_an_open_log_and_a_write_under_way(log, path, folder, record):
    log.put(record())
    log.connection.execute("BEGIN IMMEDIATE")
    log.connection.execute("DELETE FROM sessions")
    assert export(path, folder / "mine.json") == 1
    log.connection.execute("ROLLBACK")
    log.put(record())
    assert export(path, folder / "mine.json") == 2


def test_an_export_changes_nothing_in_a_log_that_nobody_has_open(log, path, folder, record):
    log.put(record())
    log.close()
    before = path.read_bytes()
    assert export(path, folder / "mine.json") == 1
    assert path.read_bytes() == before


def test_where_there_is_no_log_the_export_is_empty_and_no_log_is_made(path, folder):
    assert export(path, folder / "mine.json") == 0
    assert export(path, folder / "mine.csv") == 0
    assert json.loads((folder / "mine.json").read_text())["sessions"] == []
    assert (folder / "mine.csv").read_text().split() == [",".join(NAMES)]
    assert not path.exists()


def test_the_export_is_private_and_replaces_an_older_one_whole(log, path, folder):
    target = folder / "mine.json"
    target.write_text("older")
    target.chmod(0o644)
    export(path, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert json.loads(target.read_text())["sessions"] == []
    assert not list(folder.glob(".steady-*"))


@pytest.mark.parametrize("name", ["mine.txt", "mine", "json", ".json"])
def test_another_kind_of_file_is_refused_in_one_sentence(path, folder, name):
    with pytest.raises(InputError, match=r"ends in \.json or \.csv\.$"):
        export(path, folder / name)
    assert list(folder.iterdir()) == []


def test_a_target_that_cannot_be_written_is_the_target_s_fault(path, folder):
    (folder / "folder.json").mkdir()
    (folder / "file").touch()
    for target in (folder / "folder.json", folder / "missing" / "mine.json", folder / "file" / "mine.json"):
        with pytest.raises(InputError, match="can't be written"):
            export(path, target)


@needs_unwritable
def test_a_folder_where_nobody_may_write_is_the_target_s_fault(path):
    with pytest.raises(InputError, match="can't be written"):
        export(path, UNWRITABLE / "mine.json")


def test_our_own_settings_are_not_exported_over(path, folder):
    (folder / "settings.json").write_text("{}")
    with pytest.raises(InputError, match="settings"):
        export(path, folder / "settings.json")
    assert (folder / "settings.json").read_text() == "{}"


@pytest.mark.parametrize(
    ("script", "fault"),
    [("PRAGMA user_version = 99", Fault.LOG_NEWER), ("PRAGMA application_id = 7", Fault.LOG_UNREADABLE)],
)
def test_a_log_that_is_not_ours_to_read_is_told_and_nothing_is_written(log, path, folder, script, fault):
    log.connection.execute(script)
    log.close()
    with pytest.raises(LogUnavailable) as caught:
        export(path, folder / "mine.json")
    assert caught.value.fault is fault
    assert not (folder / "mine.json").exists()


def test_a_corrupt_log_is_told_and_stays(path, folder):
    path.write_bytes(b"this was a log" * 1000)
    with pytest.raises(LogUnavailable) as caught:
        export(path, folder / "mine.json")
    assert caught.value.fault is Fault.LOG_CORRUPT
    assert path.read_bytes() == b"this was a log" * 1000


def test_a_log_without_its_tables_is_told(path, folder, log):
    log.connection.execute("DROP TABLE sessions")
    log.close()
    with pytest.raises(LogUnavailable) as caught:
        export(path, folder / "mine.json")
    assert caught.value.fault is Fault.LOG_UNREADABLE


def test_an_empty_file_is_an_empty_log(path, folder):
    sqlite3.connect(path).close()
    path.touch()
    assert export(path, folder / "mine.json") == 0
