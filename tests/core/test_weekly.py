"""One look back a week at most, at the week that most of the past seven days belong to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.remembered import SIGNS
from steady.core.weekly import NOTHING_SAID, offer, week_about, with_answer

MONDAY = date(2026, 11, 23)
days = st.dates(date(2000, 1, 3), date(2100, 1, 1))


@pytest.mark.parametrize(("weekday", "weeks_before"), [(0, 1), (1, 1), (2, 1), (3, 0), (4, 0), (5, 0), (6, 0)])
def test_until_wednesday_it_is_about_the_week_before(weekday, weeks_before):
    assert week_about(MONDAY + timedelta(days=weekday)) == MONDAY - timedelta(weeks=weeks_before)


@given(days)
def test_the_week_holds_most_of_the_past_seven_days(today):
    week = week_about(today)
    assert week.weekday() == 0
    past = [today - timedelta(days=ago) for ago in range(7)]
    assert sum(week <= day < week + timedelta(weeks=1) for day in past) >= 4


@given(days, st.lists(st.integers(-400, 30), max_size=40))
def test_no_week_is_offered_twice_whatever_the_clock_does(first, steps):
    last, today, offered = None, first, []
    for step in steps:
        today += timedelta(days=step)
        decision = offer(last, today)
        if decision.now:
            offered.append(decision.week)
        last = decision.week or last
    assert len(offered) == len(set(offered))


def test_in_the_first_week_nothing_is_offered_and_in_the_second_it_is():
    first = offer(None, MONDAY)
    assert not first.now
    assert not offer(first.week, MONDAY + timedelta(days=1)).now
    assert offer(first.week, MONDAY + timedelta(days=7)).now


def test_an_answer_takes_its_place_and_leaves_the_others():
    assert with_answer(NOTHING_SAID, 2, 4) == (None, None, 4, None, None, None)
    assert with_answer((1, 2, 3, 4, 0, "none"), 5, None) == (1, 2, 3, 4, 0, None)


@pytest.mark.parametrize("sign", [-1, SIGNS])
def test_there_is_no_seventh_sign(sign):
    with pytest.raises(IndexError):
        with_answer(NOTHING_SAID, sign, 0)
