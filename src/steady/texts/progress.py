"""What the page of progress says beside its charts: kind, plain, and no more than was logged."""

from datetime import date

from steady.core.progress.days import lately
from steady.core.progress.facts import Facts
from steady.core.progress.ranges import Range
from steady.texts import N_, Text, say
from steady.texts.announce import spoken
from steady.texts.support import date_words


class ProgressText(Text):
    """Headings, ways and small lines."""

    TITLE = N_("Progress")
    HELLO = N_("Good to see you.")
    ONE_MOMENT = N_("One moment.")
    LATELY = N_("Practised {days} of the last 30 days.")
    LAST_TODAY = N_("Last time: today.")
    LAST_YESTERDAY = N_("Last time: yesterday.")
    LAST_ON = N_("Last time: {date}.")
    UNREADABLE = N_("The log can’t be read just now. You could look again a little later.")
    RANGE = N_("How far back")
    NOTE = N_("High moments usually ease with time anyway. This shows what you logged, not what caused it.")
    FEWER = N_("Fewer days can be progress too.")
    AS_TABLE = N_("As a table")
    AS_CHART = N_("As a chart")
    OF_CHART = N_("{what}: {title}")
    EARLIER = N_("Earlier")
    LATER = N_("Later")
    HIDE = N_("Hide this")
    HIDDEN = N_("The chart of runs is hidden.")
    SHOW_AGAIN = N_("Show it again")
    HOW_TO_READ = N_("Arrow keys go from mark to mark.")
    SUMMARY = N_("A page to print")
    PRACTICES = N_("Your practices")
    CAN_GROW = N_("What can grow here")
    THIS_WEEK = N_("Look back at this week")
    TITLE_AND = N_("{title}: {sentence}")


class RangeText(Text):
    """How far back."""

    MONTH = N_("30 days")
    QUARTER = N_("3 months")
    YEAR = N_("A year")
    ALL = N_("All")


class ChartTitle(Text):
    """What each chart is called."""

    DAYS = N_("Days with practice")
    RUNS = N_("Calm streak")
    PAIRS = N_("Before and after")
    USED = N_("What you used, and what it was like")
    SIGNS = N_("Six signs, week by week")
    HOURS = N_("When hard moments came")
    COUNTED = N_("Also counted")


class TableText(Text):
    """What stands above the columns of tables."""

    DAY = N_("Day")
    TIMES = N_("Times")
    MONTH = N_("Month")
    ON_DAYS = N_("Days")
    FROM = N_("From")
    TO = N_("To")
    DAYS = N_("Days with practice")
    RESTS = N_("Days of rest")
    EXERCISE = N_("With what")
    BEFORE = N_("Before")
    AFTER = N_("After")
    WHAT = N_("What")
    PAIRS = N_("Pairs")
    WEEK = N_("Week of")
    SIGN = N_("Sign")
    ANSWER = N_("Answer")
    WEEKDAY = N_("Weekday")
    HOUR = N_("Hour")
    HOURS = N_("Hours")
    MOMENTS = N_("Moments")


def range_words(one: Range) -> str:
    """Return what a range is called."""
    return say(RangeText[one.name])


def lead_words(facts: Facts, last: date | None, today: date) -> str:
    """Return the first line: how many of the last 30 days, and when the last time was. None of them is no number."""
    parts, days = [say(ProgressText.HELLO)], lately(facts.days, today)
    if days:
        parts.append(say(ProgressText.LATELY, days=days))
    if last is not None:
        near = {0: ProgressText.LAST_TODAY, 1: ProgressText.LAST_YESTERDAY}
        text = near.get((today - last).days, ProgressText.LAST_ON)
        parts.append(say(text, date=date_words(last)))
        if not days:
            parts.append(say(ProgressText.FEWER))
    return spoken(parts)


def closing_lines(facts: Facts, today: date) -> list[str]:
    """Return the standing note, and that fewer days can be progress, where the first line does not say so."""
    note = say(ProgressText.NOTE)
    return [note, say(ProgressText.FEWER)] if lately(facts.days, today) else [note]
