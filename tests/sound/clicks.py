"""How much a sound may change from one sample to the next before that is a click."""

import math


def steepest(duration_s: float, rate_hz: int) -> float:
    """Return the most that `eased` over that many seconds changes from one sample to the next."""
    return math.pi / 2.0 / (duration_s * rate_hz)


def largest_step(peak: float, top_hz: float, rate_hz: int) -> float:
    """Return the most that a sound with nothing above `top_hz` and at most `peak` can change in one sample.

    Bernstein's inequality for band-limited functions: |x'| is at most 2 pi top_hz peak. A larger step is a click.
    """
    return 2.0 * math.pi * top_hz / rate_hz * peak
