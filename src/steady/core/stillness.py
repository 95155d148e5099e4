"""How a breath comes to rest where it stands still, and how what that dimmed comes back: softly, both."""

from typing import NamedTuple

from steady.core.breath import ease

SETTLE_S = 1.5
"""How long the lungs take to sink to rest, softly, after a pause."""
WAKE_S = 1.0
"""How long what a pause dimmed takes to be as it was, once it goes on: nothing lights up at once."""


class Still(NamedTuple):
    """Where a practice stands still: since when, after how many seconds and breaths, and how full the lungs were.

    `settled_before` is what was left, as it began, of the pause before it.
    """

    since_s: float = 0.0
    elapsed_s: float = 0.0
    level: float = 0.0
    breaths: int = 0
    settled_before: float = 0.0

    def settled(self, now_s: float) -> float:
        """Return how far it has come to rest: 1 once the lungs have sunk."""
        return self.settled_before + (1.0 - self.settled_before) * self._sunk(now_s)

    def fullness(self, now_s: float, rest: float) -> float:
        """Return how full the lungs are, on their way to the level of `rest`."""
        return rest + (self.level - rest) * (1.0 - self._sunk(now_s))

    def _sunk(self, now_s: float) -> float:
        return ease((now_s - self.since_s) / SETTLE_S)


def left_of(settled: float, passed_s: float) -> float:
    """Return what is left of having settled so far, `passed_s` after it went on."""
    return settled * (1.0 - ease(passed_s / WAKE_S)) if settled else 0.0
