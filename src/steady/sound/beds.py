"""The beds: even noise that lies under a voice, and never ends."""

from typing import TYPE_CHECKING

import numpy as np

from steady.core.cues import Bed
from steady.sound.envelope import Stereo
from steady.sound.presets import BROWN, RAIN, Noise
from steady.sound.synth import noise_loop, piece, swell

if TYPE_CHECKING:
    from steady.sound.voices import Making

PRESETS = {Bed.RAIN: RAIN, Bed.BROWN: BROWN}


class BedSound:
    """One bed, as a loop without a seam."""

    def __init__(self, loop: Stereo) -> None:
        self.loop = loop

    @classmethod
    def make(cls, preset: Noise, rate_hz: int) -> "Making[BedSound]":
        """Make its loop."""
        loop = noise_loop(preset.band, preset.seconds, rate_hz, seed=7)
        yield
        if preset.unevenness:
            loop *= swell(preset.seconds, rate_hz, preset.unevenness, preset.uneven_hz, seed=5)[:, None]
            loop /= 1.0 + preset.unevenness
        return cls(loop * np.float32(preset.gain))

    def render(self, frame: int, count: int) -> Stereo:
        """Return its samples from `frame` on, shape (n, 2)."""
        return piece(self.loop, frame, count)
