"""What changes while it sounds: each change is heard soon, and none is heard as a click."""

import math

import numpy as np
import pytest
from tests.core.practices import begun
from tests.sound.clicks import largest_step
from tests.sound.listening import (
    HEARD,
    RATE_HZ,
    Ear,
    above,
    decibels,
    loudest_step,
    part,
    played,
    rms,
    score,
)

from steady.core.cues import Bed, Voice
from steady.core.events import Length
from steady.core.score import Plan
from steady.sound.heard import FASTEST
from steady.sound.player import BLOCK_S
from steady.sound.presets import RINGS_ON_S
from steady.sound.renderer import CROSS_S, HUSH_S, REST_S, START_S

SILENT_DB = -100.0
AT_ONCE_S = 0.06
"""How long leaving quickly may take to be silent, the device's own latency aside."""


def clean(ear: Ear) -> bool:
    """Whether nothing that was heard so far clicked."""
    return decibels(above(ear.all, 12_000)) < SILENT_DB


def test_it_comes_in_over_two_seconds():
    ear = Ear().play(score(), voice=Voice.SILENCE, bed=Bed.BROWN)
    whole = ear.hear(6.0)
    levels = [rms(part(whole, at * 0.5, (at + 1) * 0.5)) for at in range(8)]
    assert levels[0] < 0.1 * levels[6]
    assert levels[:4] == sorted(levels[:4])
    assert levels[5] == pytest.approx(levels[6], rel=0.2)
    assert START_S == 2.0
    assert clean(ear)


def test_before_it_is_told_to_play_there_is_nothing():
    ear = Ear()
    assert ear.renderer.is_silent(0.0)
    assert rms(ear.hear(0.1)) == 0.0


@pytest.mark.parametrize("voice", HEARD)
def test_a_pause_is_silent_soon_and_without_a_click(voice):
    ear = Ear().play(score(), voice=voice, bed=Bed.RAIN)
    ear.hear(5.0)
    ear.renderer.rest()
    ear.hear(REST_S)
    assert rms(ear.hear(0.2)) == 0.0
    assert ear.renderer.is_silent(ear.now_s)
    assert clean(ear)


@pytest.mark.parametrize("voice", HEARD)
def test_leaving_quickly_is_silent_at_once_and_without_a_click(voice):
    ear = Ear().play(score(), voice=voice, bed=Bed.RAIN)
    before = ear.hear(3.95)
    ear.renderer.hush()
    last = ear.hear(0.5)
    loudest = float(np.abs(before).max())
    assert np.abs(last[round(HUSH_S * RATE_HZ) + 1 :]).max() == 0.0
    # The worker may have begun to write a block when it is told.
    assert BLOCK_S + HUSH_S <= AT_ONCE_S
    assert loudest_step(ear.all) <= largest_step(loudest, 7000, RATE_HZ)
    assert decibels(above(ear.all, 12_000) / loudest) < -80.0
    assert ear.renderer.is_silent(ear.now_s)


def test_sound_that_was_hushed_can_come_back():
    ear = Ear().play(score(), voice=Voice.TIDE)
    ear.hear(3.0)
    ear.renderer.hush()
    ear.hear(0.01)
    ear.play(score(), voice=Voice.TIDE)
    assert rms(ear.hear(3.0)[-RATE_HZ:]) > 1e-3
    assert decibels(above(ear.all, 12_000)) < -80.0


@pytest.mark.parametrize("voice", HEARD)
def test_a_plan_that_changes_nothing_yet_is_not_heard(voice):
    practice = begun()
    practice._anchor_s = 0.0
    practice._begun_elapsed_s = 0.0
    ear = Ear().play(practice.score(), voice=voice)
    alone = Ear().play(practice.score(), voice=voice)
    first, second = ear.hear(3.0), alone.hear(3.0)
    practice.nudge(3.0, 1 / 1.1)
    ear.play(practice.score(), voice=voice)
    assert np.array_equal(first, second)
    assert np.abs(ear.hear(2.0) - alone.hear(2.0)).max() < 1e-4


@pytest.mark.parametrize("voice", HEARD)
def test_a_change_of_pace_in_mid_breath_does_not_click(voice):
    practice = begun()
    practice._anchor_s = 0.0
    ear = Ear().play(practice.score(), voice=voice)
    ear.hear(7.0)
    practice.follow(7.0, 4.0)
    ear.play(practice.score(), voice=voice)
    ear.hear(3.0)
    assert clean(ear)


@pytest.mark.parametrize("voice", HEARD)
def test_one_voice_becomes_another_without_a_click(voice):
    ear = Ear().play(score(), voice=voice)
    ear.hear(5.0)
    other = Voice.HUM if voice is not Voice.HUM else Voice.GLASS
    ear.play(score(), voice=other, ready=False)
    ear.hear(3.0)
    assert clean(ear)
    assert len(ear.renderer._sung) == 1


