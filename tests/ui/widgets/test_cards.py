import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from steady.ui.theme import DUSK
from steady.ui.widgets.cards import GAP_PX, Cards
from steady.ui.widgets.label import label

LONG = "Words that go on for a while, and so stand in several lines."


@pytest.fixture
def board(qtbot):
    board = QWidget()
    qtbot.addWidget(board)
    grid = Cards(200, board)
    for text in ("One", LONG, "Three"):
        grid.addWidget(label(text, DUSK))
    return board


def _places(board, width_px):
    grid = board.layout()
    board.resize(width_px, grid.heightForWidth(width_px))
    grid.activate()
    return [grid.itemAt(at).geometry() for at in range(grid.count())]


def test_two_stand_side_by_side_where_they_fit_as_tall_as_each_other(board):
    one, two, three = _places(board, 2 * 200 + GAP_PX)

    assert one.top() == two.top()
    assert one.height() == two.height()
    assert two.left() - one.right() - 1 == GAP_PX
    assert three.top() == one.bottom() + 1 + GAP_PX
    assert three.left() == one.left()


def test_in_a_narrow_place_they_stand_below_each_other_as_wide_as_it_is(board):
    places = _places(board, 2 * 200 + GAP_PX - 1)

    assert {place.left() for place in places} == {0}
    assert {place.width() for place in places} == {2 * 200 + GAP_PX - 1}
    assert places[1].height() > places[0].height()


def test_a_single_card_takes_the_whole_width(qtbot):
    board = QWidget()
    qtbot.addWidget(board)
    Cards(200, board).addWidget(label("One", DUSK))

    assert _places(board, 900)[0].width() == 900


def test_from_right_to_left_the_first_card_stands_at_the_right(board):
    board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    one, two, _three = _places(board, 600)

    assert one.left() > two.left()
