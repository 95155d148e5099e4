"""Sound as it is heard: ticks against the breath, what it costs, and whether it ever runs dry.

A null sink of PulseAudio is the card; it is recorded, and each chunk of the recording is timed as it arrives. The
reference for the ticks is plain addition of the phases' lengths; for rendering it is real time itself.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from measure import HERE, Finding, ask_command, environment, tell
from null_sink import RATE_HZ, NullSink, Recorded, missing, null_sink, silences
from steady.core.cues import Bed, Mix, Voice
from steady.core.practice import Practice
from steady.sound.renderer import Renderer
from steady.store.last_resort import meet_your_breath

MEDIAN_BOUND_MS, WORST_BOUND_MS = 20.0, 50.0
CPU_BOUND_PERCENT = 3.0
SPEED_BOUND = 50.0
APART_S = 0.3
"""Two ticks are never closer than this."""
FADES_S = 3.0
BLOCK = 960
BUSY = "while True: pass"


def play(sink: NullSink, seconds: float, *options: str) -> dict[str, Any]:
    """Play on the sink as Steady does; return what the player says of it."""
    command = [sys.executable, str(HERE / "steady_sound.py"), str(seconds), *options]
    return ask_command(command, {**environment(), **sink.environment})


def ticks_heard(recorded: Recorded) -> list[float]:
    """Return when each tick was heard, in seconds of `time.monotonic`."""
    loud = np.abs(recorded.sound[:, 0]) > 0.1
    begins = np.flatnonzero(loud[1:] & ~loud[:-1]) + 1
    heard: list[float] = []
    for at_s in recorded.begins_s + begins / RATE_HZ:
        if not heard or at_s - heard[-1] > APART_S:
            heard.append(float(at_s))
    return heard


def late_ms(sink: NullSink, minutes: float) -> list[float]:
    """Tick at each turn for so long; return how late each was heard, in ms."""
    recording = sink.record()
    answer = play(sink, minutes * 60.0, "tide", "--voice-of-ticks")
    heard = ticks_heard(recording.stop())
    due = [turn for turn in answer["turns_s"] if turn < answer["ended_s"] - 1.0]
    if len(heard) < len(due):
        raise SystemExit(f"{len(due)} ticks were due, and {len(heard)} were heard.")
    return [1000.0 * (min(heard, key=lambda tick, turn=turn: abs(tick - turn)) - turn) for turn in due]


def gaps(recorded: Recorded) -> int:
    """Return how often the sound fell silent for a moment. A bed is never all zeros; a card that ran dry is.

    While it fades in and out it is smaller than the smallest number of a card of 16 bits: that is left out.
    """
    heard = np.flatnonzero(recorded.sound.any(axis=1))
    fades = round(FADES_S * RATE_HZ)
    return len(silences(recorded.sound[heard[0] + fades : heard[-1] - fades]))


def speed(voice: Voice, bed: Bed, seconds: float) -> float:
    """Return how many times faster than it sounds a voice over a bed is rendered, in the process's own CPU time."""
    practice = Practice(meet_your_breath().course())
    practice.start(0.0)
    score = practice.score()
    assert score is not None
    renderer = Renderer(RATE_HZ)
    renderer.play(score, Mix(voice, bed, gain=1.0))
    renderer.make_ready()
    began = time.process_time()
    for frame in range(0, round(seconds * RATE_HZ), BLOCK):
        renderer.render(BLOCK, frame / RATE_HZ, 1.0 / RATE_HZ)
    return seconds / (time.process_time() - began)


@contextmanager
def busy_core() -> Iterator[None]:
    """Keep one core busy, as another program would."""
    other = subprocess.Popen([sys.executable, "-c", BUSY])
    try:
        yield
    finally:
        other.terminate()
        other.wait()


def main() -> None:
    """Measure, and say what holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="a minute of each: quick, and not to be quoted")
    options = parser.parse_args()
    tick_minutes, dry_minutes = (0.5, 0.5) if options.short else (5.0, 10.0)
    voices = [voice for voice in Voice if voice is not Voice.SILENCE]
    speeds = {voice: speed(voice, Bed.RAIN, 10.0 if options.short else 60.0) for voice in voices}
    rows: list[Sequence[object]] = [("voice, over rain", "x real time")]
    rows += [(voice.value, speeds[voice]) for voice in voices]
    findings = [Finding("slowest voice and bed, x real time", min(speeds.values()), SPEED_BOUND, at_least=True)]
    numbers: dict[str, object] = {}
    lacking = missing()
    if lacking:
        print(f"No sound card to record here, so only rendering was measured. Missing: {', '.join(lacking)}")
    else:
        with null_sink(f"rate={RATE_HZ}") as sink:
            late = late_ms(sink, tick_minutes)
            with busy_core():
                slowest = min(voices, key=speeds.__getitem__)
                recording = sink.record()
                dry = play(sink, dry_minutes * 60.0, slowest.value, Bed.RAIN.value)
                silences = gaps(recording.stop())
        rows += [("ticks", len(late)), ("median ms late", statistics.median(late)), ("worst", max(late, key=abs))]
        findings += [
            Finding("tick from its turn, median ms", abs(statistics.median(late)), MEDIAN_BOUND_MS),
            Finding("tick from its turn, worst ms", max(map(abs, late)), WORST_BOUND_MS),
            Finding("CPU of a core for voice and bed, percent", dry["cpu_percent"], CPU_BOUND_PERCENT),
            Finding(f"ran dry in {dry_minutes:g} minutes, the other core busy", dry["ran_dry"], 0.0),
            Finding("gaps in the recording of that", silences, 0.0),
        ]
        numbers = {"late_ms": [round(value, 2) for value in late], "latency_s": dry["latency_s"]}
    tell("sound", rows, findings, speeds={voice.value: round(value, 1) for voice, value in speeds.items()}, **numbers)


if __name__ == "__main__":
    main()
