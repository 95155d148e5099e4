"""`steady check`: a stranger's broken file costs one sentence with its line, and nothing else, whatever it holds."""

import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steady.cli import AT_FAULT, DONE, USAGE, main
from steady.store import files
from steady.store.exercise_file import LIMIT_BYTES
from tests.source import ROOT

HEAD = """\
format = 1
kind = "breathing"
title = "Longer out"
summary = "A slower out-breath."
group = "settle"
minutes = 4
"""
GOOD = f"""{HEAD}
[[phases]]
do = "in"
seconds = 4
to = 1.0

[[phases]]
do = "out"
seconds = 6
to = 0.0
"""
LINE = re.compile(r"(?P<path>[^\n]+?):(?P<line>\d+): (?P<message>[^\n]+)")


@pytest.fixture
def checked(tmp_path, capsys):
    """Return a function that writes that file, checks it, and returns its faults as (line, message)."""

    def check(content: str | bytes, name: str = "mine.toml") -> list[tuple[int, str]]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return faults_at(path, capsys)

    return check


def faults_at(path: Path, capsys) -> list[tuple[int, str]]:
    code = main(["check", str(path)])
    out, err = capsys.readouterr()
    told = [LINE.fullmatch(line) for line in out.splitlines()]
    assert all(told), out
    assert code == (AT_FAULT if told else DONE)
    assert bool(err) == (not told)
    assert all(line.isprintable() for line in (out + err).splitlines())
    assert "Traceback" not in out + err
    return [(int(one["line"]), one["message"]) for one in told]


# -- files that are well ----------------------------------------------------------------------------------------------


def test_a_file_that_is_well_is_done_with_a_kind_word_aside(tmp_path, capsys):
    (tmp_path / "mine.toml").write_text(GOOD)
    assert main(["check", str(tmp_path)]) == DONE
    assert capsys.readouterr() == ("", "One file, and nothing is at fault in it.\n")


def test_every_exercise_that_ships_with_steady_is_well(capsys):
    assert main(["check", str(ROOT / "exercises")]) == DONE


def test_a_byte_order_mark_and_windows_line_ends_are_welcome(checked):
    assert checked(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == []


def test_line_ends_of_unix_and_windows_in_one_file_are_welcome(checked):
    first, *rest = GOOD.split("\n\n")
    assert checked("\n\n".join([first.replace("\n", "\r\n"), *rest])) == []


def test_a_file_whose_lines_all_end_as_on_old_macs_is_told_how_to_be_saved(checked):
    ((line, message),) = checked(GOOD.replace("\n", "\r"))
    assert line == 1
    assert message.startswith("a line ends as on old Macs (CR)")


def test_a_fault_after_windows_line_ends_and_a_mark_has_its_line(checked):
    broken = GOOD.replace("minutes = 4", "minutes = 99").replace("\n", "\r\n")
    assert checked(b"\xef\xbb\xbf" + broken.encode()) == [(6, "`minutes` is 99, and can be 60 at most")]


# -- what the text is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "this file is empty"),
        (b"\xef\xbb\xbf", 1, "this file is empty"),
        (b"# only a note\n\n", 1, "this file is empty"),
        (bytes(range(256)) * 9, 1, "this file is no text"),
        (b"\x7fELF\x02\x01\x01" + bytes(60) + b"\xff", 1, "this file is no text"),
        (GOOD.encode("utf-16"), 1, "this file is UTF-16 text"),
        (GOOD.encode("utf-16-le"), 1, "this file is UTF-16 text"),
        (GOOD.encode("utf-16-be"), 1, "this file is UTF-16 text"),
        (GOOD.replace("Longer", "Längeres").encode("latin-1"), 1, "this file is not UTF-8 text"),
        (GOOD.replace("Longer", "Lon\0ger").encode(), 3, "this file is no text"),
        (b"#" * (LIMIT_BYTES + 1), 1, "this file is larger than 1 MiB"),
    ],
)
def test_a_file_that_is_no_text_of_ours_is_at_fault_as_a_whole(checked, content, line, message):
    ((found_line, found),) = checked(content)
    assert found_line == line
    assert found.startswith(message)


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("a = " + "[" * 100_000, 1, "nested too deeply"),
        (GOOD + "a = " + "{a=" * 100_000, 17, "nested too deeply"),
        (GOOD + "a = " + "[\n" * 100_000, 57, "nested too deeply"),
        (GOOD + "[" + "a." * 300_000 + "a]", 17, "too many parts"),
        (GOOD + "a" + '."!"' * 200_000 + " = 1", 17, "too many parts"),
        (HEAD + "minutes2 = " + "9" * 10_000, 7, "thousands of digits"),
        (HEAD.replace("minutes = 4", "minutes = 0x" + "f" * 10_000), 6, "`minutes`"),
        ("x=1\n" * 20_000, 2, "`x` is here twice"),
        ('"' * 900_000, 1, "followed by ="),
        ("= " * 400_000, 1, "begins with the name"),
    ],
)
def test_a_file_made_to_keep_steady_busy_does_not(checked, content, line, message):
    found = checked(content)
    assert line in [one[0] for one in found]
    assert any(message in one[1] for one in found)


