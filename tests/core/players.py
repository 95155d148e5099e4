"""A player that notes what it is told."""

from collections.abc import Callable, Sequence

from steady.core.cues import Mix
from steady.core.score import Plan


class NotingPlayer:
    """A `CuePlayer` that sounds nothing and remembers everything."""

    def __init__(self, outputs: Sequence[str] = ()) -> None:
        self.told: list[str] = []
        self.plans: list[tuple[Plan, Mix]] = []
        self.outputs = outputs

    @property
    def sounds(self) -> bool:
        """Whether the last wish was to sound."""
        return bool(self.told) and next(wish for wish in reversed(self.told) if wish != "duck") == "play"

    @property
    def plan(self) -> Plan:
        return self.plans[-1][0]

    @property
    def mix(self) -> Mix:
        return self.plans[-1][1]

    def play(self, plan: Plan, mix: Mix) -> None:
        self.told.append("play")
        self.plans.append((plan, mix))

    def rest(self) -> None:
        self.told.append("rest")

    def hush(self) -> None:
        self.told.append("hush")

    def duck(self, seconds: float) -> None:
        assert seconds > 0.0
        self.told.append("duck")

    def find_outputs(self, answer: Callable[[Sequence[str]], None]) -> None:
        self.told.append("outputs")
        answer(self.outputs)

    def close(self, timeout_s: float) -> bool:
        assert timeout_s >= 0.0
        self.told.append("close")
        return True
