import os
import re
import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from steady.core.errors import ExerciseError, Fault, UnknownExercise
from steady.core.exercise import Breathing
from steady.store import bundled
from steady.store.exercise_file import LIMIT_BYTES, BadFile, decode, read
from steady.store.library import ORDER, FileLibrary

GOOD = """
format = 1
kind = "breathing"
title = "{title}"
summary = "A slower out-breath, nothing to hold."
group = "settle"
minutes = 4

[[phases]]
do = "in"
seconds = {seconds}
to = 1.0

[[phases]]
do = "out"
seconds = 6
to = 0.0
"""


def exercise_file(folder, exercise_id, *, title="Longer out", seconds=4):
    path = folder / f"{exercise_id}.toml"
    path.write_text(GOOD.format(title=title, seconds=seconds), encoding="utf-8")
    return path


@pytest.fixture
def ours(tmp_path):
    folder = tmp_path / "exercises"
    folder.mkdir()
    return folder


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def library(ours, own):
    return FileLibrary(ours, own)


def test_one_exercise_is_had_by_its_file_s_name(library, ours):
    exercise_file(ours, "longer-out")
    assert library.get("longer-out").title == "Longer out"


def test_getting_one_reads_no_other(library, ours):
    exercise_file(ours, "longer-out")
    (ours / "broken.toml").write_text("not an exercise")
    library.get("longer-out")
    assert library.problems() == ()


def test_getting_one_never_looks_through_a_folder_however_much_is_in_it(library, ours, monkeypatch):
    exercise_file(ours, "longer-out")

    def looked(_folder) -> None:
        raise AssertionError("the first breath reads one file")

    monkeypatch.setattr("pathlib.Path.iterdir", looked)
    assert library.get("longer-out").title == "Longer out"


def test_the_person_s_own_file_wins(library, ours, own):
    exercise_file(ours, "longer-out")
    exercise_file(own, "longer-out", title="Mine")
    assert library.get("longer-out").title == "Mine"
    (entry,) = library.entries()
    assert (entry.source, entry.exercise.title) == ("yours", "Mine")


def test_a_bad_file_of_the_person_s_own_falls_back_to_ours_and_is_told(library, ours, own):
    exercise_file(ours, "longer-out")
    exercise_file(own, "longer-out", seconds=0.1)
    assert library.get("longer-out").title == "Longer out"
    assert library.faults() == [Fault.BAD_EXERCISES]
    (problem,) = library.problems()
    assert problem.path == str(own / "longer-out.toml")
    assert problem.sentence == "longer-out.toml, line 11: `seconds` (phases 1) is 0.1, and needs 0.5 or more"
    (entry,) = library.entries()
    assert entry.source == "bundled"


def test_a_file_put_right_is_no_problem_any_more(library, own, ours):
    exercise_file(ours, "hum")
    exercise_file(own, "longer-out", seconds=0.1)
    with pytest.raises(ExerciseError):
        library.get("longer-out")
    exercise_file(own, "longer-out")
    library.get("longer-out")
    assert library.problems() == ()
    assert library.faults() == []


def test_a_bad_file_never_stops_the_others(library, ours):
    exercise_file(ours, "longer-out")
    (ours / "broken.toml").write_text("format = ")
    assert [entry.id for entry in library.entries()] == ["longer-out"]
    assert library.faults() == [Fault.BAD_EXERCISES]


def test_an_unknown_id_is_said_in_one_sentence_with_the_id(library, ours):
    exercise_file(ours, "hum")
    with pytest.raises(UnknownExercise, match="no exercise called sing"):
        library.get("sing")


@pytest.mark.parametrize("exercise_id", ["../secret", "/etc/passwd", "", "a\0b", "a\x1b[2J", "x" * 300, "a.b"])
def test_an_id_never_leads_out_of_the_folders(library, ours, tmp_path, exercise_id):
    exercise_file(tmp_path, "secret")
    with pytest.raises(UnknownExercise) as caught:
        library.get(exercise_id)
    assert str(caught.value).isprintable()


def test_ours_come_in_their_order_and_the_rest_by_title(library, ours, own):
    for exercise_id in ("zebra", "hum", "longer-out", "meet-your-breath"):
        exercise_file(ours, exercise_id, title="Zebra" if exercise_id == "zebra" else "Ours")
    exercise_file(own, "yawn", title="apple")
    assert [entry.id for entry in library.entries()] == ["meet-your-breath", "longer-out", "hum", "yawn", "zebra"]


def test_translations_and_other_files_are_no_exercises(library, ours):
    exercise_file(ours, "longer-out")
    exercise_file(ours, "longer-out.es")
    for name in ("README.md", ".toml", ".hidden.toml", "longer-out.toml~", "exercise.schema.json"):
        (ours / name).write_text("something else")
    assert [entry.id for entry in library.entries()] == ["longer-out"]
    assert library.problems() == ()


def test_a_name_that_can_be_no_id_is_told(library, ours):
    exercise_file(ours, "what; is this")
    assert library.entries() == ()
    assert "id" in library.problems()[0].sentence


