"""Where each exercise of the library stands in the menu."""

import msgspec
import pytest

from steady.core.exercise import Breathing, Entry, Grounding, Script
from steady.core.listing import Listing

COMMON = {"format": 1, "title": "x", "summary": "y", "minutes": 4}
PHASES = [{"do": "in", "seconds": 4, "to": 1.0}, {"do": "out", "seconds": 6, "to": 0.0}]
STEPS = [{"do": "say", "say": "Hello."}]


def entry(name: str, kind: type, group: str, source: str = "bundled") -> Entry:
    parts = {"phases": PHASES} if kind is Breathing else {"steps": STEPS}
    given = {**COMMON, "kind": kind.__struct_config__.tag, "group": group, **parts}
    return Entry(name, source, msgspec.convert(given, kind))


LISTING = Listing(
    (
        entry("breath", Breathing, "settle"),
        entry("senses", Grounding, "ground"),
        entry("script that grounds", Script, "ground"),
        entry("our words", Script, "soothe"),
        entry("words of one's own", Script, "soothe", "yours"),
        entry("words for someone", Script, "support", "yours"),
        entry("a breath of one's own", Breathing, "soothe", "yours"),
        entry("grounding among the words", Grounding, "soothe", "yours"),
    )
)


@pytest.mark.parametrize(
    ("found", "names"),
    [
        (LISTING.breathing, ["breath", "a breath of one's own"]),
        (LISTING.grounding, ["senses", "script that grounds"]),
        (LISTING.own_words, ["words of one's own", "words for someone", "grounding among the words"]),
    ],
    ids=["breathing", "grounding", "words"],
)
def test_each_exercise_has_its_place(found, names):
    assert [one.id for one in found] == names


def test_ours_among_the_kind_words_are_the_only_ones_that_have_a_page_of_their_own():
    placed = [one.id for one in (*LISTING.breathing, *LISTING.grounding, *LISTING.own_words)]
    assert sorted({one.id for one in LISTING.entries} - set(placed)) == ["our words"]
    assert len(placed) == len(set(placed))
