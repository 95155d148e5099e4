"""Tab comes to what is on the page first, and to the bar after it, so that Space on the first stop never leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.pages.looking_back import lived, open_progress
from tests.ui.rig import Rig

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
