"""One quiet sentence at a time, until it is put aside."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from steady.ui.theme import DUSK
from steady.ui.widgets.notice import Notice
from steady.ui.widgets.pill import Pill


@pytest.fixture
def notice(qtbot):
    made = Notice(DUSK)
    made.resize(600, 60)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(notice) -> str:
    (words,) = notice.findChildren(QLabel)
    return words.text()


def put_aside(notice) -> None:
    (pill,) = notice.findChildren(Pill)
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)


def test_it_says_the_first_and_lets_the_others_wait(notice):
    assert notice.is_empty
    assert notice.add("First.")
    assert not notice.add("Second.")
    assert shown(notice) == "First."


def test_putting_one_aside_shows_the_next_and_tells_which_it_was(notice, qtbot):
    notice.add("First.")
    notice.add("Second.")
    with qtbot.waitSignal(notice.put_aside) as told:
        put_aside(notice)
    assert told.args == ["First."]
    assert shown(notice) == "Second."


def test_what_can_wait_makes_way_even_where_it_is_shown(notice):
    assert notice.add("Hint.", can_wait=True)
    assert notice.add("First.")
    assert not notice.add("Second.")
    for sentence in ("First.", "Second.", "Hint."):
        assert shown(notice) == sentence
        put_aside(notice)
    assert notice.is_empty


def test_after_the_last_it_is_empty(notice, qtbot):
    notice.add("Only.")
    with qtbot.waitSignals([notice.put_aside, notice.emptied], order="strict"):
        put_aside(notice)
    assert notice.is_empty


def test_what_waits_already_is_not_said_twice(notice):
    notice.add("Once.")
    assert not notice.add("Once.")
    put_aside(notice)
    assert notice.is_empty
    assert notice.add("Once.")


def test_a_screen_reader_hears_the_sentence_with_the_button(notice):
    notice.add("Only.")
    (pill,) = notice.findChildren(Pill)
    assert pill.accessibleName() == "Got it"
    assert pill.accessibleDescription() == "Only."


@pytest.mark.parametrize("width", [900, 312])
def test_words_and_button_stand_side_by_side_at_any_width(notice, width, qtbot):
    notice.add("A sentence of some length, which takes more than one line where there is little room for it.")
    notice.resize(width, notice.layout().heightForWidth(width))
    (words,), (pill,) = notice.findChildren(QLabel), notice.findChildren(Pill)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert not words.geometry().intersects(pill.geometry())
    assert notice.rect().contains(pill.geometry())


@pytest.mark.parametrize("way", ["", "Show it"])
@pytest.mark.parametrize("width", [600, 1000, 2400])
def test_where_there_is_room_words_and_buttons_stand_together_in_the_middle(notice, width, way):
    notice.add("A short sentence.", way=way)
    notice.resize(width, 60)
    QApplication.processEvents()
    (words,) = notice.findChildren(QLabel)
    last = notice.stops[-1]
    assert words.x() + last.geometry().right() == pytest.approx(width, abs=4)
    assert last.x() - words.x() < 400
    assert words.heightForWidth(words.width()) < 2 * QFontMetrics(words.font()).height()


def test_with_little_room_the_words_take_it_in_several_lines(notice):
    notice.add("A sentence that is longer than this narrow window is wide, with a button of its own beside it.")
    notice.resize(360, 100)
    QApplication.processEvents()
    (words,) = notice.findChildren(QLabel)
    assert words.x() == 0
    assert notice.stops[-1].geometry().right() == 359
    assert words.heightForWidth(words.width()) > QFontMetrics(words.font()).height()
