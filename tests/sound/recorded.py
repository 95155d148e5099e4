"""What a sound card played, as its recording has it, and which of its moments say anything of Steady.

On a machine that is too busy the sound server stands still, or the player is not let run, and then there is a gap that
is no fault of ours. Both have a witness: the server's chunks come late, or a thread that only waits wakes late. Around
such a moment nothing is judged; everywhere else all is.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.null_sink import RATE_HZ, NullSink, Recorded, null_sink, silences
from tests.sound.listening import high_passed

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
EDGE_S = 2.0
"""What is left out at each end: the sound comes in and goes there."""
BEFORE_S, AFTER_S = 0.1, 0.3
"""How far around a moment at which the machine stood still its traces may lie."""
CLICK_HZ = 12_000
FILTER_S = 0.1

Span = tuple[float, float]


class Heard:
    """A recording from when the sound began until it was told to end; seconds count from that beginning."""

    def __init__(self, answer: dict[str, Any], recorded: Recorded) -> None:
        self.answer = answer
        self.whole = recorded
        began_s, ended_s = answer["began_s"], answer["ended_s"]
        begins, ends = (round((at_s - recorded.begins_s) * RATE_HZ) for at_s in (began_s, ended_s))
        self.sound = recorded.sound[begins:ends]
        self.turns_s = [turn - began_s for turn in answer["turns_s"] if turn < ended_s - EDGE_S]
        self.stalls = [*recorded.stalls, *map(tuple, answer["not_run"])]
        self.elsewhere: list[Span] = [
            (from_s - began_s - BEFORE_S, to_s - began_s + AFTER_S) for from_s, to_s in self.stalls
        ]

    @property
    def inner(self) -> np.ndarray:
        """All but the edges."""
        edge = round(EDGE_S * RATE_HZ)
        return self.sound[edge:-edge]

    def is_ours(self, from_s: float, to_s: float) -> bool:
        """Whether the machine let Steady and the server run all that time."""
        return all(to_s < begins_s or from_s > ends_s for begins_s, ends_s in self.elsewhere)

    @property
    def share(self) -> float:
        """How much of it can be judged, 0 to 1."""
        counted = np.ones(len(self.sound), bool)
        for from_s, to_s in self.elsewhere:
            counted[max(0, round(from_s * RATE_HZ)) : max(0, round(to_s * RATE_HZ))] = False
        return float(counted.mean())

    @property
    def gaps(self) -> list[Span]:
        """The silences inside it, whoever made them."""
        found = [(first / RATE_HZ + EDGE_S, end / RATE_HZ + EDGE_S) for first, end in silences(self.inner)]
        return [(round(from_s, 3), round(to_s, 3)) for from_s, to_s in found]

    @property
    def our_gaps(self) -> list[Span]:
        """Those of them that no busy machine explains."""
        return [gap for gap in self.gaps if self.is_ours(*gap)]

    def loudest_click(self) -> float:
        """Return the largest sample of what is above `CLICK_HZ`, wherever the machine let it be played."""
        high = np.abs(high_passed(self.inner, CLICK_HZ)).max(axis=1)
        high[: round(FILTER_S * RATE_HZ)] = 0.0  # the cut itself
        for from_s, to_s in self.elsewhere:
            high[max(0, round((from_s - EDGE_S) * RATE_HZ)) : max(0, round((to_s - EDGE_S) * RATE_HZ))] = 0.0
        return float(high.max())


def start(sink: NullSink, seconds: float, *options: str) -> subprocess.Popen[str]:
    """Start to play on a sink, as Steady does."""
    command = [sys.executable, str(BENCHMARKS / "steady_sound.py"), str(seconds), *options, "--watch"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=sink.environment)


def answer_of(player: subprocess.Popen[str]) -> dict[str, Any]:
    """Wait until it has played; return what it says of that."""
    said, _ = player.communicate()
    assert player.returncode == 0
    answer: dict[str, Any] = json.loads(said.splitlines()[-1])
    return answer


def play(seconds: float, *options: str) -> Heard:
    """Play on a null sink of this card's own rate; return what was heard."""
    with null_sink(f"rate={RATE_HZ}") as sink:
        recording = sink.record()
        answer = answer_of(start(sink, seconds, *options))
        return Heard(answer, recording.stop())
