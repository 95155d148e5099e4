"""When to look back at a week, and at which one. Six signs, each on its own; no total."""

from datetime import date, timedelta
from typing import NamedTuple

from steady.core.days import week_of
from steady.core.remembered import SIGNS, Answer, Answers

HALF_A_WEEK = timedelta(days=3)
NOTHING_SAID: Answers = (None, None, None, None, None, None)


def week_about(today: date) -> date:
    """Return the Monday of the week that most of the past seven days belong to."""
    return week_of(today - HALF_A_WEEK)


class Offered(NamedTuple):
    """Whether to offer a look at the week now, and the week to remember as offered (None: nothing new)."""

    now: bool
    week: date | None


def offer(last: date | None, today: date) -> Offered:
    """Decide whether a look at the week is offered, at most once for each week.

    In the first week of Steady nothing is offered. A clock that was set back asks no week twice.
    """
    week = week_about(today)
    if last is None:
        return Offered(now=False, week=week)
    return Offered(now=True, week=week) if week > last else Offered(now=False, week=None)


def with_answer(answers: Answers, sign: int, answer: Answer) -> Answers:
    """Return the answers with one of them changed; `sign` counts from 0. Raises IndexError where there is none."""
    if not 0 <= sign < SIGNS:
        raise IndexError(sign)
    changed = list(answers)
    changed[sign] = answer
    one, two, three, four, five, six = changed
    return (one, two, three, four, five, six)
