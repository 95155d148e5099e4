"""End to end, on a sound card that is recorded: five minutes of "Meet your breath", played as Steady plays it.

The card is a null sink of PulseAudio that the test starts itself; where the programs for that are missing it skips, and
says which.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyloudnorm
import pytest
from benchmarks.null_sink import RATE_HZ, Recorded, missing, null_sink
from tests.sound.listening import above, decibels, part, rms, spectrum

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
MINUTES = 5
EDGE_S = 2.0
"""What is left out at each end: the recorder begins and ends somewhere in a wave."""
NOISE_DB = -80.0
"""A card of 16 bits makes noise of its own at about -95 dB; a click is far above it."""
TURN_S, USUAL_TURN_S = 0.55, 0.25
"""How near a turn is found by loudness alone, each and as a rule: half a cosine is flat there, and noise is uneven."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(missing()), reason=f"no sound card to record: {', '.join(missing())}"),
]


def play(seconds: float, *options: str) -> tuple[dict[str, Any], Recorded]:
    """Play on a null sink of this card's own rate; return what the player says, and what was recorded."""
    with null_sink(f"rate={RATE_HZ}") as sink:
        recording = sink.record()
        command = [sys.executable, str(BENCHMARKS / "steady_sound.py"), str(seconds), *options]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=sink.environment)
        recorded = recording.stop()
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer, recorded


@pytest.fixture(scope="module")
def tide():
    """Five minutes of Tide, and when it turned."""
    answer, recorded = play(MINUTES * 60.0, "tide")
    begins = round((answer["began_s"] - recorded.begins_s) * RATE_HZ)
    ends = round((answer["ended_s"] - recorded.begins_s) * RATE_HZ)
    turns_s = [turn - answer["began_s"] for turn in answer["turns_s"] if turn < answer["ended_s"] - EDGE_S]
    return answer, recorded.sound[begins:ends], turns_s


def loudness_over_time(sound: np.ndarray, seconds: float = 0.3) -> np.ndarray:
    """Return the loudness around each 10 ms, smoothed as an ear does."""
    energy = (sound.astype(np.float64) ** 2).mean(axis=1)
    energy = energy[: len(energy) // 480 * 480].reshape(-1, 480).mean(axis=1)
    window = np.hanning(round(seconds * 100) | 1)
    return np.sqrt(np.convolve(energy, window / window.sum(), mode="same"))


def test_nothing_failed_and_the_card_never_ran_dry(tide):
    answer, _, _ = tide
    assert answer["faults"] == []
    assert answer["ran_dry"] == 0


def test_the_recording_has_no_gap(tide):
    """A busy machine can make the sink's own server late: then this fails first, and the tests below with it."""
    _, sound, _ = tide
    inner = np.abs(sound[round(EDGE_S * RATE_HZ) : -round(EDGE_S * RATE_HZ)]).max(axis=1)
    quiet_ms = inner[: len(inner) // 48 * 48].reshape(-1, 48).max(axis=1)
    assert np.count_nonzero(quiet_ms == 0.0) == 0


def test_with_closed_eyes_every_turn_is_found_by_loudness_alone(tide):
    _, sound, turns_s = tide
    loud, off_s = loudness_over_time(sound), []
    for number, turn_s in enumerate(turns_s[2:], start=2):
        around = loud[round((turn_s - 1.5) * 100) : round((turn_s + 1.5) * 100)]
        found = np.argmax(around) if number % 2 == 0 else np.argmin(around)
        off_s.append(found / 100 - 1.5)
        assert abs(off_s[-1]) <= TURN_S, f"turn {number} at {turn_s:.1f} s"
    assert np.median(np.abs(off_s)) <= USUAL_TURN_S


def test_in_and_out_differ_in_loudness_and_in_brightness_all_the_way(tide):
    _, sound, turns_s = tide
    for into_s, full_s, empty_s in zip(turns_s[1::2], turns_s[2::2], turns_s[3::2], strict=False):
        inward, outward = part(sound, full_s - 1.2, full_s - 0.1), part(sound, full_s + 0.4, full_s + 1.5)
        assert rms(inward) > rms(part(sound, into_s, into_s + 0.6)) * 2.0
        assert spectrum(inward)[0] > 1.7 * spectrum(outward)[0]
        assert rms(outward) > rms(part(sound, empty_s - 0.6, empty_s)) * 2.0


def test_it_has_no_click_no_clipping_and_no_dc(tide):
    _, sound, _ = tide
    inner = sound[round(EDGE_S * RATE_HZ) : -round(EDGE_S * RATE_HZ)]
    assert decibels(above(inner * _soft_ends(len(inner)), 12_000)) < NOISE_DB
    assert decibels(float(np.abs(inner).max())) <= -6.0
    assert np.abs(inner.mean(axis=0)).max() < 1e-4


def test_it_is_as_loud_as_it_was_made(tide):
    _, sound, _ = tide
    found = pyloudnorm.Meter(RATE_HZ).integrated_loudness(sound[round(EDGE_S * RATE_HZ) :].astype(np.float64))
    assert found == pytest.approx(-25.0, abs=1.0)


def test_its_last_breath_is_as_well_timed_as_its_first(tide):
    _, sound, turns_s = tide
    loud = loudness_over_time(sound)
    fulls = [turn for number, turn in enumerate(turns_s) if number % 2 == 0][1:]
    off_s = [np.argmax(loud[round((at - 1) * 100) : round((at + 1) * 100)]) / 100 - 1.0 for at in fulls]
    assert abs(np.median(off_s[-8:]) - np.median(off_s[:8])) < 0.1


def test_leaving_quickly_is_silent_within_sixty_milliseconds_and_what_is_queued():
    answer, recorded = play(6.0, "tide", "rain", "--hush")
    at = round((answer["ended_s"] - recorded.begins_s) * RATE_HZ)
    after = np.abs(recorded.sound[at:]).max(axis=1)
    silent_s = np.flatnonzero(after > 2e-4)[-1] / RATE_HZ
    assert silent_s <= 0.06 + answer["latency_s"]
    last = recorded.sound[at - RATE_HZ : at + RATE_HZ]
    assert decibels(above(last * _soft_ends(len(last)), 12_000)) < NOISE_DB


@pytest.mark.parametrize("bed", ["rain", "brown"])
def test_a_bed_below_it_changes_nothing_of_that(bed):
    _, recorded = play(12.0, "glass", bed)
    inner = recorded.sound[4 * RATE_HZ : 12 * RATE_HZ]
    assert decibels(above(inner * _soft_ends(len(inner)), 12_000)) < NOISE_DB
    assert decibels(float(np.abs(inner).max())) <= -6.0


def _soft_ends(count: int) -> np.ndarray:
    """Return a window of ones with soft ends, so that the cut itself is no click."""
    window, edge = np.ones((count, 1)), RATE_HZ // 10
    window[:edge, 0] = np.hanning(2 * edge)[:edge]
    window[-edge:, 0] = np.hanning(2 * edge)[edge:]
    return window
