"""What to heed is said before an exercise with holds; holds wait to be asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.ui.fitting import faults
from tests.ui.pages.fitting import WINDOWS, controls, opened

from steady.core.exercise import Caution
from steady.texts import say
from steady.texts.cautions import CautionText
from steady.ui.pages.caution import CautionPage
from steady.ui.theme import DUSK
from steady.ui.widgets.pill import Pill

CAUTIONS = (Caution.HOLDS, Caution.NOT_IN_PANIC, Caution.LONG_OUT)


def make(look, *, has_holds=True, holds_chosen=False) -> CautionPage:
    return CautionPage(look, "4-7-8, gentle", CAUTIONS, has_holds=has_holds, holds_chosen=holds_chosen)


@pytest.fixture
def page(qtbot) -> CautionPage:
    return opened(qtbot, make, DUSK, 960, 680, 100)


def press(qtbot, page: CautionPage, words: str) -> None:
    (pill,) = [one for one in page.findChildren(Pill) if one.words == words]
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("look", "width", "height", "percent"), WINDOWS)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, look, width, height, percent):
    assert faults(opened(qtbot, make, look, width, height, percent)) == []


def test_every_caution_is_said(page):
    shown = [one.text() for one in page.findChildren(QLabel)]
    assert all(
        say(sentence) in shown for sentence in (CautionText.HOLDS, CautionText.NOT_IN_PANIC, CautionText.LONG_OUT)
    )


def test_a_screen_reader_hears_the_cautions_as_the_page_opens(page):
    assert page.name.startswith("4-7-8, gentle. ")
    assert say(CautionText.NOT_IN_PANIC) in page.name


def test_holds_are_left_out_until_they_are_asked_for(page, qtbot):
    with qtbot.waitSignal(page.start_wanted) as started:
        press(qtbot, page, "Start")
    assert started.args == [False]


def test_holds_that_are_asked_for_are_told(page, qtbot):
    press(qtbot, page, "With holds")
    with qtbot.waitSignal(page.start_wanted) as started:
        press(qtbot, page, "Start")
    assert started.args == [True]


def test_holds_that_were_asked_for_before_stay_chosen(qtbot):
    page = opened(qtbot, lambda look: make(look, holds_chosen=True), DUSK, 960, 680, 100)
    assert page.holds


def test_without_optional_holds_there_is_nothing_to_choose(qtbot):
    page = opened(qtbot, lambda look: make(look, has_holds=False, holds_chosen=True), DUSK, 960, 680, 100)
    assert [control.accessibleName() for control in controls(page)] == ["Start", "Not this", "Ground me"]
    assert not page.holds


def test_not_this_goes_back(page, qtbot):
    with qtbot.waitSignal(page.back_wanted):
        press(qtbot, page, "Not this")


def test_tab_meets_the_choice_before_start(page):
    assert [control.accessibleName() for control in controls(page)][-3:] == ["Start", "Not this", "Ground me"]
