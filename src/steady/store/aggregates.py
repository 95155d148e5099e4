"""What the log counts for the page of progress: SQL makes the counts, folds in the core make the rest.

Every function takes an open connection and only reads. The time these take grows with the log, so they belong to the
thread that reads, never to the one that paints.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec

from steady.core.progress.facts import (
    COUNTS_FROM_S,
    HARD_FROM,
    MOST_MARKS,
    DayCount,
    Facts,
    HourCount,
    Pair,
    PairCount,
    Totals,
    Week,
)
from steady.core.record import Rating
from steady.core.remembered import DIDNT_COME_UP, Answers
from steady.store.readable import day, decoded, each_readable, moment

T = TypeVar("T")
Strange = Callable[[Sequence[Any]], None]
Given = Mapping[str, object]
FIRST, LAST = "0001-01-01", "9999-12-31"

_COUNTS = "(practised_s >= :counts_from_s OR outcome = 'completed' OR after IS NOT NULL)"
_IN_RANGE = "day BETWEEN :since AND :until"
_RATED_TWICE = "before IS NOT NULL AND after IS NOT NULL"
_HARD = "(before >= :hard_from OR early >= :hard_from OR triggers <> '[]')"

_DAYS = f"SELECT day, count(*) FROM sessions WHERE {_COUNTS} GROUP BY day ORDER BY day"
_RATED = f"SELECT count(*), count(after) FROM sessions WHERE {_COUNTS} AND {_IN_RANGE}"
_PAIRS = f"""
SELECT started_at, exercise, before, after FROM sessions WHERE {_RATED_TWICE} AND {_IN_RANGE}
ORDER BY day DESC, started_at DESC LIMIT :most_marks
"""
_BY_EXERCISE = f"""
SELECT exercise, before, after, count(*) FROM sessions WHERE {_RATED_TWICE} AND {_IN_RANGE}
GROUP BY exercise, before, after ORDER BY exercise, before, after
"""
_BY_TRIGGER = f"""
SELECT tag.value, before, after, count(*)
FROM sessions, json_each(CASE WHEN json_valid(triggers) THEN triggers ELSE '[]' END) AS tag
WHERE triggers <> '[]' AND {_RATED_TWICE} AND {_IN_RANGE}
GROUP BY tag.value, before, after ORDER BY tag.value, before, after
"""
# The hour and the weekday are those that the clock and the calendar showed where the person was.
_HOURS = f"""
SELECT (CAST(strftime('%w', substr(started_at, 1, 10)) AS INTEGER) + 6) % 7 AS weekday,
       CAST(substr(started_at, 12, 2) AS INTEGER) AS hour, count(*)
FROM sessions WHERE {_HARD} AND {_IN_RANGE} GROUP BY weekday, hour ORDER BY weekday, hour
"""
_WEEKS = "SELECT week, answers FROM checkins WHERE week BETWEEN :since AND :until ORDER BY week"
_MOMENTS = "SELECT kind, count(*) FROM moments GROUP BY kind"
_TRIGGERS_NAMED = """
SELECT coalesce(sum(CASE WHEN json_valid(triggers) THEN json_array_length(triggers) END), 0),
       coalesce(sum(NOT json_valid(triggers)), 0)
FROM (
    SELECT triggers FROM sessions WHERE triggers <> '[]' UNION ALL SELECT triggers FROM journal WHERE triggers <> '[]'
)
"""


def facts(
    connection: sqlite3.Connection, since: date | None, until: date | None, strange: Strange = lambda _row: None
) -> Facts:
    """Return what the log counts from `since` to `until`, both among them; None leaves that side open.

    What cannot be read is left out, and that there is such a thing is told to `strange`. Whoever opened the connection
    has begun a transaction, so that all is of one moment. Raises sqlite3.Error.
    """
    given: Given = {
        "since": since.isoformat() if since else FIRST,
        "until": until.isoformat() if until else LAST,
        "counts_from_s": COUNTS_FROM_S,
        "hard_from": HARD_FROM,
        "most_marks": MOST_MARKS,
    }

    def each(query: str, make: Callable[..., T]) -> Iterator[T]:
        return each_readable(connection.execute(query, given), make, strange)

    ((named, badly_named),) = connection.execute(_TRIGGERS_NAMED)
    if badly_named:
        strange((badly_named,))
    days = tuple(each(_DAYS, _day))
    ((practices, rated_after),) = connection.execute(_RATED, given)
    return Facts(
        days=days,
        totals=_totals(connection, sum(one.times for one in days), named),
        practices=practices,
        rated_after=rated_after,
        pairs=tuple(reversed([*each(_PAIRS, _pair)])),
        by_exercise=tuple(each(_BY_EXERCISE, _pair_count)),
        by_trigger=tuple(each(_BY_TRIGGER, _pair_count)),
        weeks=tuple(each(_WEEKS, _week)),
        hours=tuple(each(_HOURS, _hour)),
    )


def _totals(connection: sqlite3.Connection, practices: int, named: int) -> Totals:
    kinds = dict(connection.execute(_MOMENTS))
    return Totals(practices, kinds.get("paused", 0), named, kinds.get("reached", 0))


def _day(text: object, times: int) -> DayCount:
    return DayCount(day(text), times)


def _pair(at: object, exercise: object, before: object, after: object) -> Pair:
    return Pair(moment(at), msgspec.convert(exercise, str), _rating(before), _rating(after))


def _pair_count(name: object, before: object, after: object, times: int) -> PairCount:
    return PairCount(msgspec.convert(name, str), _rating(before), _rating(after), times)


def _rating(value: object) -> int:
    return msgspec.convert(value, Rating)


def _hour(weekday: object, hour: object, times: int) -> HourCount:
    if weekday not in range(7) or hour not in range(24):
        raise ValueError
    return HourCount(msgspec.convert(weekday, int), msgspec.convert(hour, int), times)


def _week(monday: object, answers: object) -> Week:
    found: Answers = decoded(answers, Answers)
    values = tuple(one if isinstance(one, int) else None for one in found)
    return Week(day(monday), values, tuple(one != DIDNT_COME_UP for one in found))
