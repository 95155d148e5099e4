"""Who can be reached: emergency numbers, crisis lines, help with abuse, for each place. Support is never empty.

The entries live in data files that people keep up to date. `LAST_RESORT` is the few lines that stay in code, for the
day a file is missing or bad.
"""

import enum
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

ELSEWHERE = "elsewhere"
"""The code of the region for everyone whose country has no entries of its own."""

ANY_HOUR = "any"
"""What `hours` holds for a line that answers day and night."""


class Help(enum.Enum):
    """What a resource is for."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    ABUSE = "abuse"


class Channel(enum.Enum):
    """A way to reach someone."""

    CALL = "call"
    TEXT = "text"
    CHAT = "chat"
    TTY = "tty"
    WEB = "web"


Code = Annotated[str, Meta(pattern=r"\A([A-Z]{2}|elsewhere)\Z")]
Words = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\A[^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*\Z")]
Few = Annotated[str, Meta(max_length=80, pattern=r"\A[^\x00-\x1f\x7f]*\Z")]


class Resource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to reach help.

    `number` is what to dial or where to look; `word` is what to text there, where a word is asked for. `hours` is
    `ANY_HOUR`, words, or empty where nobody has checked. `verified` is False for what was written from memory.
    """

    region: Code
    kind: Help
    name: Words
    channel: Annotated[tuple[Channel, ...], Meta(min_length=1, max_length=5)]
    number: Words
    hours: Few
    source: Words
    checked_on: date
    verified: bool
    word: Few = ""


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place and its resources, in the order to show them. It always has an emergency and a crisis entry."""

    code: Code
    name: Words
    resources: Annotated[tuple[Resource, ...], Meta(min_length=1, max_length=40)]

    def __post_init__(self) -> None:
        """Refuse a region that would leave someone without a number to turn to."""
        strays = {resource.region for resource in self.resources} - {self.code}
        if strays:
            msg = f"`resources`: every region is {self.code} here, not {', '.join(sorted(strays))}"
            raise ValueError(msg)
        for kind in (Help.EMERGENCY, Help.CRISIS):
            if not self.of_kind(kind):
                msg = f"`resources`: at least one is needed of kind {kind.value}"
                raise ValueError(msg)

    def of_kind(self, kind: Help) -> tuple[Resource, ...]:
        """Return the resources of one kind, in order."""
        return tuple(resource for resource in self.resources if resource.kind is kind)

    @property
    def is_last_resort(self) -> bool:
        """Whether these are the few lines kept in code, because the region's own file could not be used."""
        return any(self is region for region in LAST_RESORT)

    @property
    def checked_on(self) -> date:
        """The day on which the entry that has waited longest was checked."""
        return min(resource.checked_on for resource in self.resources)


def region_for(regions: Sequence[Region], chosen: str = "", locale_name: str = "") -> Region:
    """Return the region a person chose, else the one their locale (such as `en_GB.UTF-8`) names, else elsewhere.

    Raises ValueError where `regions` holds none of them, which what `load_support` returns never does.
    """
    by_code = {region.code: region for region in regions}
    territory = locale_name.partition(".")[0].partition("@")[0].replace("-", "_").rpartition("_")[2].upper()
    for code in (chosen, territory, ELSEWHERE):
        if code in by_code:
            return by_code[code]
    msg = "there is no region to fall back to"
    raise ValueError(msg)


def in_order(regions: Sequence[Region]) -> tuple[Region, ...]:
    """Return the regions by name, with elsewhere last."""
    return tuple(sorted(regions, key=lambda region: (region.code == ELSEWHERE, region.name)))


_CHECKED_ON = date(2026, 11, 1)
_CALL, _WEB = (Channel.CALL,), (Channel.WEB,)
_CALL_TEXT_CHAT = (Channel.CALL, Channel.TEXT, Channel.CHAT)

_Row = tuple[Help, str, tuple[Channel, ...], str, str]


def _kept(code: str, name: str, *rows: _Row) -> Region:
    """Return a region of rows: what it is for, its name, the ways to reach it, its number, its source."""
    return Region(
        code,
        name,
        tuple(
            Resource(
                code, kind, who, ways, number, "" if ways is _WEB else ANY_HOUR, source, _CHECKED_ON, verified=True
            )
            for kind, who, ways, number, source in rows
        ),
    )


LAST_RESORT = (
    _kept(
        "GB",
        "United Kingdom",
        (Help.EMERGENCY, "Emergency services", _CALL, "999", "gov.uk"),
        (Help.CRISIS, "Samaritans", _CALL, "116 123", "samaritans.org"),
        (Help.ABUSE, "National Domestic Abuse Helpline", _CALL, "0808 2000 247", "nationaldahelpline.org.uk"),
    ),
    _kept(
        "US",
        "United States",
        (Help.EMERGENCY, "Emergency services", _CALL, "911", "911.gov"),
        (Help.CRISIS, "988 Lifeline", _CALL_TEXT_CHAT, "988", "988lifeline.org"),
        (Help.ABUSE, "National Domestic Violence Hotline", _CALL, "1-800-799-7233", "thehotline.org"),
    ),
    _kept(
        ELSEWHERE,
        "Elsewhere",
        (Help.EMERGENCY, "Emergency number in the EU", _CALL, "112", "europa.eu"),
        (Help.CRISIS, "Find A Helpline", _WEB, "findahelpline.com", "findahelpline.com"),
        (Help.ABUSE, "Find A Helpline", _WEB, "findahelpline.com", "findahelpline.com"),
    ),
)
"""The lines that stay when every file is missing or bad."""
