"""What the menu and the page before a cautioned exercise say."""

from steady.core.events import Length
from steady.core.exercise import Breathing, Caution, Entry
from steady.texts import N_, Text, say
from steady.texts.announce import spoken
from steady.texts.narrator import breaths_words, minutes_words


class MenuText(Text):
    """Headings, ways and the small print of cards."""

    TITLE = N_("Menu")
    BREATHING = N_("Breathing")
    BREATHING_MORE = N_("Pick one, or stay with what you know. Stopping is always fine.")
    SETTINGS = N_("Settings")
    PROGRESS = N_("Progress")
    ABOUT = N_("About")
    YOURS = N_("yours")
    MINUTES = N_("{minutes} min")
    BREATHS = N_("{breaths} breaths")
    BREATH = N_("1 breath")
    PROBLEMS = N_("Left out")
    PROBLEMS_MORE = N_("These could not be read. All the others are here.")


class CautionPageText(Text):
    """The page before an exercise that asks for care."""

    LEAD = N_("Before you start")
    HOLDS = N_("How would you like it?")
    WITHOUT = N_("Without holds")
    WITH = N_("With holds")
    CHANGE = N_("You can change this while you breathe, under Pace.")
    START = N_("Start")
    NOT_THIS = N_("Not this")


class ShortCaution(Text):
    """A caution in a few words, for a card."""

    HOLDS = N_("with holds")
    HOLDS_OPTIONAL = N_("holds, only if you ask")
    NOT_IN_PANIC = N_("not for panic")
    LONG_OUT = N_("a long out-breath")
    EAR_PAIN = N_("not with sore ears")
    PRIVACY = N_("can be heard")
    NO_FORCE = N_("nothing forced")
    SKIP_PAIN = N_("skip what hurts")
    ORIENT_FIRST = N_("not in danger")


def short_length(length: Length) -> str:
    """Return a length for a card: "4 min", "4 breaths"."""
    if length.breaths is not None:
        return say(MenuText.BREATH) if length.breaths == 1 else say(MenuText.BREATHS, breaths=length.breaths)
    return say(MenuText.MINUTES, minutes=f"{length.minutes or 0:g}")


def short_cautions(exercise: Breathing) -> list[str]:
    """Return what to heed, in a few words each."""
    return [
        say(
            ShortCaution.HOLDS_OPTIONAL
            if one is Caution.HOLDS and exercise.has_optional_holds
            else ShortCaution[one.name]
        )
        for one in exercise.cautions
    ]


def card_line(entry: Entry, exercise: Breathing) -> str:
    """Return the small print of a card: how long, what to heed, whether it is the person's own."""
    parts = [short_length(exercise.length), *short_cautions(exercise)]
    if entry.source == "yours":
        parts.append(say(MenuText.YOURS))
    return " · ".join(parts)


def card_name(entry: Entry, exercise: Breathing) -> str:
    """Return all that a card shows, to be heard."""
    length = exercise.length
    long = breaths_words(length.breaths) if length.breaths is not None else minutes_words(length.minutes or 0)
    yours = [say(MenuText.YOURS)] if entry.source == "yours" else []
    return spoken([exercise.title, exercise.summary, long, *short_cautions(exercise), *yours])
