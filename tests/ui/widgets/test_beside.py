import pytest
from PySide6.QtCore import Qt

from steady.ui.theme import DUSK
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.label import label
from steady.ui.widgets.link import Link


@pytest.fixture
def beside(qtbot):
    beside = Beside(label("If that is so, it is not a story.", DUSK), Link("Support", DUSK))
    qtbot.addWidget(beside)
    beside.show()
    return beside


def _lay(beside, width_px):
    beside.resize(width_px, beside.layout().heightForWidth(width_px))
    beside.layout().activate()
    return beside.words.geometry(), beside.button.geometry()


def test_the_button_follows_the_words_on_their_line_where_there_is_room(beside):
    words, button = _lay(beside, 600)

    assert words.right() < button.left() < words.right() + 20
    assert words.center().y() == pytest.approx(button.center().y(), abs=1)


def test_in_a_narrow_place_it_stands_below_and_the_words_wrap(beside):
    words, button = _lay(beside, 200)

    assert button.top() > words.bottom()
    assert button.bottom() < beside.height()
    assert words.height() >= beside.words.heightForWidth(words.width()) > 25


def test_from_right_to_left_the_button_stands_to_the_left(beside):
    beside.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    words, button = _lay(beside, 600)

    assert button.right() < words.left()
    assert words.right() == 599


def test_a_link_is_as_large_as_any_target_and_is_pressed_by_keys(qtbot, beside):
    _lay(beside, 600)
    presses = []
    beside.button.clicked.connect(lambda: presses.append(1))

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(beside.button, key)

    assert len(presses) == 2
    assert min(beside.button.width(), beside.button.height()) >= 44
