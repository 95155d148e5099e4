import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from tests.ui.fitting import SIZES_PX, controls, settle, tab_stops
from tests.ui.pages.walks import BOXES, GUARD, THOUGHTS, Led, faults_on_the_way, in_window, services

from steady.core.record import Draft, Kind
from steady.texts import say
from steady.texts.script import ScriptText
from steady.texts.ui import Ui
from steady.ui import theme
from steady.ui.pages.script import ScriptPage
from steady.ui.theme import DAWN, DUSK

KEPT = Draft("no-reply-yet", "fact", "I wrote at 6:10.")


@pytest.fixture
def led():
    return Led(THOUGHTS, Kind.SCRIPT)


def _make(led, *drafts, look=DUSK):
    return ScriptPage(look, "No reply yet", "no-reply-yet", led.session, services(led), kept=drafts)


@pytest.fixture
def page(led):
    return _make(led)


@pytest.fixture
def shell(qtbot, page):
    return in_window(qtbot, page, DUSK)


@pytest.fixture
def at_boxes(qtbot, led):
    led.walk.forward()
    page = _make(led, KEPT)
    return page, in_window(qtbot, page, DUSK)


def _pill(page, words):
    return next(control for control in controls(page) if getattr(control, "words", None) == words)


def _emitted(qtbot, signal, act):
    with qtbot.waitSignal(signal, timeout=0, raising=False) as waiting:
        act()
    return waiting.signal_triggered


def test_one_thought_stands_large_below_where_one_is(page):
    assert page.where.text() == "No reply yet · 1 of 3"
    assert page.body.thought.text() == "No word yet. And it hurts."
    assert page.body.thought.font().pixelSize() > page.where.font().pixelSize()
    assert page.name == "No reply yet. No word yet. And it hurts."


def test_space_and_arrows_go_through_the_thoughts(qtbot, shell, page, led):
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert led.walk.index == 1
    qtbot.keyClick(shell, Qt.Key.Key_Right)
    assert page.where.text() == "No reply yet · 3 of 3"
    qtbot.keyClick(shell, Qt.Key.Key_Left)
    assert led.walk.index == 1


def test_buttons_go_on_and_back_and_the_last_one_says_done(qtbot, shell, page, led):
    for _ in range(2):
        qtbot.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert led.walk.index == 2
    assert page.main.words == "Done"
    assert _emitted(qtbot, page.done, page.main.click)

    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert led.walk.index == 1
    assert page.main.words == "Next"


def test_back_from_the_first_thought_leads_to_all_kind_words(qtbot, page):
    qtbot.addWidget(page)

    assert _emitted(qtbot, page.words_wanted, page.back.click)


def test_the_ways_out_say_where_they_lead(qtbot, at_boxes):
    page, _shell = at_boxes

    assert _emitted(qtbot, page.breathe_wanted, _pill(page, "Breathe for a moment").click)
    assert _emitted(qtbot, page.done, _pill(page, say(Ui.THATS_ENOUGH)).click)
    assert _emitted(qtbot, page.support_wanted, page.body.guard.button.click)


def test_the_guard_stands_with_the_boxes_in_the_support_colour_and_its_link_takes_the_keyboard(qtbot, at_boxes):
    page, _shell = at_boxes
    guard = page.body.guard

    assert guard.words.text() == GUARD
    assert guard.words.palette().color(guard.words.foregroundRole()).name() == DUSK.support
    guard.button.setFocus()
    assert _emitted(qtbot, page.support_wanted, lambda: qtbot.keyClick(guard.button, Qt.Key.Key_Return))


def in_sight(page, widget) -> bool:
    """Whether all of a widget is to be seen in the part of the page that scrolls."""
    place = QRect(widget.mapTo(page.scroll.viewport(), QPoint(0, 0)), widget.size())
    return page.scroll.viewport().rect().contains(place)


@pytest.mark.parametrize("box", [None, 0, 1, 2, 3])
def test_the_guard_is_in_sight_in_a_narrow_window_whichever_box_is_filled(qtbot, at_boxes, box):
    page, shell = at_boxes
    shell.resize(480, 800)
    settle()
    if box is not None:
        page.body.boxes[box].field.setFocus(Qt.FocusReason.TabFocusReason)
        settle()

    assert in_sight(page, page.body.guard)


@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
def test_the_keyboard_shows_the_sentence_of_the_guard_with_its_way_to_support_in_large_text(qtbot, led, size_px):
    theme.set_text_percent(200)
    led.walk.forward()
    page = _make(led, KEPT)
    shell = in_window(qtbot, page, DUSK)
    shell.resize(*size_px)
    settle()
    page.body.boxes[3].field.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    page.body.guard.button.setFocus(Qt.FocusReason.BacktabFocusReason)
    settle()

    guard = page.body.guard
    assert in_sight(page, guard if guard.height() <= page.scroll.viewport().height() else guard.button)


def test_who_does_not_see_the_page_is_told_the_guard_with_the_step_and_again_at_its_way_to_support(
    qtbot, shell, page, monkeypatch
):
    told = []
    monkeypatch.setattr("steady.ui.pages.steps.announce", lambda _page, sentence: told.append(sentence))
    page.go_on()

    assert told == [f"A late reply is a fact. Fear adds a story. Leave any box empty. {GUARD}"]
    assert page.body.guard.button.accessibleDescription() == GUARD
    page.go_on()
    assert told[1:] == ["One small thing, just for now."]


