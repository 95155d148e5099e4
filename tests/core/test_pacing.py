import itertools
import statistics

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.core.breaths import BOX, LONGER_OUT, SIGH, patterns

from steady.core.breath import MIN_PHASE_S, Act
from steady.core.pacing import (
    BREATHS_PER_STEP,
    NEAR_ENOUGH,
    Met,
    Pace,
    Taps,
    TapState,
    at_pace,
    how_met,
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


def is_plausible(gaps_s):
    """Say whether a person could breathe like that: what the guide may believe."""
    even = max(gaps_s) <= 2.5 * min(gaps_s)
    return min(gaps_s) >= 1.5 and even and statistics.median(gaps_s) <= 14.0


gaps = st.one_of(
    st.lists(st.floats(0.01, 19.9), min_size=3, max_size=3),
    st.floats(1.0, 12.0).flatmap(lambda g: st.lists(st.floats(0.6 * g, 1.6 * g), min_size=3, max_size=3)),
    st.lists(st.sampled_from([0.1, 1.4, 1.6, 4.0, 9.0, 13.9, 14.1, 19.0]), min_size=3, max_size=3),
)


@given(gaps)
def test_only_a_rhythm_that_a_person_could_breathe_in_is_heard(gaps_s):
    taps = Taps(0.0)

    # Presses from 0 on are told apart to the last bit, so that the limits are met exactly.
    states = _press(taps, gaps_s, start_s=0.0)

    times_s = list(itertools.accumulate(gaps_s, initial=0.0))
    assert states[:3] == [TapState.LISTENING] * 3
    if is_plausible([b - a for a, b in itertools.pairwise(times_s)]):
        assert states[3] is TapState.HEARD
        assert taps.period_s == pytest.approx(statistics.median(gaps_s), abs=1e-6)
    else:
        assert states[3] in (TapState.TOO_FAST, TapState.TOO_SLOW, TapState.UNEVEN)
        assert taps.period_s is None


@pytest.mark.parametrize(
    ("times_s", "state"),
    [
        ((0.0, 5.0, 10.0, 15.0), TapState.HEARD),
        ((0.0, 5.0, 16.0, 21.2), TapState.HEARD),
        ((0.0, 0.2, 0.4, 0.6), TapState.TOO_FAST),
        ((0.0, 0.1, 5.0, 10.0), TapState.TOO_FAST),
        ((0.0, 2.0, 4.0, 18.0), TapState.UNEVEN),
        ((0.0, 4.0, 15.0, 19.0), TapState.UNEVEN),
        ((0.0, 19.0, 38.0, 57.0), TapState.TOO_SLOW),
        ((0.0, 13.0, 28.0, 43.0), TapState.TOO_SLOW),
    ],
)
def test_an_absurd_rhythm_is_not_believed(times_s, state):
    taps = Taps(0.0)

    assert [taps.press(at_s) for at_s in times_s][-1] is state
    assert (taps.period_s is not None) is (state is TapState.HEARD)


def test_a_single_press_changes_nothing():
    taps = Taps(0.0)

    assert taps.press(5.0) is TapState.LISTENING
    assert taps.wait(24.0) is TapState.LISTENING
    assert taps.wait(25.1) is TapState.TOO_FEW
    assert taps.period_s is None


def test_without_any_press_it_stops_waiting_too():
    taps = Taps(1e7)

    assert taps.wait(1e7 + 20.0) is TapState.LISTENING
    assert taps.wait(1e7 + 20.1) is TapState.TOO_FEW


def test_after_a_drumroll_four_new_presses_are_heard_on_their_own():
    taps = Taps(100.0)
    _press(taps, (0.2, 0.2, 0.2), start_s=100.0)

    states = _press(taps, (4.0, 4.0, 4.0), start_s=104.0)

    assert states == [TapState.LISTENING] * 3 + [TapState.HEARD]
    assert taps.period_s == pytest.approx(4.0)
    assert taps.count == 4


def test_a_long_silence_starts_the_count_anew():
    taps = Taps(0.0)
    taps.press(0.0)
    taps.press(4.0)

    assert taps.press(40.0) is TapState.LISTENING
    assert taps.count == 1


# -- how a pace is met ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goal", "period_s", "met"),
    [
        (LONGER_OUT, 5.0, Met(as_it_is=True, slows=True)),
        (LONGER_OUT, 10.0, Met(as_it_is=True, slows=False)),
        (LONGER_OUT, 2.0, Met(as_it_is=False, slows=True)),
        (LONGER_OUT, 13.0, Met(as_it_is=False, slows=False)),
    ],
)
def test_it_is_told_how_a_pace_is_met_and_whether_it_slows(goal, period_s, met):
    assert how_met(goal, period_s) == met


@given(st.floats(1.5, 14.0), patterns())
def test_what_is_told_of_a_meeting_is_what_the_course_does(period_s, goal):
    course = meet_then_slow(goal, meeting(goal, period_s))
    first, last = course.steps[0].pattern, course.steps[-1].pattern

    met = how_met(goal, period_s)

    beside = abs(first.period_s / period_s - 1.0)
    longer = pace_of(last).period_s / pace_of(first).period_s - 1.0
    assume(min(abs(beside - NEAR_ENOUGH), abs(longer - NEAR_ENOUGH)) > 1e-9)  # there the last digit decides
    assert met.as_it_is is (beside < NEAR_ENOUGH)
    assert met.slows is (longer > NEAR_ENOUGH)
