import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from tests.ui.fitting import show_active

from steady.ui.theme import DUSK
from steady.ui.widgets.word_line import MOST_CHARACTERS, WordLine


@pytest.fixture
def place(qtbot):
    """A line beside something else that can have the keyboard."""
    host = QWidget()
    host.line, host.other = WordLine(DUSK, "1 of 3, in your words"), QPushButton("elsewhere")
    host.done = []
    host.line.done.connect(lambda: host.done.append(host.line.text()))
    rows = QVBoxLayout(host)
    rows.addWidget(host.line)
    rows.addWidget(host.other)
    qtbot.addWidget(host)
    show_active(qtbot, host)
    host.line.setFocus()
    return host


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter], ids=["return", "enter"])
def test_enter_is_done_and_said_once(qtbot, place, key):
    qtbot.keyClicks(place.line, "a lamp")
    qtbot.keyClick(place.line, key)
    place.other.setFocus()
    assert place.done == ["a lamp"]


def test_going_elsewhere_is_done_too(qtbot, place):
    qtbot.keyClicks(place.line, "a lamp")
    place.other.setFocus()
    assert place.done == ["a lamp"]


def test_backspace_takes_back_letters_and_then_the_line(qtbot, place):
    qtbot.keyClicks(place.line, "ab")
    for _ in range(2):
        qtbot.keyClick(place.line, Qt.Key.Key_Backspace)
    assert place.done == []
    qtbot.keyClick(place.line, Qt.Key.Key_Backspace)
    assert place.done == [""]


def test_esc_is_left_to_the_window_and_takes_no_words(qtbot, place):
    heard = []
    place.keyPressEvent = lambda event: heard.append(event.key())
    qtbot.keyClicks(place.line, "a lamp")
    qtbot.keyClick(place.line, Qt.Key.Key_Escape)
    assert heard == [Qt.Key.Key_Escape]
    assert place.line.text() == "a lamp"
    assert place.done == []


def test_it_has_a_name_and_takes_a_line_and_no_more(place):
    assert place.line.accessibleName() == "1 of 3, in your words"
    place.line.insert("x" * 500)
    assert len(place.line.text()) == MOST_CHARACTERS
