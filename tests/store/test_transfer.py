import base64
import contextlib
import csv
import errno
import json
import os
import shutil
import sqlite3
import stat
import sys
from datetime import timedelta, timezone

import msgspec
import pytest
from tests.unwritable import UNWRITABLE, needs_unwritable

from steady import __version__
from steady.core.errors import InputError, LogUnavailable
from steady.core.events import Outcome
from steady.core.record import Draft
from steady.core.remembered import JournalEntry, Words
from steady.store import beside
from steady.store.backup import back_up
from steady.store.importing import read_export
from steady.store.log import SqliteLog
from steady.store.memories import keep_entry
from steady.store.owner import Owner
from steady.store.paths import Paths
from steady.store.transfer import export
from steady.store.zone import zone_name

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
ASKED = ["ratings", "felt", "use_again", "triggers", "pulled_to"]
IN_A_TABLE = [*NAMES, "before", "early", "after", *ASKED[1:]]


@pytest.fixture
def paths(folder):
    return Paths(folder)


@pytest.fixture
def path(paths):
    return paths.log_file


@pytest.fixture
def log(paths, now):
    """Return the open log of a process that lives."""
    owner = Owner(paths.owners_dir)
    owner.hold()
    opened = SqliteLog.open(paths.log_file, owner.id, now=now)
    yield opened
    opened.close()
    owner.release()


def test_json_has_every_practice_with_the_names_that_scripts_rely_on(log, folder, record, now, paths):
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
    assert export(paths, target, now=now).practices == 2
    whole = json.loads(target.read_text(encoding="utf-8"))
    parts = ["sessions", "drafts", "journal", "checkins", "moments", "deleted", "damaged"]
    assert list(whole) == ["format", "version", "exported_at", "app_version", *parts]
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
        "ratings": {"before": None, "early": None, "after": None},
        "felt": None,
        "use_again": None,
        "triggers": [],
        "pulled_to": [],
    }
    assert list(whole["sessions"][1]) == [*NAMES, *ASKED]
    assert whole["sessions"][1]["ended_at"] is None
    assert whole["drafts"] == [
        {
            "exercise": "no-reply-yet",
            "place": "story",
            "text": "half a thou",
            "written_at": "2026-11-22T21:07:00.000+00:00",
        }
    ]


