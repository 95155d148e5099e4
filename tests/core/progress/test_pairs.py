"""Before and after: medians and ranges, and silence where there are too few."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.progress.facts import PairCount
from steady.core.progress.pairs import LEAST_EACH, LEAST_PAIRS, Spread, pairs_counted, summary, used

RATING = st.integers(0, 10)
COUNTS = st.lists(st.builds(PairCount, st.sampled_from("abc"), RATING, RATING, st.integers(1, 6)), max_size=30)


def counts(*pairs: tuple[int, int], name: str = "a") -> list[PairCount]:
    return [PairCount(name, before, after, 1) for before, after in pairs]


def test_five_pairs_are_summed_up_by_their_middle_and_their_range():
    made = summary(counts((7, 4), (8, 8), (6, 2), (9, 5), (3, 3)))
    assert (made.n, made.before, made.after) == (5, Spread(7, 3, 9), Spread(4, 2, 8))


def test_the_middle_of_an_even_number_lies_half_way():
    made = summary(counts((7, 4), (8, 5), (6, 2), (9, 5), (3, 3), (4, 4)))
    assert (made.before.median, made.after.median) == (6.5, 4)


@pytest.mark.parametrize("n", range(LEAST_PAIRS))
def test_fewer_than_five_are_never_summed_up(n):
    assert summary(counts(*[(7, 4)] * n)) is None


def test_each_needs_eight_pairs_of_its_own():
    rows = [PairCount("often", 7, 4, 8), PairCount("seldom", 9, 1, 7)]
    assert [one.name for one in used(rows)] == ["often"]


def test_the_order_is_how_often_and_never_how_well():
    rows = [PairCount("b", 5, 5, 9), PairCount("a", 9, 0, 9), PairCount("c", 9, 0, 8)]
    assert [one.name for one in used(rows)] == ["a", "b", "c"]


@given(COUNTS)
def test_a_summary_agrees_with_the_pairs_written_out(rows):
    befores = [one.before for one in rows for _ in range(one.times)]
    afters = [one.after for one in rows for _ in range(one.times)]
    made = summary(rows)
    assert pairs_counted(rows) == len(befores)
    if len(befores) < LEAST_PAIRS:
        assert made is None
    else:
        assert made.before == Spread(statistics.median(befores), min(befores), max(befores))
        assert made.after == Spread(statistics.median(afters), min(afters), max(afters))


@given(COUNTS)
def test_whoever_is_shown_has_eight_pairs_and_nobody_with_eight_is_left_out(rows):
    found = {one.name: one.summary.n for one in used(rows)}
    for name in "abc":
        n = pairs_counted(one for one in rows if one.name == name)
        assert found.get(name) == (n if n >= LEAST_EACH else None)
