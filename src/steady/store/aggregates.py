"""What the log counts for the page of progress: SQL makes the counts, folds in the core make the rest.

Every function takes an open connection and only reads. The time these take grows with the log, so they belong to the
thread that reads, never to the one that paints.
"""

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime

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
from steady.core.remembered import DIDNT_COME_UP, Answers

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
SELECT tag.value, before, after, count(*) FROM sessions, json_each(sessions.triggers) AS tag
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
SELECT (SELECT coalesce(sum(json_array_length(triggers)), 0) FROM sessions WHERE triggers <> '[]')
     + (SELECT coalesce(sum(json_array_length(triggers)), 0) FROM journal WHERE triggers <> '[]')
"""


def facts(connection: sqlite3.Connection, since: date | None = None, until: date | None = None) -> Facts:
    """Return what the log counts from `since` to `until`, both among them; None leaves that side open.

    Whoever opened the connection has begun a transaction, so that all is of one moment. Raises sqlite3.Error.
    """
    given: Given = {
        "since": since.isoformat() if since else FIRST,
        "until": until.isoformat() if until else LAST,
        "counts_from_s": COUNTS_FROM_S,
        "hard_from": HARD_FROM,
        "most_marks": MOST_MARKS,
    }
    days = tuple(DayCount(date.fromisoformat(day), times) for day, times in connection.execute(_DAYS, given))
    ((practices, rated_after),) = connection.execute(_RATED, given)
    return Facts(
        days=days,
        totals=_totals(connection, sum(one.times for one in days)),
        practices=practices,
        rated_after=rated_after,
        pairs=_pairs(connection, given),
        by_exercise=tuple(PairCount(*row) for row in connection.execute(_BY_EXERCISE, given)),
        by_trigger=tuple(PairCount(*row) for row in connection.execute(_BY_TRIGGER, given)),
        weeks=tuple(_week(*row) for row in connection.execute(_WEEKS, given)),
        hours=tuple(HourCount(*row) for row in connection.execute(_HOURS, given)),
    )


def _totals(connection: sqlite3.Connection, practices: int) -> Totals:
    kinds = dict(connection.execute(_MOMENTS))
    ((named,),) = connection.execute(_TRIGGERS_NAMED)
    return Totals(practices, kinds.get("paused", 0), named, kinds.get("reached", 0))


def _pairs(connection: sqlite3.Connection, given: Given) -> tuple[Pair, ...]:
    rows = connection.execute(_PAIRS, given).fetchall()
    return tuple(Pair(datetime.fromisoformat(at), *rest) for at, *rest in reversed(rows))


def _week(monday: str, answers: str) -> Week:
    found = msgspec.json.decode(answers, type=Answers)
    values = tuple(one if isinstance(one, int) else None for one in found)
    return Week(date.fromisoformat(monday), values, tuple(one != DIDNT_COME_UP for one in found))
