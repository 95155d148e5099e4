"""Tags: ours are the ones that exercise files use, a person's own are kept as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.triggers import MOST_CHARACTERS, Pull, Trigger, own_among, own_tag, with_tag


def test_the_ids_of_triggers_and_pulls_are_told_apart():
    ids = [one.value for kind in (Trigger, Pull) for one in kind]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("  Sunday   evenings ", "Sunday evenings"),
        ("two\nlines", "two lines"),
        ("\u202eright to left", "right to left"),
        ("   ", ""),
        ("x" * 90, "x" * MOST_CHARACTERS),
    ],
)
def test_an_own_tag_is_one_line_of_a_few_words(typed, tag):
    assert own_tag(typed) == tag


@given(st.text())
def test_an_own_tag_stays_as_it_is_once_it_is_one(typed):
    tag = own_tag(typed)
    assert own_tag(tag) == tag
    assert len(tag) <= MOST_CHARACTERS


def test_a_tag_is_there_once_however_it_is_written():
    assert with_tag(("sundays",), "Sundays") == ("sundays",)
    assert with_tag(("sundays",), "") == ("sundays",)
    assert with_tag(("sundays",), "the phone") == ("sundays", "the phone")


def test_own_tags_are_found_among_others():
    assert own_among(["no-reply", "sundays", "reassurance", "Sundays", "the phone"]) == ("sundays", "the phone")
