import pytest
from tests.core.breaths import BOX, LONGER_OUT, SIGH
from tests.core.practices import T0, begun, kinds

from steady.core.breath import Course
from steady.core.events import OPEN, Ended, Length, LengthReached, Outcome, PhaseStarted, Resumed, Stage
from steady.core.pacing import NUDGE
from steady.core.practice import Practice

# -- length ----------------------------------------------------------------------------------------------------------


def test_a_minute_ends_with_the_breath_that_is_under_way():
    practice = begun(BOX, Length(minutes=1.0))

    events = practice.advance(T0 + 500.0)

    assert events[-1] == LengthReached(4, pytest.approx(64.0))
    assert practice.elapsed_s(T0 + 500.0) == pytest.approx(64.0)


def test_a_minute_that_ends_with_a_breath_ends_there():
    practice = begun(length=Length(minutes=1.0))

    assert practice.advance(T0 + 500.0)[-1] == LengthReached(6, pytest.approx(60.0))


def test_breaths_are_counted_not_timed():
    practice = begun(BOX, Length(breaths=3))

    assert practice.advance(T0 + 500.0)[-1] == LengthReached(3, pytest.approx(48.0))


def test_a_new_in_breath_after_the_minute_is_breathed_to_its_end():
    practice = begun(BOX, Length(minutes=1.0))
    practice.pause(T0 + 62.0)

    practice.resume(T0 + 80.0)

    assert practice.advance(T0 + 95.9)[-1] == PhaseStarted(BOX.phases[3], 3, pytest.approx(74.0))
    assert practice.advance(T0 + 96.0) == [LengthReached(4, pytest.approx(78.0))]


def test_taps_in_the_last_breath_give_a_whole_breath_at_that_pace():
    practice = begun(BOX, Length(minutes=1.0))

    practice.follow(T0 + 63.0, 4.0)

    assert practice.advance(T0 + 500.0)[-1] == LengthReached(4, pytest.approx(67.0))


def test_a_slower_pace_moves_the_end_to_a_breath_that_exists():
    practice = begun(LONGER_OUT.scaled(0.5), Length(minutes=0.5))

    practice.nudge(T0 + 26.0, NUDGE)

    assert practice.advance(T0 + 500.0)[-1] == LengthReached(6, pytest.approx(30.0))


def test_nothing_of_a_breath_after_the_length_is_ever_seen():
    practice = begun(length=Length(breaths=1))

    assert practice.look(T0 + 12.0).fullness == pytest.approx(0.0)
    assert practice.breaths(T0 + 25.0) == 1


def test_it_goes_on_softly_for_as_long_as_wanted():
    practice = begun(length=Length(breaths=1))
    practice.advance(T0 + 10.0)

    events = practice.go_on(T0 + 30.0)

    assert events == [Resumed(), PhaseStarted(LONGER_OUT.phases[0], 1, pytest.approx(10.0))]
    assert practice.length is OPEN
    assert LengthReached not in kinds(practice.advance(T0 + 5000.0))


def test_going_on_twice_changes_nothing():
    practice = begun(length=Length(breaths=1))
    practice.advance(T0 + 10.0)
    practice.go_on(T0 + 30.0)

    assert practice.go_on(T0 + 33.0) == []
    assert practice.elapsed_s(T0 + 34.0) == pytest.approx(14.0)


def test_an_empty_length_is_reached_without_a_breath():
    for empty in (Length(breaths=0), Length(minutes=0.0)):
        practice = Practice(Course.steady(LONGER_OUT), empty)

        assert practice.start(T0) == [LengthReached(0, 0.0)]


def test_the_end_of_a_breath_that_never_empties_is_its_own_rest():
    practice = begun(SIGH, Length(breaths=1))
    practice.advance(T0 + 9.5)

    assert practice.look(T0 + 9.5).fullness == pytest.approx(0.1)
    practice.go_on(T0 + 12.0)
    assert practice.look(T0 + 12.0).fullness == pytest.approx(0.1)


# -- end -------------------------------------------------------------------------------------------------------------


def test_leaving_early_is_stopped():
    practice = begun(length=Length(breaths=2))

    assert practice.end(T0 + 11.0)[-1] == Ended(Outcome.STOPPED)
    assert practice.breaths(T0 + 99.0) == 1


def test_leaving_after_the_length_is_completed():
    practice = begun(length=Length(breaths=1))
    practice.advance(T0 + 10.0)

    assert practice.end(T0 + 11.0) == [Ended(Outcome.COMPLETED)]


def test_leaving_before_anyone_noticed_the_end_is_completed_too():
    practice = begun(length=Length(breaths=1))

    assert kinds(practice.end(T0 + 10.5)) == [PhaseStarted, LengthReached, Ended]


@pytest.mark.parametrize("pauses", [0, 1])
def test_completed_stays_completed_after_going_on(pauses):
    practice = begun(length=Length(breaths=1))
    practice.advance(T0 + 10.0)
    practice.go_on(T0 + 12.0)
    for _ in range(pauses):
        practice.pause(T0 + 13.0)
        practice.resume(T0 + 14.0)

    assert practice.end(T0 + 15.0)[-1] == Ended(Outcome.COMPLETED)


def test_leaving_twice_is_leaving_once():
    practice = begun()
    practice.end(T0 + 3.0)

    assert practice.end(T0 + 4.0) == []
    assert practice.resume(T0 + 5.0) == practice.go_on(T0 + 5.0) == practice.pause(T0 + 5.0) == []
    assert practice.start(T0 + 5.0) == practice.advance(T0 + 50.0) == []
    assert practice.wait_s(T0 + 5.0) is None


def test_leaving_before_the_first_breath_is_stopped():
    assert Practice(Course.steady(LONGER_OUT)).end(T0) == [Ended(Outcome.STOPPED)]


# -- another length --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "end_s"), [(Length(minutes=0.4), 30.0), (Length(breaths=4), 40.0), (Length(breaths=3), 30.0)]
)
def test_another_length_that_is_still_ahead_is_where_it_ends(length, end_s):
    practice = begun(length=Length(minutes=5))
    practice.advance(T0 + 25.0)

    assert practice.aim_for(T0 + 25.0, length)

    assert practice.advance(T0 + end_s - 0.1)[-1:] != [LengthReached(round(end_s / 10), end_s)]
    assert practice.advance(T0 + end_s + 0.1) == [LengthReached(round(end_s / 10), end_s)]


@pytest.mark.parametrize("length", [Length(minutes=0.2), Length(breaths=2), Length(breaths=1)])
def test_a_length_that_has_passed_already_changes_nothing(length):
    practice = begun(length=Length(breaths=5))
    practice.advance(T0 + 25.0)

    assert not practice.aim_for(T0 + 25.0, length)

    assert practice.length == Length(breaths=5)
    assert practice.advance(T0 + 60.0)[-1] == LengthReached(5, 50.0)


def test_it_can_become_open_and_what_went_on_after_its_length_stays_so():
    practice = begun(length=Length(breaths=1))
    assert practice.aim_for(T0 + 5.0, OPEN)
    practice.advance(T0 + 600.0)
    assert practice.stage is Stage.BREATHING

    over = begun(length=Length(breaths=1))
    over.advance(T0 + 10.0)
    assert not over.aim_for(T0 + 11.0, Length(breaths=9))
    over.go_on(T0 + 12.0)
    assert not over.aim_for(T0 + 13.0, Length(breaths=9))
    assert over.length is OPEN