def test_csv_is_one_table_of_the_same_names(log, folder, record, paths):
    log.put(record(note='quiet, "mostly"\nand slow ø é'), "Europe/Paris")
    export(paths, folder / "mine.CSV")
    with (folder / "mine.CSV").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert list(row) == IN_A_TABLE
    assert row["note"] == 'quiet, "mostly"\nand slow ø é'
    assert (row["ended_at"], row["breaths"], row["practised_s"]) == ("", "", "0.0")


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "  =", "\u00a0-", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
def test_a_spreadsheet_finds_no_formula_in_a_note(log, folder, record, start, paths):
    log.put(record(note=f"{start}HYPERLINK(1)"), "Europe/Paris")
    export(paths, folder / "mine.csv")
    with (folder / "mine.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["note"] == f"'{start}HYPERLINK(1)"


def test_a_spreadsheet_finds_no_formula_in_any_tag_however_it_parts_them(log, folder, record, paths):
    log.put(record(triggers=("no-reply", "=1+1"), pulled_to=("@SUM(A1)", "check on them")), "Europe/Paris")
    export(paths, folder / "mine.csv")
    with (folder / "mine.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["triggers"], row["pulled_to"]) == ("no-reply; '=1+1", "'@SUM(A1); check on them")


@pytest.mark.parametrize("name", ["mine.json", "mine.csv", "mine.db"])
@pytest.mark.parametrize("version", [None, 99], ids=["ours", "newer"])
def test_what_was_taken_out_leaves_no_file_beside_the_log_or_the_target(log, folder, record, paths, name, version):
    log.put(record())
    if version is not None:
        log.connection.execute(f"PRAGMA user_version = {version}")
    log.close()
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == ["steady.db"]
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    with contextlib.suppress(InputError, LogUnavailable):
        (back_up if name == "mine.db" else export)(paths, elsewhere / name)
    assert [path.name for path in elsewhere.iterdir()] == ([name] if version is None else [])
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == ["steady.db"]


def test_a_log_that_has_more_in_its_side_file_is_read_with_it_and_stays_as_it_is(log, folder, record, paths, tmp_path):
    log.put(record())
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for side in ("", "-wal"):
        shutil.copy(f"{paths.log_file}{side}", crashed / f"steady.db{side}")
    before = (crashed / "steady.db").read_bytes()
    assert export(Paths(crashed), folder / "mine.json").practices == 1
    assert (crashed / "steady.db").read_bytes() == before


def test_an_export_works_beside_an_open_log_and_a_write_under_way(log, folder, record, paths):
    log.put(record())
    log.connection.execute("BEGIN IMMEDIATE")
    log.connection.execute("DELETE FROM sessions")
    assert export(paths, folder / "mine.json").practices == 1
    log.connection.execute("ROLLBACK")
    log.put(record())
    assert export(paths, folder / "mine.json").practices == 2


def test_an_export_changes_nothing_in_a_log_that_nobody_has_open(log, path, folder, record, paths):
    log.put(record())
    log.close()
    before = path.read_bytes()
    assert export(paths, folder / "mine.json").practices == 1
    assert path.read_bytes() == before


def test_where_there_is_no_log_the_export_is_empty_and_no_log_is_made(path, folder, paths):
    assert export(paths, folder / "mine.json").practices == 0
    assert export(paths, folder / "mine.csv").practices == 0
    assert json.loads((folder / "mine.json").read_text())["sessions"] == []
    assert (folder / "mine.csv").read_text().split() == [",".join(IN_A_TABLE)]
    assert not path.exists()


def test_the_export_is_private_and_replaces_an_older_one_whole(log, folder, paths):
    target = folder / "mine.json"
    target.write_text("older")
    target.chmod(0o644)
    export(paths, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert json.loads(target.read_text())["sessions"] == []
    assert not list(folder.glob(".steady-*"))


@pytest.mark.parametrize("name", ["mine.txt", "mine", "json", ".json"])
def test_another_kind_of_file_is_refused_in_one_sentence(folder, name, paths):
    with pytest.raises(InputError, match=r"ends in \.json or \.csv\.$"):
        export(paths, folder / name)
    assert list(folder.iterdir()) == []


def test_a_target_that_cannot_be_written_is_the_target_s_fault(folder, paths):
    (folder / "folder.json").mkdir()
    (folder / "file").touch()
    for target in (folder / "folder.json", folder / "missing" / "mine.json", folder / "file" / "mine.json"):
        with pytest.raises(InputError, match="can't be written"):
            export(paths, target)


@needs_unwritable
def test_a_folder_where_nobody_may_write_is_the_target_s_fault(paths):
    with pytest.raises(InputError, match="can't be written"):
        export(paths, UNWRITABLE / "mine.json")


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_an_export_to_a_link_is_written_where_the_link_leads(log, folder, paths):
    real, link = folder / "real.json", folder / "link.json"
    real.write_text("{}")
    link.symlink_to(real)
    export(paths, link)
    assert link.is_symlink()
    assert json.loads(real.read_text(encoding="utf-8"))["format"] == "steady-log"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    (folder / "to-us.json").symlink_to(paths.settings_file)
    (folder / "round.json").symlink_to("round.json")
    for name, sentence in (("to-us.json", "own things"), ("round.json", "can't be written")):
        with pytest.raises(InputError, match=sentence):
            export(paths, folder / name)


def test_a_full_disk_is_said_to_be_full(log, folder, paths, monkeypatch):
    target = folder / "mine.json"
    target.write_text("from before")
    monkeypatch.setattr(os, "fsync", lambda _descriptor: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(InputError, match=r"mine.json: the disk is full there, so this file was not written"):
        export(paths, target)
    assert target.read_text() == "from before"


def test_our_own_settings_are_not_exported_over(folder, paths):
    (folder / "settings.json").write_text("{}")
    with pytest.raises(InputError, match="settings"):
        export(paths, folder / "settings.json")
    assert (folder / "settings.json").read_text() == "{}"


@pytest.mark.parametrize(
    ("script", "sentence"),
    [("PRAGMA user_version = 99", "from a newer Steady"), ("PRAGMA application_id = 7", "can't be read")],
)
def test_a_log_that_is_not_ours_to_read_is_told_and_nothing_is_written(log, paths, folder, script, sentence):
    log.connection.execute(script)
    log.close()
    before = paths.log_file.read_bytes()
    with pytest.raises(InputError, match=sentence) as caught:
        export(paths, folder / "mine.json")
    assert "left as it is" in str(caught.value)
    assert not (folder / "mine.json").exists()
    assert paths.log_file.read_bytes() == before


def test_a_corrupt_log_is_told_and_stays(paths, folder):
    paths.log_file.write_bytes(b"this was a log" * 1000)
    with pytest.raises(InputError, match=r"The log can't be read, .* left as it is"):
        export(paths, folder / "mine.json")
    assert paths.log_file.read_bytes() == b"this was a log" * 1000


def test_a_log_without_its_tables_is_told(paths, folder, log):
    log.connection.execute("DROP TABLE sessions")
    log.close()
    with pytest.raises(InputError, match="can't be read"):
        export(paths, folder / "mine.json")


def test_a_log_that_others_keep_to_themselves_is_told_as_busy(paths, folder, log, monkeypatch):
    monkeypatch.setattr(beside, "BUSY_S", 0.0)
    log.connection.execute("PRAGMA journal_mode = DELETE")
    log.connection.execute("BEGIN EXCLUSIVE")
    with pytest.raises(InputError, match="busy"):
        export(paths, folder / "mine.json")
    log.connection.execute("ROLLBACK")


def test_an_empty_file_is_an_empty_log(paths, folder):
    paths.log_file.touch()
    assert export(paths, folder / "mine.json").practices == 0


# -- rows that a crash left open -------------------------------------------------------------------------------------


def exported(paths, folder):
    export(paths, folder / "mine.json")
    return json.loads((folder / "mine.json").read_text(encoding="utf-8"))["sessions"]


@pytest.fixture
def dead_log(paths, now):
    """Return the log of a process that is gone, as a crash left it."""
    paths.owners_dir.mkdir()
    (paths.owners_dir / "0a.lock").touch()
    opened = SqliteLog.open(paths.log_file, "0a", now=now)
    yield opened
    opened.close()


def test_an_open_row_of_one_who_is_gone_is_interrupted_at_its_last_beat(dead_log, paths, folder, record):
    one = record()
    dead_log.put(msgspec.structs.replace(one, beat_at=one.started_at + timedelta(seconds=55), practised_s=54.2))
    dead_log.put(record())
    dead_log.put(record(outcome=Outcome.COMPLETED, ended_at=one.started_at))
    beaten, unbeaten, completed = exported(paths, folder)
    assert (beaten["outcome"], beaten["ended_at"]) == ("interrupted", "2026-11-22T21:08:00.250+01:00")
    assert beaten["practised_s"] == 54.2
    assert (unbeaten["outcome"], unbeaten["ended_at"]) == ("interrupted", unbeaten["started_at"])
    assert completed["outcome"] == "completed"
    assert [list(row) for row in (beaten, unbeaten)] == [[*NAMES, *ASKED]] * 2


def test_an_export_ends_no_row_in_the_log_and_sweeps_no_lock(dead_log, paths, folder, record):
    dead_log.put(record())
    export(paths, folder / "mine.csv")
    assert dead_log.open_owners() == {"0a"}
    assert [path.name for path in paths.owners_dir.iterdir()] == ["0a.lock"]


def test_an_open_row_of_one_who_lives_stays_open(log, paths, folder, record):
    log.put(record(beat_at=record().started_at))
    (row,) = exported(paths, folder)
    assert (row["outcome"], row["ended_at"]) == (None, None)


def test_a_row_of_one_who_is_gone_has_the_name_of_its_zone_where_the_offset_agrees(dead_log, paths, folder, record):
    here = record().started_at.astimezone()
    elsewhere = here.astimezone(timezone(timedelta(hours=5, minutes=17)))
    dead_log.put(record(started_at=here))
    dead_log.put(record(started_at=elsewhere))
    assert [row["tz"] for row in exported(paths, folder)] == [zone_name(here), "+05:17"]


# -- values ----------------------------------------------------------------------------------------------------------


def test_a_csv_leaves_the_values_that_scripts_rely_on_as_they_are(log, paths, folder, record):
    log.put(record(), "-03:00")
    export(paths, folder / "mine.csv")
    with (folder / "mine.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["tz"] == "-03:00"


def test_times_practised_are_in_whole_milliseconds_in_new_rows_and_old_ones(log, paths, folder, record):
    log.put(record(practised_s=4.913887112999873))
    kept = log.connection.execute("SELECT practised_s FROM sessions").fetchall()
    assert kept == [(4.914,)]
    log.connection.execute("UPDATE sessions SET practised_s = 4.913887112999873")
    assert exported(paths, folder)[0]["practised_s"] == 4.914


@pytest.fixture
def damaged(log, record):
    """A log of one practice that is sound and one that is damaged, with two entries, one of them damaged."""
    good, bad = record(), record()
    for one in (good, bad):
        log.put(one, "Europe/Paris")
    for number, words in enumerate(("rain", "sun")):
        keep_entry(log, JournalEntry(f"e{number}", good.started_at, good.started_at.date(), Words(fact="before")))
        keep_entry(log, JournalEntry(f"e{number}", good.started_at, good.started_at.date(), Words(fact=words)))
    log.connection.execute("UPDATE sessions SET triggers = '[', note = CAST(x'68ff' AS TEXT) WHERE id = ?", (bad.id,))
    log.connection.execute("UPDATE journal SET written_at = 'last week' WHERE id = 'e1'")
    return good, bad


def test_damaged_rows_cost_no_others_and_are_in_the_file_as_they_are(damaged, folder, paths):
    good, bad = damaged
    exported = export(paths, folder / "mine.json")
    assert exported.practices == 1
    assert exported.damaged.startswith("3 rows of the log are damaged")
    whole = json.loads((folder / "mine.json").read_text(encoding="utf-8"))
    assert [one["id"] for one in whole["sessions"]] == [good.id]
    assert [one["id"] for one in whole["journal"]] == ["e0"]
    practice, entry, said_before = whole["damaged"]
    assert practice["table"] == "sessions"
    assert (practice["row"]["id"], practice["row"]["triggers"]) == (bad.id, "[")
    assert base64.b64decode(practice["row"]["note"]) == b"h\xff"
    assert (entry["table"], entry["row"]["fact"], entry["row"]["written_at"]) == ("journal", "sun", "last week")
    assert (said_before["row"]["entry_id"], said_before["row"]["fact"]) == ("e1", "before")


def test_a_file_with_damaged_rows_can_be_imported(damaged, folder, paths):
    good, _bad = damaged
    export(paths, folder / "mine.json")
    assert [one.id for one in read_export(folder / "mine.json").sessions] == [good.id]


def test_a_table_says_that_a_damaged_practice_is_not_in_it(damaged, folder, paths):
    exported = export(paths, folder / "mine.csv")
    assert exported == (1, "One practice is damaged and not in this table. A .json export keeps it as it is.")


def test_a_copy_keeps_what_is_damaged_to_the_byte(damaged, folder, paths):
    _good, bad = damaged
    back_up(paths, folder / "copy.db")
    with contextlib.closing(sqlite3.connect(folder / "copy.db")) as copy:
        select = "SELECT triggers, CAST(note AS BLOB) FROM sessions WHERE id = ?"
        assert copy.execute(select, (bad.id,)).fetchone() == ("[", b"h\xff")
