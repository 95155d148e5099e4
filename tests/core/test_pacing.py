import itertools
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.breaths import BOX, LONGER_OUT, SIGH, patterns

from steady.core.breath import MIN_PHASE_S, Act
from steady.core.pacing import (
    BREATHS_PER_STEP,
    Pace,
    Taps,
    TapState,
    at_pace,
    meet_then_slow,
    meeting,
    nudged,
    own_pace,
    pace_of,
    slowing,
)

own_periods_s = st.floats(6.0, 20.0).map(lambda per_minute: 60.0 / per_minute)


def _way(period_s):
    """Return the paces of the default way, breath by breath, until nothing changes any more."""
    course = meet_then_slow(LONGER_OUT, own_pace(period_s))
    last = BREATHS_PER_STEP * len(course.steps)
    return [pace_of(course.pattern(breath)) for breath in range(last)]


@given(own_periods_s)
def test_it_starts_at_the_persons_own_pace(period_s):
    first = _way(period_s)[0]

    assert first.period_s == pytest.approx(period_s)
    assert first.ratio == pytest.approx(1.2)


@given(own_periods_s)
def test_only_each_third_breath_is_longer_and_by_at_most_six_percent(period_s):
    for breath, (before, after) in enumerate(itertools.pairwise(_way(period_s)), 1):
        if breath % 3:
            assert after == before
        else:
            assert 1.0 - 1e-9 <= after.period_s / before.period_s <= 1.06 + 1e-9


@given(own_periods_s)
def test_the_ratio_goes_from_1_2_to_1_5_and_never_back(period_s):
    ratios = [pace.ratio for pace in _way(period_s)]

    assert all(1.2 - 1e-9 <= ratio <= 1.5 + 1e-9 for ratio in ratios)
    assert all(a <= b + 1e-9 for a, b in itertools.pairwise(ratios))
    assert ratios[-1] == pytest.approx(1.5)


@given(own_periods_s)
def test_the_floor_is_six_a_minute_and_is_reached(period_s):
    periods_s = [pace.period_s for pace in _way(period_s)]

    assert max(periods_s) <= 10.0 + 1e-9
    assert periods_s[-1] == pytest.approx(10.0)


@given(st.floats(0.0, 1000.0))
def test_an_own_pace_is_followed_within_6_to_20_a_minute(period_s):
    assert 3.0 - 1e-9 <= own_pace(period_s).period_s <= 10.0 + 1e-9


def test_someone_already_slower_than_the_goal_is_never_hurried():
    fast_goal = LONGER_OUT.scaled(0.6)

    periods_s = [pace.period_s for pace in slowing(own_pace(9.0), pace_of(fast_goal))]

    assert periods_s == pytest.approx([9.0] * len(periods_s))


def test_a_goal_that_is_already_met_is_one_pace():
    assert slowing(Pace(4.0, 6.0), Pace(4.0, 6.0)) == (Pace(4.0, 6.0),)


def test_the_default_way_takes_about_three_minutes_to_settle():
    course = meet_then_slow(LONGER_OUT, Pace(3.0, 4.0))

    assert len(course.steps) == 8
    assert 100.0 < course.start_s(3 * 7) < 240.0


@given(patterns(), st.floats(1.0, 12.0))
def test_meeting_any_breath_keeps_every_phase_long_enough(goal, period_s):
    for step in meet_then_slow(goal, meeting(goal, period_s)).steps:
        assert all(phase.duration_s >= MIN_PHASE_S - 1e-9 for phase in step.pattern.phases)


@given(st.sampled_from((LONGER_OUT, BOX)), own_periods_s)
def test_meeting_counts_holds_as_part_of_a_persons_breath(goal, period_s):
    assert at_pace(goal, meeting(goal, period_s)).period_s == pytest.approx(period_s)


def test_a_hold_is_never_made_longer_by_a_slow_pace():
    slow_box = at_pace(BOX, Pace(8.0, 9.6))

    assert [phase.duration_s for phase in slow_box.phases if phase.act is Act.HOLD] == [4.0, 4.0]


