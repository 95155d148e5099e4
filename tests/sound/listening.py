"""Ears for tests: renders a plan block by block, as a player does, and measures what comes out."""

import numpy as np
from tests.core.breaths import LONGER_OUT

from steady.core.breath import Act, Course, Pattern, Phase
from steady.core.cues import Mix, Voice
from steady.core.events import OPEN, Length
from steady.core.practice import Practice
from steady.core.score import Beats, Plan, Score
from steady.sound.envelope import Stereo
from steady.sound.renderer import Renderer
from steady.store.last_resort import meet_your_breath

RATE_HZ = 48_000
BLOCK = 960
HEARD = [voice for voice in Voice if voice is not Voice.SILENCE]
"""Every voice that sounds."""
FASTEST = Pattern((Phase(Act.INHALE, 1.4, 1.0), Phase(Act.EXHALE, 1.6, 0.0)))
"""The fastest breath there may be: whatever overlaps does so most here."""
TAPS = Beats(0.0, 0.0, 1.3)


def score(pattern: Pattern = LONGER_OUT, length: Length = OPEN) -> Score:
    """Return the plan of a practice of that breath, begun at 0 on the clock."""
    practice = Practice(Course.steady(pattern), length)
    practice.start(0.0)
    made = practice.score()
    assert made is not None
    return made


def meeting(length: Length = OPEN) -> Score:
    """Return the plan of "Meet your breath", begun at 0 on the clock."""
    practice = Practice(meet_your_breath().course(), length)
    practice.start(0.0)
    made = practice.score()
    assert made is not None
    return made


class Ear:
    """Hears a renderer: seconds go in, samples come out."""

    def __init__(self, rate_hz: int = RATE_HZ, block: int = BLOCK) -> None:
        self.renderer = Renderer(rate_hz)
        self.rate_hz = rate_hz
        self._block = block
        self._frames = 0
        self.blocks: list[Stereo] = []

    @property
    def now_s(self) -> float:
        """The second of the clock that comes next."""
        return self._frames / self.rate_hz

    def play(self, plan: Plan, *, ready: bool = True, **mix: object) -> "Ear":
        """Play at full volume, unless it is told otherwise."""
        self.renderer.play(plan, Mix(**{"gain": 1.0, **mix}))
        if ready:
            self.renderer.make_ready()
        return self

    def hear(self, seconds: float) -> Stereo:
        """Listen for so long; return what was heard, shape (n, 2)."""
        heard = []
        until = self._frames + round(seconds * self.rate_hz)
        while self._frames < until:
            count = min(self._block, until - self._frames)
            heard.append(self.renderer.render(count, self.now_s, 1.0 / self.rate_hz))
            self._frames += count
        self.blocks += heard
        return np.concatenate(heard)

    @property
    def all(self) -> Stereo:
        """All that was heard so far."""
        return np.concatenate(self.blocks)


def played(voice: Voice, plan: Plan | None = None, seconds: float = 30.0, **mix: object) -> Stereo:
    """Return so many seconds of a voice along a plan, at full volume."""
    return Ear().play(plan or score(), voice=voice, **mix).hear(seconds)


def rms(sound: Stereo) -> float:
    """Return the root mean square over both sides."""
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64))))


def decibels(ratio: float) -> float:
    """Return a ratio of amplitudes in dB."""
    return 20.0 * float(np.log10(max(ratio, 1e-12)))


def loudest_step(sound: Stereo) -> float:
    """Return the largest change from one sample to the next."""
    return float(np.abs(np.diff(sound, axis=0)).max())


def high_passed(sound: Stereo, hz: float, rate_hz: int = RATE_HZ) -> np.ndarray:
    """Return what is above that frequency: next to nothing, unless there is a click."""
    from scipy.signal import butter, sosfilt

    high: np.ndarray = sosfilt(butter(8, hz, "highpass", fs=rate_hz, output="sos"), sound.astype(np.float64), axis=0)
    return high


def above(sound: Stereo, hz: float, rate_hz: int = RATE_HZ) -> float:
    """Return the largest sample of what is above that frequency."""
    return float(np.abs(high_passed(sound, hz, rate_hz)).max())


def spectrum(sound: Stereo, rate_hz: int = RATE_HZ) -> tuple[float, float]:
    """Return the middle and the width of the spectrum, in Hz: how bright it is, and how rich."""
    mono = sound.mean(axis=1) * np.hanning(len(sound))
    power = np.abs(np.fft.rfft(mono)) ** 2
    hz = np.fft.rfftfreq(len(mono), 1.0 / rate_hz)
    middle = float(np.sum(hz * power) / np.sum(power))
    return middle, float(np.sqrt(np.sum((hz - middle) ** 2 * power) / np.sum(power)))


def part(sound: Stereo, from_s: float, to_s: float, rate_hz: int = RATE_HZ) -> Stereo:
    """Return the samples between two seconds."""
    return sound[round(from_s * rate_hz) : round(to_s * rate_hz)]
