"""Days with practice: how many of the last ones, and how they stand in weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.days import week_of
from steady.core.progress.days import (
    LATELY_DAYS,
    MOST_STRENGTH,
    days_practised,
    last_day,
    lately,
    strength,
    weeks_between,
    weeks_until,
)
from steady.core.progress.facts import DayCount
from steady.core.progress.ranges import Range

TODAY = date(2026, 11, 24)
COUNTS = st.dictionaries(st.integers(-10, 400), st.integers(1, 5), max_size=60).map(
    lambda found: [DayCount(TODAY - timedelta(days=back), times) for back, times in sorted(found.items(), reverse=True)]
)


def test_today_and_the_twenty_nine_days_before_it_are_the_last_thirty():
    days = [DayCount(TODAY - timedelta(days=back), 1) for back in (30, 29, 1, 0)]
    assert lately(days, TODAY) == 3


def test_practising_twice_a_day_is_one_day():
    assert lately([DayCount(TODAY, 4)], TODAY) == 1


@given(COUNTS)
def test_no_more_days_are_practised_than_there_are_and_more_practice_never_takes_one(days):
    found = lately(days, TODAY)
    assert 0 <= found <= LATELY_DAYS
    assert lately([*days, DayCount(TODAY, 1)] if all(one.day != TODAY for one in days) else days, TODAY) >= found
    assert found == days_practised(days, TODAY - timedelta(days=29), TODAY)


def test_the_last_day_is_none_that_lies_ahead():
    days = [DayCount(TODAY - timedelta(days=3), 1), DayCount(TODAY + timedelta(days=300), 1)]
    assert last_day(days, TODAY) == TODAY - timedelta(days=3)
    assert last_day([], TODAY) is None


@pytest.mark.parametrize(("times", "drawn"), [(0, 0), (1, 1), (2, 2), (3, 3), (9, 3)])
def test_a_day_is_drawn_more_strongly_up_to_a_point(times, drawn):
    assert strength(times) == drawn <= MOST_STRENGTH


@given(st.dates(date(1, 2, 1), date(9999, 12, 1)), st.integers(1, 4))
def test_weeks_begin_on_mondays_and_the_last_holds_the_day(day, count):
    mondays = weeks_until(day, count)
    assert len(mondays) == count
    assert all(monday.weekday() == 0 for monday in mondays)
    assert timedelta(0) <= day - mondays[-1] < timedelta(days=7)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 3000))
def test_weeks_between_two_days_hold_both(first, more):
    last = first + timedelta(days=more)
    assert week_of(last) - week_of(first) == timedelta(weeks=weeks_between(first, last) - 1)


@pytest.mark.parametrize("chosen", list(Range))
def test_a_range_ends_today_and_holds_as_many_days_as_it_says(chosen):
    first = chosen.first_day(TODAY)
    if chosen is Range.ALL:
        assert first is None
    else:
        assert (TODAY - first).days + 1 == chosen.value


def test_a_range_does_not_begin_before_the_first_day_there_is():
    assert Range.YEAR.first_day(date(1, 1, 5)) == date(1, 1, 1)
