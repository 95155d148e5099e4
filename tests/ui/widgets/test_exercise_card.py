import pytest
from PySide6.QtCore import Qt
from tests.ui.painting import painted

from steady.ui import theme
from steady.ui.theme import DUSK
from steady.ui.widgets.exercise_card import ExerciseCard

TITLE, SUMMARY = "Before I send it", "Some breaths and a pause, while the message waits."


def card_of(qtbot, title=TITLE, summary=SUMMARY, corner_px=0):
    made = ExerciseCard(title, summary, "5 min", DUSK, name=title, corner_px=corner_px)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=["return", "enter", "space"]
)
def test_every_key_that_presses_opens_it_once(qtbot, key):
    card, pressed = card_of(qtbot), []
    card.clicked.connect(lambda: pressed.append(key))
    card.show()
    qtbot.keyClick(card, key)
    assert pressed == [key]


def test_arrows_and_letters_are_left_to_the_page(qtbot):
    card, pressed = card_of(qtbot), []
    card.clicked.connect(lambda: pressed.append(True))
    card.show()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_G):
        qtbot.keyClick(card, key)
    assert pressed == []


@pytest.mark.parametrize("percent", [100, 200])
def test_a_narrow_card_is_taller_and_cuts_no_line(qtbot, percent):
    theme.set_text_percent(percent)
    card = card_of(qtbot)
    heights = [card.heightForWidth(width) for width in (600, 300, 160)]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]


def test_the_title_leaves_its_corner_free(qtbot):
    long = "A title so long that it would run below a star"
    assert card_of(qtbot, long, corner_px=120).heightForWidth(300) > card_of(qtbot, long).heightForWidth(300)


def test_its_words_are_really_drawn(qtbot):
    full, empty = card_of(qtbot), card_of(qtbot, " ", " ")
    for card in (full, empty):
        card.resize(340, 140)
    assert painted(full) != painted(empty)


def test_a_line_that_says_nothing_takes_no_room(qtbot):
    assert card_of(qtbot, summary="").heightForWidth(600) <= card_of(qtbot).heightForWidth(600) - theme.BODY_PX
