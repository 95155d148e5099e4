"""Ranking of exercises by words typed in a hurry, over entries made for the purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.exercise import Entry, Script
from steady.core.steps import Say
from steady.store.search import rank


def entry(
    ident: str,
    title: str,
    *synonyms: str,
    summary: str = "A few plain words.",
    triggers: tuple[str, ...] = (),
) -> Entry:
    return Entry(
        ident,
        "yours",
        Script(
            format=1,
            title=title,
            summary=summary,
            group="soothe",
            minutes=3,
            steps=(Say(say="Hello."),),
            synonyms=synonyms,
            triggers=triggers,
        ),
    )


RAIN = entry("rain", "Rain again", "wet shoes", "it won't stop raining", triggers=("weather",))
SNOW = entry("snow", "First snow", "cold hands", "snowed in", summary="For the day when it rains no more.")
SUN = entry("sun", "Low sun", "weather", "glare", "blinded by the light")
ALL = [RAIN, SNOW, SUN]


def ids(query: str, entries=ALL) -> list[str]:
    return [found.id for found in rank(query, entries)]


@pytest.mark.parametrize("query", ["", "   ", "?!", "\n\t"])
def test_a_query_that_says_nothing_leaves_all_as_they_are(query):
    assert ids(query) == ["rain", "snow", "sun"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("first snow", "snow"),
        ("FIRST SNOW!", "snow"),
        ("snow first", "snow"),
        ("frist snwo", "snow"),
        ("cold hands", "snow"),
        ("my hands are so cold tonight", "snow"),
        ("wet shos", "rain"),
        ("glare", "sun"),
    ],
)
def test_titles_and_synonyms_are_found_in_any_order_and_with_mistakes(query, first):
    assert ids(query)[0] == first


@pytest.mark.parametrize("query", ["it won't stop raining", "it wont stop raining", "it won’t stop raining"])
def test_an_apostrophe_is_typed_or_not(query):
    assert ids(query)[0] == "rain"


def test_what_has_nothing_to_do_with_anything_finds_nothing():
    assert ids("quarterly tax form") == []


def test_a_synonym_comes_before_a_trigger_that_many_share():
    assert ids("weather") == ["sun", "rain"]


def test_a_trigger_is_found_in_plain_words():
    apart = entry("apart", "Something else", triggers=("time-apart",))
    assert ids("time apart", [SNOW, apart]) == ["apart"]


def test_a_name_comes_before_a_summary():
    named = entry("named", "Rains")
    told = entry("told", "Else", summary="For the day of the rains.")
    assert ids("rains", [told, named]) == ["named", "told"]


def test_of_two_that_fit_as_well_the_one_that_says_it_in_more_ways_comes_first():
    once = entry("once", "Boats", "an old boat house")
    often = entry("often", "Boats too", "an old boat", "the boat sank", "a boat for two")
    assert ids("boat", [once, often]) == ["often", "once"]


def test_of_two_that_fit_as_well_the_one_that_says_more_of_it_comes_first():
    little = entry("little", "Boats", "river", "river bank", "a river")
    much = entry("much", "Water", "slow river boats")
    assert ids("we went on slow river boats", [little, much]) == ["much", "little"]


def test_short_words_count_only_as_a_whole():
    ice, justice = entry("ice", "Ice"), entry("justice", "A sense of justice")
    assert ids("ice", [justice, ice]) == ["ice"]


def test_those_that_fit_alike_stay_in_their_order():
    twins = [entry("b", "Same"), entry("a", "Same")]
    assert ids("same", twins) == ["b", "a"]


@given(st.text(max_size=200))
def test_whatever_is_typed_finds_some_of_the_entries_each_once(query):
    found = ids(query)
    assert set(found) <= {"rain", "snow", "sun"}
    assert len(set(found)) == len(found)
