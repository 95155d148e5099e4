"""Buttons: large enough to press, never cut, named, and they leave the keyboard's arrows to the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from tests.ui.painting import painted

from steady.ui import theme
from steady.ui.theme import DAWN, DUSK, TARGET_PX
from steady.ui.widgets.pill import Pill, PillKind

KEYS_LEFT_TO_THE_PAGE = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_M,
    Qt.Key.Key_Escape,
)


class Page(QWidget):
    """Notes the keys that no control wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event) -> None:  # noqa: N802 - Qt's name
        self.keys.append(event.key())


@pytest.fixture
def page(qtbot):
    made = Page()
    made.setPalette(DUSK.palette())
    column = QVBoxLayout(made)
    made.pills = [Pill(words, DUSK) for words in ("One", "Two")]
    for pill in made.pills:
        column.addWidget(pill)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def colors(pill: Pill) -> set[str]:
    image = painted(pill)
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("kind", PillKind)
@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_at_least_as_large_as_a_finger(qtbot, kind, percent):
    theme.set_text_percent(percent)
    pill = Pill("x", DUSK, kind)
    qtbot.addWidget(pill)
    assert pill.sizeHint().width() >= TARGET_PX
    assert pill.sizeHint().height() >= TARGET_PX
    assert pill.minimumSizeHint().width() >= TARGET_PX


@pytest.mark.parametrize("kind", PillKind)
def test_its_words_have_room_on_one_line(qtbot, kind):
    pill = Pill("Talk to someone", DUSK, kind, hint="Esc")
    qtbot.addWidget(pill)
    metrics = QFontMetrics(pill.font())
    assert pill.sizeHint().width() > metrics.horizontalAdvance("Talk to someone") + metrics.horizontalAdvance("Esc")


def test_in_a_narrow_place_it_becomes_taller_and_not_cut(qtbot):
    pill = Pill("Not breathing today", DUSK)
    qtbot.addWidget(pill)
    narrow = pill.minimumSizeHint().width()
    assert narrow < pill.sizeHint().width()
    lines = QFontMetrics(pill.font()).lineSpacing()
    assert pill.heightForWidth(narrow) >= 2 * lines
    assert pill.heightForWidth(pill.sizeHint().width()) == pill.sizeHint().height()


def test_words_are_words_and_an_ampersand_is_an_ampersand(qtbot):
    pill = Pill("Fish & <b>chips</b>", DUSK)
    qtbot.addWidget(pill)
    assert pill.words == "Fish & <b>chips</b>"
    assert pill.accessibleName() == "Fish & <b>chips</b>"
    assert pill.shortcut().isEmpty()


def test_a_name_of_its_own_is_what_a_screen_reader_says(qtbot):
    pill = Pill("☰", DUSK, name="Menu")
    qtbot.addWidget(pill)
    assert pill.accessibleName() == "Menu"
    pill.set_words("Go on")
    assert (pill.words, pill.accessibleName()) == ("Go on", "Go on")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_it(page, qtbot, key):
    pill = page.pills[0]
    pill.setFocus()
    with qtbot.waitSignal(pill.clicked, timeout=1000):
        QTest.keyClick(pill, key)
    assert page.keys == []


@pytest.mark.parametrize("key", KEYS_LEFT_TO_THE_PAGE)
def test_every_other_key_is_left_to_the_page(page, key):
    page.pills[0].setFocus()
    QTest.keyClick(page.pills[0], key)
    assert page.keys == [key]
    assert QApplication.focusWidget() is page.pills[0]


def test_a_click_presses_it_and_takes_no_keyboard(page, qtbot):
    page.pills[1].setFocus()
    with qtbot.waitSignal(page.pills[0].clicked, timeout=1000):
        QTest.mouseClick(page.pills[0], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is page.pills[1]


def test_tab_comes_to_it(page):
    page.pills[0].setFocus()
    QTest.keyClick(page.pills[0], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.pills[1]


def test_a_ring_shows_where_the_keyboard_is(page):
    page.pills[1].setFocus()
    without = painted(page.pills[0])
    page.pills[0].setFocus()
    assert painted(page.pills[0]) != without
    assert DUSK.color("ink").name() in colors(page.pills[0])


def test_a_checked_one_looks_different_in_more_than_colour_of_words(page):
    pill = page.pills[0]
    pill.setCheckable(True)
    before = painted(pill)
    pill.setChecked(True)
    after = painted(pill)
    assert DUSK.color("panel").name() in colors(pill)
    assert before != after


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=["dusk", "dawn"])
def test_the_main_one_is_filled_with_the_accent(qtbot, look):
    pill = Pill("Pause", look, PillKind.MAIN)
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    assert look.color("accent").name() in colors(pill)


def test_the_pointer_over_it_warms_it_and_leaving_cools_it(page):
    pill = page.pills[0]
    cool = painted(pill)
    QTest.mouseMove(page, page.rect().topLeft())
    QTest.mouseMove(pill, pill.rect().center())
    assert painted(pill) != cool
    QTest.mouseMove(page, page.rect().topLeft())
    assert painted(pill) == cool
