"""A soft round shape in a grid of square-ish dots: how bright each dot is, for how full the lungs are."""

import functools

GLOW = 1.36
"""How far the glow reaches, in radii of the shape."""
SMALLEST = 0.36
"""The radius at rest, as a share of the radius when full."""
GLOW_BRIGHTNESS = 0.24
EDGE_BRIGHTNESS = 0.66
"""How bright the shape is at its edge; in the middle it is 1."""
STEPS_OF_DISTANCE = 255


class Orb:
    """The shape in `columns` x `rows` dots that are `stretch` times as high as they are wide, in `shades` shades."""

    def __init__(self, columns: int, rows: int, *, stretch: float, shades: int) -> None:
        self._shades = shades
        self._reach = min(columns, rows * stretch) / 2.0
        self._radius = self._reach / GLOW
        self._unit = (self._reach + 1.0) / STEPS_OF_DISTANCE
        half = [self._distances(y, columns, rows, stretch) for y in range((rows + 1) // 2)]
        self._distances_by_row = half + half[: rows // 2][::-1]

    @property
    def travel(self) -> float:
        """How far the edge moves from rest to full, in dots."""
        return self._radius * (1.0 - SMALLEST)

    def at(self, level: float) -> list[bytes]:
        """Return the shades of each row's dots, 0 (dark) to `shades` - 1 (bright); `level` is 0 to 1."""
        table = self._table(self._radius * (SMALLEST + (1.0 - SMALLEST) * level))
        return [row.translate(table) for row in self._distances_by_row]

    def _distances(self, y: int, columns: int, rows: int, stretch: float) -> bytes:
        from_middle_y = (y - (rows - 1) / 2.0) * stretch
        squares = ((x - (columns - 1) / 2.0) ** 2 + from_middle_y**2 for x in range(columns))
        return bytes(min(STEPS_OF_DISTANCE, round(square**0.5 / self._unit)) for square in squares)

    def _table(self, radius: float) -> bytes:
        return bytes(self._shade(step * self._unit, radius) for step in range(STEPS_OF_DISTANCE + 1))

    def _shade(self, distance: float, radius: float) -> int:
        return round(brightness(distance, radius) * (self._shades - 1))


def brightness(distance: float, radius: float) -> float:
    """Return how bright a dot is, 0 to 1: a shape, brightest in its middle, an edge one dot wide, and a glow."""
    share = distance / radius
    inside = 1.0 - (1.0 - EDGE_BRIGHTNESS) * min(1.0, share) ** 2
    glow = GLOW_BRIGHTNESS * max(0.0, 1.0 - max(0.0, share - 1.0) / (GLOW - 1.0))
    outside_share = min(1.0, max(0.0, distance - radius + 0.5))
    return inside + (glow - inside) * outside_share


@functools.lru_cache(maxsize=4)
def cached_orb(columns: int, rows: int, stretch: float, shades: int) -> Orb:
    """Return the orb of that size, made once."""
    return Orb(columns, rows, stretch=stretch, shades=shades)
