"""A summary to print: what it says, and the page on which it is put together."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from steady.core.progress.days import days_practised
from steady.core.progress.pairs import used
from steady.core.remembered import JournalEntry
from steady.core.summary import Material, Names, Part, Wish
from steady.texts import N_, Text, say
from steady.texts.progress import ChartTitle, ProgressText, TableText
from steady.texts.progress_charts import (
    day_short,
    hour_short,
    month_year,
    number_words,
    sign_words,
    value_words,
    weekday_words,
)
from steady.texts.progress_sentences import UsedText, counted_lines, hours_sentence, pairs_sentence, signs_sentence
from steady.texts.support import date_words


class SummaryText(Text):
    """Headings and lines."""

    TITLE = N_("A page to print")
    LEAD = N_("You could take this to someone who helps you. Only what you choose goes in.")
    RANGE = N_("Which days")
    OTHER = N_("Other days")
    FROM = N_("From this day")
    TO = N_("To this day")
    WHAT = N_("What goes in")
    MAKE = N_("Make the PDF")
    WHERE = N_("Where to keep it")
    NOTHING = N_("You could first choose the days, and at least one thing to go in.")
    TURNED = N_("The first day comes after the last one.")
    MAKING = N_("One moment.")
    KEPT = N_("It is here, readable by your account only.")
    KEPT_NAME = N_("Where it is kept")
    NOT_KEPT = N_("The page to print could not be kept there. You could try another place.")
    UNREADABLE = N_("The log can’t be read just now. You could try again a little later.")
    OPEN_TO_OTHERS = N_("Whoever has this file can read it. Steady does not keep a copy.")


class PartText(Text):
    """What can go in."""

    DAYS = N_("Days with practice")
    PAIRS = N_("Ratings before and after")
    USED = N_("What you used")
    SIGNS = N_("The six signs")
    HOURS = N_("When hard moments came")
    COUNTED = N_("Pauses, triggers named, people reached")
    JOURNAL = N_("Your journal, in your own words")


class PrintText(Text):
    """What stands on the printed page."""

    TITLE = N_("A summary from Steady")
    DAYS = N_("From {first} to {last}. Made on {made}.")
    UNTIL = N_("Up to {last}. Made on {made}.")
    WHAT_IT_IS = N_("A person chose what stands here, from what they logged for themselves.")
    NOT_A_TEST = N_("It is not a test, a diagnosis or a medical record. Ratings are guesses from 0 to 10.")
    PRACTISED_ONE = N_("Practised on one day.")
    PRACTISED = N_("Practised on {days} days.")
    COUNTED_ALL = N_("Counted over all time:")
    NOTHING = N_("Nothing logged in these days.")
    NAMED = N_("{name}: {words}")
    HOUR_TIMES = N_("{hour} ({times} times)")


class WordsText(Text):
    """The parts of a journal entry."""

    HAPPENED = N_("When")
    FACT = N_("What happened")
    STORY = N_("The story I told myself")
    BODY = N_("Body")
    URGE = N_("Urge")
    DID = N_("What I did")
    NEED = N_("What I need")


class Section(NamedTuple):
    """A heading and what stands below it: lines, and a table of which the first row is its head."""

    title: str
    lines: Sequence[str]
    table: Sequence[Sequence[str]] = ()


class Printed(NamedTuple):
    """A whole summary, in words."""

    title: str
    lines: Sequence[str]
    sections: Sequence[Section]
    last: str


def part_words(part: Part) -> str:
    """Return what a part is called."""
    return say(PartText[part.name])


def printed(wish: Wish, material: Material, made_on: date, names: Names) -> Printed:
    """Return the summary. `names` says what exercises and triggers are called."""
    until, made = date_words(wish.until), date_words(made_on)
    days = (
        say(PrintText.UNTIL, last=until, made=made)
        if wish.since is None
        else say(PrintText.DAYS, first=date_words(wish.since), last=until, made=made)
    )
    makers: dict[Part, Callable[[Wish, Material, Names], Section]] = {
        Part.DAYS: _days,
        Part.PAIRS: _pairs,
        Part.USED: _used,
        Part.SIGNS: _signs,
        Part.HOURS: _hours,
        Part.COUNTED: _counted,
        Part.JOURNAL: _journal,
    }
    return Printed(
        say(PrintText.TITLE),
        [days, say(PrintText.WHAT_IT_IS), say(PrintText.NOT_A_TEST)],
        [makers[part](wish, material, names) for part in Part if part in wish.parts],
        say(ProgressText.NOTE),
    )


def _days(wish: Wish, material: Material, _names: Names) -> Section:
    found = [one for one in material.facts.days if wish.holds(one.day)]
    count = days_practised(found, wish.since or date.min, wish.until)
    text = PrintText.PRACTISED_ONE if count == 1 else PrintText.PRACTISED
    months: dict[str, list[str]] = {}
    for one in found:
        months.setdefault(month_year(one.day), []).append(str(one.day.day))
    rows = [(month, ", ".join(its_days)) for month, its_days in months.items()]
    head = (say(TableText.MONTH), say(TableText.ON_DAYS))
    return Section(say(ChartTitle.DAYS), [say(text, days=count)], [head, *rows] if rows else ())


def _pairs(_wish: Wish, material: Material, names: Names) -> Section:
    pairs = material.facts.pairs
    head = tuple(say(one) for one in (TableText.DAY, TableText.EXERCISE, TableText.BEFORE, TableText.AFTER))
    rows = [(date_words(p.at.date()), names.exercise(p.exercise), str(p.before), str(p.after)) for p in pairs]
    lines = [pairs_sentence(material.facts)] if rows else [say(PrintText.NOTHING)]
    return Section(say(ChartTitle.PAIRS), lines, [head, *rows] if rows else ())


def _used(_wish: Wish, material: Material, names: Names) -> Section:
    found = [(names.exercise(one.name), one.summary) for one in used(material.facts.by_exercise)]
    found += [(names.trigger(one.name), one.summary) for one in used(material.facts.by_trigger)]
    if not found:
        return Section(say(ChartTitle.USED), [say(UsedText.NONE)])
    head = tuple(say(one) for one in (TableText.WHAT, TableText.BEFORE, TableText.AFTER, TableText.PAIRS))
    rows = [
        (name, number_words(made.before.median), number_words(made.after.median), str(made.n)) for name, made in found
    ]
    return Section(say(ChartTitle.USED), [say(UsedText.SHOWN)], [head, *rows])


def _signs(_wish: Wish, material: Material, _names: Names) -> Section:
    weeks = material.facts.weeks
    if not weeks:
        return Section(say(ChartTitle.SIGNS), [say(PrintText.NOTHING)])
    head = (say(TableText.WEEK), *(sign_words(sign) for sign in range(len(weeks[0].answers))))
    rows = [
        (
            day_short(week.monday),
            *(value_words(value, came_up=came) for value, came in zip(week.answers, week.came_up, strict=True)),
        )
        for week in weeks
    ]
    return Section(say(ChartTitle.SIGNS), [signs_sentence(len(weeks))], [head, *rows])


def _hours(_wish: Wish, material: Material, _names: Names) -> Section:
    hours = material.facts.hours
    if not hours:
        return Section(say(ChartTitle.HOURS), [say(PrintText.NOTHING)])
    head = (say(TableText.WEEKDAY), say(TableText.HOURS))
    weekdays: dict[str, list[str]] = {}
    for one in hours:
        hour = hour_short(one.hour)
        words = hour if one.times == 1 else say(PrintText.HOUR_TIMES, hour=hour, times=one.times)
        weekdays.setdefault(weekday_words(one.weekday), []).append(words)
    rows = [(weekday, ", ".join(its_hours)) for weekday, its_hours in weekdays.items()]
    return Section(say(ChartTitle.HOURS), [hours_sentence(material.facts)], [head, *rows])


def _counted(_wish: Wish, material: Material, _names: Names) -> Section:
    return Section(say(ChartTitle.COUNTED), [say(PrintText.COUNTED_ALL), *counted_lines(material.facts.totals)])


def _journal(wish: Wish, material: Material, names: Names) -> Section:
    entries = sorted((one for one in material.journal if wish.holds(one.day)), key=lambda one: one.written_at)
    lines = [line for entry in entries for line in _entry_lines(entry, names)]
    return Section(say(PartText.JOURNAL), lines or [say(PrintText.NOTHING)])


def _entry_lines(entry: JournalEntry, names: Names) -> list[str]:
    lines = [date_words(entry.day)]
    for text in WordsText:
        value = getattr(entry.words, text.name.lower())
        if value:
            lines.append(say(PrintText.NAMED, name=say(text), words=value))
    if entry.triggers:
        lines.append(
            say(PrintText.NAMED, name=say(UsedText.TRIGGERS), words=", ".join(map(names.trigger, entry.triggers)))
        )
    return [*lines, ""]
