"""Loudness that changes without a corner: a fade between silence and all of it, a factor that glides."""

import math

import numpy as np

from steady.sound.envelope import Stereo, eased


class Fade:
    """A loudness on its way between 0 and 1, without a corner. It may turn round at any moment."""

    def __init__(self, rate_hz: int, *, there: bool = False) -> None:
        self._rate_hz = rate_hz
        self._progress = 1.0 if there else 0.0
        self._target = self._progress
        self._duration_s = 1.0

    def go(self, target: float, duration_s: float) -> None:
        """Go towards 0 or 1; all of the way takes `duration_s` seconds."""
        self._target, self._duration_s = target, duration_s

    @property
    def is_gone(self) -> bool:
        """Whether it has come to silence and stays there."""
        return self._progress == self._target == 0.0

    @property
    def is_going(self) -> bool:
        """Whether it is on its way to silence, or there."""
        return self._target == 0.0

    @property
    def is_still(self) -> bool:
        """Whether it stays as it is."""
        return self._progress == self._target

    def apply(self, samples: Stereo) -> Stereo:
        """Return the samples at the loudness of their moments, and go on."""
        if self.is_still:
            return samples if self._progress == 1.0 else samples * np.float32(self._progress)
        count = len(samples)
        step = math.copysign(1.0 / (self._duration_s * self._rate_hz), self._target - self._progress)
        path = np.clip(self._progress + step * np.arange(1, count + 1), 0.0, 1.0)
        low, high = sorted((self._progress, self._target))
        path = np.clip(path, low, high)
        self._progress = float(path[-1])
        return samples * eased(path)[:, None]


class Glide:
    """A factor that goes to whatever it is set to in `GLIDE_S`, without a corner."""

    GLIDE_S = 0.25

    def __init__(self, rate_hz: int, value: float) -> None:
        self._rate_hz = rate_hz
        self._from = self._to = value
        self._progress = 1.0

    @property
    def value(self) -> float:
        """The factor as it is now, on its way from the last to the one that was set."""
        return self._from + (self._to - self._from) * float(eased(np.array([self._progress]))[0])

    def go(self, value: float) -> None:
        """Set it."""
        if value != self._to:
            self._from, self._to, self._progress = self.value, value, 0.0

    def apply(self, samples: Stereo) -> Stereo:
        """Return the samples times the factor of their moments, and go on."""
        if self._progress >= 1.0:
            return samples * np.float32(self._to)
        path = self._progress + np.arange(1, len(samples) + 1) / (self.GLIDE_S * self._rate_hz)
        self._progress = min(1.0, float(path[-1]))
        return samples * (self._from + (self._to - self._from) * eased(path))[:, None]
