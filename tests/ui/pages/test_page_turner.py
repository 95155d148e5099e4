"""Thoughts that turn by themselves: as slowly as they are read, softly, and never under the hand."""

import pytest
from PySide6.QtCore import QPropertyAnimation, Qt
from tests.ui.fitting import settle
from tests.ui.hand_clock import HandClock
from tests.ui.pages.walks import BOXES, GUARD, Led, in_window, services

from steady.core.reading import reading_s
from steady.core.record import Kind
from steady.core.settings import Motion, Settings
from steady.core.steps import Facts, Say
from steady.ui.pages.page_turner import FADE_MS
from steady.ui.pages.script import ScriptPage
from steady.ui.theme import DUSK

FIRST = Say(say="No word yet.", more=("You care, and you are waiting.",))
LONG = Say(say="Some of this is older than today.", more=("There is no need to look for where it began.",) * 4)
GUARDED = Say(say="You give a lot.", guard=GUARD)
BOXED = Facts(say="What is a fact?", boxes=BOXES, guard=GUARD)
LAST = Say(say="One small thing.")


class Turning:
    """A script on a clock that is moved by hand, and hands for it."""

    def __init__(self, qtbot, monkeypatch, *steps, **settings) -> None:
        self.clock = HandClock().wind(monkeypatch)
        self.led = Led(steps, Kind.SCRIPT)
        chosen = Settings(auto_advance=True, **settings)
        given = services(self.led, settings=chosen)
        self.page = ScriptPage(DUSK, "A script", "a-script", self.led.session, given)
        self.shell = in_window(qtbot, self.page, DUSK)

    @property
    def at(self) -> int:
        return self.led.walk.index

    def pass_by(self, seconds: float) -> None:
        """Let time pass; fades come to their end."""
        self.clock.pass_by(seconds)
        self.end_fade()

    def end_fade(self) -> None:
        for fading in self.page.turner.findChildren(QPropertyAnimation):
            fading.setCurrentTime(FADE_MS)
        settle()


@pytest.fixture
def turning(qtbot, monkeypatch):
    return lambda *steps, **settings: Turning(qtbot, monkeypatch, *steps, **settings)


def lines(step: Say) -> tuple[str, ...]:
    return (step.say, *step.more)


def test_a_thought_stays_as_long_as_it_takes_to_read_and_then_the_next_one_comes(turning):
    script = turning(FIRST, LONG, LAST)
    script.pass_by(reading_s(lines(FIRST), 100) - 0.1)
    assert script.at == 0
    script.pass_by(0.2)
    assert script.at == 1
    script.pass_by(reading_s(lines(FIRST), 100) + 0.2)
    assert script.at == 1, "a longer thought stays longer"
    script.pass_by(reading_s(lines(LONG), 100))
    assert script.at == 2


def test_the_last_thought_stays(turning):
    script = turning(FIRST, LAST)
    script.pass_by(600.0)
    script.pass_by(600.0)
    assert script.at == 1
    assert not script.page.turner.is_waiting


def test_where_there_is_something_to_do_nothing_turns(turning):
    script = turning(BOXED, LAST)
    script.pass_by(3600.0)
    assert script.at == 0


def test_time_to_read_the_guard_is_left_as_well(turning):
    script = turning(GUARDED, LAST)
    assert script.page.turner.wait_s == pytest.approx(reading_s((GUARDED.say, GUARD), 100), abs=0.001)


def test_what_is_read_fades_and_what_follows_comes_the_same_way(turning):
    script = turning(FIRST, LONG, LAST)
    before = script.page.body
    script.clock.pass_by(reading_s(lines(FIRST), 100) + 0.01)
    assert script.at == 0
    assert before.graphicsEffect() is not None

    script.page.turner.findChild(QPropertyAnimation).setCurrentTime(FADE_MS)
    assert script.at == 1
    assert script.page.body.graphicsEffect().opacity() == 0.0
    script.end_fade()
    assert script.page.body.graphicsEffect() is None, "nothing is left to paint through"
    assert FADE_MS >= 500


def test_where_nothing_is_to_move_it_turns_without_a_fade(turning):
    script = turning(FIRST, LAST, motion=Motion.REDUCED)
    script.clock.pass_by(reading_s(lines(FIRST), 100) + 0.01)
    assert script.at == 1
    assert script.page.body.graphicsEffect() is None


def test_a_press_while_a_thought_fades_goes_on_by_one_and_not_by_two(turning, qtbot):
    script = turning(FIRST, LONG, LAST)
    script.clock.pass_by(reading_s(lines(FIRST), 100) + 0.01)
    assert script.page.turner.is_fading
    qtbot.keyClick(script.shell, Qt.Key.Key_Space)
    script.end_fade()
    assert script.at == 1
    assert script.page.body.graphicsEffect() is None


def test_back_always_works_also_while_a_thought_fades(turning, qtbot):
    script = turning(FIRST, LONG, GUARDED, LAST)
    qtbot.keyClick(script.shell, Qt.Key.Key_Right)
    script.clock.pass_by(reading_s(lines(LONG), 100) + 0.01)
    assert script.page.turner.is_fading
    qtbot.keyClick(script.shell, Qt.Key.Key_Left)
    script.end_fade()
    assert script.at == 0


def test_nothing_turns_while_the_keyboard_is_on_something_of_the_thought(turning):
    script = turning(GUARDED, LAST)
    script.page.body.guard.button.setFocus()
    settle()
    script.pass_by(3600.0)
    assert script.at == 0
    script.page.main.setFocus()
    settle()
    script.pass_by(60.0)
    assert script.at == 1


def test_nothing_turns_while_another_page_is_looked_at(turning):
    script = turning(FIRST, LAST)
    script.page.hide()
    script.pass_by(60.0)
    assert script.at == 0
    script.page.show()
    script.page.enter()
    script.pass_by(60.0)
    assert script.at == 1


def test_a_thought_in_a_window_that_was_put_away_is_still_there_on_return(turning):
    script = turning(FIRST, LAST)
    script.shell.showMinimized()
    script.pass_by(600.0)
    assert script.at == 0
    script.shell.showNormal()
    script.pass_by(60.0)
    assert script.at == 1


def test_a_page_that_is_left_turns_no_more(turning):
    script = turning(FIRST, LAST)
    script.page.leave()
    script.pass_by(60.0)
    assert script.at == 0


def test_longer_and_shorter_are_there_while_it_turns_and_change_how_long_a_thought_stays(turning, qtbot):
    script = turning(LONG, LAST)
    changes = []
    script.page.reading_changed.connect(changes.append)
    longer, shorter = script.page.paces
    before_s = script.page.turner.wait_s

    longer.click()
    assert script.page.turner.wait_s == pytest.approx(before_s * 1.2, rel=0.01)
    assert changes == [{"reading_percent": 120}]
    assert f"stays about {round(before_s * 1.2)} seconds" in script.page.where.text()
    shorter.click()
    shorter.click()
    assert script.page.turner.wait_s < before_s


def test_it_turns_by_itself_only_where_the_person_asked_for_that(turning):
    script = turning(FIRST, LAST)
    changes = []
    script.page.reading_changed.connect(changes.append)
    script.page.turn.click()
    assert changes == [{"auto_advance": False}]
    assert not any(pill.isVisible() for pill in script.page.paces)
    script.pass_by(60.0)
    assert script.at == 0
    assert not Settings().auto_advance
