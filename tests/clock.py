"""A clock that a test moves by hand: seconds pass, the machine sleeps, the wall clock is set anew."""

from datetime import UTC, datetime, timedelta

from steady.core.clock import Reading


class ManualClock:
    """Stands still until it is told otherwise. A machine that has been up for a while is where it starts."""

    def __init__(self, monotonic_s: float = 1000.0, boot_s: float = 1500.0) -> None:
        self.monotonic_s = monotonic_s
        self.boot_s = boot_s
        self.wall = datetime(2026, 11, 22, 21, 7, 5, tzinfo=UTC)

    def read(self) -> Reading:
        return Reading(self.monotonic_s, self.boot_s)

    def now(self) -> datetime:
        return self.wall

    def advance(self, seconds: float) -> None:
        """Let time pass, awake."""
        self.monotonic_s += seconds
        self.sleep(seconds)

    def sleep(self, seconds: float) -> None:
        """Let the machine sleep: only its boot clock and the wall's run on."""
        self.boot_s += seconds
        self.wall += timedelta(seconds=seconds)

    def step_wall(self, seconds: float) -> None:
        """Set the wall clock forward or back; nothing else notices."""
        self.wall += timedelta(seconds=seconds)
