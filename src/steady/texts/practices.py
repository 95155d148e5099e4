"""The list of practices, to look at one by one."""

from typing import NamedTuple

from steady.core.past import counts
from steady.core.record import SessionRecord
from steady.texts import N_, Text, say
from steady.texts.after import AfterText, felt_words
from steady.texts.narrator import minutes_words
from steady.texts.triggers import pull_words, trigger_words


class PracticesText(Text):
    """What stands around the cards."""

    TITLE = N_("Your practices")
    LEAD = N_("Press one to see what you said, to write about it, or to delete it.")
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
    BEFORE = N_("{rating} before")
    EARLY = N_("{rating} on the way")
    AFTER = N_("{rating} after")
    NOT_COUNTED = N_("a short look, not counted")
    NOTE_THERE = N_("a note")
    SAID = N_("{question}: {words}")
    NOTE = N_("A note: {note}")
    AGAIN = N_("Use this again? {words}")


class Practised(NamedTuple):
    """What a practice was called, and when it was, in words."""

    title: str
    when: str


def practice_line(record: SessionRecord) -> str:
    """Return how long a practice was and what was said of it, in a few words."""
    minutes = record.practised_s / 60.0
    said = [minutes_words(minutes if minutes < 1.0 else round(minutes))]
    if not counts(record):
        said.append(say(PracticesText.NOT_COUNTED))
    ratings = record.ratings
    for text, rating in (
        (PracticesText.BEFORE, ratings.before),
        (PracticesText.EARLY, ratings.early),
        (PracticesText.AFTER, ratings.after),
    ):
        if rating is not None:
            said.append(say(text, rating=rating))
    if record.felt is not None:
        said.append(felt_words(record.felt))
    note = [say(PracticesText.NOTE_THERE)] if record.note else []
    return " · ".join([*said, *map(trigger_words, record.triggers), *note])


def said_lines(record: SessionRecord) -> list[str]:
    """Return what else was said of a practice, each answer a line of its own."""
    lines = []
    if record.use_again is not None:
        again = AfterText.AGAIN_YES if record.use_again else AfterText.AGAIN_NO
        lines.append(say(PracticesText.AGAIN, words=say(again)))
    if record.pulled_to:
        pulls = ", ".join(map(pull_words, record.pulled_to))
        lines.append(say(PracticesText.SAID, question=say(AfterText.PULLS), words=pulls))
    if record.note:
        lines.append(say(PracticesText.NOTE, note=record.note))
    return lines
