"""What every voice keeps to, measured on arrays: no click, no DC, enough room to the top, soft beginnings."""

import numpy as np
import pytest
from tests.core.breaths import BOX, LONGER_OUT
from tests.sound.clicks import largest_step
from tests.sound.listening import (
    FASTEST,
    HEARD,
    RATE_HZ,
    TAPS,
    Ear,
    above,
    decibels,
    loudest_step,
    part,
    played,
    rms,
    score,
    spectrum,
)

from steady.core.cues import Bed, Voice
from steady.sound.presets import BOWL, GLASS, HUM, PULSE, RAIN, TIDE
from steady.sound.synth import CEILING

TOP_HZ = {
    Voice.TIDE: TIDE.layers[-1].band.high_hz,
    Voice.GLASS: GLASS.low_hz * GLASS.rise * GLASS.drift * (len(GLASS.overtones) + 1),
    Voice.BOWL: max(partial.hz + partial.beat_hz for partial in BOWL.inhale.partials),
    Voice.HUM: HUM.air.high_hz,
    Voice.PULSE: PULSE.inhale_hz * len(PULSE.inhale),
}
"""Nothing of a voice is above this."""
PLANS = {"longer out": score(LONGER_OUT), "box": score(BOX), "as fast as it goes": score(FASTEST), "taps": TAPS}
SILENT_DB = -100.0
"""What is above all that a voice is made of: rounding, and no click."""


@pytest.fixture(scope="module", params=HEARD, ids=lambda voice: voice.value)
def voice(request):
    return request.param


@pytest.fixture(scope="module", params=PLANS, ids=str)
def heard(request, voice):
    return played(voice, PLANS[request.param], 9.0)


def test_it_is_two_sides_of_floats(heard):
    assert (heard.shape, heard.dtype) == ((9 * RATE_HZ, 2), np.float32)
    assert rms(heard) > 0.0


def test_no_sample_steps_farther_than_its_envelope_and_its_highest_tone_allow(voice, heard):
    assert loudest_step(heard) <= largest_step(float(np.abs(heard).max()), TOP_HZ[voice], RATE_HZ)


def test_there_is_no_click(heard):
    assert decibels(above(heard, 12_000)) < SILENT_DB


def test_a_click_would_be_heard(heard):
    clicking = heard.copy()
    clicking[6 * RATE_HZ] += 0.001
    assert decibels(above(clicking, 12_000)) > SILENT_DB + 20


def test_its_peak_is_at_most_six_decibels_below_full_scale(heard):
    assert np.abs(heard).max() <= CEILING


def test_it_has_no_dc(heard):
    assert np.abs(heard.mean(axis=0)).max() < 1e-4


def test_it_never_begins_suddenly(voice):
    """From silence, and at every turn: in no 50 ms does it grow by more than an onset of 150 ms may."""
    sound = played(voice, score(BOX), 20.0)
    loud = np.sqrt((sound.astype(np.float64) ** 2).mean(axis=1).reshape(-1, RATE_HZ // 40).mean(axis=1))  # 25 ms each
    grown = loud[2:] - loud[:-2]
    assert grown.max() <= 0.5 * loud.max()
    assert loud[:4].max() < 0.02 * loud.max()


def test_with_the_loudest_bed_there_is_still_room():
    for bed in (Bed.RAIN, Bed.BROWN):
        heard = played(Voice.BOWL, score(FASTEST), 12.0, bed=bed)
        assert np.abs(heard).max() <= CEILING
        assert decibels(above(heard, 12_000)) < SILENT_DB


def test_silence_is_silent_and_a_bed_may_sound_without_a_voice():
    assert rms(played(Voice.SILENCE, seconds=3.0)) == 0.0
    assert rms(played(Voice.SILENCE, seconds=3.0, bed=Bed.RAIN)) > 1e-3
    assert RAIN.band.high_hz < 12_000


@pytest.mark.parametrize("rate_hz", [44_100, 96_000])
def test_it_is_the_same_at_other_rates(voice, rate_hz):
    usual = played(voice, score(BOX), 4.0)
    other = Ear(rate_hz, block=rate_hz // 50).play(score(BOX), voice=voice).hear(4.0)
    assert decibels(rms(other) / rms(usual)) == pytest.approx(0.0, abs=1.0)
    assert decibels(above(other, 12_000, rate_hz)) < SILENT_DB


def test_blocks_of_any_size_sound_the_same(voice):
    small = Ear(block=480).play(score(BOX), voice=voice).hear(5.0)
    large = Ear(block=4800).play(score(BOX), voice=voice).hear(5.0)
    assert np.abs(small - large).max() < 2e-3


# -- in, out and hold are told apart with no words: each differs from the others in loudness and in timbre ------------

PAIRS = [("in", "out"), ("in", "hold"), ("out", "hold")]


@pytest.fixture(scope="module")
def box(voice):
    """Two box breaths."""
    return played(voice, score(BOX), 32.0)


@pytest.fixture(scope="module")
def manners(box):
    """The loudness in dB, and the middle and the width of the spectrum in Hz, of each phase of the second breath."""
    found = {}
    for act, at_s in (("in", 16.0), ("hold", 20.0), ("out", 24.0)):
        phase = part(box, at_s + 0.4, at_s + 3.9)
        found[act] = decibels(rms(phase)), *spectrum(phase)
    return found


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_acts_differ_in_loudness(voice, manners, one, other):
    apart_db = abs(manners[one][0] - manners[other][0])
    assert apart_db >= (1.5 if (one, other) == ("in", "out") else 2.0)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_acts_differ_in_timbre(manners, one, other):
    ratios = [manners[one][at] / manners[other][at] for at in (1, 2)]
    assert max(abs(np.log2(ratio)) for ratio in ratios) >= 0.3


def test_a_hold_is_the_softest(manners):
    assert manners["hold"][0] < min(manners["in"][0], manners["out"][0])


@pytest.mark.parametrize("voice", [Voice.TIDE, Voice.GLASS, Voice.HUM], indirect=True, ids=lambda voice: voice.value)
def test_more_air_is_louder_where_the_voice_follows_the_lungs(box):
    levels = [rms(part(box, 16.0 + at, 17.0 + at)) for at in range(4)]
    assert levels == sorted(levels)
