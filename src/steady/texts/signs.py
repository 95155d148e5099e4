"""The weekly look back: six lines, each on its own."""

from datetime import date

from steady.core.remembered import DIDNT_COME_UP, Answer
from steady.texts import N_, Text, say


class SignsText(Text):
    """What stands around the six lines."""

    TITLE = N_("This week")
    TITLE_WEEK = N_("The week from {date}")
    LEAD = N_("Six lines about the past seven days. Leave out what you like.")
    LEAD_WEEK = N_("You can change what you said. Leave out what you like.")
    NO_TEST = N_("These are not a validated test, and there is no total.")
    NONE = N_("didn’t come up")
    OFFER = N_("You could look back at your week, six short lines.")
    OFFER_LINK = N_("This week")
    SAVED = N_("Saved on this computer.")
    SAVING = N_("Saving …")
    FAILED = N_("This could not be saved just now. Your answers are still here.")
    READING = N_("Looking …")
    UNREADABLE = N_("The weeks before could not be read just now.")
    WEEKS = N_("Earlier weeks")
    NO_WEEKS = N_("None yet. A week that you look back at appears here.")
    WEEK = N_("Week from {date}")
    WEEK_ANSWERED = N_("{count} of 6 lines")
    LINE = N_("{number}. {line}")


class SignText(Text):
    """The six signs."""

    SIGN_1 = N_("I felt at ease in close relationships.")
    SIGN_2 = N_("I could lean on someone who has earned my trust.")
    SIGN_3 = N_("When a strong feeling came, I had some say in what I did next.")
    SIGN_4 = N_("I felt worth caring about, whatever others did.")
    SIGN_5 = N_("I said a need, a limit or a no when it mattered.")
    SIGN_6 = N_("I let someone in a little, at my pace.")


class DegreeText(Text):
    """How much."""

    DEGREE_0 = N_("not at all")
    DEGREE_1 = N_("a little")
    DEGREE_2 = N_("some")
    DEGREE_3 = N_("mostly")
    DEGREE_4 = N_("very much")


class ShortMonth(Text):
    """The months, in a date without its year."""

    MONTH_1 = N_("{day} January")
    MONTH_2 = N_("{day} February")
    MONTH_3 = N_("{day} March")
    MONTH_4 = N_("{day} April")
    MONTH_5 = N_("{day} May")
    MONTH_6 = N_("{day} June")
    MONTH_7 = N_("{day} July")
    MONTH_8 = N_("{day} August")
    MONTH_9 = N_("{day} September")
    MONTH_10 = N_("{day} October")
    MONTH_11 = N_("{day} November")
    MONTH_12 = N_("{day} December")


DEGREES = 5


def short_date(day: date) -> str:
    """Return a date in words without its year, such as `3 November`."""
    return say(ShortMonth[f"MONTH_{day.month}"], day=day.day)


def sign_words(sign: int) -> str:
    """Return one of the six lines; `sign` counts from 0."""
    return say(SignText[f"SIGN_{sign + 1}"])


def answer_words(answer: Answer) -> str:
    """Return an answer in words; an empty string where it was left out."""
    if answer is None:
        return ""
    return say(SignsText.NONE) if answer == DIDNT_COME_UP else say(DegreeText[f"DEGREE_{answer}"])