def test_thousands_of_phases_are_one_fault(checked):
    assert checked(HEAD + '[[phases]]\ndo = "in"\nseconds = 4\nto = 1.0\n' * 9000) == [
        (7, "`phases` has room for this many entries: 8")
    ]


def test_lists_and_notes_without_end_have_room_for_so_much_and_no_more(checked):
    tags = GOOD.replace("minutes = 4", "minutes = 4\ntriggers = [" + '"tag", ' * 100_000 + "]")
    assert checked(tags) == [(7, "`triggers` has room for this many entries: 40")]
    cited = GOOD.replace("minutes = 4", 'minutes = 4\nevidence = { grade = "pilot", cite = "' + "a b " * 9999 + '" }')
    assert checked(cited) == [(7, "`cite` has room for 300 characters")]


def test_dots_in_the_words_are_no_name_of_many_parts(checked):
    assert checked(GOOD.replace("A slower", "... " * 30 + "A slower")) == []


# -- how it is written ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('"Longer out"', "Longer out", 3, "what follows the = can't be read; text goes in quotes"),
        ('"Longer out"', '"Longer out', 3, "the text on this line opens with a quote and has none at its end"),
        ('"Longer out"', "“Longer out”", 3, "a quote on this line is a curly one; around text they are straight"),
        ('"Longer out"', '"Longer out”', 3, "a quote on this line is a curly one; around text they are straight"),
        ('"Longer out"', '"The "long" out"', 3, "a quote within text on this line needs a backslash before it"),
        ("minutes = 4", "minutes = 4,5", 6, "the number on this line takes a point, not a comma"),
        ("format = 1", 'format = "1"', 1, "`format` needs to be a whole number"),
        ("minutes = 4", "minutes 4", 6, "a name is followed by = and then by what it is"),
        ("minutes = 4", "minutes = 4 min", 6, "there is more on this line after it could have ended"),
        ("minutes = 4", "minutes = 4\nminutes = 5", 7, "`minutes` is here twice, and can be there once"),
        ("minutes = 4", "evidence = { grade = 1, grade = 2 }", 6, "`grade` is here twice, and can be there once"),
        (
            "minutes = 4",
            '[[phases]]\ndo = "in"\n"do" = "in"',
            8,
            "`do` (phases 1) is here twice, and can be there once",
        ),
        ("to = 0.0\n", "to = 0.0\ncautions = [", 17, "something is opened here and not closed"),
        ("to = 0.0\n", 'to = 0.0\nsay = """never', 17, "something is opened here and not closed"),
        ("A slower", "A \x1b[31mslower", 4, "an invisible control character is on this line, and has to go"),
        ("minutes = 4", "minutes = 4\u2028", 6, "an invisible control character is on this line, and has to go"),
        ("minutes = 4", "minutes = 4\x85", 6, "an invisible control character is on this line, and has to go"),
        ("minutes = 4", "minutes =\t4 min", 6, "there is more on this line after it could have ended"),
        (
            '"settle"\n',
            '"settle"\r',
            5,
            "a line ends as on old Macs (CR); an editor can save it with LF",
        ),
        ("A slower", r"A \slower", 4, "a backslash in text is written as two"),
        ("minutes = 4", "minutes = 4\n- seconds", 7, "a name is followed by = and then by what it is"),
        ("minutes = 4", "minutes = 4\n?", 7, "a line begins with the name of a field, or with ["),
    ],
)
def test_what_cannot_be_read_is_said_plainly_with_its_line(checked, old, new, line, message):
    assert checked(GOOD.replace(old, new, 1)) == [(line, message)]


