import numpy as np
import pyloudnorm
import pytest
from tests.sound.listening import HEARD, RATE_HZ, TAPS, meeting, played

from steady.core.cues import Bed, Voice

LUFS = -25.0
"""How loud every voice is at full volume: well below what a film or a song is."""
BED_LUFS = -35.0


def loudness(sound: np.ndarray) -> float:
    return pyloudnorm.Meter(RATE_HZ).integrated_loudness(sound.astype(np.float64))


def test_every_voice_is_as_loud_as_the_others_within_one_loudness_unit():
    found = {voice: loudness(played(voice, meeting(), 45.0)) for voice in HEARD}
    assert max(found.values()) - min(found.values()) <= 1.0, found
    assert np.mean(list(found.values())) == pytest.approx(LUFS, abs=0.5)


def test_the_taps_are_as_loud_as_a_breath():
    assert loudness(played(Voice.PULSE, TAPS, 30.0)) == pytest.approx(LUFS, abs=1.0)


@pytest.mark.parametrize("bed", [Bed.RAIN, Bed.BROWN])
def test_beds_are_equally_soft_well_below_the_voices(bed):
    assert loudness(played(Voice.SILENCE, meeting(), 30.0, bed=bed)) == pytest.approx(BED_LUFS, abs=1.0)
