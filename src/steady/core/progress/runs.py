"""Calm runs: days with practice in a row, where a week may hold two days of rest (docs/adr/0024)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from steady.core.days import week_of

RESTS_A_WEEK = 2


class Run(NamedTuple):
    """A run from its first to its last day with practice. Days of rest lie between these, and are no practice."""

    first: date
    last: date
    practised: int
    rests: tuple[date, ...] = ()


def calm_runs(days: Iterable[date]) -> list[Run]:
    """Return the runs that days with practice make, oldest first.

    Days without practice between two with practice are rest where no calendar week of the run then holds more than
    two; otherwise the run has come to its end, and the next begins. What comes later never changes a run that ended.
    """
    runs: list[Run] = []
    rests: list[date] = []
    rested: Counter[date] = Counter()
    for day in sorted(set(days)):
        gap = _between(runs[-1].last, day) if runs else None
        if gap is not None and _bridges(gap, rested):
            rests += gap
            rested.update(map(week_of, gap))
            runs[-1] = runs[-1]._replace(last=day, practised=runs[-1].practised + 1)
            continue
        if runs:
            runs[-1] = runs[-1]._replace(rests=tuple(rests))
        rests, rested = [], Counter()
        runs.append(Run(day, day, 1))
    if runs:
        runs[-1] = runs[-1]._replace(rests=tuple(rests))
    return runs


def present_run(runs: Sequence[Run], today: date) -> Run | None:
    """Return the run that practice today would go on with, or has; None where it would begin another.

    That today has no practice yet takes nothing from it.
    """
    past = [run for run in runs if run.first <= today]
    if not past:
        return None
    run = past[-1]
    gap = _between(run.last, today)
    return run if gap is not None and _bridges(gap, Counter(map(week_of, run.rests))) else None


def longest_run(runs: Sequence[Run]) -> Run | None:
    """Return the run with the most days of practice, the latest of those that are equal."""
    return max(runs, key=lambda run: (run.practised, run.first), default=None)


def _between(before: date, after: date) -> list[date] | None:
    """Return the days between two days; None where there are more than rest could bridge in any weeks."""
    count = (after - before).days - 1
    if count > 2 * RESTS_A_WEEK:
        return None
    return [before + timedelta(days=step) for step in range(1, count + 1)]


def _bridges(gap: Sequence[date], rested: Counter[date]) -> bool:
    if not gap:
        return True
    wanted = Counter(map(week_of, gap))
    return all(rested[week] + count <= RESTS_A_WEEK for week, count in wanted.items())
