"""What to notice instead, where a sense is not to be had: offered, never asked why.

The words for each are in `texts`.
"""

import enum

from steady.core.steps import Name, Sense

ANY_COUNT = 15
"""Free presses, where any sense will do."""


class Instead(enum.Enum):
    """Something else to notice."""

    TOUCH = "touch"
    SOUND = "sound"
    TEMPERATURE = "temperature"
    WEIGHT = "weight"
    AIR = "air"
    MOVEMENT = "movement"
    LIGHT = "light"
    VIBRATION = "vibration"
    TEXTURE = "texture"
    WATER = "water"
    KIND_WORD = "kind-word"
    NEXT_THING = "next-thing"
    SHAPES = "shapes"
    COLORS = "colors"
    ANY = "any"


_ONE_IS_ENOUGH = (Instead.WATER, Instead.KIND_WORD, Instead.NEXT_THING)
_CLOSE_BY = (Instead.TEMPERATURE, Instead.TEXTURE, *_ONE_IS_ENOUGH, Instead.ANY)
_OFFERED: dict[Sense, tuple[Instead, ...]] = {
    "see": (Instead.TOUCH, Instead.SOUND, Instead.TEMPERATURE, Instead.WEIGHT, Instead.AIR, Instead.ANY),
    "feel": (Instead.SHAPES, Instead.COLORS, Instead.SOUND, Instead.ANY),
    "hear": (Instead.MOVEMENT, Instead.LIGHT, Instead.VIBRATION, Instead.ANY),
    "smell": _CLOSE_BY,
    "taste": _CLOSE_BY,
}


def offered(step: Name) -> tuple[Instead, ...]:
    """Return what can be noticed instead at that step; nothing where it is not about a sense."""
    return () if step.sense is None else _OFFERED[step.sense]


def count_of(step: Name, instead: Instead | None) -> int:
    """Return how many things that step asks for, of those or of its own: never more, but for free presses."""
    if instead is Instead.ANY:
        return ANY_COUNT
    return 1 if instead in _ONE_IS_ENOUGH else step.count
