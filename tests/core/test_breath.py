import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.breaths import BOX, FRAME_S, LONGER_OUT, ONE_FRAME, SIGH, courses, patterns

from steady.core.breath import MAX_HOLD_S, MAX_PERIOD_S, MIN_PERIOD_S, MIN_PHASE_S, Act, Course, Pattern, Phase, ease

some_way = st.floats(0.0, 1.0, exclude_max=True)
levels = st.none() | st.floats(0.0, 1.0)


def test_a_breath_rests_at_both_ends_of_each_phase():
    assert ease(0.0) == 0.0
    assert ease(0.5) == pytest.approx(0.5)
    assert ease(1.0) == 1.0
    assert ease(0.001) < 0.00001
    assert ease(0.999) > 0.99999


@given(st.floats(-10.0, 10.0))
def test_ease_stays_between_nothing_and_all(fraction):
    assert 0.0 <= ease(fraction) <= 1.0


def test_longer_out_fills_in_four_seconds_and_empties_in_six():
    fullness = [LONGER_OUT.at(second).fullness for second in (0.0, 2.0, 4.0, 7.0, 9.9999999)]

    assert fullness == pytest.approx([0.0, 0.5, 1.0, 0.5, 0.0], abs=1e-6)


def test_a_hold_stays_where_it_is():
    assert {BOX.at(4.0 + tenth / 10).fullness for tenth in range(40)} == {1.0}
    assert {BOX.at(12.0 + tenth / 10).fullness for tenth in range(40)} == {0.0}


@given(patterns(), some_way, levels)
def test_fullness_is_between_empty_and_full(pattern, way, from_level):
    assert 0.0 <= pattern.at(way * pattern.period_s, from_level).fullness <= 1.0


@given(patterns(), some_way, levels)
def test_no_frame_jumps(pattern, way, from_level):
    at_s = way * (pattern.period_s - FRAME_S)

    before, after = pattern.at(at_s, from_level).fullness, pattern.at(at_s + FRAME_S, from_level).fullness

    assert abs(after - before) <= ONE_FRAME


@given(patterns(), levels)
def test_no_turn_jumps(pattern, from_level):
    """At each turn, the curve on both sides of it is one curve, whatever side rounding puts the instant on."""
    for turn_s in itertools.accumulate(phase.duration_s for phase in pattern.phases):
        around = [pattern.at(turn_s + offset_s, from_level).fullness for offset_s in (-1e-4, -1e-7, -1e-9, 0.0, 1e-4)]
        assert max(around) - min(around) < 1e-6 or turn_s > pattern.period_s - 1e-9
    assert pattern.at(pattern.period_s, from_level).fullness == pytest.approx(pattern.resting_level)


@given(patterns(), some_way)
def test_phases_tile_the_breath(pattern, way):
    """Every instant is in one phase: what has passed and what is left add up to where phases begin and end."""
    elapsed_s = way * pattern.period_s
    position = pattern.at(elapsed_s)
    starts_s = [0.0, *itertools.accumulate(phase.duration_s for phase in pattern.phases)]

    assert position.phase == pattern.phases[position.index]
    assert position.fraction * position.phase.duration_s == pytest.approx(
        elapsed_s - starts_s[position.index], abs=1e-6
    )
    assert position.remaining_s == pytest.approx(starts_s[position.index + 1] - elapsed_s, abs=1e-6)
    assert sum(phase.duration_s for phase in pattern.phases) == pytest.approx(pattern.period_s)


@given(patterns())
def test_each_phase_is_met_in_its_order(pattern):
    middles_s = []
    start_s = 0.0
    for phase in pattern.phases:
        middles_s.append(start_s + phase.duration_s / 2)
        start_s += phase.duration_s

    assert [pattern.at(middle_s).index for middle_s in middles_s] == list(range(len(pattern.phases)))


def test_a_turn_belongs_to_the_phase_that_begins():
    assert LONGER_OUT.at(4.0).phase.act is Act.EXHALE
    assert LONGER_OUT.at(math.nextafter(4.0, 0.0)).phase.act is Act.EXHALE
    assert LONGER_OUT.at(3.999).phase.act is Act.INHALE


@given(st.floats(0.0, 1.0))
def test_a_breath_starts_where_the_lungs_are(from_level):
    assert SIGH.at(0.0, from_level).fullness == pytest.approx(from_level)
    assert SIGH.at(2.0, from_level).fullness == pytest.approx(0.8)


def test_a_breath_ends_where_the_next_begins():
    assert SIGH.resting_level == 0.1
    assert SIGH.at(0.0).fullness == pytest.approx(0.1)
    assert SIGH.at(SIGH.period_s).fullness == pytest.approx(0.1)


@given(patterns(), st.floats(0.01, 100.0))
def test_scaling_keeps_every_limit_of_safety(pattern, factor):
    scaled = pattern.scaled(factor)

    assert min(MIN_PERIOD_S, pattern.period_s) - 1e-9 <= scaled.period_s <= max(MAX_PERIOD_S, pattern.period_s) + 1e-9
    for before, after in zip(pattern.phases, scaled.phases, strict=True):
        assert after.duration_s >= min(MIN_PHASE_S, before.duration_s) - 1e-9
        assert after.act is not Act.HOLD or after.duration_s <= max(MAX_HOLD_S, before.duration_s) + 1e-9


# -- courses --------------------------------------------------------------------------------------------------------


def test_a_course_without_a_step_is_refused():
    with pytest.raises(ValueError, match="at least one step"):
        Course(())


@given(courses(), st.integers(0, 200))
def test_breaths_of_a_course_are_laid_end_to_end(course, breath):
    start_s, next_s = course.start_s(breath), course.start_s(breath + 1)

    assert next_s - start_s == pytest.approx(course.pattern(breath).period_s)
    assert course.breath_at(start_s) == breath
    assert course.breath_at((start_s + next_s) / 2) == breath
    assert course.breath_at(next_s) == breath + 1


@given(courses(), st.integers(0, 20), st.integers(0, 20))
def test_what_is_left_of_a_course_goes_on_as_the_course_would(course, gone, ahead):
    assert course.after(gone).pattern(ahead) == course.pattern(gone + ahead)


def test_breath_a_million_is_where_multiplication_says():
    course = Course.steady(Pattern((Phase(Act.INHALE, 1.1, 1.0), Phase(Act.EXHALE, 2.2, 0.0))))

    assert course.breath_at(3.3 * 1_000_000) == 1_000_000
    assert course.start_s(1_000_000) == pytest.approx(3_300_000.0, abs=1e-6)
