"""Practices of before, read a stretch of time after the other: whoever wants to see further back asks for more."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from steady.core.events import Outcome
from steady.core.ports import LogReader
from steady.core.progress.facts import COUNTS_FROM_S
from steady.core.record import SessionRecord

YEAR_DAYS = 366


class Past(NamedTuple):
    """Practices, newest first, and the day from which on to read for more; None where these are all there are.

    `left_out` others could not be read.
    """

    records: Sequence[SessionRecord]
    earlier: date | None
    left_out: int = 0


def counts(record: SessionRecord) -> bool:
    """Whether a practice is among those that progress counts; the log's own queries ask the same."""
    was_rated, is_whole = record.ratings.after is not None, record.outcome is Outcome.COMPLETED
    return record.practised_s >= COUNTS_FROM_S or is_whole or was_rated


def first_look(today: date) -> date:
    """Return the day from which on practices are read at first."""
    return _days_before(today, YEAR_DAYS)


def look_back(log: LogReader, since: date) -> Past:
    """Return the practices from that day on, those that a clock set back left in days to come too.

    Where there are none, those of the last stretch that has some. Whatever the log reaches back to, it is asked a few
    times.
    """
    found, earlier = log.sessions(since, date.max), _earlier(log, since)
    if not found and earlier is not None:
        return look_back(log, earlier)
    newest_first = sorted(found, key=lambda record: (record.started_at, record.id), reverse=True)
    return Past(newest_first, earlier, log.left_out())


def _earlier(log: LogReader, since: date) -> date | None:
    """Return the beginning of the next stretch back that has a practice, each twice as long as the one before."""
    days, first = YEAR_DAYS, since
    while first > date.min:
        last, first = first, _days_before(first, days)
        if log.sessions(first, last - timedelta(days=1)):
            return first
        days *= 2
    return None


def _days_before(day: date, count: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - count))
