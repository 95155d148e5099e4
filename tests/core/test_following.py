import pytest
from tests.core.breaths import LONGER_OUT
from tests.core.players import NotingPlayer
from tests.core.practices import T0, begun

from steady.core.breath import Course
from steady.core.cues import Mix, Voice
from steady.core.events import Length
from steady.core.following import Following
from steady.core.practice import Practice

MIX = Mix()


@pytest.fixture
def player() -> NotingPlayer:
    return NotingPlayer()


@pytest.fixture
def following(player) -> Following:
    return Following(player)


def test_a_practice_that_goes_on_as_planned_is_told_once(following, player):
    practice = begun()
    for _ in range(10):
        following.look(practice, MIX)
    assert player.told == ["play"]


def test_a_change_of_pace_is_told_with_the_new_plan(following, player):
    practice = begun()
    following.look(practice, MIX)
    practice.nudge(T0 + 1.0, 1 / 1.1)
    following.look(practice, MIX)
    practice.follow(T0 + 2.0, 5.0)
    following.look(practice, MIX)
    assert player.told == ["play"] * 3
    assert player.plan.stretch(T0 + 2.1).start_s == pytest.approx(T0 + 2.0)


def test_another_voice_is_told(following, player):
    practice = begun()
    following.look(practice, MIX)
    following.look(practice, MIX._replace(voice=Voice.GLASS))
    assert player.mix.voice is Voice.GLASS


def test_a_pause_is_a_rest_and_going_on_is_a_new_plan(following, player):
    practice = begun()
    following.look(practice, MIX)
    practice.pause(T0 + 1.0)
    for _ in range(3):
        following.look(practice, MIX)
    practice.resume(T0 + 9.0)
    following.look(practice, MIX)
    assert player.told == ["play", "rest", "play"]
    assert player.plan.begins_s == pytest.approx(T0 + 9.0)


def test_a_practice_that_has_not_begun_is_waited_for(following, player):
    practice = Practice(Course.steady(LONGER_OUT))
    following.look(practice, MIX)
    assert player.told == []


def test_a_practice_that_came_to_its_length_says_so_by_itself(following, player):
    practice = begun(length=Length(breaths=1))
    following.look(practice, MIX)
    practice.advance(T0 + 10.5)
    following.look(practice, MIX)
    assert player.told == ["play"]
    practice.go_on(T0 + 12.0)
    following.look(practice, MIX)
    assert player.told == ["play", "play"]
    assert player.plan.ends_s is None


@pytest.mark.parametrize("how", ["ended", "gone", "switched off"])
def test_whatever_ends_it_is_told_once(following, player, how):
    practice = begun()
    following.look(practice, MIX)
    if how == "ended":
        practice.end(T0 + 1.0)
    for _ in range(3):
        following.look(None if how == "gone" else practice, None if how == "switched off" else MIX)
    assert player.told == ["play", "rest"]


def test_nothing_is_told_to_a_player_that_was_never_wanted(following, player):
    following.look(None, None)
    following.look(begun(), None)
    following.rest()
    assert player.told == []
