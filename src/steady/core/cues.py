"""What can be heard with a breath, and how loud: names and ranges. `sound` makes the sound."""

import enum
from typing import NamedTuple

from steady.core.exercise import Breathing, Exercise


class Voice(enum.Enum):
    """What the breath sounds like."""

    TIDE = "tide"
    GLASS = "glass"
    BOWL = "bowl"
    HUM = "hum"
    PULSE = "pulse"
    SILENCE = "silence"


class Bed(enum.Enum):
    """What sounds below it, evenly."""

    NONE = "none"
    RAIN = "rain"
    BROWN = "brown"


LOUDEST_GAIN = 1.0
"""The ceiling: at its loudest a voice stays 6 dB below what a sound card can play."""


def gain_of(volume_percent: int) -> float:
    """Return the factor for a volume: a gentle taper, so that the low half of the range stays low.

    Half is a quarter of the amplitude (12 dB less), a tenth is 40 dB less, and 0 is silence.
    """
    return min(LOUDEST_GAIN, max(0.0, volume_percent / 100.0) ** 2)


class Mix(NamedTuple):
    """What to sound: a voice over a bed, how loud (0 to 1, as `gain_of` has it), and where.

    `device` is the name of an output, empty for the one that the computer uses. `ends_softly`: whether a soft sound
    says that a practice has come to its length.
    """

    voice: Voice = Voice.TIDE
    bed: Bed = Bed.NONE
    gain: float = 0.25
    device: str = ""
    ends_softly: bool = True


def voice_for(wanted: Voice | None, exercise: Exercise | None) -> Voice:
    """Return the voice that a person chose; where that is none, the one that the exercise asks for, or Tide."""
    if wanted is not None:
        return wanted
    hums = isinstance(exercise, Breathing) and exercise.voice == "hum"
    return Voice.HUM if hums else Voice.TIDE
