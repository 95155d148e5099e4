import numpy as np
import pytest
from tests.sound.clicks import largest_step
from tests.sound.listening import RATE_HZ, above, decibels, loudest_step

from steady.sound.beds import PRESETS, BedSound
from steady.sound.presets import BOWL, FINISH, TIDE
from steady.sound.synth import CEILING, KNEE, Band, harmonics, noise_loop, piece, struck, swell, tone, under_ceiling
from steady.sound.voices import finished

BAND = Band(200, 2000, -3)


@pytest.fixture(scope="module")
def loop():
    return noise_loop(BAND, 1.3, RATE_HZ, seed=1)


def test_noise_is_two_sides_of_floats_that_fill_the_range(loop):
    assert loop.shape == (round(1.3 * RATE_HZ), 2)
    assert loop.dtype == np.float32
    assert np.abs(loop).max() == pytest.approx(1.0)


def test_noise_has_no_dc_and_nothing_outside_its_band(loop):
    power = np.abs(np.fft.rfft(loop[:, 0].astype(np.float64))) ** 2
    hz = np.fft.rfftfreq(len(loop), 1.0 / RATE_HZ)
    outside = power[(hz < BAND.low_hz) | (hz > BAND.high_hz)].sum()
    assert outside < 1e-9 * power.sum()
    assert abs(loop.mean()) < 1e-6


def test_its_sides_are_independent_so_that_it_is_wide(loop):
    assert abs(np.corrcoef(loop.T)[0, 1]) < 0.1


def test_the_same_seed_is_the_same_noise():
    assert np.array_equal(noise_loop(BAND, 0.2, RATE_HZ, seed=3), noise_loop(BAND, 0.2, RATE_HZ, seed=3))


def test_a_loop_has_no_seam(loop):
    round_and_round = piece(loop, len(loop) - 4000, 8000)
    assert loudest_step(round_and_round) <= largest_step(1.0, BAND.high_hz, RATE_HZ)
    three_times = np.concatenate((loop, loop, loop))
    assert above(three_times * np.hanning(len(three_times))[:, None], 6000) < 1e-4


@pytest.mark.parametrize("preset", PRESETS.values())
def test_a_bed_has_no_seam_either_where_it_comes_and_goes(preset):
    bed = finished(BedSound.make(preset, RATE_HZ))
    heard = piece(bed.loop, len(bed.loop) - RATE_HZ, 2 * RATE_HZ)
    peak = float(np.abs(bed.loop).max())
    assert peak <= preset.gain
    assert loudest_step(heard) <= largest_step(peak, preset.band.high_hz + preset.uneven_hz, RATE_HZ)
    assert above(heard * np.hanning(len(heard))[:, None], 12_000) < 1e-5


def test_a_seam_would_be_found(loop):
    cut = np.concatenate((loop[:10_000], loop[20_000:30_000])) * np.hanning(20_000)[:, None]
    assert above(cut, 6000) > 1e-2


def test_pieces_follow_each_other_round_the_loop(loop):
    pieces = [piece(loop, frame, 960) for frame in range(0, 3 * len(loop), 960)]
    whole = np.concatenate(pieces)
    assert np.array_equal(whole[: len(loop)], loop)
    assert np.array_equal(whole[len(loop) : 2 * len(loop)], loop)


def test_a_tone_goes_on_where_it_stopped():
    hz = np.linspace(200.0, 400.0, 9600)
    whole, _ = tone(0.0, hz, RATE_HZ)
    first, phase = tone(0.0, hz[:4800], RATE_HZ)
    second, _ = tone(phase, hz[4800:], RATE_HZ)
    assert np.sin(np.concatenate((first, second))) == pytest.approx(np.sin(whole), abs=1e-4)


def test_harmonics_are_the_sines_they_stand_for():
    phases, _ = tone(1.0, np.full(960, 220.0), RATE_HZ)
    amplitudes = (0.5, 0.3, 0.2)
    for first in (1, 2):
        sines = sum(loud * np.sin((first + at) * phases.astype(float)) for at, loud in enumerate(amplitudes))
        assert harmonics(phases, amplitudes, first) == pytest.approx(sines, abs=1e-4)


@pytest.mark.parametrize("strike", [BOWL.inhale, BOWL.hold, BOWL.exhale, FINISH])
def test_what_is_struck_comes_softly_and_is_silent_at_its_end(strike):
    sound = struck(strike.partials, strike.seconds, strike.attack_s, RATE_HZ)
    assert (sound.shape, sound.dtype) == ((round(strike.seconds * RATE_HZ), 2), np.float32)
    assert strike.attack_s >= 0.15
    assert np.abs(sound[0]).max() == 0.0
    assert np.abs(sound[-10:]).max() < 1e-6
    loud = np.abs(sound).max(axis=1)
    assert np.argmax(loud > 0.5) / RATE_HZ >= 0.07
    assert np.argmax(loud > 0.9) / RATE_HZ >= 0.1


def test_something_struck_beats_slowly():
    sound = struck(FINISH.partials, FINISH.seconds, FINISH.attack_s, RATE_HZ)
    left, right = (np.abs(side).reshape(-1, 4800).max(axis=1) for side in sound.T)
    assert np.ptp(left[5:40] / right[5:40]) > 0.05


def test_an_unevenness_stays_around_one_and_repeats_without_a_seam():
    uneven = swell(2.0, 1000, 0.2, 3.0, seed=1)
    assert uneven.mean() == pytest.approx(1.0, abs=1e-6)
    assert 0.8 <= uneven.min() < uneven.max() <= 1.2
    assert abs(uneven[0] - uneven[-1]) <= 2 * np.abs(np.diff(uneven)).max()


def test_the_ceiling_is_six_decibels_below_full_scale_and_leaves_soft_sound_alone():
    ramp = np.linspace(-3.0, 3.0, 6001, dtype=np.float32)[:, None].repeat(2, axis=1)
    pressed = under_ceiling(ramp)
    assert np.abs(pressed).max() <= CEILING == 0.5
    soft = np.abs(ramp) <= KNEE
    assert np.array_equal(pressed[soft], ramp[soft])
    slope = np.diff(pressed[:, 0]) / np.diff(ramp[:, 0])
    assert np.abs(np.diff(slope)).max() < 0.02


def test_the_ceiling_gives_the_loudest_waves_of_a_noise_no_overtones_that_sound_like_a_click():
    noise = noise_loop(Band(90, 5200, -3), 4.0, RATE_HZ, seed=4) * np.hanning(4 * RATE_HZ)[:, None]
    pressed = under_ceiling((noise * (0.42 / np.abs(noise).max())).astype(np.float32))
    assert np.abs(pressed).max() > KNEE
    assert decibels(above(pressed, 12_000)) < -98


def test_tide_grows_brighter_layer_by_layer():
    assert [layer.band.high_hz for layer in TIDE.layers] == sorted(layer.band.high_hz for layer in TIDE.layers)
