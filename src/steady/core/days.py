"""Which day something was lived on. The night's last hours may still belong to the evening before, if wanted."""

from datetime import date, datetime, timedelta

LATEST_END_HOUR = 4
"""A day may end at midnight or later, up to this hour."""


def lived_day(moment: datetime, day_ends_hour: int = 0) -> date:
    """Return the local day that was lived at that moment, on a day that ends at `day_ends_hour` (0 to 4).

    What counts is what the clock on the wall showed there: the moment's own offset, and no arithmetic across a change
    of clocks. Raises ValueError for an hour out of range.
    """
    if not 0 <= day_ends_hour <= LATEST_END_HOUR:
        raise ValueError(day_ends_hour)
    return (moment.replace(tzinfo=None) - timedelta(hours=day_ends_hour)).date()


def week_of(day: date) -> date:
    """Return the Monday of that day's week."""
    return day - timedelta(days=day.weekday())
