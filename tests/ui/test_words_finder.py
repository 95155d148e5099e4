"""Which words are shown, and in which order, without a window."""

import subprocess
import sys

import msgspec
import pytest

from steady.core.breath import Act
from steady.core.exercise import Breathing, Entry, Grounding, PhaseSpec, Script
from steady.core.steps import Say
from steady.texts.soothe import Soothe
from steady.ui.words_finder import GROUPS, WordsFinder

WORDS = Script(format=1, title="x", summary="y", group="soothe", minutes=2, steps=(Say(say="Hello."),))
FOR_OTHERS = msgspec.structs.replace(WORDS, group="support")
OUTWARD = Grounding(format=1, title="x", summary="y", group="ground", minutes=2, steps=(Say(say="Look."),))
BREATH = Breathing(
    format=1,
    title="x",
    summary="y",
    group="settle",
    minutes=2,
    phases=(PhaseSpec(Act.INHALE, 4.0, 1.0), PhaseSpec(Act.EXHALE, 6.0, 0.0)),
)
ENTRIES = (
    Entry("longer-out", "bundled", BREATH),
    Entry("five-senses", "bundled", OUTWARD),
    Entry("no-reply", "bundled", WORDS),
    Entry("their-fear", "bundled", FOR_OTHERS),
    Entry("mine", "yours", FOR_OTHERS),
)


def by_letter(words, entries):
    """Stand in for the ranking: what has the first letter in its id, the last one first."""
    return [entry for entry in reversed(entries) if words[0] in entry.id]


def finder(*near, group=None):
    made = WordsFinder(by_letter, near)
    made.take(ENTRIES)
    made.group = group
    return made


def ids(found):
    return [entry.id for entry in found.entries]


def test_without_a_search_there_are_words_and_what_is_kept_near_comes_first():
    assert ids(finder().find("  ")) == ["no-reply", "their-fear", "mine"]
    assert ids(finder("mine", "five-senses").find("")) == ["mine", "five-senses", "no-reply", "their-fear"]


@pytest.mark.parametrize(
    ("group", "found"),
    [(Soothe.FOR_ME, ["no-reply"]), (Soothe.FOR_OTHERS, ["their-fear"]), (Soothe.MY_OWN, ["mine"])],
    ids=[one.name for one in GROUPS],
)
def test_a_group_has_its_own_and_nothing_that_is_only_near(group, found):
    assert ids(finder("five-senses", group=group).find("")) == found


def test_a_search_is_in_the_order_of_the_ranking_and_among_grounding_too():
    assert ids(finder("no-reply").find("e")) == ["mine", "their-fear", "no-reply", "five-senses"]


def test_a_search_within_a_group_stays_in_it():
    assert ids(finder(group=Soothe.FOR_ME).find("e")) == ["no-reply"]


def test_where_nothing_fits_all_that_was_there_is_there_with_a_word():
    found = finder("five-senses").find("q")
    assert ids(found) == ["five-senses", "no-reply", "their-fear", "mine"]
    assert found.note is Soothe.NONE_FOUND


def test_where_no_exercises_were_found_that_is_said_once_it_is_sure():
    empty = WordsFinder(by_letter, ())
    assert empty.take((), is_whole=False)
    assert empty.find("") == ((), None)
    assert empty.take((), is_whole=True)
    assert [empty.find(words) for words in ("", "e")] == [((), Soothe.NOTHING_HERE)] * 2
    assert not empty.take((), is_whole=True)
    empty.take(ENTRIES)
    assert empty.find("").note is None


def test_where_nothing_is_of_ones_own_that_is_said_searched_for_or_not():
    alone = finder(group=Soothe.MY_OWN)
    alone.take(ENTRIES[:-1])
    assert [alone.find(words) for words in ("", "e")] == [((), Soothe.NO_OWN)] * 2


def test_what_is_near_is_kept_in_order_and_let_go():
    made = finder("gone", "mine")
    assert made.keep_near("no-reply", on=True) == ("gone", "mine", "no-reply")
    assert made.keep_near("mine", on=True) == ("gone", "no-reply", "mine")
    assert made.keep_near("gone", on=False) == ("no-reply", "mine")


def test_only_words_and_grounding_make_a_change():
    made = finder()
    assert not made.take(ENTRIES[1:])
    assert made.take(ENTRIES[2:])


def test_it_knows_no_window():
    code = "import sys, steady.ui.words_finder; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
