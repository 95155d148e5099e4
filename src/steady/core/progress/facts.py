"""What the log counts, before anything is made of it. The store fills these; every fold reads them."""

from datetime import date, datetime
from typing import NamedTuple

import msgspec

from steady.core.remembered import SIGNS

COUNTS_FROM_S = 20.0
"""A practice counts once it went on for so long, or was completed, or was rated after.

Steady breathes as soon as it opens, so a shorter one is a look at another page rather than a practice.
"""
HARD_FROM = 7
"""A rating on the way in that makes a moment a hard one; so does a trigger that was named."""
MOST_MARKS = 1000
"""So many pairs are read one by one, the newest; all of them are counted."""


class DayCount(NamedTuple):
    """A lived day and how many practices it has, at least one."""

    day: date
    times: int


class Pair(NamedTuple):
    """One practice that was rated before and after, 0 to 10 each."""

    at: datetime
    exercise: str
    before: int
    after: int


class PairCount(NamedTuple):
    """How many practices with that exercise, or that trigger, went from `before` to `after`."""

    name: str
    before: int
    after: int
    times: int


class HourCount(NamedTuple):
    """How many hard moments began in an hour of the clock (0 to 23) on a weekday (0 is Monday)."""

    weekday: int
    hour: int
    times: int


class Week(NamedTuple):
    """The six signs of one week, which is named by its Monday: 0 to 4, or None where one was skipped or didn't come up.

    `came_up` tells these two apart: False where the person said that it didn't come up.
    """

    monday: date
    answers: tuple[int | None, ...]
    came_up: tuple[bool, ...] = (True,) * SIGNS


class Totals(msgspec.Struct, frozen=True):
    """Counts of all time. What is practised adds to them and nothing but deleting takes from them."""

    practices: int = 0
    paused: int = 0
    triggers_named: int = 0
    reached: int = 0


class Facts(msgspec.Struct, frozen=True):
    """All that the page of progress is made of.

    `days`, in order, and `totals` are of all time; the rest is of the range that was asked for. `pairs`, oldest first,
    are the newest `MOST_MARKS` at most; `by_exercise` counts every pair once, `by_trigger` once for each of its
    triggers. `rated_after` of `practices` have a rating after. `left_out` rows could not be read.
    """

    days: tuple[DayCount, ...] = ()
    totals: Totals = Totals()
    practices: int = 0
    rated_after: int = 0
    pairs: tuple[Pair, ...] = ()
    by_exercise: tuple[PairCount, ...] = ()
    by_trigger: tuple[PairCount, ...] = ()
    weeks: tuple[Week, ...] = ()
    hours: tuple[HourCount, ...] = ()
    left_out: int = 0
