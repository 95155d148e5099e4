"""When the next block will be heard: what the sound card says, without its jitter.

A sound card counts time by its own crystal, and says how much is still queued in steps and late by a little. So a block
follows the one before it, a little faster or slower where the two clocks drift apart, and jumps only where the sound
itself has stood still.
"""

SETTLE_S = 2.0
"""How long a drift takes to be made good."""
FASTEST = 0.005
"""The most that a block may be faster or slower than the clock; nobody hears half a percent of a breath."""
SMOOTHING = 0.05
"""How much of each block's error is believed."""
JUMP_S = 0.06
"""An error of more than this, block after block, is no jitter: the sound stood still."""
JUMP_AFTER = 5
"""How many blocks in a row must be that far off."""


class HeardClock:
    """Follows what one stream says of itself."""

    def __init__(self) -> None:
        self._next_s: float | None = None
        self._drift_s = 0.0
        self._far = 0

    def block(self, now_s: float, queued_s: float, length_s: float) -> tuple[float, float, float]:
        """Return when a block of `length_s` is heard that is written at `now_s`, behind `queued_s` of others.

        The answer is its first second on the clock, how many seconds of the clock it takes, and how far the clock has
        jumped (0, mostly) since the block before it.
        """
        measured_s = now_s + queued_s
        if self._next_s is None:
            self._next_s = measured_s
        error_s = measured_s - self._next_s
        jumped_s = self._jump(error_s)
        self._drift_s += SMOOTHING * (error_s - jumped_s - self._drift_s)
        pull = min(FASTEST, max(-FASTEST, self._drift_s / SETTLE_S))
        start_s = self._next_s + jumped_s
        takes_s = length_s * (1.0 + pull)
        self._next_s = start_s + takes_s
        return start_s, takes_s, jumped_s

    def _jump(self, error_s: float) -> float:
        self._far = self._far + 1 if abs(error_s) > JUMP_S else 0
        if self._far < JUMP_AFTER:
            return 0.0
        self._far, self._drift_s = 0, 0.0
        return error_s