# -- what it says -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("minutes = 4", "minuets = 4", 6, "`minuets` is no field that Steady knows here; did you mean `minutes`?"),
        ("minutes = 4", "minutes = 4\nxyz = 4", 7, "`xyz` is no field that Steady knows here"),
        ("minutes = 4", "minutes = nan", 6, "`minutes` is nan, and needs a plain number"),
        ("seconds = 6", "seconds = inf", 15, "`seconds` (phases 2) is inf, and needs a plain number"),
        ("to = 1.0", "to = -inf", 11, "`to` (phases 1) is -inf, and needs a plain number"),
        ("format = 1", "format = 2", 1, "this file is written for a newer Steady"),
        ("format = 1", "format = 0", 1, "`format` is 0, and can be one of these: 1"),
        ("format = 1", "format = true", 1, "`format` needs to be a whole number"),
        ("format = 1\n", "", 1, "`format` is missing"),
        ('"breathing"', '"breating"', 2, "`kind` is breating; did you mean breathing?"),
        ('kind = "breathing"\n', "", 1, "`kind` is missing"),
        ('"Longer out"', '"  "', 3, "`title` is blank"),
        ('"Longer out"', '"\u200b\u3164"', 3, "`title` is blank"),
        ('"Longer out"', f'"{"long " * 100}"', 3, "`title` has room for 60 characters"),
        ('"Longer out"', '"""Two\nlines"""', 3, "`title` goes on one line"),
        ("A slower", r"A \u001b slower", 4, "`summary` has an invisible control character (U+001B)"),
        ("A slower", "A \u202e slower", 4, "`summary` has an invisible control character (U+202E)"),
        ("A slower", r"A \u2067 slower", 4, "`summary` has an invisible control character (U+2067)"),
        ("A slower", "A \u2028 slower", 4, "`summary` has an invisible control character (U+2028)"),
        ("to = 0.0", "to = 1.0", 11, "phase 1: an in-breath fills, so `to` needs to be above 1"),
        ('do = "out"\nseconds = 6\nto = 0.0', 'do = "in"\nseconds = 6\nto = 0.5', 8, "`phases` is one breath"),
        ("to = 1.0", "to = 0.0", 11, "phase 1: an in-breath fills, so `to` needs to be above 0"),
        ("seconds = 6", "seconds = 3", 8, "`phases`: at least as much time out as in, here 4 in and 3 out"),
        ("seconds = 6", "seconds = 1", 8, "`phases`: at least as much time out"),
        ("minutes = 4", "minutes = 4\ncycles = 3", 7, '`cycles` and `then = "rest"` go together'),
    ],
)
def test_what_a_file_asks_for_and_cannot_have_is_said_with_the_line_of_its_key(checked, old, new, line, message):
    ((found_line, found),) = checked(GOOD.replace(old, new, 1))
    assert found_line == line
    assert found.startswith(message)


def test_a_file_that_empties_never_or_fills_downwards_is_refused(checked):
    falls = '[[phases]]\ndo = "out"\nseconds = 2\nto = 0.8\n' + '[[phases]]\ndo = "out"\nseconds = 6\nto = 0.9\n'
    line, message = checked(HEAD + '[[phases]]\ndo = "in"\nseconds = 4\nto = 1.0\n' + falls)[0]
    assert (line, message) == (18, "phase 3: an out-breath empties, so `to` needs to be below 0.8")


