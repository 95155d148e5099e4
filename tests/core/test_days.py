from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.days import LATEST_END_HOUR, lived_day, week_of

BERLIN = ZoneInfo("Europe/Berlin")
HOURS = st.integers(0, LATEST_END_HOUR)
OFFSETS = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
FIRST, LAST = datetime(1990, 1, 2), datetime(2100, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
MOMENTS = st.datetimes(min_value=FIRST, max_value=LAST, timezones=OFFSETS)


def test_a_day_ends_at_midnight_unless_it_is_wanted_later():
    assert lived_day(datetime(2026, 3, 9, 23, 59, tzinfo=BERLIN)) == date(2026, 3, 9)
    assert lived_day(datetime(2026, 3, 10, 0, 1, tzinfo=BERLIN)) == date(2026, 3, 10)
    assert lived_day(datetime(2026, 3, 10, 0, 1, tzinfo=BERLIN), 4) == date(2026, 3, 9)
    assert lived_day(datetime(2026, 3, 10, 3, 59, tzinfo=BERLIN), 4) == date(2026, 3, 9)
    assert lived_day(datetime(2026, 3, 10, 4, 0, tzinfo=BERLIN), 4) == date(2026, 3, 10)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_day_of_a_change_of_clocks_ends_when_the_clock_on_the_wall_says_so(day):
    at = datetime(day.year, day.month, day.day, tzinfo=BERLIN)
    assert lived_day(at.replace(hour=3, minute=59), 4) == day - timedelta(days=1)
    assert lived_day(at.replace(hour=4), 4) == day
    for fold in (0, 1):
        assert lived_day(at.replace(hour=2, minute=30, fold=fold), 3) == day - timedelta(days=1)


def test_a_flight_over_the_date_line_lives_the_days_that_its_clocks_show():
    leaving = datetime(2026, 6, 10, 22, 0, tzinfo=ZoneInfo("Pacific/Auckland"))
    landing = (leaving + timedelta(hours=12)).astimezone(ZoneInfo("America/Los_Angeles"))
    assert lived_day(leaving) == date(2026, 6, 10)
    assert lived_day(landing) == date(2026, 6, 10)


def test_a_leap_day_is_a_day():
    assert lived_day(datetime(2028, 2, 29, 12, tzinfo=UTC)) == date(2028, 2, 29)
    assert lived_day(datetime(2028, 3, 1, 1, tzinfo=UTC), 2) == date(2028, 2, 29)


@given(MOMENTS, HOURS)
def test_the_day_lived_is_the_calendars_or_the_one_before(moment, hour):
    behind = moment.date() - lived_day(moment, hour)
    assert behind == timedelta(days=1 if moment.hour < hour else 0)


@given(MOMENTS, HOURS)
def test_a_clock_set_back_a_year_lives_its_own_day(moment, hour):
    back = moment - timedelta(days=365)
    assert lived_day(moment, hour) - lived_day(back, hour) == timedelta(days=365)


@given(MOMENTS)
def test_a_week_begins_on_a_monday_and_holds_its_day(moment):
    day = moment.date()
    monday = week_of(day)
    assert monday.weekday() == 0
    assert monday <= day < monday + timedelta(days=7)
    assert week_of(monday) == monday


@pytest.mark.parametrize("hour", [-1, 5])
def test_a_day_ends_at_midnight_or_up_to_four(hour):
    with pytest.raises(ValueError, match=str(hour)):
        lived_day(datetime(2026, 1, 1, tzinfo=UTC), hour)
