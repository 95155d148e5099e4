import pytest
from tests.core.breaths import BOX, LONGER_OUT, SIGH

from steady.core.breath import Act, Course
from steady.core.pacing import NUDGE, Pace, meet_then_slow
from steady.core.practice import (
    OPEN,
    SETTLE_S,
    Ended,
    Length,
    LengthReached,
    Nudge,
    Outcome,
    Paused,
    PhaseStarted,
    Practice,
    Resumed,
    Stage,
)

T0 = 1e7
"""A machine that has been up for four months."""


def _begun(pattern=LONGER_OUT, length=OPEN, **options):
    practice = Practice(Course.steady(pattern), length, **options)
    practice.start(T0)
    return practice


def _kinds(events):
    return [type(event) for event in events]


# -- start ----------------------------------------------------------------------------------------------------------


def test_before_it_starts_the_lungs_rest_and_nothing_is_due():
    practice = Practice(Course.steady(SIGH))

    moment = practice.look(T0)

    assert (moment.stage, moment.fullness, moment.elapsed_s, moment.settled) == (Stage.READY, 0.1, 0.0, 1.0)
    assert practice.wait_s(T0) is None
    assert practice.advance(T0 + 100.0) == []
    assert practice.breaths(T0) == 0


def test_it_starts_with_an_in_breath():
    practice = Practice(Course.steady(LONGER_OUT))

    assert practice.start(T0) == [PhaseStarted(LONGER_OUT.phases[0], 0, 0.0)]
    assert practice.look(T0 + 2.0).fullness == pytest.approx(0.5)


def test_starting_twice_changes_nothing():
    practice = _begun()

    assert practice.start(T0 + 3.0) == []
    assert practice.elapsed_s(T0 + 4.0) == 4.0


def test_looking_changes_nothing():
    practice = _begun(length=Length(breaths=2))
    for tenth in range(400):
        practice.look(T0 + tenth / 10)

    assert _kinds(practice.advance(T0 + 40.0)) == [PhaseStarted] * 3 + [LengthReached]


# -- turns ----------------------------------------------------------------------------------------------------------


def test_each_turn_is_told_once_however_late_it_is_asked_for():
    practice = _begun(BOX)

    events = practice.advance(T0 + 33.0)

    assert [(event.phase.act.value, event.breath, event.at_s) for event in events] == [
        ("hold", 0, 4.0),
        ("out", 0, 8.0),
        ("hold", 0, 12.0),
        ("in", 1, 16.0),
        ("hold", 1, 20.0),
        ("out", 1, 24.0),
        ("hold", 1, 28.0),
        ("in", 2, 32.0),
    ]
    assert practice.advance(T0 + 33.0) == []


def test_whoever_sleeps_exactly_until_the_turn_is_told_of_it():
    """A wait that rounding ends a billionth too early must not cost a phase."""
    practice, now_s = Practice(meet_then_slow(LONGER_OUT, Pace(3.3, 4.1))), T0 + 1 / 3
    practice.start(now_s)
    told = []
    for _ in range(500):
        now_s += practice.wait_s(now_s)
        told.append(_kinds(practice.advance(now_s)))

    assert told == [[PhaseStarted]] * 500


def test_the_wait_is_over_while_a_turn_has_not_been_told():
    practice = _begun()

    assert practice.wait_s(T0 + 3.0) == pytest.approx(1.0)
    assert practice.wait_s(T0 + 5.0) == 0.0
    practice.advance(T0 + 5.0)
    assert practice.wait_s(T0 + 5.0) == pytest.approx(5.0)


# -- pause ----------------------------------------------------------------------------------------------------------


def test_a_pause_fades_from_where_the_lungs_are_to_rest():
    practice = _begun()
    before = practice.look(T0 + 3.0).fullness

    assert practice.pause(T0 + 3.0) == [Paused(asleep=False)]

    moments = [practice.look(T0 + 3.0 + part * SETTLE_S) for part in (0.0, 0.5, 1.0, 9.0)]
    assert [moment.fullness for moment in moments] == pytest.approx([before, before / 2, 0.0, 0.0])
    assert [moment.settled for moment in moments] == pytest.approx([0.0, 0.5, 1.0, 1.0])


def test_a_pause_of_an_hour_is_no_time_breathed():
    practice = _begun()
    practice.pause(T0 + 3.0)

    practice.resume(T0 + 3603.0)

    assert practice.elapsed_s(T0 + 3604.0) == pytest.approx(4.0)


def test_it_goes_on_with_a_whole_in_breath():
    practice = _begun()
    practice.pause(T0 + 7.0)

    events = practice.resume(T0 + 20.0)

    assert events == [Resumed(), PhaseStarted(LONGER_OUT.phases[0], 0, 7.0)]
    assert practice.look(T0 + 20.0).phase.act is Act.INHALE
    assert practice.look(T0 + 23.99).phase.act is Act.INHALE
    assert practice.advance(T0 + 24.1)[0].phase.act is Act.EXHALE


