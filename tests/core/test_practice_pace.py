import pytest
from tests.core.breaths import BOX, LONGER_OUT
from tests.core.practices import T0, begun

from steady.core.breath import Act, Course
from steady.core.events import Length, Nudge, PhaseStarted, Stage
from steady.core.pacing import NUDGE, Pace, meet_then_slow
from steady.core.practice import Practice


def test_slower_takes_effect_at_the_next_breath_and_stays():
    practice = begun(LONGER_OUT.scaled(0.5))

    assert practice.nudge(T0 + 1.0, NUDGE) is Nudge.CHANGED

    turns_s = [event.at_s for event in practice.advance(T0 + 17.0) if event.phase.act is Act.INHALE]
    assert turns_s == pytest.approx([5.0, 10.5, 16.0])


def test_two_presses_in_one_breath_add_up():
    practice = begun(LONGER_OUT.scaled(0.5))

    practice.nudge(T0 + 1.0, NUDGE)
    practice.nudge(T0 + 1.2, NUDGE)

    assert practice.upcoming_pattern(T0 + 1.3).period_s == pytest.approx(5.0 * 1.1 * 1.1)


def test_an_exercise_slower_than_six_a_minute_can_come_back_to_its_own_pace():
    practice = begun(BOX)
    practice.nudge(T0 + 1.0, 1 / NUDGE)

    assert practice.nudge(T0 + 1.5, NUDGE) is Nudge.CHANGED
    assert practice.upcoming_pattern(T0 + 2.0).period_s == pytest.approx(16.0)
    assert practice.nudge(T0 + 2.5, NUDGE) is Nudge.AT_LIMIT


def test_a_nudge_before_the_first_breath_holds_from_the_second():
    practice = Practice(Course.steady(LONGER_OUT))
    practice.nudge(T0, 1 / NUDGE)
    practice.start(T0)

    assert practice.upcoming_pattern(T0 + 1.0).period_s == pytest.approx(10.0 / 1.1)


def test_a_nudge_while_paused_is_the_pace_to_go_on_with():
    practice = begun()
    practice.pause(T0 + 3.0)
    practice.nudge(T0 + 5.0, 1 / NUDGE)
    practice.nudge(T0 + 6.0, 1 / NUDGE)

    practice.resume(T0 + 9.0)

    assert practice.timeline.pattern(practice.elapsed_s(T0 + 9.0)).period_s == pytest.approx(10.0 / 1.21)


def test_a_nudge_after_the_length_is_the_pace_to_go_on_with():
    practice = begun(length=Length(breaths=1))
    practice.advance(T0 + 10.0)
    practice.nudge(T0 + 12.0, 1 / NUDGE)

    practice.go_on(T0 + 20.0)

    assert practice.timeline.pattern(10.0).period_s == pytest.approx(10.0 / 1.1)


def test_staying_here_ends_the_slowing():
    practice = Practice(meet_then_slow(LONGER_OUT, Pace(3.0, 4.0)))
    practice.start(T0)
    practice.stay_here(T0 + 1.0)

    inhales_s = [event.at_s for event in practice.advance(T0 + 71.0) if event.phase.act is Act.INHALE]

    assert inhales_s == pytest.approx([7.0 * breath for breath in range(1, 11)])


def test_staying_here_takes_a_nudge_back_that_has_not_been_breathed():
    practice = begun()
    practice.nudge(T0 + 1.0, 1 / NUDGE)

    practice.stay_here(T0 + 2.0)

    assert practice.upcoming_pattern(T0 + 3.0) == LONGER_OUT


def test_an_own_pace_is_met_with_an_in_breath_now_then_slowed():
    practice = begun()

    events = practice.follow(T0 + 6.5, 4.0)

    assert events[-1].phase.act is Act.INHALE
    assert events[-1].at_s == pytest.approx(6.5)
    inhales_s = [event.at_s for event in practice.advance(T0 + 24.0) if event.phase.act is Act.INHALE]
    assert inhales_s == pytest.approx([10.5, 14.5, 18.5, 18.5 + 4.24])


def test_an_own_pace_found_while_paused_waits_for_the_person():
    practice = begun()
    practice.pause(T0 + 3.0)
    level = practice.look(T0 + 3.2).fullness

    assert practice.follow(T0 + 3.2, 4.0) == []

    assert practice.look(T0 + 3.2).fullness == pytest.approx(level)
    assert practice.stage is Stage.PAUSED
    practice.resume(T0 + 30.0)
    assert practice.timeline.pattern(3.0).period_s == pytest.approx(4.0)


def test_holds_that_are_asked_for_come_with_the_next_breath_and_stay_through_taps():
    no_holds = Course.steady(LONGER_OUT)
    practice = Practice(no_holds)
    practice.start(T0)

    practice.plan(T0 + 3.0, Course.steady(BOX))

    assert practice.advance(T0 + 15.0)[-1] == PhaseStarted(BOX.phases[1], 1, pytest.approx(14.0))
    practice.follow(T0 + 15.5, 8.0)
    assert [phase.act for phase in practice.timeline.pattern(16.0).phases] == [p.act for p in BOX.phases]


def test_holds_that_are_asked_for_leave_a_pace_chosen_by_hand_as_it_is():
    practice = Practice(Course.steady(LONGER_OUT), slowest_period_s=30.0)
    practice.start(T0)
    practice.nudge(T0 + 1.0, 1.2)

    practice.plan(T0 + 3.0, Course.steady(BOX))

    assert practice.upcoming_pattern(T0 + 3.0).period_s == pytest.approx(BOX.period_s * 1.2)
    practice.plan(T0 + 4.0, Course.steady(LONGER_OUT))
    assert practice.upcoming_pattern(T0 + 4.0).period_s == pytest.approx(LONGER_OUT.period_s * 1.2)