def test_a_newer_format_is_all_that_is_said_of_a_file_that_says_more_than_is_known(checked):
    assert checked('format = 7\nkind = "dance"\nmoves = 3\n') == [(1, "this file is written for a newer Steady")]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("format = 2\nkind = <dance>\n", 1),
        ("# mine\n\n  format   = 3 # the third\r\n\r\nkind = \r\n", 3),
        ('"format" = 2\ntitle = "never closed\n', 1),
        ("kind = 'dance'\nformat = +2\n[[moves]\n", 2),
        ("format = 2\na = " + "[" * 100_000, 1),
        ("format = 2\nformat = 3\n", 1),
        ("format = 2", 1),
    ],
)
def test_a_newer_format_that_is_no_toml_of_today_is_called_newer_all_the_same(checked, content, line):
    assert checked(content) == [(line, "this file is written for a newer Steady")]
    assert checked(content, "longer-out.es.toml") == [(line, "this file is written for a newer Steady")]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("kind = <dance>\nformat = 2\n", 1, "what follows the = can't be read"),
        ("[more]\nformat = 2\nkind = <dance>\n", 3, "what follows the = can't be read"),
        ('title = """\nformat = 2\n"""\nkind = <dance>\n', 4, "what follows the = can't be read"),
        ('title = """\nformat = 2\n', 1, "something is opened here and not closed"),
        ("format = 1\nformat = 2\n", 2, "`format` is here twice"),
        ("format = true\nkind = <dance>\n", 2, "what follows the = can't be read"),
        ("formats = 2\nkind = <dance>\n", 2, "what follows the = can't be read"),
    ],
)
def test_what_only_looks_like_a_newer_format_is_not_called_one(checked, content, line, message):
    ((found_line, found),) = checked(content)
    assert found_line == line
    assert found.startswith(message)


def test_each_fault_of_a_file_is_told_from_the_top(checked):
    broken = GOOD.replace("minutes = 4", "minutes = 99").replace('"settle"', "3").replace("to = 1.0", 'to = "full"')
    assert [line for line, _message in checked(broken + "x = 1\n")] == [5, 6, 11, 17]


def test_what_steers_a_terminal_never_reaches_it(checked):
    escape = '"\\u001b[2J" = 1\n"\\u202e" = 2\n"\\u0007" = "\\u001b"\n'
    assert len(checked(escape + GOOD)) == 3


@pytest.mark.parametrize(
    ("phases", "line"),
    [
        ('phases = [{ do = "in", seconds = 4, to = 1 },\n{ do = "out", seconds = 99, to = 0 }]', 8),
        ('phases = [\n  { do = "in", seconds = 99, to = 1 },\n  { do = "out", seconds = 6, to = 0 },\n]', 8),
        ('[["phases"]]\n"do" = "in"\n"seconds" = 99\nto = 1\n[[phases]]\ndo = "out"\nseconds = 6\nto = 0', 9),
        ("evidence.grade = 'gut'\n" + GOOD[len(HEAD) :], 7),
        ("pace.start.in = 99\npace.start.out = 4\n" + GOOD[len(HEAD) :], 7),
        (GOOD[len(HEAD) :] + "[pace.start]\nin = 3\nout = 99", 19),
        (GOOD[len(HEAD) :] + "[pace]\nstart = { in = 3,   out = 99 }", 18),
        (GOOD[len(HEAD) :] + "[pace]\n'start' . \"out\" = 99\nstart.in = 3", 18),
    ],
)
def test_the_line_is_found_however_the_table_is_written(checked, phases, line):
    assert [found for found, _message in checked(HEAD + phases)] == [line]


# -- what is not a file -----------------------------------------------------------------------------------------------


def test_folders_are_walked_and_one_named_like_a_file_too(tmp_path, capsys):
    for folder in ("a.toml", ".toml", "b/c"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "bad.toml").write_text("kind =")
    (tmp_path / "notes.txt").write_text("not looked at")
    (tmp_path / ".#mine.toml").symlink_to("an editor's lock")
    assert main(["check", str(tmp_path)]) == AT_FAULT
    named = [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()]
    assert sorted(named) == sorted(str(tmp_path / folder / "bad.toml") for folder in ("a.toml", ".toml", "b/c"))


