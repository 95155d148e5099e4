import math

import msgspec
import pytest

from steady.core.breath import Act
from steady.core.cues import LOUDEST_GAIN, Mix, Voice, gain_of, voice_for
from steady.core.exercise import Breathing, PhaseSpec

PLAIN = Breathing(
    format=1,
    title="Even",
    summary="As long in as out.",
    group="slow",
    minutes=5,
    phases=(PhaseSpec(Act.INHALE, 5.0, 1.0), PhaseSpec(Act.EXHALE, 5.0, 0.0)),
)


@pytest.mark.parametrize(("percent", "decibels"), [(100, 0.0), (50, -12.0), (10, -40.0)])
def test_the_volume_has_a_gentle_taper(percent, decibels):
    assert 20 * math.log10(gain_of(percent)) == pytest.approx(decibels, abs=0.1)


def test_no_volume_goes_over_the_ceiling_and_none_is_silence():
    assert gain_of(400) == LOUDEST_GAIN
    assert gain_of(0) == gain_of(-5) == 0.0


def test_louder_is_louder_all_the_way():
    gains = [gain_of(percent) for percent in range(101)]
    assert gains == sorted(set(gains))


def test_a_chosen_voice_is_kept_and_the_hum_is_hummed_where_nothing_is_chosen():
    humming = msgspec.structs.replace(PLAIN, voice="hum")
    assert voice_for(None, PLAIN) is Voice.TIDE
    assert voice_for(None, None) is Voice.TIDE
    assert voice_for(None, humming) is Voice.HUM
    assert voice_for(Voice.GLASS, humming) is Voice.GLASS


def test_a_mix_is_quiet_unless_it_is_made_louder():
    assert Mix().gain <= gain_of(50)
