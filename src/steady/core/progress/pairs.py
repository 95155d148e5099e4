"""Before and after: what pairs of ratings come to. Never a percentage, never a cause, nothing from a handful."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from steady.core.progress.facts import PairCount

LEAST_PAIRS = 5
"""Fewer than these are shown one by one and never summed up."""
LEAST_EACH = 8
"""An exercise or a trigger is shown beside others only from so many pairs on."""


class Spread(NamedTuple):
    """Ratings in order: the one in the middle (or half-way between two), the lowest and the highest."""

    median: float
    low: int
    high: int


class Summary(NamedTuple):
    """What `n` pairs come to."""

    n: int
    before: Spread
    after: Spread


class Used(NamedTuple):
    """An exercise or a trigger, and what its pairs come to."""

    name: str
    summary: Summary


def pairs_counted(counts: Iterable[PairCount]) -> int:
    """Return how many pairs there are."""
    return sum(one.times for one in counts)


def summary(counts: Iterable[PairCount], least: int = LEAST_PAIRS) -> Summary | None:
    """Return what pairs come to, and None where they are fewer than `least`."""
    before: Counter[int] = Counter()
    after: Counter[int] = Counter()
    for one in counts:
        before[one.before] += one.times
        after[one.after] += one.times
    n = before.total()
    return Summary(n, _spread(before), _spread(after)) if n >= max(1, least) else None


def used(counts: Iterable[PairCount]) -> list[Used]:
    """Return each name with at least eight pairs, the most used first and equals by name: no order of merit."""
    by_name: defaultdict[str, list[PairCount]] = defaultdict(list)
    for one in counts:
        by_name[one.name].append(one)
    found = [Used(name, made) for name, its in by_name.items() if (made := summary(its, LEAST_EACH)) is not None]
    return sorted(found, key=lambda one: (-one.summary.n, one.name))


def _spread(ratings: Counter[int]) -> Spread:
    n = ratings.total()
    middle = (_at(ratings, (n - 1) // 2) + _at(ratings, n // 2)) / 2
    return Spread(middle, min(ratings), max(ratings))


def _at(ratings: Counter[int], place: int) -> int:
    """Return the rating at that place (from 0) once all are put in order."""
    for rating in sorted(ratings):
        place -= ratings[rating]
        if place < 0:
            return rating
    raise IndexError(place)
