import re

import pytest

from steady.store.exercise_file import BadFile, decode

GOOD = """\
format = 1
kind = "breathing"
title = "Longer out"
summary = "A slower out-breath."
group = "settle"
minutes = 4

[evidence]
grade = "design"

# seconds = 1
[[phases]]
do = "in"
seconds = 4
to = 1.0

[[phases]]
do = "out"
seconds = 6
to = 0.0

[pace]
start = { in = 3, out = 4 }
"""
GROUPS = "ground, holds, settle, slow, soothe, support"


def fault(text):
    with pytest.raises(BadFile) as caught:
        decode(text.encode())
    (only,) = caught.value.faults
    return only.line, only.sentence


def changed(old, new):
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def test_the_file_that_all_these_are_changed_from_is_good():
    assert decode(GOOD.encode()).title == "Longer out"


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("minutes = 4", "minutes = 0.1", 6, "`minutes` is 0.1, and needs 0.5 or more"),
        ("minutes = 4", "minutes = 61", 6, "`minutes` is 61, and can be 60 at most"),
        ("minutes = 4", "minutes = nan", 6, "`minutes` is nan, and needs a plain number"),
        ("minutes = 4", "minutes = -inf", 6, "`minutes` is -inf, and needs a plain number"),
        ("minutes = 4", 'minutes = "4"', 6, "`minutes` needs to be a number"),
        ("minutes = 4", "minutes = 4\ncycles = 2.5", 7, "`cycles` needs to be a whole number"),
        ("minutes = 4\n", "", None, "`minutes` is missing"),
        (
            "minutes = 4",
            "minutes = 4\nminuets = 4",
            7,
            "`minuets` is no field that Steady knows here; did you mean `minutes`?",
        ),
        ('title = "Longer out"', "title = 3", 3, "`title` needs to be text in quotes"),
        ('title = "Longer out"', 'title = ""', 3, "`title` has no text yet"),
        ('title = "Longer out"', f'title = "{"x" * 61}"', 3, "`title` has room for 60 characters"),
        ('"settle"', '"setle"', 5, "`group` is setle; did you mean settle?"),
        ('grade = "design"', 'grad = "design"', 9, "`grad` is no field that Steady knows here; did you mean `grade`?"),
        ('"settle"', '"zzz"', 5, f"`group` is zzz, and can be one of these: {GROUPS}"),
        ('grade = "design"', "", 8, "`grade` is missing"),
        ("seconds = 6", "seconds = 0.1", 19, "`seconds` (phases 2) is 0.1, and needs 0.5 or more"),
        ("seconds = 4", "seconds = inf", 14, "`seconds` (phases 1) is inf, and needs a plain number"),
        ("seconds = 6\n", "", 17, "`seconds` (phases 2) is missing"),
        ('"out"\n', '"sing"\n', 18, "`do` (phases 2) is sing, and can be one of these: in, hold, out"),
        ("in = 3", "in = 0", 23, "`in` is 0, and needs 0.5 or more"),
        ("[pace]\nstart = {", "[pace.start]\nin = 3\nout = 4\nup = 1 #", 25, "`up` is no field that Steady knows here"),
        ("minutes = 4", "minutes = ", 6, "what follows the = can't be read; text goes in quotes"),
        ("out = 4 }\n", "out = 4", 23, "something is opened here and not closed"),
    ],
)
def test_a_fault_is_said_in_plain_words_with_its_line(old, new, line, sentence):
    assert fault(changed(old, new)) == (line, sentence)


def test_a_fault_in_a_list_written_on_one_line_has_that_line():
    head = GOOD[: GOOD.index("[evidence]")]
    text = head + 'phases = [{ do = "in", seconds = 4, to = 1 }, { do = "out", seconds = 99, to = 0 }]\n'
    line, sentence = fault(text)
    assert line == 8
    assert re.match(r"`seconds` \(phases 2\) is 99, and can be \d+ at most", sentence)


def test_too_many_and_too_few_entries_are_said_with_the_limit():
    head = GOOD[: GOOD.index("[evidence]")]
    assert fault(head + "phases = []\n") == (8, "`phases` needs at least this many entries: 2")
    phase = '\n[[phases]]\ndo = "in"\nseconds = 4\nto = 1\n'
    assert fault(head + phase * 9)[1] == "`phases` has room for this many entries: 8"


def test_a_limit_of_safety_is_told_in_its_own_sentence():
    _, sentence = fault(changed("to = 1.0", ""))
    assert sentence == "phase 1: say with `to` how full the lungs become, from 0 to 1"
