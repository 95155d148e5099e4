"""The player where nothing is to sound: it takes every wish and keeps still."""

from collections.abc import Callable, Sequence

from steady.core.cues import Mix
from steady.core.score import Plan


class SilentPlayer:
    """A `CuePlayer` like any other. It imports nothing, opens nothing and has no thread."""

    def play(self, plan: Plan, mix: Mix) -> None:
        """Keep still."""

    def rest(self) -> None:
        """Keep still."""

    def hush(self) -> None:
        """Keep still."""

    def duck(self, seconds: float) -> None:
        """Keep still."""

    def find_outputs(self, answer: Callable[[Sequence[str]], None]) -> None:
        """There are none."""
        answer(())

    def close(self, timeout_s: float) -> bool:  # noqa: ARG002 - nothing takes time
        """There is nothing to end."""
        return True
