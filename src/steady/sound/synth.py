"""Sound from numbers: noise that loops without a seam, tones, and struck partials. Pure: parameters to arrays.

Everything here has a highest frequency, so that a click, which has none, can be told from it.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from steady.sound.envelope import Floats, Mono, Stereo, eased

EDGE_OCTAVES = 0.5
"""How wide the soft edges of a band are, inside it, in octaves."""
CEILING = 0.5
"""Nothing is louder than this: 6 dB below full scale."""
KNEE = 0.4
"""Above this the ceiling begins to press, without a corner. No voice of ours comes much nearer, over either bed."""


class Band(NamedTuple):
    """A range of frequencies in Hz with soft edges inside it, and how its loudness falls, in dB an octave."""

    low_hz: float
    high_hz: float
    tilt_db: float = 0.0

    def amplitude(self, hz: Floats) -> Floats:
        """Return the amplitude at each frequency, 0 outside the band."""
        octaves = np.log2(np.maximum(hz, 1e-3) / self.low_hz)
        width = math.log2(self.high_hz / self.low_hz)
        edge = min(EDGE_OCTAVES, width / 2)
        inside = eased(octaves / edge).astype(np.float64) * eased((width - octaves) / edge)
        return inside * 10.0 ** (self.tilt_db * octaves / 20.0)


def noise_loop(band: Band, seconds: float, rate_hz: int, seed: int) -> Stereo:
    """Return noise in that band that can be repeated without a seam, its largest sample 1; the sides are independent.

    It is a sum of whole waves with random phases, so its end goes over into its beginning. Shape (n, 2).
    """
    count = round(seconds * rate_hz)
    hz = np.fft.rfftfreq(count, 1.0 / rate_hz)
    random = np.random.default_rng(seed)
    sides = []
    for _ in range(2):
        waves = band.amplitude(hz) * np.exp(2j * math.pi * random.random(len(hz)))
        waves[0] = 0.0
        sides.append(np.fft.irfft(waves, count))
    loop = np.stack(sides, axis=1)
    return np.asarray(loop / np.abs(loop).max(), np.float32)


def piece(loop: Stereo, frame: int, count: int) -> Stereo:
    """Return `count` samples of an endless loop, from its sample `frame` on."""
    at, length = frame % len(loop), len(loop)
    if at + count <= length:
        return loop[at : at + count]
    return loop[(at + np.arange(count)) % length]


def tone(phase: float, hz: Floats, rate_hz: int) -> tuple[Mono, float]:
    """Return the phases, in radians, of a tone whose frequency is `hz` at each sample, and the phase to go on from."""
    phases = phase + np.cumsum(hz) * (2.0 * math.pi / rate_hz)
    return phases.astype(np.float32), float(phases[-1] % (2.0 * math.pi))


def harmonics(phases: Mono, amplitudes: Sequence[float], first: int = 1) -> Mono:
    """Return the sum of sin(k phases), k from `first` on, each as loud as its amplitude.

    Each follows from the two before it, sin(k x) = 2 cos(x) sin((k-1) x) - sin((k-2) x), which is cheaper than a sine.
    """
    twice_cosine = 2.0 * np.cos(phases)
    before, sine = np.zeros_like(phases), np.sin(phases)
    whole = np.zeros_like(phases)
    for number in range(1, first + len(amplitudes)):
        if number >= first:
            whole += np.float32(amplitudes[number - first]) * sine
        before, sine = sine, twice_cosine * sine - before
    return whole


class Partial(NamedTuple):
    """One tone of something struck: its frequency and how fast two of it beat, in Hz, its loudness, its half-life."""

    hz: float
    beat_hz: float
    amplitude: float
    half_life_s: float


def struck(partials: Sequence[Partial], seconds: float, attack_s: float, rate_hz: int) -> Stereo:
    """Return something struck softly once: all partials together, each a pair that beats slowly between the sides.

    It comes in over `attack_s` seconds, and is silent at its end. Shape (n, 2), largest sample 1.
    """
    times_s = np.arange(round(seconds * rate_hz)) / rate_hz
    sides = np.zeros((len(times_s), 2))
    for hz, beat_hz, amplitude, half_life_s in partials:
        body = amplitude * 0.5 ** (times_s / half_life_s)
        low = np.sin(2.0 * math.pi * (hz - beat_hz / 2.0) * times_s)
        high = np.sin(2.0 * math.pi * (hz + beat_hz / 2.0) * times_s)
        sides[:, 0] += body * (0.6 * low + 0.4 * high)
        sides[:, 1] += body * (0.4 * low + 0.6 * high)
    shape = eased(times_s / attack_s) * eased((seconds - times_s) / (seconds / 3.0))
    sides *= shape[:, None]
    return np.asarray(sides / np.abs(sides).max(), np.float32)


def swell(seconds: float, rate_hz: int, depth: float, top_hz: float, seed: int) -> Mono:
    """Return a slow unevenness around 1, `depth` deep, that repeats without a seam. Shape (n,)."""
    count = round(seconds * rate_hz)
    hz = np.fft.rfftfreq(count, 1.0 / rate_hz)
    random = np.random.default_rng(seed)
    waves = np.where((hz > 0.0) & (hz <= top_hz), 1.0, 0.0) * np.exp(2j * math.pi * random.random(len(hz)))
    uneven = np.fft.irfft(waves, count)
    return np.asarray(1.0 + depth * uneven / np.abs(uneven).max(), np.float32)


def beside(left: Mono, right: Mono) -> Stereo:
    """Return two sides as one sound."""
    return np.stack((left, right), axis=1)


def under_ceiling(samples: Stereo) -> Stereo:
    """Return the samples, pressed softly below `CEILING` where they come near it, without a corner, so without a click.

    What is little above the knee is hardly pressed at all: otherwise the loudest waves of a noise would have overtones.
    """
    loud = np.abs(samples)
    if float(loud.max(initial=0.0)) <= KNEE:
        return samples
    room = CEILING - KNEE
    over = np.maximum(loud - KNEE, 0.0) / room
    pressed = KNEE + room * over / np.sqrt(np.sqrt(1.0 + over**4))
    return np.where(loud > KNEE, np.copysign(pressed, samples), samples).astype(np.float32)