def test_who_does_not_see_the_page_is_told_all_of_the_first_step_as_well(rig, monkeypatch):
    told = []
    monkeypatch.setattr("steady.ui.announce.announce", lambda _widget, sentence: told.append(sentence))
    rig.open()
    rig.read("then-and-now")

    step = rig.page.walk.step
    assert step.guard is not None
    assert told[-1].startswith("Then and now. This feels bigger than today.")
    assert all(line in told[-1] for line in (*step.more, step.guard))


def test_keys_typed_into_a_box_are_words_and_move_nothing(qtbot, at_boxes, led):
    page, _shell = at_boxes
    field = page.body.boxes[1].field
    field.setFocus()

    qtbot.keyClicks(field, "a b")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        qtbot.keyClick(field, key)

    assert led.walk.index == 1
    assert field.toPlainText() == "a\nb"


def test_esc_in_a_box_leaves_at_once(qtbot, at_boxes):
    page, shell = at_boxes
    field = page.body.boxes[1].field
    field.setFocus()
    qtbot.keyClicks(field, "half a th")

    assert _emitted(qtbot, shell.leave_wanted, lambda: qtbot.keyClick(field, Qt.Key.Key_Escape))
    assert Draft("no-reply-yet", "story", "half a th") in page.drafts()


def test_tab_comes_to_support_and_the_boxes_in_reading_order_and_then_to_the_buttons(qtbot, at_boxes):
    page, _shell = at_boxes

    assert [stop.accessibleName() for stop in tab_stops(page)] == [
        "Support",
        "Let the words from before go",
        "What is a fact?",
        "What does the story say?",
        "What else could it be?",
        BOXES[3].label,
        "Back",
        "Next",
        say(ScriptText.TURN_NAME),
        "Breathe for a moment",
        say(Ui.THATS_ENOUGH),
        "How strong is it?",
        "Don’t save this one",
    ]
    field = page.body.boxes[0].field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.body.boxes[1].field
    assert "\t" not in field.toPlainText()


def test_what_is_written_is_a_draft_on_every_later_step_and_empty_boxes_are_not(page):
    page.go_on()
    page.body.boxes[1].field.setPlainText("They are tired of me.")
    page.body.boxes[2].field.setPlainText("  ")
    page.go_on()

    assert page.drafts() == (Draft("no-reply-yet", "story", "They are tired of me."),)
    page.go_back()
    assert [box.words for box in page.body.boxes] == ["", "They are tired of me.", "  ", ""]


def test_words_from_before_are_put_back_with_a_line_that_says_so(at_boxes):
    page, _shell = at_boxes

    assert page.body.boxes[0].words == KEPT.text
    assert page.body.kept_line.isVisible()
    assert page.drafts() == (KEPT,)


def test_without_words_from_before_there_is_no_such_line(page):
    page.go_on()

    assert page.body.kept_line is None


def test_words_from_before_can_be_let_go_and_undo_still_brings_them_back(qtbot, at_boxes):
    page, _shell = at_boxes
    page.body.boxes[1].field.setPlainText("new")
    forgotten = []
    page.draft_forgotten.connect(lambda *what: forgotten.append(what))

    page.body.kept_line.button.click()

    assert forgotten == [("no-reply-yet", "fact")]
    assert [box.words for box in page.body.boxes] == ["", "new", "", ""]
    assert not page.body.kept_line.isVisible()
    page.body.boxes[0].field.undo()
    assert Draft("no-reply-yet", "fact", KEPT.text) in page.drafts()


def test_a_box_that_is_emptied_by_hand_lets_its_draft_go(qtbot, at_boxes):
    page, _shell = at_boxes
    forgotten = []
    page.draft_forgotten.connect(lambda *what: forgotten.append(what))

    page.body.boxes[0].field.selectAll()
    qtbot.keyClick(page.body.boxes[0].field, Qt.Key.Key_Delete)
    qtbot.keyClicks(page.body.boxes[1].field, "x")

    assert forgotten == [("no-reply-yet", "fact")]


def test_a_page_made_anew_keeps_the_words_and_does_not_take_them_for_older_ones(qtbot, page, led):
    page.go_on()
    page.body.boxes[0].field.setPlainText("new words")
    again = _make(led, *page.drafts(), look=DAWN)
    qtbot.addWidget(again)

    assert again.body.boxes[0].words == "new words"
    assert again.body.kept_line is None


def test_only_plain_words_come_into_a_box(qtbot, at_boxes):
    page, _shell = at_boxes
    field = page.body.boxes[3].field
    QApplication.clipboard().setText("<b>bold</b> & more")

    field.paste()

    assert field.toPlainText() == "<b>bold</b> & more"


def test_the_page_follows_the_keyboard_to_a_box_that_is_out_of_sight(qtbot, at_boxes):
    page, shell = at_boxes
    shell.resize(360, 480)
    settle()
    for box in (page.body.boxes[3], page.body.boxes[0]):
        box.field.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        top = box.field.mapTo(page.scroll, box.field.rect().topLeft()).y()
        assert 0 <= top <= page.scroll.height() - box.field.height()


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, led, size_px, percent, look):
    theme.set_text_percent(percent)
    page = _make(led, KEPT, look=look)
    assert faults_on_the_way(qtbot, page, size_px) == []
