import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from tests.ui.fitting import SIZES_PX, controls, settle, tab_stops
from tests.ui.pages.walks import GUARD, SENSES, Led, faults_on_the_way, in_window, page_of, services

from steady.core.events import Outcome
from steady.core.record import Kind
from steady.core.row import HEARTBEAT_S
from steady.core.steps import Box, Facts, Say
from steady.texts import say
from steady.texts.ui import Ui
from steady.ui import theme
from steady.ui.pages.ground import GroundPage
from steady.ui.theme import DAWN, DUSK


@pytest.fixture
def led():
    return Led(SENSES, Kind.GROUNDING)


@pytest.fixture
def page(led):
    return GroundPage(DUSK, "Five senses", "an-exercise", led.session, services(led))


@pytest.fixture
def shell(qtbot, page):
    return in_window(qtbot, page, DUSK)


def _pill(page, words):
    return next(control for control in controls(page) if getattr(control, "words", None) == words)


def test_the_page_counts_the_senses_above_the_thought_and_has_a_card_for_each_thing(page):
    assert page.where.text() == "3 · 2"
    assert page.body.thought.text() == "Three things you can see."
    assert [card.accessibleName() for card in page.body.cards] == ["1 of 3, open", "2 of 3, open", "3 of 3, open"]
    assert [card.shown for card in page.body.cards] == ["press Space for each one", "", ""]
    assert page.dots.accessibleName() == "1 of 3"


def test_space_notes_each_thing_and_then_goes_on(qtbot, shell, page, led):
    for noted in (1, 2, 3):
        qtbot.keyClick(shell, Qt.Key.Key_Space)
        assert [card.noticed for card in page.body.cards] == [True] * noted + [False] * (3 - noted)

    qtbot.keyClick(shell, Qt.Key.Key_Space)

    assert led.walk.index == 1
    assert len(page.body.cards) == 2
    assert page.dots.accessibleName() == "2 of 3"


def test_the_words_of_a_thing_stand_on_its_card_and_a_press_without_words_says_noticed(qtbot, led):
    led.walk.name("my feet on the rug")
    led.walk.name()
    page = GroundPage(DUSK, "Five senses", "an-exercise", led.session, services(led))
    qtbot.addWidget(page)

    assert [card.shown for card in page.body.cards] == ["my feet on the rug", "Noticed", "press Space for each one"]
    assert page.body.cards[0].accessibleName() == "1 of 3, noticed: my feet on the rug"
    assert page.body.cards[1].accessibleName() == "2 of 3, noticed"


