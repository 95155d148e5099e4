"""How long a thought stays where the pages turn by themselves: slow readers, tears and second looks included."""

from collections.abc import Sequence

WORD_S = 0.5
"""Half the pace that people read calm prose at."""
LINE_S = 0.8
LEAST_S = 5.0
FASTER, SLOWER = 1 / 1.2, 1.2
LEAST_PERCENT, MOST_PERCENT = 50, 250


def reading_s(lines: Sequence[str], percent: int) -> float:
    """Return the seconds that these lines stay, at that share of the usual time."""
    words = sum(len(line.split()) for line in lines)
    return max(LEAST_S, words * WORD_S + len(lines) * LINE_S) * percent / 100


def changed(percent: int, factor: float) -> int:
    """Return that share of the usual time, longer or shorter, within reason."""
    return round(min(MOST_PERCENT, max(LEAST_PERCENT, percent * factor)))