def test_it_goes_on_from_wherever_the_lungs_are_while_they_still_sink():
    practice = _begun()
    practice.pause(T0 + 4.0)
    level = practice.look(T0 + 4.5).fullness

    practice.resume(T0 + 4.5)

    assert 0.1 < level < 0.99
    assert practice.look(T0 + 4.5).fullness == pytest.approx(level)


def test_a_breath_that_was_interrupted_is_not_counted():
    practice = _begun(length=Length(breaths=2))
    practice.pause(T0 + 15.0)
    assert practice.breaths(T0 + 15.0) == 1

    practice.resume(T0 + 60.0)

    assert practice.breaths(T0 + 60.0) == 1
    assert practice.advance(T0 + 69.9)[-1].phase.act is Act.EXHALE
    assert practice.advance(T0 + 70.0) == [LengthReached(2, pytest.approx(25.0))]


def test_pausing_or_resuming_twice_changes_nothing():
    practice = _begun()
    practice.pause(T0 + 3.0)
    assert practice.pause(T0 + 3.5) == []
    assert practice.look(T0 + 3.75).settled == pytest.approx(0.5)
    practice.resume(T0 + 5.0)
    assert practice.resume(T0 + 6.0) == []
    assert practice.elapsed_s(T0 + 7.0) == pytest.approx(5.0)


def test_what_happened_just_before_a_pause_is_told_with_it():
    practice = _begun()

    assert _kinds(practice.pause(T0 + 4.5)) == [PhaseStarted, Paused]


def test_a_pause_of_the_last_breath_that_comes_after_its_end_is_the_end():
    practice = _begun(length=Length(breaths=1))

    assert _kinds(practice.pause(T0 + 10.001)) == [PhaseStarted, LengthReached]
    assert practice.stage is Stage.RESTING


# -- length ---------------------------------------------------------------------------------------------------------


def test_a_minute_ends_with_the_breath_that_is_under_way():
    practice = _begun(BOX, Length(minutes=1.0))

    events = practice.advance(T0 + 500.0)

    assert events[-1] == LengthReached(4, pytest.approx(64.0))
    assert practice.elapsed_s(T0 + 500.0) == pytest.approx(64.0)


def test_a_minute_that_ends_with_a_breath_ends_there():
    practice = _begun(length=Length(minutes=1.0))

    assert practice.advance(T0 + 500.0)[-1] == LengthReached(6, pytest.approx(60.0))


def test_breaths_are_counted_not_timed():
    practice = _begun(BOX, Length(breaths=3))

    assert practice.advance(T0 + 500.0)[-1] == LengthReached(3, pytest.approx(48.0))


def test_a_new_in_breath_after_the_minute_is_breathed_to_its_end():
    practice = _begun(BOX, Length(minutes=1.0))
    practice.pause(T0 + 62.0)

    practice.resume(T0 + 80.0)

    assert practice.advance(T0 + 95.9)[-1] == PhaseStarted(BOX.phases[3], 3, pytest.approx(74.0))
    assert practice.advance(T0 + 96.0) == [LengthReached(4, pytest.approx(78.0))]


def test_taps_in_the_last_breath_give_a_whole_breath_at_that_pace():
    practice = _begun(BOX, Length(minutes=1.0))

    practice.follow(T0 + 63.0, 4.0)

    assert practice.advance(T0 + 500.0)[-1] == LengthReached(4, pytest.approx(67.0))


def test_a_slower_pace_moves_the_end_to_a_breath_that_exists():
    practice = _begun(LONGER_OUT.scaled(0.5), Length(minutes=0.5))

    practice.nudge(T0 + 26.0, NUDGE)

    assert practice.advance(T0 + 500.0)[-1] == LengthReached(6, pytest.approx(30.0))


def test_nothing_of_a_breath_after_the_length_is_ever_seen():
    practice = _begun(length=Length(breaths=1))

    assert practice.look(T0 + 12.0).fullness == pytest.approx(0.0)
    assert practice.breaths(T0 + 25.0) == 1


def test_it_goes_on_softly_for_as_long_as_wanted():
    practice = _begun(length=Length(breaths=1))
    practice.advance(T0 + 10.0)

    events = practice.go_on(T0 + 30.0)

    assert events == [Resumed(), PhaseStarted(LONGER_OUT.phases[0], 1, pytest.approx(10.0))]
    assert practice.length is OPEN
    assert LengthReached not in _kinds(practice.advance(T0 + 5000.0))


def test_going_on_twice_changes_nothing():
    practice = _begun(length=Length(breaths=1))
    practice.advance(T0 + 10.0)
    practice.go_on(T0 + 30.0)

    assert practice.go_on(T0 + 33.0) == []
    assert practice.elapsed_s(T0 + 34.0) == pytest.approx(14.0)


