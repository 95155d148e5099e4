"""End to end, on a sound card that is recorded: five minutes of "Meet your breath", played as Steady plays it.

The card is a null sink of PulseAudio that the test starts itself; where the programs for that are missing it skips, and
says which. What a busy machine does to the sound is told from what Steady does: `recorded.py` says how.
"""

import numpy as np
import pyloudnorm
import pytest
from benchmarks.null_sink import RATE_HZ, missing, null_sink
from tests.sound.listening import above, decibels, part, rms, spectrum
from tests.sound.recorded import Heard, answer_of, play, start

MINUTES = 5
NOISE_DB = -84.0
"""Louder than this above 12 kHz is a click. Nothing that Steady makes comes to -100 dB there (`test_voices.py`); a card
of 16 bits adds what it rounds off, which over five minutes comes to -91 dB at most. A click is 10 dB above this or
more, wherever it falls: the tests at the end say so."""
TURN_S, USUAL_TURN_S = 0.55, 0.25
"""How near a turn is found by loudness alone, each and as a rule: half a cosine is flat there, and noise is uneven."""
ENOUGH = 0.5
"""How much of a recording must be a calm machine's for it to say anything."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(missing()), reason=f"no sound card to record: {', '.join(missing())}"),
]


def judged(heard: Heard) -> Heard:
    """Return a recording that can be judged; where the machine had no time for sound, say so."""
    if heard.share < ENOUGH:
        pytest.skip(f"this machine stood still {len(heard.stalls)} times while it played: {heard.stalls}")
    return heard


@pytest.fixture(scope="module")
def tide():
    """Five minutes of Tide."""
    return judged(play(MINUTES * 60.0, "tide"))


def loudness_over_time(sound: np.ndarray, seconds: float = 0.3) -> np.ndarray:
    """Return the loudness around each 10 ms, smoothed as an ear does."""
    energy = (sound.astype(np.float64) ** 2).mean(axis=1)
    energy = energy[: len(energy) // 480 * 480].reshape(-1, 480).mean(axis=1)
    window = np.hanning(round(seconds * 100) | 1)
    return np.sqrt(np.convolve(energy, window / window.sum(), mode="same"))


def test_nothing_failed_and_the_card_never_ran_dry(tide):
    assert tide.answer["faults"] == []
    assert tide.answer["ran_dry"] <= len(tide.stalls), "more often than the machine stood still"


def test_the_recording_has_no_gap(tide):
    assert tide.our_gaps == [], f"all gaps: {tide.gaps}; the machine stood still: {tide.stalls}"


def test_with_closed_eyes_every_turn_is_found_by_loudness_alone(tide):
    loud, off_s = loudness_over_time(tide.sound), []
    for number, turn_s in enumerate(tide.turns_s[2:], start=2):
        if not tide.is_ours(turn_s - 1.5, turn_s + 1.5):
            continue
        around = loud[round((turn_s - 1.5) * 100) : round((turn_s + 1.5) * 100)]
        found = np.argmax(around) if number % 2 == 0 else np.argmin(around)
        off_s.append(found / 100 - 1.5)
        assert abs(off_s[-1]) <= TURN_S, f"turn {number} at {turn_s:.1f} s"
    assert np.median(np.abs(off_s)) <= USUAL_TURN_S


def test_in_and_out_differ_in_loudness_and_in_brightness_all_the_way(tide):
    sound, turns_s = tide.sound, tide.turns_s
    breaths = zip(turns_s[1::2], turns_s[2::2], turns_s[3::2], strict=False)
    ours = [breath for breath in breaths if tide.is_ours(breath[0], breath[2])]
    assert ours
    for into_s, full_s, empty_s in ours:
        inward, outward = part(sound, full_s - 1.2, full_s - 0.1), part(sound, full_s + 0.4, full_s + 1.5)
        assert rms(inward) > rms(part(sound, into_s, into_s + 0.6)) * 2.0
        assert spectrum(inward)[0] > 1.7 * spectrum(outward)[0]
        assert rms(outward) > rms(part(sound, empty_s - 0.6, empty_s)) * 2.0


def test_it_has_no_click_no_clipping_and_no_dc(tide):
    assert decibels(tide.loudest_click()) < NOISE_DB
    assert decibels(float(np.abs(tide.inner).max())) <= -6.0
    assert np.abs(tide.inner.mean(axis=0)).max() < 1e-4


def test_it_is_as_loud_as_it_was_made(tide):
    found = pyloudnorm.Meter(RATE_HZ).integrated_loudness(tide.inner.astype(np.float64))
    assert found == pytest.approx(-25.0, abs=1.0)


def test_its_last_breath_is_as_well_timed_as_its_first(tide):
    loud = loudness_over_time(tide.sound)
    fulls = [turn for number, turn in enumerate(tide.turns_s) if number % 2 == 0][1:]
    fulls = [at for at in fulls if tide.is_ours(at - 1.0, at + 1.0)]
    off_s = [np.argmax(loud[round((at - 1) * 100) : round((at + 1) * 100)]) / 100 - 1.0 for at in fulls]
    assert abs(np.median(off_s[-8:]) - np.median(off_s[:8])) < 0.1


def test_leaving_quickly_is_silent_within_sixty_milliseconds_and_what_is_queued():
    heard = judged(play(6.0, "tide", "rain", "--hush"))
    recorded, ended_s = heard.whole, heard.answer["ended_s"]
    at = round((ended_s - recorded.begins_s) * RATE_HZ)
    after = np.abs(recorded.sound[at:]).max(axis=1)
    silent_s = np.flatnonzero(after > 2e-4)[-1] / RATE_HZ
    last = recorded.sound[at - RATE_HZ : at + RATE_HZ]
    began_s = heard.answer["began_s"]
    if not heard.is_ours(ended_s - began_s - 1.0, ended_s - began_s + 1.0):
        pytest.skip(f"this machine stood still as Steady was left: {heard.stalls}")
    assert silent_s <= 0.06 + heard.answer["latency_s"]
    assert decibels(above(last * _soft_ends(len(last)), 12_000)) < NOISE_DB


@pytest.mark.parametrize(("voice", "bed"), [("glass", "rain"), ("bowl", "brown"), ("hum", "rain"), ("pulse", "brown")])
def test_the_other_voices_over_a_bed_have_no_gap_and_no_click_either(voice, bed):
    heard = judged(play(12.0, voice, bed))
    assert heard.our_gaps == []
    assert decibels(heard.loudest_click()) < NOISE_DB
    assert decibels(float(np.abs(heard.inner).max())) <= -6.0


# -- and what they would find ----------------------------------------------------------------------------------------


def dropped(around: np.ndarray) -> np.ndarray:
    """Return it with 10 ms of it gone."""
    middle = len(around) // 2
    return np.concatenate((around[:middle], around[middle + RATE_HZ // 100 :]))


def repeated(around: np.ndarray) -> np.ndarray:
    """Return it with 10 ms of it twice."""
    middle = len(around) // 2
    return np.concatenate((around[:middle], around[middle - RATE_HZ // 100 :]))


def stepped(around: np.ndarray) -> np.ndarray:
    """Return it with a step of one percent of full scale."""
    return around + np.where(np.arange(len(around)) < len(around) // 2, 0.0, 0.01)[:, None]


@pytest.mark.parametrize("fault", [dropped, repeated, stepped])
def test_one_small_fault_would_be_found_wherever_in_the_breath(tide, fault):
    """One in twenty may fall where the sound before and after it happen to meet."""
    edge, found = RATE_HZ // 5, []
    for at in np.linspace(RATE_HZ, len(tide.inner) - RATE_HZ, 60).astype(int):
        around = fault(tide.inner[at - edge : at + edge])
        found.append(decibels(above(around * _soft_ends(len(around)), 12_000)))
    assert np.percentile(found, 5) > NOISE_DB + 10.0


def test_a_player_that_is_late_by_its_own_fault_is_told_from_a_busy_machine():
    heard = play(10.0, "tide", "rain", "--dawdle")
    if not heard.is_ours(3.0, 7.0):
        pytest.skip(f"this machine stood still just then, too: {heard.stalls}")
    assert heard.our_gaps
    assert decibels(heard.loudest_click()) > NOISE_DB


def test_a_server_that_stands_still_is_no_fault_of_ours():
    with null_sink(f"rate={RATE_HZ}") as sink:
        recording = sink.record()
        player = start(sink, 12.0, "tide", "rain")
        recording.wait_for(6.0)
        sink.stand_still(0.4)
        answer = answer_of(player)
        heard = Heard(answer, recording.stop())
    assert heard.gaps
    assert heard.our_gaps == []
    assert decibels(heard.loudest_click()) < NOISE_DB
    assert heard.answer["faults"] == []


def _soft_ends(count: int) -> np.ndarray:
    """Return a window of ones with soft ends, so that the cut itself is no click."""
    window, edge = np.ones((count, 1)), RATE_HZ // 10
    window[:edge, 0] = np.hanning(2 * edge)[:edge]
    window[-edge:, 0] = np.hanning(2 * edge)[edge:]
    return window
