"""Where in a text a field is, however its author wrote it."""

import pytest

from steady.store import toml_lines
from steady.store.toml_lines import CHUNK_BYTES, READ_BYTES, TomlLines, long_key

TEXT = """\
title = "x"
a.b."c d" = { x = 1, y.z = [1, { q = 2 }] }
[pace]
# start = 1
start = { in = 3, out = [
  4 ] }
[[phases]]
do = "in"
[[phases]]
say = '''
do = 1
'''
do = [
  1,
  2 ]
[[phases.deep]]
k = 1
[phases.deep.er]
z = 1
["quoted \\u0041"]
v = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("a",), 2),
        (("a", "b", "c d", "y", "z", 1, "q"), 2),
        (("pace",), 3),
        (("pace", "start", "in"), 5),
        (("pace", "start", "out", 0), 6),
        (("phases",), 7),
        (("phases", 0, "do"), 8),
        (("phases", 1), 9),
        (("phases", 1, "do", 1), 15),
        (("phases", 1, "deep", 0, "k"), 17),
        (("phases", 1, "deep", 0, "er", "z"), 19),
        (("quoted A", "v"), 21),
    ],
)
def test_a_field_has_its_line(path, line):
    assert TomlLines(TEXT).of(path) == line


def test_what_is_missing_has_the_line_of_what_it_would_be_in():
    lines = TomlLines(TEXT)
    assert lines.of(("phases", 1, "seconds")) == 9
    assert lines.of(("pace", "start", "up")) == 5
    assert lines.of(("minutes",)) is None


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("a=1\na=2", (("a",), 2)),
        ("[a]\n[b]\n[a]", (("a",), 3)),
        ('a={b=1,"b"=2}', (("a", "b"), 1)),
        ("a.b=1\na.c=2\n[x.y]\n[x]\n[x.z]", None),
        (TEXT, None),
    ],
)
def test_what_is_said_twice_is_found_and_only_that(text, twice):
    assert TomlLines(text).twice() == twice


@pytest.mark.parametrize(
    ("text", "line"), [("a=[1,\n2\n", 1), ("b=1\na='''x\n", 2), ("b=1\na={x=[1\n", 2), (TEXT, None)]
)
def test_what_makes_no_sense_has_a_line(text, line):
    assert TomlLines(text).first_error() == line


def test_a_name_of_many_parts_is_found_among_words_with_many_dots():
    text = 'a = "' + ". " * 100 + '"\n'
    assert long_key(text, 60) is None
    assert long_key(text + "b = { c" + ".d" * 100 + " = 1 }", 60) == 2


def test_a_text_longer_than_any_exercise_is_read_in_part_and_its_fields_still_have_lines():
    filler = "# more\n" * (READ_BYTES // 7)
    text = f'a = 1\n{filler}late = 2\n"also" = 3\n[[table]]\nx = "late = 1"\n'
    lines = TomlLines(text)
    late = text.split("\n").index("late = 2") + 1
    assert [lines.of((name,)) for name in ("a", "late", "also", "table", "none")] == [1, late, late + 1, late + 2, None]
    assert lines.of(("table", 0, "x")) == late + 2


def test_one_endless_line_has_its_own_number():
    assert TomlLines("a = 1\n\nb = [" + "1," * READ_BYTES + "]\n").of(("b", 7)) == 3


def test_a_name_of_many_parts_is_found_however_far_down():
    assert long_key("# more\n" * READ_BYTES + "a" + ".a" * 100 + " = 1", 60) == READ_BYTES + 1


@pytest.mark.parametrize("unit", ['"', '"""', "a\n", "{", "]", "[[a]]\n"])
def test_of_text_that_makes_no_sense_the_parser_sees_little_at_a_time_and_not_all(unit, monkeypatch):
    """Between two of its chunks other threads have their turn, and its last look at them all has no between."""
    chunks, ends, make = [], [], toml_lines.Parser

    class Watched:
        def __init__(self, language):
            self.parser = make(language)

        def parse(self, chunk):
            def watched(offset, point):
                chunks.append(len(chunk(offset, point)))
                ends.append(offset + chunks[-1])
                return chunk(offset, point)

            return self.parser.parse(watched)

    monkeypatch.setattr(toml_lines, "Parser", Watched)
    text = "format = 1\n" + unit * ((1 << 20) // len(unit))
    TomlLines(text).first_error()
    assert 0 < max(chunks) <= CHUNK_BYTES
    assert max(ends) <= READ_BYTES
