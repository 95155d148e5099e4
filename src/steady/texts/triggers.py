"""The words of the tags: what set it off, and what one felt pulled to do."""

from steady.core.triggers import Pull, Trigger
from steady.texts import N_, Text, say


class TriggerText(Text):
    """What set it off, in a few words."""

    NO_REPLY = N_("no reply")
    PLAN_CHANGED = N_("plans changed")
    SPACE = N_("asked for space")
    CONFLICT = N_("after a fight")
    DISTANT = N_("they seem far away")
    TONE = N_("a tone, a text")
    TIME_APART = N_("time apart")
    WORKING_LATE = N_("they work late")
    OTHER_FRIENDS = N_("their other friends")
    BOUNDARY = N_("a no, a limit")


class PullText(Text):
    """What one felt pulled to do, as a friend would put it."""

    REASSURANCE = N_("ask again if we’re all right")
    CHECKING = N_("check on them")
    WATCHING = N_("look for signs")
    LEANING = N_("lean on them for all of it")
    HOLDING_ON = N_("have them to myself")
    COMPARING = N_("compare myself")
    TESTING = N_("test them with a fight")
    PUSHING_AWAY = N_("push them away first")
    WITHDRAWING = N_("go quiet")
    DISTANCE = N_("keep my distance")
    SPOILING = N_("spoil something good")
    PLEASING = N_("say yes to keep the peace")
    NOT_SAYING = N_("not say what I need")
    BEING_SMALL = N_("make myself small")


class TagText(Text):
    """What stands around tags."""

    OWN = N_("+ my own")
    OWN_NAME = N_("Add one of my own: {question}")
    MORE = N_("more …")
    MORE_NAME = N_("More choices: {question}")
    OWN_HINT = N_("a few words, then Enter")


_TRIGGERS = {one.value: TriggerText[one.name] for one in Trigger}
_PULLS = {one.value: PullText[one.name] for one in Pull}


def trigger_words(tag: str) -> str:
    """Return the words of a trigger; one of the person's own is its own words."""
    text = _TRIGGERS.get(tag)
    return tag if text is None else say(text)


def pull_words(tag: str) -> str:
    """Return the words of what one felt pulled to do; one of the person's own is its own words."""
    text = _PULLS.get(tag)
    return tag if text is None else say(text)
