import pytest

from steady.core.breath import Act
from steady.core.which_breath import MEET_YOUR_BREATH
from steady.store.bundled import exercises_dir
from steady.store.last_resort import meet_your_breath
from steady.store.library import FileLibrary


def test_it_breathes_from_three_and_four_to_four_and_six_without_a_file():
    course = meet_your_breath().course()
    first, last = course.steps[0].pattern, course.steps[-1].pattern
    assert [(p.act, p.duration_s) for p in first.phases] == [
        (Act.INHALE, pytest.approx(3.0)),
        (Act.EXHALE, pytest.approx(4.0)),
    ]
    assert [p.duration_s for p in last.phases] == [pytest.approx(4.0), pytest.approx(6.0)]


def test_it_needs_no_words_of_its_own_to_guide():
    assert all(not spec.say and not spec.more for spec in meet_your_breath().phases)
    assert not meet_your_breath().asks_first


def test_it_is_the_exercise_that_ships_in_all_but_words(tmp_path):
    shipped = FileLibrary(exercises_dir(), tmp_path).get(MEET_YOUR_BREATH)
    ours = meet_your_breath()
    assert (ours.title, ours.pace, ours.length) == (shipped.title, shipped.pace, shipped.length)
    assert [(spec.do, spec.seconds, spec.to) for spec in ours.phases] == [
        (spec.do, spec.seconds, spec.to) for spec in shipped.phases
    ]
