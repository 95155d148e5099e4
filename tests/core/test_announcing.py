"""What a screen reader is told while a person breathes."""

import pytest

from steady.core.announcing import Announcing
from steady.core.breath import Act, Course, Pattern, Phase
from steady.core.events import Event, Length, Paused, PhaseStarted
from steady.core.practice import Practice

IN, OUT = Phase(Act.INHALE, 3.0, 1.0, "Breathe in", "gentle, not deep"), Phase(Act.EXHALE, 4.0, 0.0, "Breathe out")
SLOWER_IN = Phase(Act.INHALE, 3.3, 1.0, "Breathe in", "gentle, not deep")


def hear_all(announcing: Announcing, events: list[Event]) -> list[tuple[str, ...]]:
    """Give the events one by one, with the words a screen would show at each, and return what was told."""
    told = []
    for event in events:
        announcing.hear(event)
        if isinstance(event, PhaseStarted):
            told.append(announcing.told(event.phase.say, event.phase.more))
        elif isinstance(event, Paused):
            told.append(announcing.told("Paused", "We go on when you like."))
        else:
            told.append(announcing.told("That was one minute.", "So is a little more."))
    return [lines for lines in told if lines]


def practice(length: Length | None = None) -> Practice:
    """Return a practice of three seconds in, four seconds out."""
    return Practice(Course.steady(Pattern((IN, OUT))), length or Length())


def test_the_phases_of_the_first_three_breaths_are_told_and_then_none() -> None:
    one = practice()
    told = hear_all(Announcing(True), [*one.start(0.0), *one.advance(70.0)])
    assert told == [("Breathe in", "gentle, not deep"), *[("Breathe out",), ("Breathe in",)] * 2, ("Breathe out",)]


def test_the_smaller_line_is_told_with_the_first_breath_only() -> None:
    one = practice()
    told = hear_all(Announcing(True), [*one.start(0.0), *one.advance(10.0)])
    assert told[0] == ("Breathe in", "gentle, not deep")
    assert told[2] == ("Breathe in",)


def test_nothing_is_told_twice() -> None:
    announcing = Announcing(True)
    for event in practice().start(0.0):
        announcing.hear(event)
    assert announcing.told("Breathe in", "gentle") == ("Breathe in", "gentle")
    assert announcing.told("Breathe in", "gentle") == ()


def test_with_the_switch_off_no_phase_is_told_but_a_pause_is() -> None:
    one = practice()
    told = hear_all(Announcing(False), [*one.start(0.0), *one.advance(10.0), *one.pause(11.0)])
    assert told == [("Paused", "We go on when you like.")]


def test_a_pause_is_told_with_both_lines_however_late_it_comes() -> None:
    one, announcing = practice(), Announcing(True)
    hear_all(announcing, [*one.start(0.0), *one.advance(700.0)])
    assert hear_all(announcing, one.pause(701.0)) == [("Paused", "We go on when you like.")]


def test_after_a_pause_one_breath_is_told_again() -> None:
    one, announcing = practice(), Announcing(True)
    hear_all(announcing, [*one.start(0.0), *one.advance(700.0), *one.pause(701.0)])
    resumed = hear_all(announcing, [*one.resume(720.0), *one.advance(760.0)])
    assert resumed == [("Breathe in",), ("Breathe out",)]


def test_a_new_pace_is_told_for_one_breath() -> None:
    one, announcing = practice(), Announcing(True)
    hear_all(announcing, [*one.start(0.0), *one.advance(50.0)])
    one.nudge(50.0, 1.1)
    assert hear_all(announcing, one.advance(100.0)) == [("Breathe in",), ("Breathe out",)]


def test_meeting_a_persons_own_pace_in_the_middle_of_a_breath_is_told() -> None:
    one, announcing = practice(), Announcing(True)
    hear_all(announcing, [*one.start(0.0), *one.advance(54.0)])
    told = hear_all(announcing, [*one.follow(54.0, 5.0), *one.advance(58.5)])
    assert told[:2] == [("Breathe in",), ("Breathe out",)]


def test_reaching_the_length_is_told() -> None:
    one, announcing = practice(Length(breaths=5)), Announcing(True)
    told = hear_all(announcing, [*one.start(0.0), *one.advance(36.0)])
    assert told[-1] == ("That was one minute.", "So is a little more.")


@pytest.mark.parametrize("phases", [True, False])
def test_a_note_is_told_whatever_the_switch_says(*, phases: bool) -> None:
    announcing = Announcing(phases)
    announcing.note("This is as slow as it goes.")
    assert announcing.told("Breathe in", "This is as slow as it goes.") == ("This is as slow as it goes.",)
    assert announcing.told("Breathe in", "This is as slow as it goes.") == ()


def test_a_note_that_the_screen_shows_as_its_smaller_line_is_told_once() -> None:
    announcing = Announcing(True)
    announcing.hear(PhaseStarted(IN, 0, 0.0))
    announcing.note("gentle, not deep")
    assert announcing.told("Breathe in", "gentle, not deep") == ("Breathe in", "gentle, not deep")


def test_breaths_of_unchanged_pace_stay_quiet_even_where_sums_round_apart() -> None:
    announcing = Announcing(True)
    events = [
        PhaseStarted(Phase(Act.INHALE, 3.0 + breath * 1e-9, 1.0, "Breathe in"), breath, 0.0) for breath in range(9)
    ]
    assert len(hear_all(announcing, list(events))) == 3


def test_a_longer_in_breath_alone_is_a_change() -> None:
    announcing = Announcing(True)
    events = [PhaseStarted(phase, breath, 0.0) for breath in range(5) for phase in (IN, OUT)]
    hear_all(announcing, list(events))
    changed = [PhaseStarted(phase, 5, 0.0) for phase in (SLOWER_IN, OUT)]
    assert hear_all(announcing, list(changed)) == [("Breathe in",), ("Breathe out",)]
