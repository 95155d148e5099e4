import pytest
from tests.core.breaths import BOX, LONGER_OUT, SIGH
from tests.core.practices import T0, begun, kinds

from steady.core.breath import Act, Course
from steady.core.events import Length, LengthReached, Paused, PhaseStarted, Resumed, Stage
from steady.core.pacing import Pace, meet_then_slow
from steady.core.practice import Practice
from steady.core.stillness import SETTLE_S, WAKE_S

# -- start -----------------------------------------------------------------------------------------------------------


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
    practice = begun()

    assert practice.start(T0 + 3.0) == []
    assert practice.elapsed_s(T0 + 4.0) == 4.0


def test_looking_changes_nothing():
    practice = begun(length=Length(breaths=2))
    for tenth in range(400):
        practice.look(T0 + tenth / 10)

    assert kinds(practice.advance(T0 + 40.0)) == [PhaseStarted] * 3 + [LengthReached]


# -- turns -----------------------------------------------------------------------------------------------------------


def test_each_turn_is_told_once_however_late_it_is_asked_for():
    practice = begun(BOX)

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
        told.append(kinds(practice.advance(now_s)))

    assert told == [[PhaseStarted]] * 500


def test_the_wait_is_over_while_a_turn_has_not_been_told():
    practice = begun()

    assert practice.wait_s(T0 + 3.0) == pytest.approx(1.0)
    assert practice.wait_s(T0 + 5.0) == 0.0
    practice.advance(T0 + 5.0)
    assert practice.wait_s(T0 + 5.0) == pytest.approx(5.0)


# -- pause -----------------------------------------------------------------------------------------------------------


def test_a_pause_fades_from_where_the_lungs_are_to_rest():
    practice = begun()
    before = practice.look(T0 + 3.0).fullness

    assert practice.pause(T0 + 3.0) == [Paused(asleep=False)]

    moments = [practice.look(T0 + 3.0 + part * SETTLE_S) for part in (0.0, 0.5, 1.0, 9.0)]
    assert [moment.fullness for moment in moments] == pytest.approx([before, before / 2, 0.0, 0.0])
    assert [moment.settled for moment in moments] == pytest.approx([0.0, 0.5, 1.0, 1.0])


@pytest.mark.parametrize("paused_s", [0.3, 0.75, 1.5, 60.0])
def test_what_a_pause_dimmed_comes_back_softly_from_where_it_was(paused_s):
    practice = begun()
    practice.pause(T0 + 3.0)
    again_s = T0 + 3.0 + paused_s
    dimmed = practice.look(again_s).settled

    practice.resume(again_s)

    settled = [practice.look(again_s + part * WAKE_S).settled for part in (0.0, 0.25, 0.5, 0.75, 1.0, 9.0)]
    assert settled[0] == pytest.approx(dimmed)
    assert settled == sorted(settled, reverse=True)
    assert settled[2] == pytest.approx(dimmed / 2)
    assert settled[-2:] == [0.0, 0.0]


def test_a_second_pause_on_the_heels_of_the_first_dims_on_from_there():
    practice = begun()
    practice.pause(T0 + 3.0)
    practice.resume(T0 + 9.0)
    before = practice.look(T0 + 9.4)
    practice.pause(T0 + 9.4)

    moments = [practice.look(T0 + 9.4 + part * SETTLE_S) for part in (0.0, 0.25, 0.5, 0.75, 1.0)]

    assert 0.5 < before.settled < 1.0
    assert moments[0].settled == pytest.approx(before.settled)
    assert moments[0].fullness == pytest.approx(before.fullness)
    settled = [moment.settled for moment in moments]
    assert settled == sorted(settled)
    assert settled[-1] == 1.0


def test_the_first_breath_is_not_dimmed():
    assert {begun().look(T0 + at_s).settled for at_s in (0.0, 0.2, 5.0)} == {0.0}


def test_a_pause_of_an_hour_is_no_time_breathed():
    practice = begun()
    practice.pause(T0 + 3.0)

    practice.resume(T0 + 3603.0)

    assert practice.elapsed_s(T0 + 3604.0) == pytest.approx(4.0)


def test_it_goes_on_with_a_whole_in_breath():
    practice = begun()
    practice.pause(T0 + 7.0)

    events = practice.resume(T0 + 20.0)

    assert events == [Resumed(), PhaseStarted(LONGER_OUT.phases[0], 0, 7.0)]
    assert practice.look(T0 + 20.0).phase.act is Act.INHALE
    assert practice.look(T0 + 23.99).phase.act is Act.INHALE
    assert practice.advance(T0 + 24.1)[0].phase.act is Act.EXHALE


def test_it_goes_on_from_wherever_the_lungs_are_while_they_still_sink():
    practice = begun()
    practice.pause(T0 + 4.0)
    level = practice.look(T0 + 4.5).fullness

    practice.resume(T0 + 4.5)

    assert 0.1 < level < 0.99
    assert practice.look(T0 + 4.5).fullness == pytest.approx(level)


def test_a_breath_that_was_interrupted_is_not_counted():
    practice = begun(length=Length(breaths=2))
    practice.pause(T0 + 15.0)
    assert practice.breaths(T0 + 15.0) == 1

    practice.resume(T0 + 60.0)

    assert practice.breaths(T0 + 60.0) == 1
    assert practice.advance(T0 + 69.9)[-1].phase.act is Act.EXHALE
    assert practice.advance(T0 + 70.0) == [LengthReached(2, pytest.approx(25.0))]


def test_pausing_or_resuming_twice_changes_nothing():
    practice = begun()
    practice.pause(T0 + 3.0)
    assert practice.pause(T0 + 3.5) == []
    assert practice.look(T0 + 3.75).settled == pytest.approx(0.5)
    practice.resume(T0 + 5.0)
    assert practice.resume(T0 + 6.0) == []
    assert practice.elapsed_s(T0 + 7.0) == pytest.approx(5.0)


def test_what_happened_just_before_a_pause_is_told_with_it():
    practice = begun()

    assert kinds(practice.pause(T0 + 4.5)) == [PhaseStarted, Paused]


def test_a_pause_of_the_last_breath_that_comes_after_its_end_is_the_end():
    practice = begun(length=Length(breaths=1))

    assert kinds(practice.pause(T0 + 10.001)) == [PhaseStarted, LengthReached]
    assert practice.stage is Stage.RESTING
