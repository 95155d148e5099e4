"""How long something that others hold up just now is left alone before it is tried again: longer each time."""

import time

SHORTEST_S = 0.25
LONGEST_S = 4.0


class Patience:
    """Grows with each try that fails. `next_s` is None where there is nothing to try again."""

    def __init__(self) -> None:
        self.next_s: float | None = None

    def more(self) -> None:
        """Wait longer the next time."""
        self.next_s = SHORTEST_S if self.next_s is None else min(LONGEST_S, 2 * self.next_s)

    def over(self) -> None:
        """Have nothing to wait for."""
        self.next_s = None

    def left_s(self, close_by_s: float | None) -> float:
        """Return how long to wait now; shorter and shorter as the end comes near, on the monotonic clock."""
        wanted_s = self.next_s or 0.0
        return wanted_s if close_by_s is None else max(0.0, min(SHORTEST_S, close_by_s - time.monotonic()))
