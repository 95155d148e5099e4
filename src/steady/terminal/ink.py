"""Colours for terminals: dusk where there are many, the terminal's own where there are few, none where unwanted."""

import enum
import itertools
from collections.abc import Mapping
from typing import NamedTuple

Rgb = tuple[int, int, int]

GROUND: Rgb = (0x12, 0x21, 0x2B)
LINE: Rgb = (0x26, 0x40, 0x50)
INK: Rgb = (0xE9, 0xF1, 0xF3)
SOFT: Rgb = (0xA9, 0xC0, 0xC9)
ACCENT: Rgb = (0x8F, 0xD0, 0xC6)

RAMP: tuple[tuple[float, Rgb], ...] = (
    (0.0, GROUND),
    (0.10, (0x18, 0x2E, 0x38)),
    (0.24, (0x28, 0x49, 0x50)),
    (0.66, (0x4A, 0x93, 0x8F)),
    (0.85, ACCENT),
    (1.0, (0xBE, 0xE5, 0xDD)),
)
"""The orb from its dark ground to its bright middle."""

TRUE_SHADES = 24
INDEXED_SHADES = (234, 235, 236, 237, 239, 66, 66, 73, 73, 73, 116, 116, 152, 152)
"""The same ramp in the 240 colours that all terminals with 256 have alike. Picked by eye: the nearest are greyer."""
INDEXED_COLOURS = {GROUND: 234, LINE: 238, INK: 255, SOFT: 109, ACCENT: 116}
INDEXED = 256
FEW = 8


class Depth(enum.Enum):
    """How many colours there are to draw with."""

    TRUE = "true"
    INDEXED = "indexed"
    FEW = "few"
    MONO = "mono"

    @property
    def paints_ground(self) -> bool:
        """Whether we paint our own ground; with few colours the terminal's own is kinder."""
        return self in (Depth.TRUE, Depth.INDEXED)


class Mark(enum.Enum):
    """What a cell of text is for."""

    GROUND = "ground"
    WORDS = "words"
    SOFT = "soft"
    FULL = "full"
    REST = "rest"
    SHAPE = "shape"


class Dots(NamedTuple):
    """A cell of the orb: the shades of its upper and its lower half."""

    upper: int
    lower: int


Style = Mark | Dots

_COLOURED = {
    Mark.GROUND: (SOFT, ""),
    Mark.WORDS: (INK, "1;"),
    Mark.SOFT: (SOFT, ""),
    Mark.FULL: (ACCENT, ""),
    Mark.REST: (LINE, ""),
    Mark.SHAPE: (ACCENT, ""),
}
_FEW = {Mark.WORDS: "1", Mark.FULL: "36", Mark.REST: "2", Mark.SHAPE: "36"}
_MONO = {Mark.WORDS: "1", Mark.REST: "2"}


def depth_of(colours: int, environ: Mapping[str, str]) -> Depth:
    """Return the depth for a terminal with that many colours, unless the person wants none (no-color.org)."""
    if environ.get("NO_COLOR") or colours < FEW:
        return Depth.MONO
    if colours < INDEXED:
        return Depth.FEW
    return Depth.TRUE if colours > INDEXED else Depth.INDEXED


def mix(share: float, ramp: tuple[tuple[float, Rgb], ...] = RAMP) -> Rgb:
    """Return the ramp's colour at a share of 0 to 1."""
    for (low, dark), (high, bright) in itertools.pairwise(ramp):
        if share <= high:
            part = (share - low) / (high - low)
            red, green, blue = (round(a + (b - a) * part) for a, b in zip(dark, bright, strict=True))
            return red, green, blue
    return ramp[-1][1]


class Inks:
    """Turns styles into the escape codes of one terminal."""

    def __init__(self, depth: Depth) -> None:
        self._depth = depth
        self._true_shades = [mix(step / (TRUE_SHADES - 1)) for step in range(TRUE_SHADES)]
        self._known: dict[Style, str] = {}

    def code(self, style: Style) -> str:
        """Return the whole code that begins this style, whatever was before it."""
        known = self._known.get(style)
        if known is None:
            known = self._known[style] = f"\x1b[0;{self._code(style)}m".replace(";m", "m")
        return known

    def _code(self, style: Style) -> str:
        if isinstance(style, Dots):
            return f"{self._shade(38, style.upper)};{self._shade(48, style.lower)}"
        if not self._depth.paints_ground:
            return (_FEW if self._depth is Depth.FEW else _MONO).get(style, "")
        colour, weight = _COLOURED[style]
        return f"{weight}{self._colour(38, colour)};{self._colour(48, GROUND)}"

    def _shade(self, place: int, shade: int) -> str:
        if self._depth is Depth.INDEXED:
            return f"{place};5;{INDEXED_SHADES[shade]}"
        return self._colour(place, self._true_shades[shade])

    def _colour(self, place: int, colour: Rgb) -> str:
        if self._depth is Depth.INDEXED:
            return f"{place};5;{INDEXED_COLOURS[colour]}"
        return f"{place};2;" + ";".join(map(str, colour))
