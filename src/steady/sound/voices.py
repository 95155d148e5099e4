"""The voices that go on through the whole breath: Tide, Glass, Hum and Silence. `struck.py` has those that strike.

A voice is made in steps, each short enough to be done between two blocks of sound that is playing already.
"""

import copy
import math
from collections.abc import Generator, Sequence
from typing import Protocol, TypeVar

import numpy as np

from steady.sound.envelope import Curve, Mono, Stereo
from steady.sound.presets import GLASS, HUM, TIDE
from steady.sound.presets import Glass as GlassPreset
from steady.sound.presets import Hum as HumPreset
from steady.sound.presets import Tide as TidePreset
from steady.sound.synth import beside, harmonics, noise_loop, piece, tone

Made = TypeVar("Made")
Making = Generator[None, None, Made]
"""Makes something in short steps, and returns it."""


class VoiceSound(Protocol):
    """What a voice sounds like along a curve."""

    def render(self, curve: Curve, frame: int) -> Stereo:
        """Return the samples of that curve, shape (n, 2). `frame` counts all samples so far, for what repeats."""
        ...

    def twin(self) -> "VoiceSound":
        """Return the same voice in the same state, to go on from here along another curve."""
        ...


def finished(making: Making[Made]) -> Made:
    """Take all steps at once, and return what is made."""
    while True:
        try:
            next(making)
        except StopIteration as done:
            made: Made = done.value
            return made


def acts(curve: Curve, inhale: float, hold: float, exhale: float) -> Mono:
    """Return a factor a sample: what each act is given, by how much of it is heard."""
    breathed_in, held, breathed_out = curve.weights
    mixed = breathed_in * np.float32(inhale) + held * np.float32(hold) + breathed_out * np.float32(exhale)
    return np.asarray(mixed, np.float32)


def air(curve: Curve, floor: float) -> Mono:
    """Return how much air there is, from `floor` to 1, where the plan is there at all."""
    return (floor + (1.0 - floor) * curve.level).astype(np.float32) * curve.presence


class Tide:
    """Filtered noise whose loudness and brightness follow the lungs."""

    def __init__(self, loops: Sequence[Stereo], preset: TidePreset) -> None:
        self._loops = loops
        self._preset = preset

    @classmethod
    def make(cls, rate_hz: int, preset: TidePreset = TIDE) -> "Making[Tide]":
        """Make its noise, a layer a step."""
        loops = []
        for seed, layer in enumerate(preset.layers):
            loops.append(noise_loop(layer.band, layer.seconds, rate_hz, seed))
            yield
        return cls(loops, preset)

    def render(self, curve: Curve, frame: int) -> Stereo:
        """Return the layers, each as loud as the act and the air make it."""
        amount = air(curve, self._preset.floor)
        sound = np.zeros((curve.count, 2), np.float32)
        for loop, layer in zip(self._loops, self._preset.layers, strict=True):
            factor = acts(curve, layer.inhale, layer.hold, layer.exhale) * self._preset.gain
            for _ in range(layer.power):
                factor *= amount
            sound += piece(loop, frame, curve.count) * factor[:, None]
        return sound

    def twin(self) -> "Tide":
        """Return itself: it has no state."""
        return self


class Glass:
    """Two tones a fifth apart that rise and fall with the lungs."""

    def __init__(self, rate_hz: int, preset: GlassPreset, phases: Sequence[float] = (0.0, 1.0, 2.0, 3.0)) -> None:
        self._rate_hz = rate_hz
        self._preset = preset
        self._phases = list(phases)

    @classmethod
    def make(cls, rate_hz: int, preset: GlassPreset = GLASS) -> "Making[Glass]":
        """There is nothing to prepare."""
        yield
        return cls(rate_hz, preset)

    def render(self, curve: Curve, frame: int) -> Stereo:  # noqa: ARG002 - a tone repeats by itself
        """Return the tones, the sides a little apart: overtones while air comes in, one tone alone in a hold."""
        preset = self._preset
        loud = air(curve, preset.floor) * acts(curve, preset.inhale, preset.hold, preset.exhale) * preset.gain
        clear = acts(curve, 1.0, 0.0, 0.12) * curve.level
        upper = acts(curve, 1.0, 0.0, 1.0) * np.float32(preset.second_amplitude)
        hz = preset.low_hz * np.exp(math.log(preset.rise) * curve.level.astype(np.float64))
        sides = []
        for side in range(2):
            apart = preset.drift if side else 1.0 / preset.drift
            low, self._phases[2 * side] = tone(self._phases[2 * side], hz * apart, self._rate_hz)
            up, self._phases[2 * side + 1] = tone(
                self._phases[2 * side + 1], hz * (preset.second / apart), self._rate_hz
            )
            over = harmonics(low, preset.overtones, first=2)
            sides.append((np.sin(low) + upper * np.sin(up) + clear * over) * loud)
        return beside(*sides)

    def twin(self) -> "Glass":
        """Return one whose tones go on from here."""
        return Glass(self._rate_hz, self._preset, self._phases)


class Hum:
    """A drone for the out-breath, and a little air and a high soft tone for the in-breath."""

    def __init__(self, loop: Stereo, rate_hz: int, preset: HumPreset) -> None:
        self._loop = loop
        self._rate_hz = rate_hz
        self._preset = preset
        self._phase = 0.0

    @classmethod
    def make(cls, rate_hz: int, preset: HumPreset = HUM) -> "Making[Hum]":
        """Make the air."""
        loop = noise_loop(preset.air, preset.air_seconds, rate_hz, seed=11)
        yield
        return cls(loop, rate_hz, preset)

    def render(self, curve: Curve, frame: int) -> Stereo:
        """Return the drone, which the out-breath lets swell and fade, and the air that comes in."""
        preset = self._preset
        sway = np.sin(2.0 * math.pi * preset.vibrato_hz * (frame + np.arange(curve.count)) / self._rate_hz)
        phases, self._phase = tone(self._phase, preset.low_hz * (1.0 + preset.vibrato * sway), self._rate_hz)
        swelling = (0.35 + 0.65 * curve.level) * curve.presence * np.float32(preset.gain)
        drone = acts(curve, 0.0, 0.0, preset.exhale) * harmonics(phases, preset.overtones)
        drone += acts(curve, 0.0, preset.hold, 0.0) * np.sin(2.0 * phases)
        drone += acts(curve, preset.octave, 0.0, 0.0) * np.sin(4.0 * phases)
        middle = drone * swelling
        breath = piece(self._loop, frame, curve.count) * (acts(curve, preset.inhale, 0.0, 0.0) * swelling)[:, None]
        return breath + middle[:, None]

    def twin(self) -> "Hum":
        """Return one whose drone goes on from here."""
        return copy.copy(self)


class Silence:
    """No voice at all; a bed may sound without one."""

    @classmethod
    def make(cls, rate_hz: int) -> "Making[Silence]":  # noqa: ARG003 - silence sounds the same at any rate
        """There is nothing to prepare."""
        yield
        return cls()

    def render(self, curve: Curve, frame: int) -> Stereo:  # noqa: ARG002 - as above
        """Return nothing but zeros."""
        return np.zeros((curve.count, 2), np.float32)

    def twin(self) -> "Silence":
        """Return itself."""
        return self
