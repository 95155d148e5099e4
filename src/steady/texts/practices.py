"""The list of practices, to look at one by one."""

from typing import NamedTuple

from steady.core.record import SessionRecord
from steady.texts import N_, Text, say
from steady.texts.after import felt_words
from steady.texts.narrator import minutes_words
from steady.texts.triggers import trigger_words


class PracticesText(Text):
    """What stands around the cards."""

    TITLE = N_("Your practices")
    LEAD = N_("Press one to delete it, or to write about it.")
    READING = N_("Looking …")
    NONE = N_("None yet.")
    UNREADABLE = N_("Your practices could not be read just now. They are left as they are.")
    DELETE = N_("Delete this one")
    WRITE = N_("Write about it")
    SHOW_MORE = N_("Show more")
    DELETING = N_("This practice is about to be deleted.")
    KEEP_IT = N_("Keep it after all")
    DELETED = N_("Deleted. Only a mark without words stays, so that no import brings it back.")
    NOT_DELETED = N_("It could not be deleted just now, and is still here.")
    RATED = N_("then {after}")


class Practised(NamedTuple):
    """What a practice was called, and when it was, in words."""

    title: str
    when: str


def practice_line(record: SessionRecord) -> str:
    """Return how long a practice was and what was said of it, in a few words."""
    minutes = record.practised_s / 60.0
    said = [minutes_words(minutes if minutes < 1.0 else round(minutes))]
    if record.ratings.after is not None:
        said.append(say(PracticesText.RATED, after=record.ratings.after))
    if record.felt is not None:
        said.append(felt_words(record.felt))
    return " · ".join([*said, *map(trigger_words, record.triggers)])