def test_both_parts_of_a_sigh_keep_their_share_of_the_in_breath():
    first, top_up, out = at_pace(SIGH, Pace(1.5, 3.0)).phases

    assert (first.duration_s, top_up.duration_s, out.duration_s) == pytest.approx((1.0, 0.5, 3.0))


# -- slower, faster -------------------------------------------------------------------------------------------------


def test_slower_and_faster_undo_each_other():
    slower = nudged(LONGER_OUT.scaled(0.5), 1.1, slowest_period_s=10.0)

    back = nudged(slower, 1 / 1.1, slowest_period_s=10.0)

    assert back.period_s == pytest.approx(5.0)


@given(patterns(), st.lists(st.sampled_from((1.1, 1 / 1.1)), max_size=40))
def test_no_number_of_nudges_leaves_the_limits(pattern, factors):
    slowest_s = max(10.0, pattern.period_s)
    for factor in factors:
        pattern = nudged(pattern, factor, slowest_period_s=slowest_s) or pattern
        assert 3.0 - 1e-9 <= pattern.period_s <= slowest_s + 1e-9
        assert all(phase.duration_s >= MIN_PHASE_S - 1e-9 for phase in pattern.phases)


def test_at_the_slowest_pace_slower_is_declined_and_faster_is_not():
    assert nudged(LONGER_OUT, 1.1, slowest_period_s=10.0) is None
    assert nudged(LONGER_OUT, 1 / 1.1, slowest_period_s=10.0).period_s == pytest.approx(10.0 / 1.1)


def test_the_last_nudge_goes_exactly_to_the_limit():
    assert nudged(LONGER_OUT.scaled(0.95), 1.1, slowest_period_s=10.0).period_s == pytest.approx(10.0)


# -- taps -----------------------------------------------------------------------------------------------------------


def _press(taps, gaps_s, start_s=1e7):
    states = [taps.press(start_s)]
    states += [taps.press(at_s) for at_s in itertools.accumulate(gaps_s, initial=start_s) if at_s > start_s]
    return states


@given(st.lists(st.floats(3.0, 10.0), min_size=3, max_size=3))
def test_four_presses_tell_the_median_of_three_breaths(gaps_s):
    taps = Taps()

    states = _press(taps, gaps_s)

    assert states == [TapState.LISTENING] * 3 + [TapState.HEARD]
    assert taps.period_s == pytest.approx(statistics.median(gaps_s), abs=1e-6)


def test_a_press_that_bounced_does_not_spoil_the_pace():
    taps = Taps()

    _press(taps, (0.12, 4.1, 3.9))

    assert taps.period_s == pytest.approx(3.9)


def test_a_single_press_changes_nothing():
    taps = Taps()

    assert taps.press(5.0) is TapState.LISTENING
    assert taps.wait(24.0) is TapState.LISTENING
    assert taps.wait(25.1) is TapState.TOO_FEW
    assert taps.period_s is None


def test_a_drumroll_is_no_breath():
    taps = Taps()

    assert _press(taps, (0.2, 0.2, 0.2))[-1] is TapState.TOO_FAST
    assert taps.period_s is None


def test_after_a_drumroll_four_new_presses_are_heard_on_their_own():
    taps = Taps()
    _press(taps, (0.2, 0.2, 0.2), start_s=100.0)

    states = _press(taps, (4.0, 4.0, 4.0), start_s=104.0)

    assert states == [TapState.LISTENING] * 3 + [TapState.HEARD]
    assert taps.period_s == pytest.approx(4.0)
    assert taps.count == 4


def test_a_long_silence_starts_the_count_anew():
    taps = Taps()
    taps.press(0.0)
    taps.press(4.0)

    assert taps.press(40.0) is TapState.LISTENING
    assert taps.count == 1


def test_nothing_is_too_few_before_the_first_press():
    assert Taps().wait(1e7) is TapState.LISTENING


def test_someone_who_breathes_three_times_a_minute_is_met_at_six():
    taps = Taps()
    _press(taps, (19.0, 19.0, 19.0))

    assert own_pace(taps.period_s).period_s == pytest.approx(10.0)
