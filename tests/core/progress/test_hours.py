"""When hard moments came: rows of hours, and a word about the day only where one part stands out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.progress.facts import HourCount
from steady.core.progress.hours import HOURS, WEEKDAYS, by_hour, moments, most_common_part

COUNTS = st.lists(st.builds(HourCount, st.integers(0, 6), st.integers(0, 23), st.integers(1, 9)), max_size=40)


@given(COUNTS)
def test_every_moment_stands_in_its_hour_and_none_is_lost(counts):
    rows = by_hour(counts)
    assert (len(rows), {len(row) for row in rows}) == (WEEKDAYS, {HOURS})
    assert sum(map(sum, rows)) == moments(counts)
    for one in counts:
        assert rows[one.weekday][one.hour] >= one.times


@pytest.mark.parametrize(("hours", "part"), [([22] * 5, 18), ([1, 2, 3, 4, 22], 0), ([22] * 4, None)])
def test_a_part_of_the_day_is_named_from_five_moments_on(hours, part):
    assert most_common_part([HourCount(0, hour, 1) for hour in hours]) == part


def test_no_part_is_named_where_two_are_as_common():
    assert most_common_part([HourCount(0, 8, 5), HourCount(3, 21, 5)]) is None
