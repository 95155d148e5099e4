import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.breaths import BOX, LONGER_OUT, courses
from tests.sound.clicks import largest_step, steepest
from tests.sound.listening import TAPS, score

from steady.core.breath import Act, Course, ease
from steady.core.events import Length
from steady.core.practice import Practice
from steady.sound.envelope import ACT_BLEND_S, ACTS, BEGIN_S, END_S, curve, eased
from steady.sound.fades import Fade, Glide

RATE_HZ = 8000
STEP_S = 1.0 / RATE_HZ


def test_the_ease_of_arrays_is_the_ease_of_the_breath():
    path = np.linspace(-0.5, 1.5, 401)
    assert eased(path) == pytest.approx([ease(float(one)) for one in path], abs=1e-6)
    assert eased(path).dtype == np.float32


def test_no_step_of_an_ease_is_steeper_than_it_says():
    steps = np.diff(eased(np.arange(RATE_HZ) / (0.3 * RATE_HZ)))
    assert steps.max() == pytest.approx(steepest(0.3, RATE_HZ), rel=1e-3)


def test_a_tone_steps_as_far_as_is_allowed_and_a_click_farther():
    tone = 0.5 * np.sin(2 * math.pi * 440.0 * np.arange(RATE_HZ) / RATE_HZ)
    allowed = largest_step(0.5, 440.0, RATE_HZ)
    assert 0.9 * allowed < np.abs(np.diff(tone)).max() <= allowed
    tone[4000:] = 0.0
    tone[3999] = 0.5
    assert np.abs(np.diff(tone)).max() > allowed


@settings(max_examples=40, deadline=None)
@given(courses(), st.floats(0.0, 60.0))
def test_the_curve_is_the_fullness_of_the_orb_whatever_the_breath(course: Course, start_s: float):
    practice = Practice(course)
    practice.start(0.0)
    along = curve(practice.score(), start_s, 0.01, 200)
    orb = [practice.look(start_s + at * 0.01).fullness for at in range(200)]
    assert along.level == pytest.approx(orb, abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(courses(), st.floats(0.0, 60.0))
def test_one_act_becomes_the_next_without_a_jump_and_something_is_always_heard(course: Course, start_s: float):
    practice = Practice(course)
    practice.start(0.0)
    along = curve(practice.score(), start_s, STEP_S, 4000)
    assert np.sum(along.weights, axis=0) == pytest.approx(np.ones(4000), abs=1e-5)
    assert max(np.abs(np.diff(weight)).max() for weight in along.weights) <= steepest(0.25, RATE_HZ) * 1.01


def test_blocks_laid_end_to_end_are_one_curve():
    whole = curve(score(BOX), 2.0, STEP_S, 8000)
    parts = [curve(score(BOX), 2.0 + at * STEP_S, STEP_S, 500) for at in range(0, 8000, 500)]
    assert np.concatenate([one.level for one in parts]) == pytest.approx(whole.level, abs=1e-6)
    assert np.concatenate([one.weights[1] for one in parts]) == pytest.approx(whole.weights[1], abs=1e-6)


def test_a_curve_names_the_phases_that_are_under_way():
    along = curve(score(LONGER_OUT), 3.9, STEP_S, round(0.2 * RATE_HZ))
    assert [stretch.act for stretch in along.stretches] == [Act.INHALE, Act.EXHALE]
    assert along.times_s[0] == pytest.approx(3.9)


def test_the_act_turns_from_the_first_moment_of_the_new_phase():
    along = curve(score(LONGER_OUT), 3.9, STEP_S, RATE_HZ)
    out = along.weights[ACTS.index(Act.EXHALE)]
    assert out[: round(0.1 * RATE_HZ)].max() == pytest.approx(0.0, abs=1e-6)
    assert out[round((0.1 + ACT_BLEND_S) * RATE_HZ) + 1 :].min() == 1.0


def test_before_it_begins_and_after_it_ends_there_is_nothing():
    plan = score(LONGER_OUT, Length(breaths=1))
    before, after = curve(plan, -1.0, STEP_S, RATE_HZ), curve(plan, 10.0 + END_S, STEP_S, RATE_HZ)
    assert before.presence.max() == after.presence.max() == 0.0
    assert not before.stretches
    coming, going = curve(plan, 0.0, STEP_S, RATE_HZ), curve(plan, 9.9, STEP_S, 2 * RATE_HZ)
    assert coming.presence[-1] == 1.0
    assert np.abs(np.diff(coming.presence)).max() <= steepest(BEGIN_S, RATE_HZ) * 1.01
    assert np.abs(np.diff(going.presence)).max() <= steepest(END_S, RATE_HZ) * 1.01
    assert going.level[-1] == pytest.approx(0.0, abs=1e-6)


def test_beats_are_there_from_the_start():
    assert curve(TAPS, 5.0, STEP_S, 100).presence.min() == 1.0


def test_a_fade_ends_on_time_and_has_no_corner():
    fade = Fade(RATE_HZ)
    assert fade.is_gone
    fade.go(1.0, 0.5)
    heard = np.concatenate([fade.apply(np.ones((100, 2), np.float32)) for _ in range(60)])[:, 0]
    assert heard[round(0.5 * RATE_HZ)] == pytest.approx(1.0)
    assert heard[round(0.25 * RATE_HZ)] == pytest.approx(0.5, abs=0.01)
    assert np.abs(np.diff(heard)).max() <= steepest(0.5, RATE_HZ) * 1.01


def test_a_fade_that_turns_round_goes_on_from_where_it_is():
    fade = Fade(RATE_HZ)
    ones = np.ones((round(0.2 * RATE_HZ), 2), np.float32)
    fade.go(1.0, 0.5)
    up = fade.apply(ones)
    fade.go(0.0, 0.1)
    down = fade.apply(ones)
    heard = np.concatenate((up, down))[:, 0]
    assert np.abs(np.diff(heard)).max() <= steepest(0.1, RATE_HZ) * 1.01
    assert fade.is_gone
    assert fade.apply(ones).max() == 0.0


def test_a_factor_glides_to_where_it_is_set_even_when_it_is_set_again_on_the_way():
    glide = Glide(RATE_HZ, 0.2)
    ones = np.ones((round(0.1 * RATE_HZ), 2), np.float32)
    heard = [glide.apply(ones)]
    for value in (1.0, 0.1):
        glide.go(value)
        heard.append(glide.apply(ones))
    heard += [glide.apply(ones) for _ in range(3)]
    path = np.concatenate(heard)[:, 0]
    assert (path[0], path[-1]) == (pytest.approx(0.2), pytest.approx(0.1))
    assert np.abs(np.diff(path)).max() <= steepest(Glide.GLIDE_S, RATE_HZ)
