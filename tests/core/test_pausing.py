from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.pausing import begin, is_over, left_s

NOW = datetime(2026, 11, 22, 21, 7, 5, tzinfo=UTC)
TEN = begin("before-i-send-it", 6, 10, NOW)


def after(**passed: float) -> datetime:
    return NOW + timedelta(**passed)


def test_a_pause_knows_its_step_and_when_it_is_over():
    assert (TEN.exercise, TEN.step, TEN.minutes) == ("before-i-send-it", 6, 10)
    assert TEN.ends_at == after(minutes=10)


@pytest.mark.parametrize(
    ("passed_s", "left"), [(0, 600.0), (1, 599.0), (599, 1.0), (600, 0.0), (601, 0.0), (86_400 * 9, 0.0)]
)
def test_what_is_left_runs_out_and_never_below_nothing(passed_s, left):
    assert left_s(TEN, after(seconds=passed_s)) == left
    assert is_over(TEN, after(seconds=passed_s)) is (left == 0.0)


def test_a_clock_that_was_set_back_by_hours_leaves_nobody_waiting_for_hours():
    assert is_over(TEN, after(hours=-3))


def test_a_clock_that_was_set_a_moment_back_changes_nothing():
    assert left_s(TEN, after(seconds=-0.5)) == 600.5


def test_another_time_zone_is_the_same_moment():
    there = after(minutes=4).astimezone(timezone(timedelta(hours=9)))
    assert left_s(TEN, there) == 360.0


@given(st.sampled_from([5, 10, 20, 30]), st.integers(min_value=-100_000, max_value=100_000))
def test_nobody_ever_waits_longer_than_they_chose(minutes, passed_s):
    pause = begin("x", 0, minutes, NOW)
    assert 0.0 <= left_s(pause, after(seconds=passed_s)) <= minutes * 60 + 1
