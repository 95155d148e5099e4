"""What the marks of charts say, one sentence each, and the short words along their edges."""

from datetime import date

from steady.core.progress.facts import Pair
from steady.core.progress.pairs import Summary
from steady.core.progress.runs import Run
from steady.core.progress.signs import Answer
from steady.texts import N_, Text, say
from steady.texts.support import date_words


class MonthShort(Text):
    """Months, as the edge of a chart names them."""

    MONTH_1 = N_("Jan")
    MONTH_2 = N_("Feb")
    MONTH_3 = N_("Mar")
    MONTH_4 = N_("Apr")
    MONTH_5 = N_("May")
    MONTH_6 = N_("Jun")
    MONTH_7 = N_("Jul")
    MONTH_8 = N_("Aug")
    MONTH_9 = N_("Sep")
    MONTH_10 = N_("Oct")
    MONTH_11 = N_("Nov")
    MONTH_12 = N_("Dec")


class EdgeText(Text):
    """How dates and hours stand at the edge of a chart."""

    MONTH_OF_YEAR = N_("{month} {year}")
    DAY = N_("{day} {month}")
    HOUR = N_("{hour}:00")


class WeekdayShort(Text):
    """Weekdays, as the edge of a chart names them."""

    DAY_0 = N_("Mon")
    DAY_1 = N_("Tue")
    DAY_2 = N_("Wed")
    DAY_3 = N_("Thu")
    DAY_4 = N_("Fri")
    DAY_5 = N_("Sat")
    DAY_6 = N_("Sun")


class Weekday(Text):
    """Weekdays in full."""

    DAY_0 = N_("Monday")
    DAY_1 = N_("Tuesday")
    DAY_2 = N_("Wednesday")
    DAY_3 = N_("Thursday")
    DAY_4 = N_("Friday")
    DAY_5 = N_("Saturday")
    DAY_6 = N_("Sunday")


class DayMark(Text):
    """A day of the calendar."""

    NONE = N_("{date}: no practice logged.")
    ONCE = N_("{date}: practised once.")
    TIMES = N_("{date}: practised {times} times.")


class RunMark(Text):
    """A calm run."""

    ONE = N_("{first}: one day with practice.")
    DAYS = N_("{first} to {last}: {days} days with practice.")
    ONE_REST = N_("{first} to {last}: {days} days with practice, and one of rest.")
    RESTS = N_("{first} to {last}: {days} days with practice, and {rests} of rest.")


class PairWord(Text):
    """What a pair of ratings says."""

    BEFORE = N_("before")
    AFTER = N_("after")
    MARK = N_("{date}, {title}: {before} before, {after} after.")
    USED = N_("{name}: {before} before, {after} after, in {pairs}. In what you logged.")
    ONE = N_("1 pair")
    MANY = N_("{count} pairs")


class HourMark(Text):
    """An hour of a weekday."""

    ONE = N_("{weekday}, {hour} to {until}: one hard moment.")
    MANY = N_("{weekday}, {hour} to {until}: {count} hard moments.")


class SignName(Text):
    """The six signs, in short."""

    SIGN_0 = N_("At ease in close relationships")
    SIGN_1 = N_("Could lean on someone I trust")
    SIGN_2 = N_("Had some say in what I did next")
    SIGN_3 = N_("Worth caring about, whatever others did")
    SIGN_4 = N_("Said a need, a limit or a no")
    SIGN_5 = N_("Let someone in a little, at my pace")


class SignAnswer(Text):
    """The five answers, and the two ways to give none."""

    VALUE_0 = N_("not at all")
    VALUE_1 = N_("a little")
    VALUE_2 = N_("some")
    VALUE_3 = N_("mostly")
    VALUE_4 = N_("very much")
    DIDNT_COME_UP = N_("didn’t come up")
    SKIPPED = N_("skipped")
    MARK = N_("{sign}, week of {date}: {answer}.")
    LATEST = N_("{sign}: {answer}, the last time.")


