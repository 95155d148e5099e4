"""What is at fault with a file to import is one sentence, with the place, and nothing of what the file says."""

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steady.core.errors import InputError
from steady.store import importing
from steady.store.importing import read_export
from steady.store.paths import Paths
from steady.store.transfers import Moves, OwnLog

PRIVATE = "they never wrote back"
SESSION = {
    "id": "0199-a",
    "started_at": "2026-11-22T21:07:05.250+01:00",
    "day": "2026-11-22",
    "tz": "Europe/Paris",
    "exercise": "one that nobody knows",
    "kind": "breathing",
    "practised_s": 61,
    "note": PRIVATE,
    "edited_at": "2026-11-22T21:08:00Z",
    "app_version": "0.1.0",
}


def whole(**fields):
    return {"format": "steady-log", "version": 1, "sessions": []} | fields


@pytest.fixture
def moves(tmp_path):
    paths = Paths(tmp_path / "data")
    return Moves(paths, OwnLog(paths))


@pytest.fixture
def file(folder):
    def write(content):
        path = folder / "theirs.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


def refused(path):
    with pytest.raises(InputError) as caught:
        read_export(path)
    assert caught.value.__cause__ is None or PRIVATE not in str(caught.value.__cause__)
    sentence = str(caught.value)
    assert PRIVATE not in sentence
    assert "\n" not in sentence
    assert sentence.startswith(str(path))
    return sentence.removeprefix(str(path))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", ": this is no log that Steady exported. Nothing has changed."),
        (b"they never wrote back", ", line 1: this is not JSON. Nothing has changed."),
        (b'{"format": "steady-log",\n "version": 1,\n they never wrote back', ", line 3: this is not JSON."),
        (b'{"format": "steady-log", "version": 1, "sessions": [', ": this file ends too early."),
        (b"\xff\xfe{\x00}\x00", ", line 1: this is not JSON."),
        (b'{"format": "steady-log\xff"}', ": this is no log"),
        (b"[" * 100_000, ": this"),
        (["they never wrote back"], ": this is no log that Steady exported."),
        ({"format": "they never wrote back", "version": 1}, ": this is no log that Steady exported."),
        ({"format": "steady-log", "version": "they never wrote back"}, ": this is no log that Steady exported."),
        ({"format": "steady-log", "version": 2}, ": this is from a newer Steady"),
        ({"format": "steady-log", "version": 0}, ": this is no log that Steady exported."),
        ({"format": "steady-log", "version": 1}, ": this is no log that Steady exported."),
    ],
)
def test_a_file_that_is_no_export_is_told_in_a_sentence(file, content, sentence):
    assert refused(file(content)).startswith(sentence)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"sessions": [SESSION, SESSION | {"kind": PRIVATE}]}, "sessions[1].kind"),
        ({"sessions": [SESSION | {"started_at": PRIVATE}]}, "sessions[0].started_at"),
        ({"sessions": [SESSION | {"edited_at": "2026-11-22T21:08:00"}]}, "sessions[0].edited_at"),
        ({"sessions": [SESSION | {"id": PRIVATE}]}, "sessions[0].id"),
        ({"sessions": [SESSION | {"id": "0199-a\n"}]}, "sessions[0].id"),
        ({"sessions": [SESSION | {"tz": "=1+1"}]}, "sessions[0].tz"),
        ({"sessions": [SESSION | {"practised_s": 1e300}]}, "sessions[0].practised_s"),
        ({"sessions": [SESSION | {"breaths": -1}]}, "sessions[0].breaths"),
        ({"sessions": [SESSION | {"ratings": {"before": 11}}]}, "sessions[0].ratings.before"),
        ({"deleted": [{"id": "a", "deleted_at": PRIVATE}]}, "deleted[0].deleted_at"),
        ({"checkins": [{"answers": [5] * 6}]}, "checkins[0].answers[0]"),
        ({"checkins": [{"answers": ["none"] * 5}]}, "checkins[0].answers"),
        ({"sessions": [SESSION, SESSION | {"day": "9999-12-31"}]}, "sessions[1].day"),
        ({"sessions": [SESSION | {"started_at": "0001-01-01T00:00:00+14:00"}]}, "sessions[0].started_at"),
        ({"sessions": [SESSION | {"edited_at": "2200-01-01T00:00:00Z"}]}, "sessions[0].edited_at"),
    ],
)
def test_what_is_not_as_steady_writes_it_is_told_with_its_place(file, fields, place):
    assert refused(file(whole(**fields))) == f": {place} is not as Steady writes it. Nothing has changed."