def test_a_click_on_any_card_notes_the_next_thing_and_leaves_space_to_the_page(qtbot, shell, page, led):
    for _ in range(2):
        qtbot.mouseClick(page.body.cards[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert len(led.walk.named) == 3
    assert led.walk.index == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_on_a_focused_card_a_key_notes_and_moves_to_the_next_then_to_the_button(qtbot, shell, page, led, key):
    page.body.cards[0].setFocus()

    for noted in (1, 2):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is page.body.cards[noted]
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is page.main

    qtbot.keyClick(page.main, key)
    assert led.walk.index == 1
    assert QApplication.focusWidget() is page.body.cards[0]


def test_backspace_takes_the_last_back_wherever_the_keyboard_is(qtbot, shell, page, led):
    led.walk.name()
    led.walk.name()
    page.body.show_noticed()

    qtbot.keyClick(shell, Qt.Key.Key_Backspace)
    assert len(led.walk.named) == 1
    page.main.setFocus()
    qtbot.keyClick(page.main, Qt.Key.Key_Backspace)
    qtbot.keyClick(page.main, Qt.Key.Key_Backspace)

    assert led.walk.named == ()
    assert [card.noticed for card in page.body.cards] == [False] * 3


def test_one_may_go_on_with_fewer_skip_and_come_back_by_arrow(qtbot, shell, page, led):
    led.walk.name()
    qtbot.mouseClick(page.main, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(_pill(page, "Skip"), Qt.MouseButton.LeftButton)
    assert led.walk.index == 2

    qtbot.keyClick(shell, Qt.Key.Key_Left)
    qtbot.keyClick(shell, Qt.Key.Key_Left)
    assert led.walk.index == 0
    assert [card.noticed for card in page.body.cards] == [True, False, False]
    qtbot.keyClick(shell, Qt.Key.Key_Right)
    assert led.walk.index == 1


def test_arrows_stop_at_both_ends_rather_than_leave(qtbot, shell, page, led):
    with qtbot.assertNotEmitted(page.done):
        qtbot.keyClick(shell, Qt.Key.Key_Left)
        led.walk.index = 2
        qtbot.keyClick(shell, Qt.Key.Key_Right)

    assert led.walk.index == 2


def test_the_main_button_says_what_comes_next(qtbot, shell, page):
    assert page.main.words == "Next sense"
    page.go_on()
    assert page.main.words == "Next"
    page.go_on()
    assert page.main.words == "Back to breathing"
    assert page.body.cards == []


def test_it_is_done_after_the_last_step_and_whenever_it_is_enough(qtbot, shell, page, led):
    with qtbot.waitSignal(page.done, timeout=0, raising=False) as enough:
        qtbot.mouseClick(_pill(page, say(Ui.THATS_ENOUGH)), Qt.MouseButton.LeftButton)
    assert enough.signal_triggered

    led.walk.index = 2
    with qtbot.waitSignal(page.done, timeout=0, raising=False) as end:
        qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert end.signal_triggered


def test_a_step_without_counts_names_the_exercise_above(qtbot):
    led = Led((Say(say="Feel your feet."),), Kind.GROUNDING)
    page = GroundPage(DUSK, "Feet and chair", "an-exercise", led.session, services(led))
    qtbot.addWidget(page)

    assert page.where.text() == "Feet and chair"


def test_a_box_in_a_grounding_exercise_keeps_its_words_and_offers_support(qtbot):
    led = Led((Facts(say="Name the thought.", boxes=(Box("thought", "The thought"),), guard=GUARD),), Kind.GROUNDING)
    page = GroundPage(DUSK, "Put it in the jar", "an-exercise", led.session, services(led))
    qtbot.addWidget(page)

    page.body.boxes[0].field.setPlainText("later")

    assert [(draft.exercise, draft.place, draft.text) for draft in page.drafts()] == [
        ("an-exercise", "thought", "later")
    ]
    with qtbot.waitSignal(page.support_wanted, timeout=0, raising=False) as wanted:
        page.body.guard.button.click()
    assert wanted.signal_triggered


def test_the_row_is_kept_alive_while_the_page_is_there_and_ended_when_it_is_left(qtbot, page, led):
    qtbot.addWidget(page)
    page.enter()
    assert page.is_beating

    led.clock.advance(HEARTBEAT_S)
    page.enter()
    assert led.log.last.practised_s == HEARTBEAT_S
    assert led.log.last.outcome is None

    page.leave()
    assert not page.is_beating
    assert led.log.last.outcome is Outcome.STOPPED
    page.enter()
    assert not page.is_beating


def test_a_walk_that_came_to_its_last_step_is_completed(qtbot, page, led):
    qtbot.addWidget(page)
    page.go_on()
    page.go_on()
    page.leave()

    assert led.log.last.outcome is Outcome.COMPLETED


def test_a_page_made_anew_shows_what_was_noted_before(qtbot, shell, page, led):
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    again = GroundPage(DAWN, "Five senses", "an-exercise", led.session, services(led))
    qtbot.addWidget(again)

    assert [card.noticed for card in again.body.cards] == [True, False, False]


def test_typing_writes_on_the_next_card_and_enter_ends_that(qtbot, shell, page, led):
    qtbot.keyClicks(shell, "m")
    qtbot.keyClicks(QApplication.focusWidget(), "y feet")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert led.walk.named == ("my feet",)
    assert page.body.cards[0].shown == "my feet"
    assert page.body.cards[0].accessibleName() == "1 of 3, noticed: my feet"
    assert not page.body.cards[0].is_writing


def test_typing_after_a_press_gives_that_thing_its_words(qtbot, shell, page, led):
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    qtbot.keyClicks(shell, "l")
    qtbot.keyClicks(QApplication.focusWidget(), "amp")
    page.main.setFocus()

    assert led.walk.named == ("lamp",)


def test_a_word_that_is_taken_out_again_leaves_the_card_open(qtbot, shell, page, led):
    qtbot.keyClicks(shell, "l")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)

    assert led.walk.named == ()
    assert [card.noticed for card in page.body.cards] == [False] * 3


def test_typed_words_are_kept_with_the_practice_only_when_asked(qtbot, shell, page, led):
    led.walk.name("my feet")
    page.body.show_noticed()
    assert page.drafts() == ()

    page.leave()
    assert led.log.last.note is None


def test_typed_words_that_are_to_be_kept_become_the_note_of_the_practice(qtbot, shell, page, led):
    assert not page.body.part.keep.isVisibleTo(page)
    led.walk.name("my feet")
    led.walk.name()
    led.walk.name("a lamp")
    page.body.show_noticed()
    assert page.body.part.keep.isVisibleTo(page)

    page.body.part.keep.click()
    page.leave()

    assert led.log.last.note == "my feet; a lamp"


def test_another_sense_is_offered_taken_and_given_back(qtbot, shell, page, led):
    page.instead.click()
    offered = [pill.words for pill in page.body.part.choices]
    assert offered == ["Something to touch", "Sounds", "Warm or cool", "Weight", "Air", "Any sense"]

    page.body.part.choices[1].click()
    assert page.body.thought.text() == "Some sounds, near or far."
    assert len(page.body.cards) == 3

    page.instead.click()
    page.body.part.choices[0].click()
    assert page.body.thought.text() == "Three things you can see."


def test_any_sense_is_fifteen_free_presses_and_fewer_are_enough(qtbot, shell, page, led):
    page.instead.click()
    page.body.part.choices[-1].click()
    assert len(page.body.cards) == 15

    qtbot.keyClick(shell, Qt.Key.Key_Space)
    page.go_on()
    assert led.walk.index == 1


def test_a_step_that_is_about_no_sense_offers_none(shell, page):
    page.go_on()
    page.go_on()
    assert page.instead.isHidden()


def test_tab_goes_through_the_cards_and_then_the_buttons_on_every_step(shell, page):
    for back in ([], ["Back"]):
        names = [stop.accessibleName() for stop in tab_stops(page)]
        cards = [card.accessibleName() for card in page.body.cards]
        buttons = [page.main.words, "Another sense instead", "Skip", say(Ui.THATS_ENOUGH), *back]
        others = page.head.button.accessibleName()
        said = ["How strong is it?", "Don’t save this one"]
        assert names == [*cards, *buttons, *said, others]
        page.go_on()


def test_back_is_to_be_seen_on_every_step_but_the_first_and_leads_to_the_one_before(qtbot, shell, page, led):
    assert not page.back.isVisible()
    for step in (1, 2):
        page.go_on()
        assert page.back.isVisible()
        assert led.walk.index == step

    for step in (1, 0):
        qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
        assert led.walk.index == step
    assert not page.back.isVisible()


def test_back_shows_what_was_noticed_there(qtbot, shell, page, led):
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    page.go_on()
    page.back.click()

    assert [card.noticed for card in page.body.cards] == [True, False, False]


def test_the_keyboard_on_back_goes_back_and_on_from_the_first_step_to_its_open_card(qtbot, shell, page, led):
    page.go_on()
    page.go_on()
    page.back.setFocus()

    qtbot.keyClick(page.back, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page.back
    qtbot.keyClick(page.back, Qt.Key.Key_Space)
    assert led.walk.index == 0
    assert QApplication.focusWidget() is page.body.cards[0]


@pytest.mark.parametrize("steps", [(SENSES[0], SENSES[0], SENSES[1]), (SENSES[2],) * 3], ids=["senses", "thoughts"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
def test_nothing_moves_under_the_hand_as_back_comes(qtbot, size_px, percent, steps):
    theme.set_text_percent(percent)
    _led, page, shell = page_of(qtbot, *steps)
    shell.resize(*size_px)
    settle()
    buttons = [page.main, page.instead, _pill(page, "Skip"), _pill(page, say(Ui.THATS_ENOUGH))]
    below = [button for button in buttons if page.foot.isAncestorOf(button)]
    places = [QRect(button.mapTo(page, QPoint(0, 0)), button.size()) for button in below]
    page.go_on()
    settle()

    assert page.back.isVisible()
    assert page.main in below
    assert [QRect(button.mapTo(page, QPoint(0, 0)), button.size()) for button in below] == places


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
def test_back_stays_with_the_main_button_where_there_is_little_room(qtbot, led, size_px, percent):
    theme.set_text_percent(percent)
    page = GroundPage(DUSK, "Five senses", "an-exercise", led.session, services(led))
    qtbot.addWidget(page)
    page.resize(*size_px)
    page.show()
    page.go_on()
    settle()

    assert page.foot.geometry().contains(page.back.mapTo(page, page.back.rect().center()))


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, size_px, percent, look):
    theme.set_text_percent(percent)
    led = Led(SENSES, Kind.GROUNDING)
    page = GroundPage(look, "Five senses", "an-exercise", led.session, services(led))
    assert faults_on_the_way(qtbot, page, size_px) == []
