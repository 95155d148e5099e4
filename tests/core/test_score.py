import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.breaths import ONE_FRAME, courses
from tests.core.practices import T0, begun

from steady.core.breath import Act, Course, ease
from steady.core.events import Length
from steady.core.practice import Practice
from steady.core.score import Beats, Score
from steady.core.stillness import SETTLE_S


def level(score, clock_s: float) -> float:
    """How full the lungs are, worked out from the stretch alone."""
    stretch = score.stretch(clock_s)
    fraction = (clock_s - stretch.start_s) / (stretch.end_s - stretch.start_s)
    return stretch.from_level + (stretch.to_level - stretch.from_level) * ease(fraction)


@settings(max_examples=60)
@given(courses(), st.floats(0.0, 200.0))
def test_the_sound_is_told_the_same_fullness_as_the_orb(course: Course, after_s: float):
    practice = Practice(course)
    practice.start(T0)
    score = practice.score()
    assert level(score, T0 + after_s) == pytest.approx(practice.look(T0 + after_s).fullness, abs=1e-6)
    assert score.stretch(T0 + after_s).act is practice.look(T0 + after_s).phase.act


def test_stretches_follow_each_other_without_a_gap_in_time_or_level():
    score, clock_s, before = begun().score(), T0, None
    for _ in range(20):
        stretch = score.stretch(clock_s)
        if before is not None:
            assert stretch.start_s == pytest.approx(before.end_s, abs=1e-6)
            assert stretch.from_level == pytest.approx(before.to_level)
        before, clock_s = stretch, stretch.end_s + 1e-3


def test_a_plan_stays_what_it_was_when_the_pace_changes():
    practice = begun()
    before = practice.score()
    practice.nudge(T0 + 1.0, 1.1)
    assert before.stretch(T0 + 12.0).start_s == pytest.approx(T0 + 10.0)
    assert before.stretch(T0 + 12.0).end_s == pytest.approx(T0 + 14.0)
    assert practice.score().stretch(T0 + 12.0).end_s == pytest.approx(T0 + 14.4)


def test_a_new_in_breath_cuts_the_phase_short_and_starts_from_where_the_lungs_are():
    practice = begun()
    practice.follow(T0 + 6.0, 5.0)
    score = practice.score()
    assert score.stretch(T0 + 5.9).end_s == pytest.approx(T0 + 6.0)
    after = score.stretch(T0 + 6.1)
    assert (after.act, after.start_s) == (Act.INHALE, pytest.approx(T0 + 6.0))
    assert abs(level(score, T0 + 6.0) - practice.look(T0 + 6.0).fullness) < ONE_FRAME


def test_while_it_is_still_there_is_nothing_to_sound():
    practice = Practice(begun().timeline._segments[0].course)
    assert practice.score() is None
    practice.start(T0)
    practice.pause(T0 + 2.0)
    assert practice.score() is None
    practice.end(T0 + 3.0)
    assert practice.score() is None


def test_after_a_pause_the_clock_and_not_the_breath_has_gone_on():
    practice = begun()
    practice.pause(T0 + 2.0)
    practice.resume(T0 + 60.0)
    score = practice.score()
    assert score.stretch(T0 + 59.0) is None
    stretch = score.stretch(T0 + 60.1)
    assert (stretch.act, stretch.start_s) == (Act.INHALE, pytest.approx(T0 + 60.0))
    assert SETTLE_S < 58.0
    assert stretch.from_level == pytest.approx(0.0)


def test_it_ends_where_the_practice_comes_to_its_length():
    practice = begun(length=Length(breaths=2))
    score = practice.score()
    assert score.ends_s == pytest.approx(T0 + 20.0)
    assert score.stretch(T0 + 19.9).act is Act.EXHALE
    assert score.stretch(T0 + 20.0) is None
    assert begun().score().ends_s is None


def test_it_has_not_begun_before_its_first_in_breath():
    assert begun().score().stretch(T0 - 0.1) is None


def test_any_thread_may_ask_while_the_practice_is_planned_anew():
    practice = begun()
    score: Score = practice.score()
    seen = {score.stretch(T0 + 12.0)}
    for turn in range(1, 40):
        practice.nudge(T0 + turn, 1.05 if turn % 2 else 1 / 1.05)
        seen.add(score.stretch(T0 + 12.0))
    assert len(seen) == 1


def test_beats_are_fullest_where_the_sides_are_lit_left_first():
    beats = Beats(turns=0.0, since_s=T0, seconds=1.2)
    first, second = beats.stretch(T0), beats.stretch(T0 + 1.2)
    assert (first.act, second.act) == (Act.INHALE, Act.EXHALE)
    assert (first.start_s + first.end_s) / 2 == pytest.approx(T0)
    assert second.start_s == pytest.approx(first.end_s)
    assert beats.ends_s is None
