"""What the menu and the page before a cautioned exercise say."""

from steady.core.events import Length
from steady.core.exercise import Breathing, Caution, Entry, Exercise
from steady.texts import N_, Text, say
from steady.texts.announce import spoken
from steady.texts.narrator import breaths_words, minutes_words


class MenuText(Text):
    """Headings, ways and the small print of cards."""

    TITLE = N_("Menu")
    BREATHING = N_("Breathing")
    BREATHING_MORE = N_("Pick one, or stay with what you know. Stopping is always fine.")
    LOOKING_BACK = N_("Looking back")
    LOOKING_BACK_MORE = N_("For when it is calm. Nothing here is waiting for you.")
    JOURNAL = N_("Journal")
    WEEK = N_("This week")
    THINGS = N_("Your things")
    UNSAVED_NEXT = N_("Don’t save the next one")
    UNSAVED_NEXT_NAME = N_("Don’t save the next practice that I start")
    SETTINGS = N_("Settings")
    PROGRESS = N_("Progress")
    ABOUT = N_("About")
    YOURS = N_("yours")
    MINUTES = N_("{minutes} min")
    BREATHS = N_("{breaths} breaths")
    BREATH = N_("1 breath")
    GROUNDING = N_("Grounding")
    GROUNDING_MORE = N_("Look outward, or let your hands do something. Eyes open is fine.")
    WORDS = N_("Kind words of your own")
    WORDS_MORE = N_("These are under Kind words too, with all the others.")
    SHOW_MORE = N_("Show more")
    SHOW_MORE_NAME = N_("Show more: {heading}")
    OWN = N_("Your own")
    OWN_MORE = N_("An exercise is a file that you can write. Save it in your folder, and it is here.")
    OPEN_FOLDER = N_("Open my exercises folder")
    READING = N_("More of your own are on their way.")
    NOTHING_OPENS = N_("Nothing on this computer opens it from here. It is in {path}")
    NO_FOLDER = N_("The folder can’t be made here: {path}")
    PROBLEMS = N_("Left out")
    PROBLEMS_MORE = N_("These could not be read. All the others are here.")
    OPEN_FILE = N_("Open this file")
    OPEN_FILE_NAME = N_("Open this file: {file}")


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


def own_length(exercise: Exercise) -> Length:
    """Return how long an exercise of any kind says that it is."""
    return exercise.length if isinstance(exercise, Breathing) else Length(minutes=exercise.minutes)


def short_cautions(exercise: Exercise) -> list[str]:
    """Return what to heed, in a few words each."""
    may_hold = isinstance(exercise, Breathing) and exercise.has_optional_holds
    return [
        say(ShortCaution.HOLDS_OPTIONAL if one is Caution.HOLDS and may_hold else ShortCaution[one.name])
        for one in exercise.cautions
    ]


def card_line(entry: Entry) -> str:
    """Return the small print of a card: how long, what to heed, whether it is the person's own."""
    parts = [short_length(own_length(entry.exercise)), *short_cautions(entry.exercise)]
    if entry.source == "yours":
        parts.append(say(MenuText.YOURS))
    return " · ".join(parts)


def card_name(entry: Entry) -> str:
    """Return all that a card shows, to be heard."""
    exercise = entry.exercise
    length = own_length(exercise)
    long = breaths_words(length.breaths) if length.breaths is not None else minutes_words(length.minutes or 0)
    yours = [say(MenuText.YOURS)] if entry.source == "yours" else []
    return spoken([exercise.title, exercise.summary, long, *short_cautions(exercise), *yours])
