"""How far a step that lasts a while has come, and which side a tap is on: pure functions of seconds, as breaths are."""

import math

from steady.core.score import Beats

SLOWEST_TAP_S, FASTEST_TAP_S = 4.0, 0.6
TAP_FACTOR = 1.15
"""How much slower or faster one press makes the taps."""


class Held:
    """Seconds held until now, over moments in which it rested."""

    def __init__(self, wanted_s: float) -> None:
        self.wanted_s = wanted_s
        self._before_s = 0.0
        self._since_s: float | None = None

    def go_on(self, now_s: float) -> None:
        """Let the time run."""
        if self._since_s is None:
            self._since_s = now_s

    def rest(self, now_s: float) -> None:
        """Let it stand still."""
        if self._since_s is not None:
            self._before_s += now_s - self._since_s
            self._since_s = None

    def begin_again(self, now_s: float) -> None:
        """Start from nothing, now."""
        self._before_s, self._since_s = 0.0, now_s

    def fraction(self, now_s: float) -> float:
        """Return how much of it has passed, 0 to 1."""
        running_s = 0.0 if self._since_s is None else now_s - self._since_s
        return min(1.0, max(0.0, (self._before_s + running_s) / self.wanted_s))


class Taps:
    """Left and right in turn, at a pace that can change without a jump."""

    def __init__(self, seconds: float) -> None:
        self.seconds = min(SLOWEST_TAP_S, max(FASTEST_TAP_S, seconds))
        self._turns = 0.0
        self._since_s: float | None = None

    def go_on(self, now_s: float) -> None:
        """Let the taps come."""
        if self._since_s is None:
            self._since_s = now_s

    def rest(self, now_s: float) -> None:
        """Stand still."""
        self._turns, self._since_s = self.turns(now_s), None

    def turns(self, now_s: float) -> float:
        """Return how many taps have passed, and what part of the next."""
        return self._turns + (0.0 if self._since_s is None else max(0.0, now_s - self._since_s) / self.seconds)

    def beats(self) -> Beats | None:
        """Return the taps as they come now, for a player; None while they stand still."""
        return None if self._since_s is None else Beats(self._turns, self._since_s, self.seconds)

    def on_right(self, now_s: float) -> bool:
        """Whether the nearest tap is on the right. The first is on the left."""
        return round(self.turns(now_s)) % 2 == 1

    def right_light(self, now_s: float) -> float:
        """Return how lit the right side is, 0 to 1; the left is lit by what is missing from 1. It never flashes."""
        return (1.0 - math.cos(math.pi * self.turns(now_s))) / 2.0

    def change(self, now_s: float, factor: float) -> bool:
        """Make the taps `factor` times as far apart; False at the slowest and the fastest."""
        seconds = min(SLOWEST_TAP_S, max(FASTEST_TAP_S, self.seconds * factor))
        if seconds == self.seconds:
            return False
        running = self._since_s is not None
        self.rest(now_s)
        self.seconds = seconds
        if running:
            self.go_on(now_s)
        return True
