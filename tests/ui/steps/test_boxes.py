import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.fitting import settle, tab_stops
from tests.ui.pages.walks import BOXES, GUARD, page_of

from steady.core.steps import Facts, Say, WriteHere
from steady.texts import say
from steady.texts.script import ScriptText
from steady.ui.pages.script import ScriptPage

FACTS = Facts(say="A late reply is a fact. Fear adds a story.", boxes=BOXES, guard=GUARD)
WRITE = WriteHere(say="A few words, or none.", boxes=BOXES[:1])
END = Say(say="That was it.")


def texts(page):
    return [one.text() for one in page.body.findChildren(type(page.where)) if one.isVisible()]


def test_fact_story_other_possibility_and_dont_know_yet_stand_in_that_order_all_empty(qtbot):
    _led, page, _shell = page_of(qtbot, FACTS, END, page_class=ScriptPage)
    assert [box.field.accessibleName() for box in page.body.boxes] == [box.label for box in BOXES]
    assert [box.words for box in page.body.boxes] == [""] * 4
    assert [box.field.accessibleDescription() for box in page.body.boxes] == [box.hint for box in BOXES]


@pytest.mark.parametrize("step", [FACTS, WRITE], ids=["facts", "write-here"])
def test_it_says_where_the_words_stay(qtbot, step):
    _led, page, _shell = page_of(qtbot, step, END, page_class=ScriptPage)
    assert say(ScriptText.STAYS_HERE) in texts(page)


def test_the_guard_of_the_four_boxes_leads_to_support(qtbot):
    _led, page, _shell = page_of(qtbot, FACTS, END, page_class=ScriptPage)
    assert GUARD in texts(page)
    with qtbot.waitSignal(page.support_wanted, timeout=0):
        page.body.guard.button.click()


def test_boxes_may_stay_empty_and_what_is_in_them_is_there_on_the_way_back(qtbot):
    led, page, _shell = page_of(qtbot, FACTS, END, page_class=ScriptPage)
    page.body.boxes[2].field.setPlainText("a flat battery")
    page.go_on()
    assert led.walk.index == 1
    page.go_back()
    assert [box.words for box in page.body.boxes] == ["", "", "a flat battery", ""]


def test_letting_go_of_words_from_before_moves_the_keyboard_off_the_link_that_goes(qtbot):
    led, page, _shell = page_of(qtbot, Say(say="Hello."), FACTS, END, page_class=ScriptPage)
    led.walk.put_back("fact", "I wrote at 6:10.")
    page.go_on()
    settle()
    assert say(ScriptText.KEPT) in texts(page)
    assert tab_stops(page)[:2] == [page.body.guard.button, page.body.kept_line.button]
    page.body.kept_line.button.setFocus()
    page.body.kept_line.button.click()
    assert QApplication.focusWidget() is page.body.boxes[0].field
    assert (page.body.boxes[0].words, page.body.kept_line.isVisible()) == ("", False)


def test_tab_comes_to_support_and_the_boxes_first_also_where_the_thought_before_had_nothing_to_press(qtbot):
    _led, page, _shell = page_of(qtbot, Say(say="Hello."), FACTS, END, page_class=ScriptPage)
    page.go_on()
    settle()
    names = [stop.accessibleName() for stop in tab_stops(page)]
    assert names[:7] == ["Support", *(box.label for box in BOXES), "Back", "Next"]
