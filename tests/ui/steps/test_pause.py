from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.fitting import tab_stops
from tests.ui.pages.walks import page_of

from steady.core.pausing import begin
from steady.core.steps import Pause, Say
from steady.texts import say
from steady.texts.script import ScriptText
from steady.ui.pages.script import ScriptPage
from steady.ui.steps.pause import time_words

PAUSE = Pause(say="How long could it wait?", more=("Five minutes count.",), after="How is the urge now?")
BEFORE, END = Say(say="You want to send it."), Say(say="One small thing.")


@pytest.fixture
def at_pause(qtbot):
    led, page, shell = page_of(qtbot, BEFORE, PAUSE, END, page_class=ScriptPage)
    page.go_on()
    return led, page, shell


def shown(page):
    part = page.body.part
    return [words.text() for words in (page.body.thought, part.line, part.more, part.before) if words.isVisible()]


def test_it_offers_five_ten_twenty_and_thirty_minutes_and_says_beforehand_that_it_outlives_the_window(at_pause):
    _led, page, _shell = at_pause
    assert [pill.words for pill in page.body.part.choices] == [f"{count} minutes" for count in (5, 10, 20, 30)]
    assert shown(page) == ["How long could it wait?", say(ScriptText.PAUSE_BEFORE)]


@pytest.mark.parametrize(("at", "minutes"), [(0, 5), (1, 10), (2, 20), (3, 30)])
def test_a_pause_runs_from_now_for_as_long_as_was_chosen(at_pause, at, minutes):
    led, page, _shell = at_pause
    page.body.part.choices[at].click()
    assert led.pause == begin("an-exercise", 1, minutes, led.clock.now())


def test_while_it_is_on_the_page_is_quiet_and_says_until_when(at_pause):
    led, page, _shell = at_pause
    page.body.part.choices[0].click()
    until = say(ScriptText.PAUSE_UNTIL, minutes=5, time=time_words(led.pause))
    assert shown(page) == [until, say(ScriptText.PAUSE_MEANWHILE), say(ScriptText.PAUSE_BEFORE)]
    assert [pill for pill in page.body.part.choices if pill.isVisible()] == []
    assert page.body.words == (until, say(ScriptText.PAUSE_MEANWHILE))
    assert tab_stops(page)[0].accessibleName() == say(ScriptText.PAUSE_ENOUGH)


def test_nothing_counts_down(at_pause):
    led, page, _shell = at_pause
    page.body.part.choices[0].click()
    before = shown(page)
    led.clock.advance(240.0)
    page.body.part.tick()
    assert shown(page) == before


def test_once_it_is_over_it_says_so_once_out_loud_with_the_words_for_after(at_pause):
    led, page, _shell = at_pause
    page.body.part.choices[0].click()
    told = []
    page.body.part.told.connect(told.append)
    led.clock.advance(301.0)
    page.body.part.tick()
    page.body.part.tick()
    assert shown(page) == [say(ScriptText.PAUSE_OVER), "How is the urge now?"]
    assert told == [say(ScriptText.PAUSE_OVER)]
    assert not page.body.part.enough.isVisible()


def test_it_waits_at_its_end_for_as_long_as_the_person_likes(at_pause):
    led, page, _shell = at_pause
    page.body.part.choices[0].click()
    led.clock.advance(3600.0)
    page.body.part.tick()
    assert led.walk.index == 1


def test_going_back_to_read_keeps_the_pause_and_going_on_ends_it(at_pause):
    led, page, _shell = at_pause
    page.body.part.choices[0].click()
    page.go_back()
    assert led.pause is not None
    page.go_on()
    assert page.body.part.line.text().startswith("A pause of 5 minutes")
    page.go_on()
    assert led.pause is None


def test_whoever_has_waited_enough_reads_what_follows_a_pause_and_may_choose_some_more(at_pause):
    led, page, _shell = at_pause
    page.body.part.choices[1].click()
    told = []
    page.body.part.told.connect(told.append)

    page.body.part.enough.click()

    assert led.pause is None
    assert shown(page) == [say(ScriptText.PAUSE_OVER), "How is the urge now?"]
    assert told == [say(ScriptText.PAUSE_OVER)]
    assert not page.body.part.enough.isVisible()
    assert page.body.part.again.isVisible()
    assert all(pill.isVisible() for pill in page.body.part.choices)

    page.body.part.choices[0].click()
    assert led.pause == begin("an-exercise", 1, 5, led.clock.now())
    assert shown(page)[0].startswith("A pause of 5 minutes")


def test_the_keyboard_of_whoever_has_waited_enough_goes_to_what_leads_on(qtbot, at_pause):
    _led, page, _shell = at_pause
    page.body.part.choices[1].click()
    page.body.part.enough.setFocus()
    qtbot.keyClick(page.body.part.enough, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.main


def test_enough_is_remembered_on_the_way_back_and_on_a_page_made_anew_until_one_goes_on(at_pause):
    _led, page, _shell = at_pause
    page.body.part.choices[1].click()
    page.body.part.enough.click()
    page.go_back()
    page.go_on()
    assert shown(page) == [say(ScriptText.PAUSE_OVER), "How is the urge now?"]

    page.go_on()
    page.go_back()
    assert shown(page)[0] == "How long could it wait?"


def test_once_it_is_over_some_more_time_can_be_chosen(at_pause):
    led, page, _shell = at_pause
    page.body.part.choices[0].click()
    led.clock.advance(301.0)
    page.body.part.tick()
    assert page.body.part.again.isVisible()
    assert tab_stops(page)[0].accessibleName() == "5 minutes"

    page.body.part.choices[2].click()

    assert led.pause == begin("an-exercise", 1, 20, led.clock.now())
    assert not page.body.part.again.isVisible()


def test_leaving_for_another_page_keeps_it(at_pause):
    led, page, _shell = at_pause
    page.body.part.choices[0].click()
    page.leave()
    assert led.pause is not None


def test_a_pause_of_another_step_is_not_this_ones(at_pause):
    led, page, _shell = at_pause
    led.pause = begin("another", 1, 5, led.clock.now())
    page.go_back()
    page.go_on()
    assert shown(page)[0] == "How long could it wait?"


def test_a_page_that_comes_back_long_after_says_that_it_is_over(qtbot):
    led, page, _shell = page_of(qtbot, BEFORE, PAUSE, END, page_class=ScriptPage)
    led.pause = begin("an-exercise", 1, 5, led.clock.now() - timedelta(hours=9))
    page.go_on()
    assert shown(page) == [say(ScriptText.PAUSE_OVER), "How is the urge now?"]


def test_the_page_is_named_by_what_it_says_now(at_pause):
    _led, page, _shell = at_pause
    names = [page.name]
    page.renamed.connect(names.append)
    page.body.part.choices[0].click()
    page.body.part.enough.click()
    assert names[0] == "An exercise. How long could it wait?"
    assert names[1].startswith("An exercise. A pause of 5 minutes, until")
    assert names[2] == "An exercise. Your pause is over."
