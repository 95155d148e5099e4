"""What can set the alarm off, and what a person may feel pulled to do then: private tags, never a score or a diagnosis.

The ids are kept in the log and used in exercise files; `texts.triggers` has their words. A person's own tag is kept as
it was written.
"""

import enum
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

MOST_CHARACTERS = 40
"""A tag is a few words."""


class Trigger(enum.Enum):
    """What set it off."""

    NO_REPLY = "no-reply"
    PLAN_CHANGED = "plan-changed"
    SPACE = "space"
    CONFLICT = "conflict"
    DISTANT = "distant"
    TONE = "tone"
    TIME_APART = "time-apart"
    WORKING_LATE = "working-late"
    OTHER_FRIENDS = "other-friends"
    BOUNDARY = "boundary"


class Pull(enum.Enum):
    """What the person felt pulled to do."""

    REASSURANCE = "reassurance"
    CHECKING = "checking"
    WATCHING = "watching"
    LEANING = "leaning"
    HOLDING_ON = "holding-on"
    COMPARING = "comparing"
    TESTING = "testing"
    PUSHING_AWAY = "pushing-away"
    WITHDRAWING = "withdrawing"
    DISTANCE = "distance"
    SPOILING = "spoiling"
    PLEASING = "pleasing"
    NOT_SAYING = "not-saying"
    BEING_SMALL = "being-small"


def own_tag(words: str) -> str:
    """Return a tag of the person's own from what they typed: one line, a few words; empty where there are none."""
    plain = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in words)
    return " ".join(plain.split())[:MOST_CHARACTERS].rstrip()


def with_tag(tags: Sequence[str], tag: str) -> tuple[str, ...]:
    """Return the tags with this one among them, once however it is written."""
    folded = {one.casefold() for one in tags}
    return tuple(tags) if not tag or tag.casefold() in folded else (*tags, tag)


class OwnTags(NamedTuple):
    """The person's own tags: what set it off, and what they felt pulled to do."""

    triggers: tuple[str, ...]
    pulls: tuple[str, ...]


def own_among(tags: Iterable[str]) -> tuple[str, ...]:
    """Return those that are the person's own, each once, in their order."""
    ours = {one.value for kind in (Trigger, Pull) for one in kind}
    found: tuple[str, ...] = ()
    for tag in tags:
        if tag not in ours:
            found = with_tag(found, tag)
    return found
