"""The tables beside the charts: the same facts, newest first."""

from collections.abc import Sequence

from steady.core.progress.facts import Facts, HourCount, Pair, Week
from steady.core.progress.runs import Run
from steady.texts import say
from steady.texts.progress import TableText
from steady.texts.progress_charts import hour_short, number_words, sign_words, value_words, weekday_words
from steady.texts.support import date_words
from steady.ui.widgets.charts.fact_table import Table
from steady.ui.widgets.charts.used_dots import UsedRow


def _heads(*texts: TableText) -> list[str]:
    return [say(text) for text in texts]


def days(facts: Facts) -> Table:
    """Return each day with practice."""
    rows = [(date_words(one.day), str(one.times)) for one in reversed(facts.days)]
    return Table(_heads(TableText.DAY, TableText.TIMES), rows)


def runs(found: Sequence[Run]) -> Table:
    """Return each calm run."""
    rows = [(date_words(r.first), date_words(r.last), str(r.practised), str(len(r.rests))) for r in reversed(found)]
    return Table(_heads(TableText.FROM, TableText.TO, TableText.DAYS, TableText.RESTS), rows)


def pairs(found: Sequence[Pair], titles: Sequence[str]) -> Table:
    """Return each pair."""
    both = reversed(list(zip(found, titles, strict=True)))
    rows = [(date_words(pair.at.date()), title, str(pair.before), str(pair.after)) for pair, title in both]
    return Table(_heads(TableText.DAY, TableText.EXERCISE, TableText.BEFORE, TableText.AFTER), rows)


def used(rows: Sequence[UsedRow]) -> Table:
    """Return each exercise and trigger with its middle ratings and the number of its pairs."""
    found = [
        (row.name, number_words(row.summary.before.median), number_words(row.summary.after.median), str(row.summary.n))
        for row in rows
        if row.summary is not None
    ]
    return Table(_heads(TableText.WHAT, TableText.BEFORE, TableText.AFTER, TableText.PAIRS), found)


def signs(weeks: Sequence[Week]) -> Table:
    """Return each answer, and where there was none, why."""
    rows = [
        (date_words(week.monday), sign_words(sign), value_words(value, came_up=week.came_up[sign]))
        for week in sorted(weeks, reverse=True)
        for sign, value in enumerate(week.answers)
    ]
    return Table(_heads(TableText.WEEK, TableText.SIGN, TableText.ANSWER), rows)


def hours(counts: Sequence[HourCount]) -> Table:
    """Return each hour of each weekday that had a hard moment."""
    rows = [(weekday_words(one.weekday), hour_short(one.hour), str(one.times)) for one in sorted(counts)]
    return Table(_heads(TableText.WEEKDAY, TableText.HOUR, TableText.MOMENTS), rows)
