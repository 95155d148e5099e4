"""When hard moments came: hour and weekday. It says when they were logged, not why."""

from collections.abc import Iterable

from steady.core.progress.facts import HourCount

HOURS, WEEKDAYS = 24, 7
LEAST_MOMENTS = 5
"""From fewer than these no hour is called the most common one."""
PART_HOURS = 6


def by_hour(counts: Iterable[HourCount]) -> list[list[int]]:
    """Return the counts as seven rows, Monday first, of 24 hours each."""
    rows = [[0] * HOURS for _ in range(WEEKDAYS)]
    for one in counts:
        rows[one.weekday][one.hour] += one.times
    return rows


def moments(counts: Iterable[HourCount]) -> int:
    """Return how many there were."""
    return sum(one.times for one in counts)


def most_common_part(counts: Iterable[HourCount]) -> int | None:
    """Return the first hour of the quarter of the day (0, 6, 12 or 18) with the most; None where none stands out."""
    parts = [0] * (HOURS // PART_HOURS)
    for one in counts:
        parts[one.hour // PART_HOURS] += one.times
    most = max(parts)
    if sum(parts) < LEAST_MOMENTS or parts.count(most) > 1:
        return None
    return parts.index(most) * PART_HOURS