def test_a_new_voice_is_made_while_the_old_one_goes_on():
    ear = Ear().play(score(), voice=Voice.GLASS)
    ear.hear(4.0)
    ear.play(score(), voice=Voice.TIDE, bed=Bed.RAIN, ready=False)
    for _ in range(6):
        assert rms(ear.hear(0.02)) > 1e-3
    ear.hear(CROSS_S + 1.0)
    assert [sung.voice for sung in ear.renderer._sung] == [Voice.TIDE]


def test_beds_change_into_each_other():
    ear = Ear().play(score(), voice=Voice.SILENCE, bed=Bed.RAIN)
    ear.hear(3.0)
    for bed in (Bed.BROWN, Bed.NONE):
        ear.play(score(), voice=Voice.SILENCE, bed=bed)
        ear.hear(2.0)
    assert rms(ear.hear(0.5)) == 0.0
    assert clean(ear)


def test_the_volume_changes_without_a_step():
    ear = Ear()
    plan = score()
    ear.play(plan, voice=Voice.TIDE)
    ear.hear(4.0)
    for gain in (0.1, 1.0, 0.0):
        ear.play(plan, voice=Voice.TIDE, gain=gain)
        ear.hear(0.7)
    assert rms(ear.hear(0.5)) == 0.0
    assert clean(ear)


def test_it_is_quieter_under_words_and_comes_back():
    ear = Ear().play(score(), voice=Voice.SILENCE, bed=Bed.BROWN)
    before = rms(ear.hear(4.0)[-RATE_HZ:])
    ear.renderer.duck(under=True)
    under = rms(ear.hear(1.5)[-RATE_HZ:])
    ear.renderer.duck(under=False)
    after = rms(ear.hear(1.5)[-RATE_HZ:])
    assert decibels(under / before) == pytest.approx(-12.0, abs=1.5)
    assert decibels(after / before) == pytest.approx(0.0, abs=1.5)
    assert clean(ear)


# -- a card's own clock -----------------------------------------------------------------------------------------------


def hear_unevenly(ear: Ear, seconds: float) -> None:
    """Listen for so long to blocks that are a little faster and slower than the clock, as `heard.py` makes them."""
    now_s = ear.now_s
    for number in range(round(seconds / BLOCK_S)):
        count = round(BLOCK_S * RATE_HZ)
        takes_s = BLOCK_S * (1.0 + FASTEST * math.sin(number * 0.7))
        ear.blocks.append(ear.renderer.render(count, now_s, takes_s / count))
        now_s += takes_s


@pytest.mark.parametrize("bed", Bed)
@pytest.mark.parametrize("voice", HEARD)
def test_blocks_that_follow_the_cards_own_clock_join_without_a_click(voice, bed):
    ear = Ear().play(score(length=Length(breaths=1)), voice=voice, bed=bed)
    hear_unevenly(ear, 16.0)
    assert clean(ear)


# -- ends ------------------------------------------------------------------------------------------------------------


def ending(**mix) -> tuple[Ear, Plan]:
    plan = score(length=Length(breaths=1))
    return Ear().play(plan, voice=Voice.TIDE, bed=Bed.RAIN, **mix), plan


def test_a_soft_sound_says_that_it_came_to_its_length_and_then_all_is_silent():
    ear, plan = ending()
    ear.hear(plan.ends_s + 2.5)
    assert not ear.renderer.is_silent(ear.now_s)
    soft = ear.hear(2.0)
    assert 1e-4 < rms(soft) < rms(played(Voice.BOWL, seconds=5.0))
    ear.hear(RINGS_ON_S)
    assert rms(ear.hear(0.2)) == 0.0
    assert ear.renderer.is_silent(ear.now_s)
    assert clean(ear)


def test_the_soft_sound_stays_away_where_it_is_not_wanted():
    ear, plan = ending(ends_softly=False)
    ear.hear(plan.ends_s + 2.5)
    assert rms(ear.hear(1.0)) == 0.0


def test_going_on_after_the_end_lets_the_soft_sound_go_without_a_click():
    ear, plan = ending()
    ear.hear(plan.ends_s + 1.5)
    practice = begun()
    practice._anchor_s = practice._begun_elapsed_s = ear.now_s
    ear.play(practice.score(), voice=Voice.TIDE, bed=Bed.RAIN)
    ear.hear(3.0)
    assert not ear.renderer._endings
    assert clean(ear)


def test_a_pause_while_the_end_rings_is_silent_too():
    ear, plan = ending()
    ear.hear(plan.ends_s + 1.5)
    ear.renderer.rest()
    ear.hear(REST_S)
    assert rms(ear.hear(0.2)) == 0.0
    assert clean(ear)
