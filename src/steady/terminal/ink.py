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

CUBE = (0, 95, 135, 175, 215, 255)
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


def _nearest_step(channel: int) -> int:
    return min(range(len(CUBE)), key=lambda step: abs(CUBE[step] - channel))


def nearest(colour: Rgb) -> int:
    """Return the number of the nearest of the 240 colours that every terminal with 256 has alike."""
    cube = [_nearest_step(channel) for channel in colour]
    in_cube = (16 + 36 * cube[0] + 6 * cube[1] + cube[2], tuple(CUBE[step] for step in cube))
    grey = min(23, max(0, round((sum(colour) / 3 - 8) / 10)))
    in_grey = (232 + grey, (8 + 10 * grey,) * 3)

    def distance(found: tuple[int, tuple[int, ...]]) -> float:
        return sum((a - b) ** 2 for a, b in zip(found[1], colour, strict=True))

    return min(in_cube, in_grey, key=distance)[0]


class Inks:
    """Turns styles into the escape codes of one terminal. `shades` is how many the orb is drawn in."""

    def __init__(self, depth: Depth, shades: int) -> None:
        self.depth = depth
        self._shades = [mix(step / (shades - 1)) for step in range(shades)]
        self._known: dict[Style, str] = {}

    def code(self, style: Style) -> str:
        """Return the whole code that begins this style, whatever was before it."""
        known = self._known.get(style)
        if known is None:
            known = self._known[style] = f"\x1b[0;{self._code(style)}m".replace(";m", "m")
        return known

    def _code(self, style: Style) -> str:
        if isinstance(style, Dots):
            upper, lower = self._shades[style.upper], self._shades[style.lower]
            return f"{self._colour(38, upper)};{self._colour(48, lower)}"
        if not self.depth.paints_ground:
            return (_FEW if self.depth is Depth.FEW else _MONO).get(style, "")
        colour, weight = _COLOURED[style]
        return f"{weight}{self._colour(38, colour)};{self._colour(48, GROUND)}"

    def _colour(self, place: int, colour: Rgb) -> str:
        if self.depth is Depth.TRUE:
            return f"{place};2;" + ";".join(map(str, colour))
        return f"{place};5;{nearest(colour)}"
