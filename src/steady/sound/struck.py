"""The voices that sound at moments: Bowl at each turn, Pulse on each beat, and the sound of an end."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steady.core.breath import Act
from steady.core.score import Stretch
from steady.sound.envelope import Curve, Stereo, eased
from steady.sound.presets import BOWL, FINISH, FINISH_AFTER_S, PULSE
from steady.sound.presets import Bowl as BowlPreset
from steady.sound.presets import Pulse as PulsePreset
from steady.sound.synth import beside, struck

if TYPE_CHECKING:
    from steady.sound.voices import Making

SAME_S = 1e-3
"""Turns that are this close together are one."""


class Ringing(NamedTuple):
    """Something that was struck, and its sample that comes next; below 0 it is struck so many samples from now.

    Once it rings it is played sample by sample, whatever the clock says: a block may be a little faster or slower than
    the one before it (`heard.py`), and a place found by the clock would leave some samples out at each change.
    """

    sound: Stereo
    next: int

    @classmethod
    def struck(cls, sound: Stereo, struck_s: float, start_s: float, step_s: float) -> "Ringing":
        """Return it as it rings in samples that start at `start_s` on the clock, where it is struck at `struck_s`."""
        return cls(sound, round((start_s - struck_s) / step_s))

    def add_to(self, samples: Stereo) -> "Ringing":
        """Add what is heard of it to samples, and return it as it goes on after them."""
        first = max(0, -self.next)
        heard = self.sound[max(0, self.next) : max(0, self.next + len(samples))]
        samples[first : first + len(heard)] += heard
        return self._replace(next=self.next + len(samples))

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return self.next >= len(self.sound)


class Bowl:
    """A bowl that is struck at each turn and rings on."""

    def __init__(self, strikes: dict[Act, Stereo], ringing: Sequence[Ringing] = (), last_s: float = -math.inf) -> None:
        self._strikes = strikes
        self._ringing = list(ringing)
        self._last_s = last_s

    @classmethod
    def make(cls, rate_hz: int, preset: BowlPreset = BOWL) -> "Making[Bowl]":
        """Strike it once for each act, and keep the sounds."""
        strikes = {}
        for act, strike in ((Act.INHALE, preset.inhale), (Act.HOLD, preset.hold), (Act.EXHALE, preset.exhale)):
            sound = struck(strike.partials, strike.seconds, strike.attack_s, rate_hz)
            strikes[act] = sound * np.float32(strike.amplitude * preset.gain)
            yield
        return cls(strikes)

    def render(self, curve: Curve, frame: int) -> Stereo:  # noqa: ARG002 - it repeats nothing
        """Return all that rings; whoever comes in the middle of a phase hears the strike from its middle."""
        for stretch in curve.stretches:
            if abs(stretch.start_s - self._last_s) > SAME_S:
                self._last_s = stretch.start_s
                strike = self._strikes[stretch.act]
                self._ringing.append(Ringing.struck(strike, stretch.start_s, curve.start_s, curve.step_s))
        sound = np.zeros((curve.count, 2), np.float32)
        rung = [one.add_to(sound) for one in self._ringing]
        self._ringing = [one for one in rung if not one.is_over]
        return sound

    def twin(self) -> "Bowl":
        """Return one that rings on in the same way."""
        return Bowl(self._strikes, self._ringing, self._last_s)


class Pulse:
    """Soft beats, left and right."""

    def __init__(self, rate_hz: int, preset: PulsePreset) -> None:
        self._rate_hz = rate_hz
        self._preset = preset

    @classmethod
    def make(cls, rate_hz: int, preset: PulsePreset = PULSE) -> "Making[Pulse]":
        """There is nothing to prepare."""
        yield
        return cls(rate_hz, preset)

    def render(self, curve: Curve, frame: int) -> Stereo:  # noqa: ARG002 - it repeats nothing
        """Return the beats of every stretch that is under way."""
        sound = np.zeros((curve.count, 2), np.float32)
        for stretch in curve.stretches:
            self._beat(sound, curve, stretch)
        return sound * curve.presence[:, None]

    def _beat(self, sound: Stereo, curve: Curve, stretch: Stretch) -> None:
        """Add a stretch's beats: as many as fit, evenly, none of them reaching into the next stretch."""
        preset, times_s = self._preset, curve.times_s
        first, last = np.searchsorted(times_s, (stretch.start_s, stretch.end_s))
        if first == last:
            return
        span_s = stretch.end_s - stretch.start_s
        each_s = span_s / max(1, round(span_s / preset.beat_s))
        into_s = np.mod(times_s[first:last] - stretch.start_s, each_s)
        half_s = min(preset.length_s, each_s) / 2.0
        shape = eased(1.0 - np.abs(into_s - each_s / 2.0) / half_s) * np.float32(preset.gain)
        hz, tones, left, right = self._manner(stretch.act)
        wave = np.zeros(last - first)
        for number, amplitude in enumerate(tones, start=1):
            wave += amplitude * np.sin((2.0 * math.pi * hz * number) * into_s)
        beat = (wave * shape).astype(np.float32)
        sound[first:last] += beside(beat * np.float32(left), beat * np.float32(right))

    def _manner(self, act: Act) -> tuple[float, tuple[float, ...], float, float]:
        preset = self._preset
        if act is Act.INHALE:
            return preset.inhale_hz, preset.inhale, 1.0, preset.side
        if act is Act.EXHALE:
            return preset.exhale_hz, preset.exhale, preset.side, 1.0
        return preset.hold_hz, preset.hold, 0.7, 0.7

    def twin(self) -> "Pulse":
        """Return itself: it has no state."""
        return self


class Finish:
    """The soft sound after the last breath."""

    def __init__(self, sound: Stereo) -> None:
        self._sound = sound

    @classmethod
    def make(cls, rate_hz: int) -> "Making[Finish]":
        """Strike it once."""
        sound = struck(FINISH.partials, FINISH.seconds, FINISH.attack_s, rate_hz) * np.float32(FINISH.amplitude)
        yield
        return cls(sound)

    def after(self, ends_s: float, start_s: float, step_s: float) -> Ringing:
        """Return it as it rings after an end at `ends_s`, in samples that start at `start_s` on the clock."""
        return Ringing.struck(self._sound, ends_s + FINISH_AFTER_S, start_s, step_s)