def test_each_file_is_checked_by_itself(tmp_path, capsys):
    (tmp_path / "bad.toml").write_text("kind =")
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "worse.toml").write_bytes(b"\xff\xff")
    assert main(["check", *map(str, (tmp_path / "bad.toml", tmp_path / "good.toml", tmp_path / "worse.toml"))]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_no_exercises_are_no_fault(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == DONE
    assert capsys.readouterr().err == "No exercise files are there.\n"


def test_nothing_to_check_is_usage(capsys):
    assert main(["check"]) == USAGE


def test_what_is_not_there_is_said(tmp_path, capsys):
    assert faults_at(tmp_path / "none.toml", capsys) == [(1, "there is no file or folder of that name")]


def test_a_name_that_can_be_no_id_is_said(checked):
    assert "a file's name becomes its id" in checked(GOOD, "what; is this.toml")[0][1]
    assert checked(GOOD, "mine.txt") == [(1, "the name of an exercise file ends in .toml")]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("target", ["nowhere", "link.toml"], ids=["dangling", "looping"])
def test_a_link_that_leads_nowhere_is_said(tmp_path, capsys, target):
    (tmp_path / "link.toml").symlink_to(tmp_path / target)
    for path in (tmp_path, tmp_path / "link.toml"):
        assert faults_at(path, capsys) == [(1, "this link leads to no file")]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_folders_linked_in_a_ring_are_walked_once(tmp_path, capsys):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "bad.toml").write_text("kind =")
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    assert len(faults_at(tmp_path, capsys)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and devices among files")
def test_a_pipe_or_a_device_is_never_waited_for(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    assert faults_at(tmp_path, capsys) == [(1, "this file can't be read")] * 2


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="such a folder opens for root, or on Windows")
def test_a_folder_that_cannot_be_looked_into_is_said(tmp_path, capsys):
    (tmp_path / "closed").mkdir(mode=0)
    assert faults_at(tmp_path, capsys) == [(1, "this folder can't be looked into")]
    (tmp_path / "closed").chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_path_is_made_safe_to_print(tmp_path, capsys):
    folder = os.fsencode(tmp_path)
    for name in (b"\x1b[2J.toml", b"two\nlines.toml", b"\xff\xfe.toml", "\u202eturned.toml".encode()):
        Path(os.fsdecode(folder + b"/" + name)).write_text("kind =")
    assert len(faults_at(tmp_path, capsys)) == 4


def test_a_name_longer_than_any_disk_takes_is_said(tmp_path, capsys):
    assert len(faults_at(tmp_path / ("x" * 5000 + ".toml"), capsys)) == 1


def test_never_more_than_a_mebibyte_of_a_file_is_read(tmp_path, capsys, monkeypatch):
    read_bytes = 0
    fdopen = os.fdopen

    class Counted:
        def __init__(self, *arguments, **options):
            self.file = fdopen(*arguments, **options)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.file.close()

        def fileno(self):
            return self.file.fileno()

        def read(self, size):
            nonlocal read_bytes
            part = self.file.read(size)
            read_bytes += len(part)
            return part

    monkeypatch.setattr(files.os, "fdopen", Counted)
    with (tmp_path / "huge.toml").open("wb") as huge:
        huge.truncate(1 << 40)  # no disk holds it: a file of holes
    assert faults_at(tmp_path / "huge.toml", capsys) == [(1, "this file is larger than 1 MiB")]
    assert read_bytes <= LIMIT_BYTES


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set otherwise there")
def test_a_terminal_that_knows_no_letters_of_ours_and_little_memory_still_get_a_sentence(tmp_path):
    (tmp_path / "mine.toml").write_text(GOOD.replace('"settle"', '"größe"'), encoding="utf-8")
    (tmp_path / "dots.toml").write_text(GOOD + "a" + ".a" * 500_000 + " = 1")

    def little() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

    done = subprocess.run(
        [sys.executable, "-m", "steady", "check", str(tmp_path)],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii:strict"},
        preexec_fn=little,
        check=False,
    )
    assert done.returncode == AT_FAULT
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr == b""


# -- ways to other exercises ------------------------------------------------------------------------------------------

WALK = (
    HEAD.replace("breathing", "script")
    + """
ways_out = ["five-senses", "support", "five-sense"]

[[steps]]
do = "breathe"
say = "Breathe."
breaths = 3
exercise = "five-senses"

[[steps]]
do = "go-to"
say = "On?"
ways = [
  { label = "Here", to = "mine" },
  { label = "There", to = "nothing-like-it-anywhere" },
]
"""
)


def test_a_way_that_leads_nowhere_and_a_breath_of_what_is_none_are_said_with_their_lines(checked):
    nowhere = "and there is no exercise of that name here"
    assert checked(WALK) == [
        (8, f"`ways_out` (ways_out 3) is five-sense, {nowhere}; did you mean five-senses?"),
        (14, "`exercise` (steps 1) is five-senses, which is no breathing exercise"),
        (21, f"`to` (steps 2, ways 2) is nothing-like-it-anyw..., {nowhere}"),
    ]


def test_a_way_may_lead_to_an_exercise_of_ones_own_elsewhere(tmp_path, capsys):
    own = tmp_path / "data" / "exercises"
    own.mkdir(parents=True)
    (own / "walk-home.toml").write_text(GOOD)
    (tmp_path / "mine.toml").write_text(GOOD.replace("minutes = 4", 'minutes = 4\nways_out = ["walk-home"]'))
    assert main(["--data-dir", str(tmp_path / "data"), "check", str(tmp_path / "mine.toml")]) == DONE
    assert main(["--data-dir", str(tmp_path / "other"), "check", str(tmp_path / "mine.toml")]) == AT_FAULT
    assert "walk-home" in capsys.readouterr().out


# -- translations -----------------------------------------------------------------------------------------------------


def test_a_translation_is_checked_as_one_over_the_exercise_beside_it_or_over_ours(tmp_path, capsys):
    (tmp_path / "mine.toml").write_text(GOOD)
    (tmp_path / "mine.es.toml").write_text('title = "Mío"\nminutes = 9\n')
    (tmp_path / "longer-out.pt-BR.toml").write_text('title = "Mais longo"\n')
    assert faults_at(tmp_path, capsys) == [(2, "`minutes` is no text, and a translation holds only text")]


def test_a_translation_of_nothing_or_of_something_bad_says_so(checked, tmp_path):
    (tmp_path / "bad.toml").write_text("kind =")
    assert checked('title = "Nada"', "bad.es.toml") == [(1, "the exercise that this translates is at fault itself")]
    assert checked('title = "Nada"', "none.es.toml") == [(1, "there is no exercise here for this to translate")]


# -- whatever it holds ------------------------------------------------------------------------------------------------

TEMPLATES = [
    path.read_text(encoding="utf-8")
    for folder in (ROOT / "exercises", ROOT / "assets" / "new")
    for path in sorted(folder.glob("*.toml"))
]
TOKENS = [*"\"[]{}=.,#\n\r\t\\ '", '"""', "[[", "]]", "nan", "-inf", "1e999", "true", "\u202e", "\x1b", "\0", "é", "😀"]
TOKENS += ["format = 2\n", "steps", "phases", "seconds = ", "to = ", "more = [", "{ do = ", "0x", "1979-05-27"]


@st.composite
def mangled(draw) -> bytes:
    """Return an exercise that somebody's cat walked over."""
    text = draw(st.sampled_from(TEMPLATES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from((0, 0, 1, 5, 80, 400))))
        text = text[:start] + draw(st.sampled_from(TOKENS)) * draw(st.sampled_from((1, 1, 1, 3, 50))) + text[end:]
    data = text.encode("utf-8")
    cut = draw(st.integers(0, len(data)))
    return data[:cut] if draw(st.booleans()) else data


def check_whatever_it_holds(tmp_path, capsys, data: bytes) -> None:
    path = tmp_path / "mangled.toml"
    path.write_bytes(data)
    last = data.count(b"\n") + 1
    for line, message in faults_at(path, capsys):
        assert 1 <= line <= last
        assert not re.search(r"Expected|Invalid|Object|\$\.|no exercise file", message)


FUZZED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@settings(FUZZED, max_examples=60)
@given(data=mangled())
def test_a_mangled_exercise_is_well_or_costs_its_sentences(tmp_path, capsys, data):
    check_whatever_it_holds(tmp_path, capsys, data)


@pytest.mark.long
@settings(FUZZED, max_examples=20_000)
@given(data=mangled())
def test_twenty_thousand_mangled_exercises_are_well_or_cost_their_sentences(tmp_path, capsys, data):
    check_whatever_it_holds(tmp_path, capsys, data)


@pytest.mark.long
@settings(FUZZED, max_examples=20_000)
@given(data=st.binary(max_size=3000))
def test_twenty_thousand_files_of_noise_cost_their_sentences(tmp_path, capsys, data):
    check_whatever_it_holds(tmp_path, capsys, data)
