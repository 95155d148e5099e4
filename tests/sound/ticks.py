"""A voice for tests: one short tick at each turn of the breath, and nothing else."""

import math

import numpy as np

from steady.sound.envelope import Curve, Stereo
from steady.sound.voices import Making


class Ticks:
    """A single sample at each turn."""

    def __init__(self) -> None:
        self._last_s = -math.inf

    @classmethod
    def make(cls, rate_hz: int) -> "Making[Ticks]":
        yield
        return cls()

    def render(self, curve: Curve, frame: int) -> Stereo:
        sound = np.zeros((curve.count, 2), np.float32)
        for stretch in curve.stretches:
            at = math.ceil((stretch.start_s - curve.start_s) / curve.step_s)
            if abs(stretch.start_s - self._last_s) > 1e-3 and 0 <= at < curve.count:
                self._last_s = stretch.start_s
                sound[at] = 0.5
        return sound

    def twin(self) -> "Ticks":
        return Ticks()
