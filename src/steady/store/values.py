"""How values stand in the log and in what is exported of it: times, zones, tags and text."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from steady.store.columns import WORDS

PRACTISED_DIGITS = 3
"""Times practised are kept and exported to the millisecond: what comes after it says nothing."""
YEARS = range(1900, 2200)
"""A clock that was set wrong is within these. What is further off is damage, and charts would reach that far."""
TICK = timedelta(milliseconds=1)
"""The smallest difference between two times that the log can tell."""


def here_and_now() -> datetime:
    """Return the wall time here, with its offset."""
    return datetime.now().astimezone()


def rfc3339(moment: datetime) -> str:
    """Return a time as the log writes it: with milliseconds, and the offset of where it was lived."""
    return moment.isoformat(timespec="milliseconds")


def rfc3339_or_none(moment: datetime | None) -> str | None:
    """Return a time as the log writes it, where there is one."""
    return None if moment is None else rfc3339(moment)


def after(moment: datetime, earlier: str | None) -> datetime:
    """Return that moment, or one just after the earlier one where the clock was set back in between.

    The newer of two edits is the one with the later time, on every machine, so an edit is never older than what it
    edits.
    """
    if earlier is None:
        return moment
    try:
        least = datetime.fromisoformat(earlier) + TICK
        return max(moment, least)
    except (ValueError, TypeError, OverflowError):  # a strange log's time is no time to be after
        return moment


def offset_of(moment: datetime) -> str:
    """Return a moment's offset from UTC, as in "+01:00"."""
    return moment.isoformat(timespec="seconds")[19:]


def named_zone(tz: str, started_at: str, zone_of: Callable[[datetime], str]) -> str:
    """Return a row's zone, by its name where it was kept as an offset and `zone_of` knows a name for it."""
    if not tz.startswith(("+", "-")):
        return tz
    try:
        return zone_of(datetime.fromisoformat(started_at))
    except ValueError:  # a strange log's time: its row stays as it is
        return tz


def tags_json(tags: Sequence[str]) -> str:
    """Return tags as the JSON array that a column holds."""
    return msgspec.json.encode([storable(tag) for tag in tags]).decode()


def words_json(words: Mapping[str, object]) -> str:
    """Return what an entry said as the JSON object that a column holds: its words in their fixed order."""
    return msgspec.json.encode({name: words[name] for name in WORDS}).decode()


def storable(text: str) -> str:
    """Return text that is UTF-8: half a character, as broken input can bring, must not cost the whole row."""
    return text.encode("utf-8", "replace").decode("utf-8")
