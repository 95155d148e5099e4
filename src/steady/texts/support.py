"""What the Support page says."""

from datetime import date

from steady.core.support import ANY_HOUR, Channel, Help, Resource
from steady.texts import N_, Text, say


class SupportText(Text):
    """Headings and lines around the numbers."""

    TITLE = N_("Support")
    REAL_PEOPLE = N_("Real people, now.")
    NUMBERS_CHANGE = N_("Numbers change. These were checked on {date}.")
    UNVERIFIED = N_("Not checked yet: this one may be out of date.")
    LAST_RESORT = N_("The full list could not be read. These few are always here.")
    WHERE = N_("Where are you?")
    ANY_HOUR = N_("any hour")
    TEXT_WORD = N_("text {word} to {number}")
    OFFLINE = N_("Steady is not online, so it can’t call or write for you.")
    MEDICAL = N_("New chest pain, fainting, or breath that won’t settle? Call the emergency number.")
    UNDER_18 = N_("Under 18? An adult you trust and a child line near you can help.")
    WHAT_IT_IS = N_("A practice tool. Not therapy, diagnosis or emergency help.")


class HelpText(Text):
    """What each kind of help is for."""

    EMERGENCY = N_("In danger right now")
    CRISIS = N_("When it is too much")
    ABUSE = N_("When someone hurts or scares you")


class ChannelText(Text):
    """The ways to reach someone."""

    CALL = N_("call")
    TEXT = N_("text")
    CHAT = N_("chat")
    TTY = N_("TTY")
    WEB = N_("website")
    TWO = N_("{first} or {last}")
    COMMA = N_("{first}, {last}")


class Month(Text):
    """The months, as a date names them."""

    MONTH_1 = N_("{day} January {year}")
    MONTH_2 = N_("{day} February {year}")
    MONTH_3 = N_("{day} March {year}")
    MONTH_4 = N_("{day} April {year}")
    MONTH_5 = N_("{day} May {year}")
    MONTH_6 = N_("{day} June {year}")
    MONTH_7 = N_("{day} July {year}")
    MONTH_8 = N_("{day} August {year}")
    MONTH_9 = N_("{day} September {year}")
    MONTH_10 = N_("{day} October {year}")
    MONTH_11 = N_("{day} November {year}")
    MONTH_12 = N_("{day} December {year}")


def help_text(kind: Help) -> HelpText:
    """Return the heading for a kind of help."""
    return HelpText[kind.name]


def date_words(day: date) -> str:
    """Return a date in words, such as `1 November 2026`."""
    return say(Month[f"MONTH_{day.month}"], day=day.day, year=day.year)


def channel_words(channels: tuple[Channel, ...]) -> str:
    """Return the ways to reach someone in words, such as `call, text or chat`."""
    words = [say(ChannelText[channel.name]) for channel in channels]
    last = words.pop()
    if not words:
        return last
    first = words[0]
    for word in words[1:]:
        first = say(ChannelText.COMMA, first=first, last=word)
    return say(ChannelText.TWO, first=first, last=last)


def how_to_reach(resource: Resource) -> str:
    """Return how and when to use a resource's number, such as `call, text or chat · any hour`."""
    if resource.word:
        how = say(SupportText.TEXT_WORD, word=resource.word, number=resource.number)
    else:
        how = channel_words(resource.channel)
    hours = say(SupportText.ANY_HOUR) if resource.hours == ANY_HOUR else resource.hours
    return f"{how} · {hours}" if hours else how
