"""Tab comes to what is on the page first, and to the bar after it, so that Space on the first stop never leaves."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.pages.looking_back import lived, open_progress
from tests.ui.rig import Rig

from steady.core.steps import Breathe, HoldFor, Pause

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEAVE = "Leave quickly: closes Steady at once"
BAR = ["Menu", "Sound is off", "Support", LEAVE]


@pytest.fixture
def guide(rig) -> Rig:
    return rig.set(leave_hint_seen=True).open()


def once_round(rig: Rig) -> list[str]:
    """Tab until a stop comes again; return the names of all stops on the way."""
    stops = []
    while True:
        rig.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus in stops:
            return [stop.accessibleName() for stop in stops]
        stops.append(focus)


def check_bar_comes_last(rig: Rig) -> None:
    rig.shell.setFocus()  # some pages begin with the keyboard in a field
    names = once_round(rig)
    bar = [name for name in BAR if name in names]
    assert LEAVE in bar
    assert names[-len(bar) :] == bar
    assert len(names) > len(bar)


@pytest.mark.parametrize("way", [None, "Ground me", "Kind words", "Talk to someone", "Menu"])
def test_the_page_comes_first_and_the_bar_after_it(guide, way):
    if way is not None:
        guide.click(way)
    check_bar_comes_last(guide)


@pytest.mark.parametrize("script_id", ["no-reply-yet", "before-i-send-it", "then-and-now"])
def test_at_every_step_of_a_script_what_it_asks_for_comes_first_then_its_buttons_then_the_bar(guide, script_id):
    guide.read(script_id)
    for _ in range(guide.page.walk.count - 1):
        check_bar_comes_last(guide)
        guide.shell.setFocus()
        names = once_round(guide)
        foot = [stop.accessibleName() for stop in guide.page.foot.stops if stop.isVisible()]
        at = names.index("Back")
        assert names[at : at + len(foot)] == foot
        assert names[:at] == [stop.accessibleName() for stop in guide.page.body.stops if stop.isVisible()]
        guide.press(Qt.Key.Key_Right)


@pytest.mark.parametrize("way", ["Ground me", "no-reply-yet"])
def test_also_after_the_page_has_gone_a_step_on(guide, way):
    guide.click(way) if way == "Ground me" else guide.read(way)
    guide.press(Qt.Key.Key_Right)
    check_bar_comes_last(guide)


def test_on_progress_once_all_its_charts_are_there(guide):
    open_progress(guide, lived())
    check_bar_comes_last(guide)


def test_also_after_the_panel_was_unfolded_and_the_look_changed(guide):
    guide.press("p")
    check_bar_comes_last(guide)
    guide.navigator.restyle()
    guide.settle()
    check_bar_comes_last(guide)


def test_tab_and_space_on_a_script_stays_in_steady(guide):
    guide.read()
    guide.press(Qt.Key.Key_Tab)
    guide.press(Qt.Key.Key_Space)
    assert guide.shell.isVisible()
    assert guide.shown in {"ScriptPage", "BreathePage", "SoothePage"}


def test_one_step_back_from_the_beginning_is_the_bars_last(guide):
    guide.press(Qt.Key.Key_Tab, SHIFT)
    assert QApplication.focusWidget().accessibleName() == LEAVE


@pytest.mark.parametrize("way", ["Ground me", "no-reply-yet"])
def test_the_window_says_the_step_that_is_shown(guide, way):
    guide.click(way) if way == "Ground me" else guide.read(way)
    before = guide.shell.accessibleDescription()
    assert before == guide.page.name
    guide.press(Qt.Key.Key_Right)
    assert guide.shell.accessibleDescription() == guide.page.name != before


@pytest.mark.parametrize("card", ["4-7-8, gentle", "Kind words"])
def test_a_page_begins_at_its_top_and_the_keyboard_is_lent_to_nothing_on_it(rig, card):
    rig.set(leave_hint_seen=True, text_percent=200).open()
    rig.shell.resize(420, 700)
    rig.click("Menu")
    rig.button(card).setFocus()
    lent = []

    def note(_old: QWidget | None, new: QWidget | None) -> None:
        lent.append(new)

    QApplication.instance().focusChanged.connect(note)
    rig.press(Qt.Key.Key_Return)
    QApplication.instance().focusChanged.disconnect(note)
    assert rig.shown in {"CautionPage", "SoothePage"}
    assert rig.page.scroll.verticalScrollBar().value() == 0
    assert lent[0] is rig.shell
    field = [rig.page.search.line] if rig.shown == "SoothePage" else []
    assert [new for new in lent if new is not rig.shell] == field


def test_a_script_that_is_chosen_from_the_kind_words_begins_at_its_first_line(rig):
    rig.set(leave_hint_seen=True, text_percent=200).open()
    rig.shell.resize(420, 700)
    rig.read()
    assert rig.page.scroll.verticalScrollBar().maximum() > 0
    assert rig.page.scroll.verticalScrollBar().value() == 0


def press_by_hand(rig: Rig, name: str) -> str:
    """Press a button with the keyboard; return what has the keyboard after it."""
    rig.button(name).setFocus()
    rig.press(Qt.Key.Key_Space)
    return QApplication.focusWidget().accessibleName()


def at_step(rig: Rig, exercise_id: str, kind: type) -> Rig:
    steps = rig.navigator.practising.find(exercise_id).steps
    rig.navigator.practising.start(exercise_id, next(at for at, step in enumerate(steps) if isinstance(step, kind)))
    rig.settle()
    return rig


@pytest.mark.parametrize("way", ["Pace", "Ground me", "no-reply-yet"])
def test_a_button_that_goes_once_it_is_pressed_leaves_the_keyboard_beside_it(guide, way):
    guide.read(way) if way == "no-reply-yet" else guide.click(way)
    assert press_by_hand(guide, "Don’t save this one") == "How strong is it?"


def test_in_a_pause_the_keyboard_goes_to_the_way_to_end_it_and_on_once_it_is_over(guide):
    at_step(guide, "before-i-send-it", Pause)
    assert press_by_hand(guide, "10 minutes") == "I’ve waited enough"
    guide.pass_by(601.0)
    assert QApplication.focusWidget().accessibleName() == "Next"


def test_after_a_few_more_breaths_and_once_more_the_keyboard_goes_on_and_not_back(guide):
    at_step(guide, "before-i-send-it", Breathe).pass_by(60.0)
    assert press_by_hand(guide, "A few more") == "Next"
    at_step(guide, "tense-a-little-let-go", HoldFor).pass_by(8.0)
    assert press_by_hand(guide, "Once more") == "Next"


def test_what_could_be_noticed_instead_stands_above_and_comes_first_and_has_the_keyboard(guide):
    guide.click("Ground me")
    assert press_by_hand(guide, "Another sense instead") == "Something to touch"
    guide.shell.setFocus()
    names = once_round(guide)
    assert names.index("Any sense") < names.index("1 of 5, open")
    tops = [guide.button(name).mapTo(guide.shell, QPoint()).y() for name in ("Any sense", "1 of 5, open")]
    assert tops == sorted(tops)
    guide.click("Another sense instead")
    guide.click("Another sense instead")  # unfolded with the mouse, the keyboard stays where it was
    assert QApplication.focusWidget().accessibleName() != "Something to touch"


def test_after_a_practice_the_week_is_offered_below_and_comes_last(rig):
    rig.set(leave_hint_seen=True, signs_offered=date(2026, 1, 5)).open()
    rig.pass_by(20.0)
    rig.click("Menu")
    rig.click("That’s enough")
    rig.click("harder")
    rig.click("Done")
    rig.shell.setFocus()
    names = once_round(rig)
    assert names.index("This week") == names.index("I reached someone") + 1
    check_bar_comes_last(rig)
