import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.holding import FASTEST_TAP_S, SLOWEST_TAP_S, TAP_FACTOR, Held, Taps

INSTANTS = st.floats(0, 600, allow_nan=False)


def test_what_is_held_counts_only_while_it_goes_on():
    held = Held(10.0)
    held.go_on(100.0)
    held.rest(104.0)
    assert held.fraction(200.0) == pytest.approx(0.4)
    held.go_on(300.0)
    assert held.fraction(303.0) == pytest.approx(0.7)
    assert held.fraction(1000.0) == 1.0
    held.begin_again(2000.0)
    assert held.fraction(2001.0) == pytest.approx(0.1)


def test_taps_begin_on_the_left_and_alternate():
    taps = Taps(1.0)
    taps.go_on(0.0)
    assert [taps.on_right(second) for second in (0.0, 1.0, 2.0, 3.0)] == [False, True, False, True]


@given(seconds=st.floats(0.1, 10), at_s=INSTANTS)
def test_the_light_is_soft_and_within_its_bounds(seconds, at_s):
    taps = Taps(seconds)
    taps.go_on(0.0)
    assert 0.0 <= taps.right_light(at_s) <= 1.0
    step_s = 0.04
    # The steepest that a half cosine gets, over one frame at the fastest pace: far from a flash.
    assert abs(taps.right_light(at_s + step_s) - taps.right_light(at_s)) <= 1.6 * step_s / FASTEST_TAP_S


@given(at_s=st.floats(0.01, 100), presses=st.lists(st.sampled_from([TAP_FACTOR, 1 / TAP_FACTOR]), max_size=30))
def test_another_pace_moves_nothing_at_that_moment_and_stays_within_its_bounds(at_s, presses):
    taps = Taps(1.2)
    taps.go_on(0.0)
    for factor in presses:
        before = taps.turns(at_s)
        changed = taps.change(at_s, factor)
        assert taps.turns(at_s) == pytest.approx(before)
        assert FASTEST_TAP_S <= taps.seconds <= SLOWEST_TAP_S
        assert changed or taps.seconds in (FASTEST_TAP_S, SLOWEST_TAP_S)


def test_taps_stand_still_while_nobody_sees_them():
    taps = Taps(1.0)
    taps.go_on(0.0)
    taps.rest(2.5)
    assert taps.turns(99.0) == pytest.approx(2.5)
    taps.go_on(99.0)
    assert taps.turns(100.0) == pytest.approx(3.5)
