"""A pause before acting, from its step to the guide, through a closed app, and back: on or over, it is there."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.rig import PATIENCE_MS, Rig

from steady.core.settings import PauseKept
from steady.core.steps import Pause
from steady.texts import say
from steady.texts.script import ScriptText
from steady.ui.steps.pause import time_words

SCRIPT = "before-i-send-it"


@pytest.fixture
def heard(monkeypatch):
    """What a screen reader is told."""
    told: list[str] = []
    monkeypatch.setattr("steady.ui.announce.announce", lambda _widget, sentence: told.append(sentence))
    return told


def go_to_pause(rig: Rig) -> None:
    """Read on to the step that asks how long it could wait."""
    rig.read(SCRIPT)
    while not isinstance(rig.page.walk.step, Pause):
        rig.page.go_on()
    rig.settle()


def breathe_for_a_moment(rig: Rig) -> None:
    rig.click("Breathe for a moment")
    assert rig.shown == "BreathePage"


def opened_again(qtbot, rig: Rig) -> Rig:
    """Leave Steady, and open it anew on the same folder."""
    rig.navigator.leave()
    rig.settle()
    assert rig.preferences.flush(PATIENCE_MS / 1000)
    later = Rig(qtbot, rig.clock, rig.data_dir)
    later.open()
    later.window.navigator.pauses.look()
    later.settle()
    return later


@pytest.fixture
def paused(rig):
    """A pause of ten minutes, and its page."""
    rig.set(leave_hint_seen=True, length_open=True).open()
    go_to_pause(rig)
    rig.click("10 minutes")
    return rig


def on_line(rig: Rig) -> str:
    return say(ScriptText.PAUSE_STILL_ON, time=time_words(rig.settings.pause))


OVER = say(ScriptText.PAUSE_OVER)


def test_it_says_beforehand_that_steady_may_be_closed_meanwhile(rig):
    rig.open()
    go_to_pause(rig)
    assert say(ScriptText.PAUSE_BEFORE) in rig.texts()
    assert [f"{minutes} minutes" in rig.buttons() for minutes in (5, 10, 20, 30)] == [True] * 4


def test_while_it_is_on_the_guide_says_so_in_one_quiet_line_with_a_way_back(paused):
    line = on_line(paused)
    breathe_for_a_moment(paused)
    assert line in paused.texts()

    paused.click("Show it")
    assert paused.shown == "ScriptPage"
    assert isinstance(paused.page.walk.step, Pause)
    assert any(words.startswith("A pause of 10 minutes") for words in paused.texts())


def test_the_line_is_there_again_after_a_look_at_the_pause(paused):
    line = on_line(paused)
    breathe_for_a_moment(paused)
    paused.click("Show it")
    breathe_for_a_moment(paused)
    assert paused.texts().count(line) == 1


def test_once_the_time_has_passed_the_line_says_that_instead(paused, heard):
    breathe_for_a_moment(paused)
    paused.pass_by(599.0)
    assert OVER not in paused.texts()
    paused.pass_by(2.0)
    assert OVER in paused.texts()
    assert heard.count(OVER) == 1
    assert not any("still on" in words for words in paused.texts())


def test_on_its_own_page_the_end_is_said_there_and_nowhere_else(paused, heard):
    paused.pass_by(610.0)
    assert OVER in paused.texts()
    assert OVER not in heard, "the page itself says it"
    assert isinstance(paused.page.walk.step, Pause), "nothing moves on by itself"


def test_closed_and_opened_again_it_is_still_on(qtbot, paused):
    line = on_line(paused)
    paused.clock.advance(30.0)
    later = opened_again(qtbot, paused)
    assert line in later.texts()
    later.click("Show it")
    assert any(words.startswith("A pause of 10 minutes") for words in later.texts())


@pytest.mark.parametrize("days", [0, 3])
def test_closed_and_opened_again_after_its_end_it_is_over_and_still_there(qtbot, paused, days):
    paused.clock.advance(timedelta(days=days, minutes=11).total_seconds())
    later = opened_again(qtbot, paused)
    assert OVER in later.texts()
    later.click("Show it")
    after = next(step.after for step in later.page.walk.steps if isinstance(step, Pause))
    assert after in later.texts()


def test_going_on_from_its_step_ends_it_and_the_guide_says_no_more_of_it(paused):
    paused.click("Next")
    assert paused.settings.pause is None
    breathe_for_a_moment(paused)
    assert not any("pause" in words.lower() for words in paused.texts())


def test_going_back_from_its_step_leaves_it_on(paused):
    paused.click("Back")
    assert paused.settings.pause is not None
    paused.click("Next")
    assert any(words.startswith("A pause of 10 minutes") for words in paused.texts())


def test_the_line_of_a_pause_that_is_on_can_be_put_aside_and_comes_back_at_its_end(paused):
    line = on_line(paused)
    breathe_for_a_moment(paused)
    paused.click("Got it")
    assert line not in paused.texts()
    assert paused.settings.pause is not None
    paused.pass_by(601.0)
    assert OVER in paused.texts()


def test_the_end_once_put_aside_is_not_said_again_the_next_time(qtbot, paused):
    breathe_for_a_moment(paused)
    paused.pass_by(601.0)
    paused.click("Got it")
    assert paused.settings.pause is None
    assert OVER not in opened_again(qtbot, paused).texts()


def test_a_pause_of_an_exercise_that_is_there_no_more_is_let_go(rig):
    ends = rig.clock.now() + timedelta(minutes=5)
    rig.set(leave_hint_seen=True, pause=PauseKept("was-mine", 2, 5, ends)).open()
    rig.navigator.pauses.look()
    rig.settle()
    rig.click("Show it")
    assert rig.settings.pause is None
    assert rig.shown == "BreathePage"


def test_it_comes_without_a_sound_and_without_a_window_of_its_own(paused):
    breathe_for_a_moment(paused)
    windows = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
    paused.pass_by(601.0)
    assert {one for one in QApplication.topLevelWidgets() if one.isVisible()} == windows
    assert paused.stage.name == "BREATHING"


def test_a_machine_that_slept_through_it_finds_it_over(paused):
    breathe_for_a_moment(paused)
    paused.clock.sleep(3600.0)
    paused.pass_by(61.0)
    assert OVER in paused.texts()
