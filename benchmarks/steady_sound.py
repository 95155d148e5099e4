"""Plays one practice on the sound card, as Steady does, and says what became of it: one line of JSON.

    steady_sound.py SECONDS VOICE [BED] [--hush] [--voice-of-ticks] [--watch] [--dawdle]

The clock is `time.monotonic`, which every process of a machine reads alike.
"""

import argparse
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from measure import say_json
from steady.core.cues import Bed, Mix, Voice
from steady.core.errors import Fault
from steady.core.practice import Practice
from steady.core.score import Score
from steady.sound.envelope import Curve, Stereo
from steady.sound.player import CardPlayer
from steady.sound.renderer import Renderer
from steady.sound.voices import Making
from steady.store.last_resort import meet_your_breath

TICK_S = 0.002
CLOSING_S = 5.0
WATCH_S = 0.01
LATE_S = 0.05
"""A thread that only waits and is this late was not let run: so was the one that plays, maybe."""
SCHEDULED = Path("/proc/thread-self/schedstat")
DAWDLE_AT_S, DAWDLE_S = 5.0, 0.4


class Ticks:
    """A voice for measuring: a short tick at each turn, and nothing else."""

    def __init__(self, rate_hz: int) -> None:
        self._tick = np.full((round(TICK_S * rate_hz), 2), 0.4, np.float32)
        self._last_s = 0.0

    @classmethod
    def make(cls, rate_hz: int) -> "Making[Ticks]":
        """There is nothing to prepare."""
        yield
        return cls(rate_hz)

    def render(self, curve: Curve, frame: int) -> Stereo:  # noqa: ARG002 - it repeats nothing
        """Return a tick where a stretch begins; one that begins at the end of a block is cut short."""
        sound = np.zeros((curve.count, 2), np.float32)
        for stretch in curve.stretches:
            at = round((stretch.start_s - curve.start_s) / curve.step_s)
            if stretch.start_s > self._last_s + 1e-3 and 0 <= at < curve.count:
                self._last_s = stretch.start_s
                part = sound[at : at + len(self._tick)]
                part += self._tick[: len(part)]
        return sound

    def twin(self) -> "Ticks":
        """Return one that begins anew."""
        return Ticks(len(self._tick) * round(1.0 / TICK_S))


class Watched(Renderer):
    """A renderer that notes when the system did not let its thread run, though it could have: from, to, in seconds."""

    def __init__(self, rate_hz: int) -> None:
        super().__init__(rate_hz)
        self.not_run: list[tuple[float, float]] = []
        self._last: tuple[float, float] | None = None

    def render(self, count: int, start_s: float, step_s: float) -> Stereo:
        """Return the next samples."""
        now = time.monotonic(), waited_s()
        if self._last is not None and now[1] - self._last[1] > count / self.rate_hz:
            self.not_run.append((self._last[0], now[0]))
        self._last = now
        return super().render(count, start_s, step_s)


class Dawdling(Watched):
    """A renderer with a fault: once, in mid-breath, it takes much longer than what is queued lasts."""

    def render(self, count: int, start_s: float, step_s: float) -> Stereo:
        """Return the next samples, once too late."""
        before_s = self._frame / self.rate_hz
        if before_s < DAWDLE_AT_S <= before_s + count / self.rate_hz:
            threading.Event().wait(DAWDLE_S)
        return super().render(count, start_s, step_s)


def waited_s() -> float:
    """Return how long this thread has waited for a core in all, in seconds, as Linux counts it."""
    return int(SCHEDULED.read_text(encoding="ascii").split()[1]) / 1e9 if SCHEDULED.exists() else 0.0


def lates(until_s: float) -> list[tuple[float, float]]:
    """Do nothing until then, and say when this process was not let run: from and to, in seconds of the clock."""
    never, found = threading.Event(), []
    while (now_s := time.monotonic()) < until_s:
        never.wait(WATCH_S)
        awake_s = time.monotonic()
        if awake_s - now_s > WATCH_S + LATE_S:
            found.append((now_s, awake_s))
    return found


def boundaries(score: Score, until_s: float) -> list[float]:
    """Return each turn of the plan, in seconds of the clock, by adding up."""
    assert score.begins_s is not None
    turns, at_s = [], score.begins_s
    while at_s < until_s:
        stretch = score.stretch(at_s + 1e-6)
        assert stretch is not None
        at_s = stretch.end_s
        turns.append(at_s)
    return turns


def main() -> None:
    """Play, and answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("voice", choices=[voice.value for voice in Voice])
    parser.add_argument("bed", nargs="?", default=Bed.NONE.value, choices=[bed.value for bed in Bed])
    parser.add_argument("--hush", action="store_true", help="leave quickly at the end, rather than pause")
    parser.add_argument("--voice-of-ticks", action="store_true", help="tick at each turn, in the voice's place")
    parser.add_argument("--watch", action="store_true", help="say when this process was not let run, too")
    parser.add_argument("--dawdle", action="store_true", help="with --watch, be late once: a fault to be found")
    options = parser.parse_args()

    faults: list[Fault] = []
    make: Callable[[int], Renderer] | None = None
    watched: list[Watched] = []
    if options.voice_of_ticks:
        make = lambda rate_hz: Renderer(rate_hz, {Voice(options.voice): Ticks.make})  # noqa: E731 - one expression
    elif options.watch:

        def make(rate_hz: int) -> Renderer:
            watched.append((Dawdling if options.dawdle else Watched)(rate_hz))
            return watched[-1]

    player = CardPlayer(time.monotonic, faults.append, make_renderer=make)
    practice = Practice(meet_your_breath().course())
    practice.start(time.monotonic() + 1.0)
    score = practice.score()
    assert score is not None
    player.play(score, Mix(Voice(options.voice), Bed(options.bed), gain=1.0))
    never = threading.Event()
    never.wait(2.0)  # until all is made; from here on it only plays
    began_s, cpu_s = time.monotonic(), _cpu_s()
    not_run: list[tuple[float, float]] = []
    if options.watch:
        not_run = lates(began_s + options.seconds - 2.0)
    else:
        never.wait(options.seconds - 2.0)
    spent_s, lasted_s = _cpu_s() - cpu_s, time.monotonic() - began_s
    ended_s = time.monotonic()
    if options.hush:
        player.hush()
    else:
        player.rest()
        never.wait(1.5)
    player.close(CLOSING_S)
    say_json(
        turns_s=boundaries(score, ended_s),
        began_s=score.begins_s,
        ended_s=ended_s,
        cpu_percent=100.0 * spent_s / lasted_s,
        ran_dry=player.ran_dry,
        faults=[fault.value for fault in faults],
        not_run=[*not_run, *(span for one in watched for span in one.not_run)],
        latency_s=player.latency_s,
        rate_hz=player.rate_hz,
    )


def _cpu_s() -> float:
    used = os.times()
    return used.user + used.system


if __name__ == "__main__":
    main()