def month_words(day: date) -> str:
    """Return the month of a day; January with its year, so that years can be told apart."""
    month = say(MonthShort[f"MONTH_{day.month}"])
    return say(EdgeText.MONTH_OF_YEAR, month=month, year=day.year) if day.month == 1 else month


def month_year(day: date) -> str:
    """Return the month of a day with its year, such as `Nov 2026`."""
    return say(EdgeText.MONTH_OF_YEAR, month=say(MonthShort[f"MONTH_{day.month}"]), year=day.year)


def day_short(day: date) -> str:
    """Return a date without its year, such as `3 May`."""
    return say(EdgeText.DAY, day=day.day, month=say(MonthShort[f"MONTH_{day.month}"]))


def weekday_short(weekday: int) -> str:
    """Return the short name of a weekday; 0 is Monday."""
    return say(WeekdayShort[f"DAY_{weekday}"])


def weekday_words(weekday: int) -> str:
    """Return the name of a weekday; 0 is Monday."""
    return say(Weekday[f"DAY_{weekday}"])


def hour_short(hour: int) -> str:
    """Return an hour of the clock, such as `6:00`."""
    return say(EdgeText.HOUR, hour=hour)


def day_words(day: date, times: int) -> str:
    """Return what a day of the calendar says."""
    text = (DayMark.NONE, DayMark.ONCE)[times] if times < len((DayMark.NONE, DayMark.ONCE)) else DayMark.TIMES
    return say(text, date=date_words(day), times=times)


def run_words(run: Run) -> str:
    """Return what a run says."""
    rests = len(run.rests)
    if run.practised == 1:
        text = RunMark.ONE
    elif rests == 0:
        text = RunMark.DAYS
    else:
        text = RunMark.ONE_REST if rests == 1 else RunMark.RESTS
    return say(text, first=date_words(run.first), last=date_words(run.last), days=run.practised, rests=rests)


def number_words(number: float) -> str:
    """Return a rating, or one half-way between two: `6`, `6.5`."""
    return f"{number:g}"


def pairs_words(count: int) -> str:
    """Return how many pairs."""
    return say(PairWord.ONE) if count == 1 else say(PairWord.MANY, count=count)


def pair_words(pair: Pair, title: str) -> str:
    """Return what one pair says."""
    return say(PairWord.MARK, date=date_words(pair.at.date()), title=title, before=pair.before, after=pair.after)


def used_words(name: str, summary: Summary) -> str:
    """Return what an exercise or a trigger says."""
    before, after = number_words(summary.before.median), number_words(summary.after.median)
    return say(PairWord.USED, name=name, before=before, after=after, pairs=pairs_words(summary.n))


def hour_words(weekday: int, hour: int, count: int) -> str:
    """Return what an hour of a weekday says."""
    text = HourMark.ONE if count == 1 else HourMark.MANY
    until = hour_short((hour + 1) % 24)
    return say(text, weekday=weekday_words(weekday), hour=hour_short(hour), until=until, count=count)


def sign_words(sign: int) -> str:
    """Return the short name of a sign, 0 to 5."""
    return say(SignName[f"SIGN_{sign}"])


def value_words(value: int | None, *, came_up: bool = True) -> str:
    """Return an answer to a sign."""
    if value is not None:
        return say(SignAnswer[f"VALUE_{value}"])
    return say(SignAnswer.SKIPPED if came_up else SignAnswer.DIDNT_COME_UP)


def answer_words(sign: int, answer: Answer) -> str:
    """Return what one answer says."""
    return say(SignAnswer.MARK, sign=sign_words(sign), date=date_words(answer.monday), answer=value_words(answer.value))


def latest_words(sign: int, answer: Answer) -> str:
    """Return what the newest answer to a sign was."""
    return say(SignAnswer.LATEST, sign=sign_words(sign), answer=value_words(answer.value))
