"""What the page of kind words says."""

from steady.core.exercise import Breathing, Entry, Grounding
from steady.texts import N_, Text, say
from steady.texts.announce import spoken
from steady.texts.menu import MenuText
from steady.texts.narrator import minutes_words


class Soothe(Text):
    """Headings, groups and small lines."""

    TITLE = N_("Kind words")
    MORE = N_("Words to borrow until your own come back.")
    QUESTION = N_("What is happening?")
    EXAMPLES = N_("“no reply”, “they cancelled”, “after a fight”")
    FOR_ME = N_("For me")
    FOR_OTHERS = N_("For someone I love")
    MY_OWN = N_("My own")
    NONE_FOUND = N_("Nothing here has quite those words. Any of these may still fit, and people may too.")
    DANGER = N_("This may be about danger. People can help right now.")
    NO_OWN = N_("Nothing of your own yet. A file in your exercises folder appears here.")
    NOTHING_HERE = N_("The words to borrow were not found. Your breath is still here, and so are people.")
    FOUND_ONE = N_("One found")
    FOUND = N_("{count} found")
    SHOW_MORE = N_("Show more")
    KEEP_NEAR = N_("Keep near: {title}")
    KEPT_NEAR = N_("Kept near: {title}. Press to put it back.")


class Gist(Text):
    """What a script has in it, in a few words."""

    FACTS = N_("fact or story")
    PAUSE = N_("a pause")
    DRAFT = N_("a draft that can’t send")
    FILL_IN = N_("words to try out")
    BREATHE = N_("a few breaths")
    WRITE = N_("a place to write")
    OUTWARD = N_("look outward")


GISTS = {
    "Pause": Gist.PAUSE,
    "Unsent": Gist.DRAFT,
    "FillIn": Gist.FILL_IN,
    "Facts": Gist.FACTS,
    "Breathe": Gist.BREATHE,
    "WriteHere": Gist.WRITE,
}
"""The kinds of steps that a card names, the most telling first."""


def gist(entry: Entry) -> str:
    """Return what stands out in a script, or an empty string."""
    if isinstance(entry.exercise, Breathing):
        return ""
    if isinstance(entry.exercise, Grounding):
        return say(Gist.OUTWARD)
    kinds = {type(step).__name__ for step in entry.exercise.steps}
    return next((say(text) for name, text in GISTS.items() if name in kinds), "")


def soothe_line(entry: Entry) -> str:
    """Return the small print of a card: how long, what stands out, whether it is the person's own."""
    parts = [say(MenuText.MINUTES, minutes=f"{entry.exercise.minutes:g}"), gist(entry)]
    if entry.source == "yours":
        parts.append(say(MenuText.YOURS))
    return " · ".join(part for part in parts if part)


def soothe_name(entry: Entry) -> str:
    """Return all that a card shows, to be heard."""
    yours = [say(MenuText.YOURS)] if entry.source == "yours" else []
    parts = [entry.exercise.title, entry.exercise.summary, minutes_words(entry.exercise.minutes), gist(entry), *yours]
    return spoken([part for part in parts if part])