def test_an_empty_length_is_reached_without_a_breath():
    for empty in (Length(breaths=0), Length(minutes=0.0)):
        practice = Practice(Course.steady(LONGER_OUT), empty)

        assert practice.start(T0) == [LengthReached(0, 0.0)]


def test_the_end_of_a_breath_that_never_empties_is_its_own_rest():
    practice = _begun(SIGH, Length(breaths=1))
    practice.advance(T0 + 9.5)

    assert practice.look(T0 + 9.5).fullness == pytest.approx(0.1)
    practice.go_on(T0 + 12.0)
    assert practice.look(T0 + 12.0).fullness == pytest.approx(0.1)


# -- end ------------------------------------------------------------------------------------------------------------


def test_leaving_early_is_stopped():
    practice = _begun(length=Length(breaths=2))

    assert practice.end(T0 + 11.0)[-1] == Ended(Outcome.STOPPED)
    assert practice.breaths(T0 + 99.0) == 1


def test_leaving_after_the_length_is_completed():
    practice = _begun(length=Length(breaths=1))
    practice.advance(T0 + 10.0)

    assert practice.end(T0 + 11.0) == [Ended(Outcome.COMPLETED)]


def test_leaving_before_anyone_noticed_the_end_is_completed_too():
    practice = _begun(length=Length(breaths=1))

    assert _kinds(practice.end(T0 + 10.5)) == [PhaseStarted, LengthReached, Ended]


@pytest.mark.parametrize("pauses", [0, 1])
def test_completed_stays_completed_after_going_on(pauses):
    practice = _begun(length=Length(breaths=1))
    practice.advance(T0 + 10.0)
    practice.go_on(T0 + 12.0)
    for _ in range(pauses):
        practice.pause(T0 + 13.0)
        practice.resume(T0 + 14.0)

    assert practice.end(T0 + 15.0)[-1] == Ended(Outcome.COMPLETED)


def test_leaving_twice_is_leaving_once():
    practice = _begun()
    practice.end(T0 + 3.0)

    assert practice.end(T0 + 4.0) == []
    assert practice.resume(T0 + 5.0) == practice.go_on(T0 + 5.0) == practice.pause(T0 + 5.0) == []
    assert practice.start(T0 + 5.0) == practice.advance(T0 + 50.0) == []
    assert practice.wait_s(T0 + 5.0) is None


def test_leaving_before_the_first_breath_is_stopped():
    assert Practice(Course.steady(LONGER_OUT)).end(T0) == [Ended(Outcome.STOPPED)]


# -- pace -----------------------------------------------------------------------------------------------------------


def test_slower_takes_effect_at_the_next_breath_and_stays():
    practice = _begun(LONGER_OUT.scaled(0.5))

    assert practice.nudge(T0 + 1.0, NUDGE) is Nudge.CHANGED

    turns_s = [event.at_s for event in practice.advance(T0 + 17.0) if event.phase.act is Act.INHALE]
    assert turns_s == pytest.approx([5.0, 10.5, 16.0])


def test_two_presses_in_one_breath_add_up():
    practice = _begun(LONGER_OUT.scaled(0.5))

    practice.nudge(T0 + 1.0, NUDGE)
    practice.nudge(T0 + 1.2, NUDGE)

    assert practice.upcoming_pattern(T0 + 1.3).period_s == pytest.approx(5.0 * 1.1 * 1.1)


def test_an_exercise_slower_than_six_a_minute_can_come_back_to_its_own_pace():
    practice = _begun(BOX)
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
    practice = _begun()
    practice.pause(T0 + 3.0)
    practice.nudge(T0 + 5.0, 1 / NUDGE)
    practice.nudge(T0 + 6.0, 1 / NUDGE)

    practice.resume(T0 + 9.0)

    assert practice.timeline.pattern(practice.elapsed_s(T0 + 9.0)).period_s == pytest.approx(10.0 / 1.21)


def test_a_nudge_after_the_length_is_the_pace_to_go_on_with():
    practice = _begun(length=Length(breaths=1))
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
    practice = _begun()
    practice.nudge(T0 + 1.0, 1 / NUDGE)

    practice.stay_here(T0 + 2.0)

    assert practice.upcoming_pattern(T0 + 3.0) == LONGER_OUT


def test_an_own_pace_is_met_with_an_in_breath_now_then_slowed():
    practice = _begun()

    events = practice.follow(T0 + 6.5, 4.0)

    assert events[-1].phase.act is Act.INHALE
    assert events[-1].at_s == pytest.approx(6.5)
    inhales_s = [event.at_s for event in practice.advance(T0 + 24.0) if event.phase.act is Act.INHALE]
    assert inhales_s == pytest.approx([10.5, 14.5, 18.5, 18.5 + 4.24])


def test_an_own_pace_found_while_paused_waits_for_the_person():
    practice = _begun()
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
