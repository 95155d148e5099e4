import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from tests.ui.fitting import settle, tab_stops
from tests.ui.pages.walks import page_of

from steady.core.senses import Instead, offered
from steady.core.steps import Choose, Name, Option, Say
from steady.texts import say
from steady.texts.senses import sense_more, sense_thought
from steady.texts.steps import StepText
from steady.ui.pages.script import ScriptPage
from steady.ui.widgets.pill import Pill

SEE = Name(say="Three things you can see.", count=3, sense="see", hint="press Space for each one")
SMELL = Name(say="Two things you can smell.", count=2, sense="smell")
END = Say(say="Here you are.")
SENSES = ("see", "feel", "hear", "smell", "taste")


def type_in(qtbot, words, *, key=Qt.Key.Key_Return):
    """Type wherever the keyboard is, as a person does, and end with that key."""
    for letter in words:
        qtbot.keyClicks(QApplication.focusWidget() or QApplication.activeWindow(), letter)
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_thing_after_thing_can_be_typed_with_nothing_but_enter_between_them(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END)
    for words in ("a lamp", "a rug", "my own hand"):
        type_in(qtbot, words)

    assert led.walk.named == ("a lamp", "a rug", "my own hand")
    assert [card.shown for card in page.body.cards] == ["a lamp", "a rug", "my own hand"]
    assert QApplication.focusWidget() is page.main


def test_words_and_presses_can_take_turns(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END)
    type_in(qtbot, "a lamp")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    type_in(qtbot, "a rug")

    assert led.walk.named == ("a lamp", "", "a rug")
    assert QApplication.focusWidget() is page.main


def test_going_elsewhere_ends_the_writing_and_leaves_the_keyboard_there(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END)
    qtbot.keyClicks(QApplication.activeWindow(), "a")
    page.instead.setFocus()

    assert led.walk.named == ("a",)
    assert QApplication.focusWidget() is page.instead


def test_nothing_written_after_all_leaves_the_card_open_with_the_keyboard_on_it(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END)
    qtbot.keyClicks(QApplication.activeWindow(), "a")
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)

    assert led.walk.named == ()
    assert QApplication.focusWidget() is page.body.cards[0]


def test_typing_on_a_card_that_has_words_goes_on_with_them(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END)
    led.walk.name("a lam")
    page.body.show_noticed()
    page.body.cards[0].setFocus()
    type_in(qtbot, "p")

    assert led.walk.named == ("a lamp",)


def test_once_all_are_named_typing_writes_nothing_more(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END)
    for _ in range(3):
        led.walk.name("x")
    page.body.show_noticed()
    assert page.press_text("y") is False
    assert led.walk.named == ("x", "x", "x")


@pytest.mark.parametrize("sense", SENSES)
def test_every_swap_of_every_sense_is_offered_and_says_its_own_thought(qtbot, sense):
    step = Name(say="Some things.", count=3, sense=sense)
    led, page, _shell = page_of(qtbot, step, END)
    for at, instead in enumerate(offered(step)):
        page.instead.click()
        back = 0 if led.walk.instead is None else 1  # the way back stands first
        page.body.part.choices[at + back].click()
        assert led.walk.instead is instead
        assert page.body.thought.text() == say(sense_thought(instead))
        assert page.body.words == (say(sense_thought(instead)), say(sense_more(instead)))


def test_the_question_stands_above_the_swaps_and_a_second_press_folds_them(qtbot):
    _led, page, _shell = page_of(qtbot, SEE, END)
    page.instead.click()
    settle()
    part = page.body.part
    assert say(StepText.INSTEAD_QUESTION) in [one.text() for one in part.findChildren(type(page.where))]
    assert [stop.accessibleName() for stop in tab_stops(page)][:6] == [pill.words for pill in part.choices]

    page.instead.click()
    assert part.choices == []


def test_a_screen_reader_can_take_a_swap(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END)
    page.instead.click()
    pill = page.body.part.choices[1]
    actions = QAccessible.queryAccessibleInterface(pill).actionInterface()
    actions.doAction(actions.toggleAction())
    assert led.walk.instead is Instead.SOUND


def test_after_a_swap_the_keyboard_is_on_the_first_card_that_is_open(qtbot):
    _led, page, _shell = page_of(qtbot, SEE, END)
    type_in(qtbot, "a lamp")
    page.instead.click()
    page.body.part.choices[1].setFocus()
    qtbot.keyClick(page.body.part.choices[1], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.body.cards[1]


def test_one_kind_word_is_enough_where_two_smells_were_asked_for(qtbot):
    led, page, _shell = page_of(qtbot, SMELL, END)
    led.walk.notice(Instead.KIND_WORD)
    page._show_step()
    assert len(page.body.cards) == 1


def test_words_are_kept_only_while_the_switch_says_so(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END)
    assert not page.body.part.keep.isVisible()
    type_in(qtbot, "a lamp")
    keep = page.body.part.keep
    assert keep.isVisible()
    keep.click()
    assert led.walk.keeps_words
    keep.click()
    page.leave()
    assert led.log.last.note is None


def test_no_count_is_shown_and_no_time_runs(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END)
    led.clock.advance(3600.0)
    assert led.walk.index == 0
    assert [card.shown for card in page.body.cards] == ["press Space for each one", "", ""]


def test_what_was_chosen_before_stands_above_what_is_named_and_nowhere_else(qtbot):
    choose = Choose(say="Pick a kind.", id="kind", options=(Option("Animals"), Option("Towns")))
    led, page, _shell = page_of(qtbot, choose, SEE, END)
    page.body.part.pills[1].click()
    shown = [choose_line(page)]
    page.go_on()
    shown.append(choose_line(page))
    page.go_on()
    shown.append(choose_line(page))
    assert led.walk.choices == ("Towns",)
    assert shown == [False, True, False]


def choose_line(page):
    told = say(StepText.CHOSEN, choices="Towns")
    return told in [one.text() for one in page.body.findChildren(type(page.where)) if one.isVisible()]


def test_in_a_script_another_sense_is_offered_below_the_cards_as_well(qtbot):
    led, page, _shell = page_of(qtbot, SEE, END, page_class=ScriptPage)
    settle()
    names = [stop.accessibleName() for stop in tab_stops(page)]
    assert names[3] == say(StepText.INSTEAD)
    qtbot.keyClick(page.body.part.other, Qt.Key.Key_Return)
    page.body.part.choices[1].click()
    assert (led.walk.index, led.walk.instead) == (0, Instead.SOUND)


def test_a_step_of_a_script_that_is_about_no_sense_offers_none(qtbot):
    _led, page, _shell = page_of(qtbot, Name(say="Name two.", count=2), END, page_class=ScriptPage)
    assert page.body.part.other is None


def test_on_the_grounding_page_it_is_offered_once(qtbot):
    _led, page, shell = page_of(qtbot, SEE, END)
    named = [one for one in shell.findChildren(Pill) if one.isVisible() and one.words == say(StepText.INSTEAD)]
    assert named == [page.instead]
