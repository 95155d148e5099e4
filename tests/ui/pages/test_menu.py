"""The menu: every way out in one press, and each exercise one control."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.ui.pages.fitting import WINDOWS, check_fits, controls, opened

from steady.core.breath import Act
from steady.core.exercise import Breathing, Caution, Entry, Grounding, PhaseSpec
from steady.core.steps import Say
from steady.ui.pages.menu import MenuPage
from steady.ui.theme import DUSK
from steady.ui.widgets.exercise_card import ExerciseCard
from steady.ui.widgets.pill import Pill


def breathing(title: str = "Longer out", hold: PhaseSpec | None = None, **fields) -> Breathing:
    phases = (PhaseSpec(Act.INHALE, 4.0, 1.0), *([hold] if hold else []), PhaseSpec(Act.EXHALE, 6.0, 0.0))
    usual = {"summary": "A slower out-breath, nothing to hold.", "group": "settle", "minutes": 4}
    return Breathing(format=1, title=title, phases=phases, **(usual | fields))


OPTIONAL_HOLD = PhaseSpec(Act.HOLD, 4.0, optional=True)
LONGER_OUT = Entry("longer-out", "bundled", breathing())
BOX = Entry("box", "bundled", breathing("Box", OPTIONAL_HOLD, cautions=(Caution.HOLDS,)))
SIGHS = Entry("sighs", "bundled", breathing("Sighs", cycles=3, then="rest"))
MINE = Entry("mine", "yours", breathing("A breath of my own with a rather long name, as a file allows it"))
SENSES = Entry(
    "five-senses",
    "bundled",
    Grounding(format=1, title="Five senses", summary="Look out.", group="ground", minutes=3, steps=(Say(say="Look."),)),
)
ALL = [LONGER_OUT, BOX, SIGHS, MINE, SENSES]
PROBLEM = "The file “mine-too.toml” could not be read: phase 2: a hold lasts at most 10 seconds."


@pytest.fixture
def menu(qtbot) -> MenuPage:
    return opened(qtbot, lambda look: MenuPage(look, ALL, [PROBLEM]), DUSK, 960, 680, 100)


def cards(menu: MenuPage) -> list[ExerciseCard]:
    return [control for control in controls(menu) if isinstance(control, ExerciseCard)]


@pytest.mark.parametrize(("look", "width", "height", "percent"), WINDOWS)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, look, width, height, percent):
    check_fits(opened(qtbot, lambda one: MenuPage(one, ALL, [PROBLEM]), look, width, height, percent))


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Back to breathing", "breathe_wanted"),
        ("Ground me", "ground_wanted"),
        ("Kind words", "words_wanted"),
        ("Talk to someone", "support_wanted"),
        ("Progress", "progress_wanted"),
        ("Settings", "settings_wanted"),
        ("About", "about_wanted"),
    ],
)
def test_each_way_is_one_press(menu, qtbot, words, signal):
    (way,) = [pill for pill in menu.findChildren(Pill) if pill.words == words]
    with qtbot.waitSignal(getattr(menu, signal)):
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)


def test_tab_meets_the_way_back_first_and_the_cards_in_their_order(menu):
    names = [control.accessibleName() for control in controls(menu)]
    assert names[0] == "Back to breathing"
    assert [name.split(".")[0] for name in names[7:]] == [entry.exercise.title for entry in ALL[:4]]


def test_only_breathing_is_on_the_cards(menu):
    assert len(cards(menu)) == 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_card_is_chosen_with_enter_or_space(menu, qtbot, key):
    with qtbot.waitSignal(menu.exercise_chosen) as chosen:
        qtbot.keyClick(cards(menu)[1], key)
    assert chosen.args == ["box"]


def test_a_card_is_chosen_with_a_click(menu, qtbot):
    with qtbot.waitSignal(menu.exercise_chosen) as chosen:
        qtbot.mouseClick(cards(menu)[0], Qt.MouseButton.LeftButton)
    assert chosen.args == ["longer-out"]


def test_a_held_enter_key_chooses_once(menu, qtbot):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    chosen: list[str] = []
    menu.exercise_chosen.connect(chosen.append)
    for repeated in (False, True, True):
        none = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", repeated)
        QApplication.sendEvent(cards(menu)[0], press)
    assert chosen == ["longer-out"]


def test_a_screen_reader_hears_title_summary_length_and_cautions(menu):
    names = [card.accessibleName() for card in cards(menu)]
    assert names[0] == "Longer out. A slower out-breath, nothing to hold. 4 minutes"
    assert names[1].endswith("4 minutes. holds, only if you ask")
    assert names[2].endswith("3 breaths")
    assert names[3].endswith("yours")


def test_a_fixed_hold_is_named_as_one(qtbot):
    held = breathing("Held", PhaseSpec(Act.HOLD, 4.0), cautions=(Caution.HOLDS,))
    page = opened(qtbot, lambda look: MenuPage(look, [Entry("held", "yours", held)], []), DUSK, 960, 680, 100)
    assert "with holds" in cards(page)[0].accessibleName()


def test_cards_stand_two_by_two_where_there_is_room_and_one_by_one_where_not(menu, qtbot):
    first, second = cards(menu)[:2]
    assert first.geometry().top() == second.geometry().top()
    assert first.height() == second.height()
    menu.resize(480, 800)
    qtbot.waitUntil(lambda: second.geometry().top() > first.geometry().bottom())


def test_a_file_that_could_not_be_read_is_said_in_one_sentence(menu):
    assert [one for one in menu.findChildren(QLabel) if one.text() == PROBLEM]


def test_nothing_is_said_of_faults_where_there_are_none(qtbot):
    page = opened(qtbot, lambda look: MenuPage(look, ALL, []), DUSK, 960, 680, 100)
    assert not [one for one in page.findChildren(QLabel) if one.text() == "Left out"]


@pytest.mark.parametrize(("letter", "signal"), [("g", "ground_wanted"), ("k", "words_wanted"), ("t", "support_wanted")])
def test_letters_go_where_they_go_from_the_guide(menu, qtbot, letter, signal):
    with qtbot.waitSignal(getattr(menu, signal)):
        assert menu.press_letter(letter)


def test_a_letter_of_no_use_is_left_alone(menu):
    assert not menu.press_letter("x")


def test_space_goes_back_to_the_breath(menu, qtbot):
    with qtbot.waitSignal(menu.breathe_wanted):
        assert menu.press_space()


def test_markup_in_a_file_is_shown_as_it_is_written(qtbot):
    entry = Entry("bold", "yours", breathing("<b>Bold</b> & plain"))
    page = opened(qtbot, partial(MenuPage, entries=[entry], problems=[]), DUSK, 960, 680, 100)
    assert cards(page)[0].accessibleName().startswith("<b>Bold</b> & plain")
