"""Days with practice: how many of the last ones, and how they stand in weeks."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from steady.core.days import week_of
from steady.core.progress.facts import DayCount

LATELY_DAYS = 30
MOST_STRENGTH = 3


def days_practised(days: Iterable[DayCount], first: date, last: date) -> int:
    """Return on how many days from `first` to `last`, both among them, there was practice."""
    return sum(first <= one.day <= last for one in days)


def lately(days: Iterable[DayCount], today: date) -> int:
    """Return on how many of the last 30 days, today among them, there was practice."""
    return days_practised(days, today - timedelta(days=LATELY_DAYS - 1), today)


def last_day(days: Sequence[DayCount], today: date) -> date | None:
    """Return the last day with practice up to today; None where there is none yet."""
    return max((one.day for one in days if one.day <= today), default=None)


def strength(times: int) -> int:
    """Return how strongly a day is drawn, 0 to 3: it says once, twice or more, and no more is no better."""
    return min(max(times, 0), MOST_STRENGTH)


def weeks_until(last: date, count: int) -> list[date]:
    """Return the Mondays of `count` weeks, oldest first, the last of them the week of `last`."""
    monday = week_of(last)
    return [monday - timedelta(weeks=back) for back in reversed(range(count))]


def weeks_between(first: date, last: date) -> int:
    """Return how many weeks hold the days from `first` to `last`, at least one."""
    return max(0, (week_of(last) - week_of(first)).days // 7) + 1
