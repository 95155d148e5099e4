"""Calm runs: what rest bridges, what it never is, and what holds for every history."""

import itertools
from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from steady.core.days import week_of
from steady.core.progress.runs import RESTS_A_WEEK, Run, calm_runs, longest_run, present_run

MONDAY = date(2026, 8, 3)
DAYS = st.sets(st.integers(0, 120), max_size=90).map(lambda found: {MONDAY + timedelta(days=day) for day in found})


def days(pattern: str, first: date = MONDAY) -> list[date]:
    """Days with practice are x, those without are dots; a space is nothing, so that weeks can be told apart."""
    marks = pattern.replace(" ", "")
    return [first + timedelta(days=place) for place, mark in enumerate(marks) if mark == "x"]


def lengths(pattern: str) -> list[tuple[int, int]]:
    return [(run.practised, len(run.rests)) for run in calm_runs(days(pattern))]


def test_no_practice_is_no_run():
    assert calm_runs([]) == []
    assert present_run([], MONDAY) is None
    assert longest_run([]) is None


def test_days_in_a_row_are_one_run_however_often_a_day_is_given():
    assert calm_runs([*days("xxx"), MONDAY]) == [Run(MONDAY, MONDAY + timedelta(days=2), 3)]


def test_up_to_two_days_of_rest_a_week_are_bridged_and_not_counted_as_practice():
    assert lengths("x.xx.xx") == [(5, 2)]
    assert lengths("xx..xxx") == [(5, 2)]


def test_a_third_day_of_rest_in_a_week_ends_the_run():
    assert lengths("x.x.x.x") == [(3, 2), (1, 0)]
    assert lengths("xx...xx") == [(2, 0), (2, 0)]


def test_the_next_week_has_its_own_two_days():
    assert lengths("xxx.x.x x.xxx.x") == [(10, 4)]
    assert lengths("xxxxx.. ..xxxxx") == [(10, 4)]
    assert lengths("xxxxx.. ...xxxx") == [(5, 0), (4, 0)]


def test_days_before_a_run_began_take_no_rest_from_it():

    assert lengths("xxxxxxx ...x.x. x") == [(7, 0), (3, 2)]


def test_today_without_practice_takes_nothing_from_the_present_run():
    runs = calm_runs(days("xxxx"))
    for later in range(3, 7):
        found = present_run(runs, MONDAY + timedelta(days=later))
        assert found == runs[-1]
    assert present_run(runs, MONDAY + timedelta(days=8)) is None


def test_a_clock_that_was_set_back_leaves_what_lies_ahead_out_of_the_present_run():
    assert present_run(calm_runs(days("xxx")), MONDAY - timedelta(days=1)) is None
    runs = calm_runs([*days("xx"), MONDAY + timedelta(days=300)])
    assert present_run(runs, MONDAY + timedelta(days=2)) == runs[0]


def test_the_longest_is_the_one_with_the_most_days_of_practice():
    runs = calm_runs([*days("x.xx.xx"), *days("xxxxxx", MONDAY + timedelta(weeks=4))])
    assert longest_run(runs) == runs[1]


@given(DAYS)
def test_every_day_with_practice_is_in_exactly_one_run_and_no_rest_is(practised):
    runs = calm_runs(practised)
    held = [
        run.first + timedelta(days=step)
        for run in runs
        for step in range((run.last - run.first).days + 1)
        if run.first + timedelta(days=step) not in run.rests
    ]
    assert sorted(held) == sorted(practised)
    assert sum(run.practised for run in runs) == len(practised)
    assert not {rest for run in runs for rest in run.rests} & practised


@given(DAYS)
def test_a_run_begins_and_ends_with_practice_and_no_week_of_it_has_more_than_two_days_of_rest(practised):
    runs = calm_runs(practised)
    for run in runs:
        assert {run.first, run.last} <= practised
        assert all(run.first < rest < run.last for rest in run.rests)
        assert all(count <= RESTS_A_WEEK for count in Counter(map(week_of, run.rests)).values())
    assert all(earlier.last < later.first for earlier, later in itertools.pairwise(runs))


@given(DAYS)
def test_a_run_ends_only_where_rest_could_not_bridge(practised):
    runs = calm_runs(practised)
    for earlier, later in itertools.pairwise(runs):
        gap = [earlier.last + timedelta(days=step) for step in range(1, (later.first - earlier.last).days)]
        rests = Counter(map(week_of, (*earlier.rests, *gap)))
        assert max(rests.values()) > RESTS_A_WEEK


@given(DAYS, st.integers(1, 40))
def test_practice_on_a_later_day_never_shortens_a_run(practised, later):
    before = calm_runs(practised)
    newest = max(practised, default=MONDAY) + timedelta(days=later)
    after = calm_runs({*practised, newest})
    assert after[: max(0, len(before) - 1)] == before[:-1]
    if before:
        grown = after[len(before) - 1]
        assert grown.practised >= before[-1].practised
        assert (longest_run(after) or grown).practised >= max(run.practised for run in before)


@given(DAYS, st.integers(0, 130))
def test_the_present_run_is_the_one_that_practice_today_would_go_on_with(practised, at):
    today = MONDAY + timedelta(days=at)
    past = {day for day in practised if day <= today}
    found = present_run(calm_runs(practised), today)
    with_today = calm_runs({*past, today})[-1]
    if found is None:
        assert with_today.practised == 1
        assert today not in past
    elif not any(day > today for day in practised):
        assert with_today.first == found.first
        assert with_today.practised == found.practised + (today not in past)