def test_two_looks_at_one_week_cannot_come_in(file):
    checkin = {
        "id": "another",
        "week": "2026-11-16",
        "answered_at": "2026-11-22T21:08:00Z",
        "day": "2026-11-22",
        "tz": "+01:00",
        "answers": [1] * 6,
        "edited_at": "2026-11-22T21:08:00Z",
        "app_version": "0.1.0",
    }
    assert ": checkins[0] is not" in refused(file(whole(checkins=[checkin])))
    assert ": checkins[0] is not" in refused(
        file(whole(checkins=[checkin | {"id": "week-2026-11-17", "week": "2026-11-17"}]))
    )
    assert len(read_export(file(whole(checkins=[checkin | {"id": "week-2026-11-16"}]))).checkins) == 1


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_whatever_is_in_a_file_costs_one_sentence(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "theirs.json"
    path.write_bytes(data)
    with pytest.raises(InputError):
        read_export(path)


def test_a_file_that_is_not_there_a_folder_and_one_too_large_are_told(folder, monkeypatch, file):
    assert "no such file" in refused(folder / "missing.json")
    assert "can't be read" in refused(folder)
    monkeypatch.setattr(importing, "LIMIT_BYTES", 10)
    assert "too large" in refused(file(whole()))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.json")
    assert "can't be read" in refused(folder / "pipe.json")


# -- what comes in -----------------------------------------------------------------------------------------------------


def test_an_export_of_the_first_steady_comes_in_with_all_it_has(moves, file, folder):
    assert moves.import_(file(whole(sessions=[SESSION]))) == (
        "New here: 1. Brought up to date: 0. Deleted there, so here too: 0."
    )
    assert moves.import_(file(whole(sessions=[SESSION]))) == "All of that was here already."
    moves.export(folder / "mine.json")
    (row,) = json.loads((folder / "mine.json").read_text())["sessions"]
    assert row["exercise"] == "one that nobody knows"
    assert (row["note"], row["practised_s"]) == (PRIVATE, 61.0)
    assert row["started_at"] == "2026-11-22T21:07:05.250+01:00"
    assert row["edited_at"] == "2026-11-22T21:08:00.000+00:00"


def test_what_a_later_steady_may_add_does_not_keep_a_file_out(moves, file):
    later = whole(sessions=[SESSION | {"weather": "mild"}], weather=["mild"])
    assert moves.import_(file(later)).startswith("New here: 1.")


def test_a_bad_file_changes_nothing(moves, file, folder):
    moves.import_(file(whole(sessions=[SESSION])))
    bad = whole(sessions=[SESSION | {"id": "0199-b"}, SESSION | {"id": "0199-c", "kind": "?"}])
    with pytest.raises(InputError):
        moves.import_(file(bad))
    moves.export(folder / "mine.json")
    assert [row["id"] for row in json.loads((folder / "mine.json").read_text())["sessions"]] == ["0199-a"]


def test_half_a_character_in_a_file_costs_a_character_or_a_sentence_and_no_more(moves, file):
    broken = json.dumps(whole(sessions=[SESSION])).replace(PRIVATE, "half \\ud800 here").encode()
    with pytest.raises(InputError, match="this"):
        moves.import_(file(broken))


def test_a_log_that_cannot_take_it_is_told_and_left_alone(moves, file, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "steady.db").write_bytes(b"no log " * 1000)
    with pytest.raises(InputError, match="The log can't be opened, so nothing has changed"):
        moves.import_(file(whole(sessions=[SESSION])))
    assert (data / "steady.db").read_bytes() == b"no log " * 1000
