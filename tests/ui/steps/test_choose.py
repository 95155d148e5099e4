from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from tests.ui.pages.walks import page_of

from steady.core.steps import Choose, Option, Say

OPTIONS = (Option("Animals", "Big or small."), Option("Foods"), Option("Songs", "A bit of the tune counts."))
CHOOSE = Choose(say="Pick a kind of thing.", id="what", options=OPTIONS)
END = Say(say="That was it.")


def toggle(pill):
    """Turn it as a screen reader does: without a click."""
    actions = QAccessible.queryAccessibleInterface(pill).actionInterface()
    actions.doAction(actions.toggleAction())


def chosen(page):
    return [pill.isChecked() for pill in page.body.part.pills]


def test_nothing_is_chosen_at_first_and_nothing_has_to_be(qtbot):
    led, page, _shell = page_of(qtbot, CHOOSE, END)
    assert chosen(page) == [False] * 3
    page.go_on()
    assert led.walk.chosen == {}


def test_a_choice_is_answered_out_loud_changed_and_taken_back(qtbot):
    led, page, _shell = page_of(qtbot, CHOOSE, END)
    told = []
    page.body.part.told.connect(told.append)
    pills = page.body.part.pills

    pills[0].click()
    pills[2].click()
    assert (chosen(page), led.walk.chosen) == ([False, False, True], {"what": 2})
    pills[2].click()

    assert (chosen(page), led.walk.chosen) == ([False] * 3, {})
    assert page.body.part.reply.text() == ""
    assert told == ["Big or small.", "A bit of the tune counts."]


def test_an_option_without_words_is_chosen_without_any(qtbot):
    _led, page, _shell = page_of(qtbot, CHOOSE, END)
    page.body.part.pills[0].click()
    page.body.part.pills[1].click()
    assert page.body.part.reply.text() == ""


def test_a_screen_reader_chooses_changes_and_takes_back_too(qtbot):
    led, page, _shell = page_of(qtbot, CHOOSE, END)
    pills = page.body.part.pills
    toggle(pills[0])
    assert (led.walk.chosen, page.body.part.reply.text()) == ({"what": 0}, "Big or small.")
    toggle(pills[1])
    assert (led.walk.chosen, chosen(page)) == ({"what": 1}, [False, True, False])
    toggle(pills[1])
    assert (led.walk.chosen, chosen(page)) == ({}, [False] * 3)


def test_tab_comes_to_each_and_enter_chooses(qtbot):
    led, page, _shell = page_of(qtbot, CHOOSE, END)
    page.body.part.pills[0].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.body.part.pills[1]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert led.walk.chosen == {"what": 1}
    assert led.walk.index == 0