@pytest.mark.parametrize("missing", [True, False])
def test_where_what_ships_with_steady_is_missing_that_is_the_fault(ours, own, missing):
    if missing:
        ours.rmdir()
    exercise_file(own, "mine")
    library = FileLibrary(ours, own)
    assert [entry.id for entry in library.entries()] == ["mine"]
    assert library.faults() == [Fault.NO_EXERCISES]


def test_no_folder_at_all_still_is_a_library(tmp_path):
    library = FileLibrary(None, tmp_path / "own")
    assert library.entries() == ()
    assert library.faults() == [Fault.NO_EXERCISES]
    with pytest.raises(UnknownExercise):
        library.get("meet-your-breath")


def test_a_byte_order_mark_and_windows_line_ends_are_welcome(library, ours):
    text = GOOD.format(title="Longer out", seconds=4).replace("\n", "\r\n")
    (ours / "longer-out.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert library.get("longer-out").title == "Longer out"


BAD = {
    "empty": b"",
    "binary": bytes(range(256)),
    "utf-16": GOOD.format(title="Wide", seconds=4).encode("utf-16"),
    "nul": b"format = 1\0",
    "deep arrays": b"a = " + b"[" * 100_000,
    "deep tables": b"a = " + b"{a=" * 100_000,
    "long number": b"format = " + b"9" * 10_000,
    "huge number": GOOD.format(title="Huge", seconds="1e999").encode(),
    "not a number": GOOD.format(title="Nan", seconds="nan").encode(),
    "a date": b"format = 1979-05-27",
    "terminal codes": GOOD.format(title="Codes", seconds=4).encode() + b'\n"\\u001b[2J" = 1',
    "too large": b"#" * (LIMIT_BYTES + 1),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_whatever_a_file_holds_its_fault_is_one_printable_line(library, ours, data):
    (ours / "bad.toml").write_bytes(data)
    assert library.entries() == ()
    (problem,) = (one.sentence for one in library.problems())
    assert re.match(r"bad\.toml(, line \d+)?: .", problem)
    assert problem.isprintable()
    assert not re.search(r"Expected|Invalid|Object|\$", problem)
    assert str(ours) not in problem


def test_a_folder_named_like_a_file_is_a_problem_and_no_crash(library, ours):
    (ours / "folder.toml").mkdir()
    assert library.entries() == ()
    assert len(library.problems()) == 1
    with pytest.raises(ExerciseError):
        library.get("folder")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("target", ["nowhere", "link.toml"], ids=["dangling", "to itself"])
def test_a_link_that_leads_nowhere_is_a_problem_and_no_crash(library, ours, target):
    (ours / "link.toml").symlink_to(ours / target)
    assert library.entries() == ()
    assert len(library.problems()) == 1
    with pytest.raises(ExerciseError):
        library.get("link")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_is_a_problem_and_never_waited_for(library, ours):
    os.mkfifo(ours / "pipe.toml")
    assert library.entries() == ()
    assert len(library.problems()) == 1


@given(st.binary(max_size=2000))
@example(b"\xef\xbb\xbf")
@example(b"\x00")
@example(b"[[phases]]\n" * 50)
def test_random_bytes_raise_nothing_but_a_fault_of_the_file(data):
    with pytest.raises(ExerciseError):
        decode(data)


PIECES = [
    *GOOD.format(title="Longer out", seconds=4).splitlines(),
    "seconds = nan",
    "seconds = -inf",
    "seconds = 99999999999999999999999",
    "to = 1e308",
    "minutes = nan",
    'title = "\\u202e"',
    'say = "\\ud7ff"',
    'cautions = ["holds"]',
    "cycles = 4",
    'then = "rest"',
    "optional = true",
    'do = "hold"',
    "pace = { start = { in = 3, out = 4 } }",
    'kind = "script"',
    'steps = [{ do = "say", say = "Hello" }]',
    "a.b.c = [[], {}]",
    "[[phases]]",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_pieces_of_an_exercise_in_any_order_make_one_or_raise_a_fault_of_the_file(tmp_path, lines):
    path = tmp_path / "pieces.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        exercise = read(path)
    except BadFile as error:
        faults = error.faults
    else:
        assert not isinstance(exercise, Breathing) or exercise.pattern().period_s >= 3.0
        return
    assert faults
    for fault in faults:
        assert not re.search(r"Expected|Invalid|Object|\$|this is no exercise", fault.sentence)
        assert fault.sentence.isprintable()
        assert fault.line is None or 1 <= fault.line <= len(lines)


def test_every_exercise_that_ships_with_steady_can_be_read_and_has_its_place(tmp_path):
    folder = bundled.exercises_dir()
    library = FileLibrary(folder, tmp_path / "own")
    ids = [entry.id for entry in library.entries()]
    assert library.problems() == ()
    assert library.faults() == []
    assert "meet-your-breath" in ids
    assert set(ids) <= set(ORDER)


def test_a_name_of_any_length_makes_a_sentence_that_fits(library, own):
    (own / f"{'x' * 60}.toml").write_text("kind =")
    library.entries()
    (problem,) = library.problems()
    assert problem.path == str(own / f"{'x' * 60}.toml")
    assert max(map(len, problem.sentence.split())) <= 36
