import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from steady.ui.theme import DUSK, GAP_PX
from steady.ui.widgets.ends import Ends, height_of_lines
from steady.ui.widgets.pill import Pill


@pytest.fixture
def board(qtbot):
    board = QWidget()
    qtbot.addWidget(board)
    row = Ends(board)
    board.pills = [Pill(text, DUSK) for text in ("Back", "Next", "Enough")]
    for pill in board.pills:
        row.add_to_end(pill, far=pill.words == "Enough")
    return board


def _lay(board, width_px):
    row = board.layout()
    board.resize(width_px, row.heightForWidth(width_px))
    row.invalidate()
    row.activate()
    return [pill.geometry() for pill in board.pills]


def test_on_one_line_the_far_ones_stand_at_the_far_side(board):
    back, on, enough = _lay(board, 900)

    assert back.left() == 0
    assert on.left() == back.right() + 1 + GAP_PX
    assert enough.right() == 899


def test_from_right_to_left_the_sides_are_exchanged(board):
    board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _back, _on, enough = _lay(board, 900)

    assert enough.left() == 0


def test_where_they_do_not_fit_they_wrap_from_the_near_side(board):
    back, on, enough = _lay(board, 180)

    assert enough.left() == back.left() == 0
    assert enough.top() > on.top() == back.top()


def test_where_they_wrap_the_far_ones_stay_together_if_that_takes_no_more_lines(board):
    more = Pill("Breathe for a moment", DUSK)
    board.layout().add_to_end(more, far=True)
    board.pills.append(more)
    widths = [pill.sizeHint().width() for pill in board.pills]

    together_px = widths[2] + GAP_PX + widths[3]
    assert together_px > sum(widths[:3]) + 2 * GAP_PX  # the first three would fit on one line

    back, on, enough, breathe = _lay(board, together_px)

    assert back.top() == on.top() < enough.top() == breathe.top()
    assert enough.left() == 0

    back, on, enough, breathe = _lay(board, together_px - 1)  # not even those two fit on one line
    assert back.top() == on.top() == enough.top() < breathe.top()


def test_what_is_cleared_can_stand_elsewhere(board):
    elsewhere = QWidget(board)
    row, other = board.layout(), Ends(elsewhere)

    row.clear()
    for pill in board.pills:
        other.add_to_end(pill, far=False)

    assert row.count() == 0
    assert [pill.parentWidget() for pill in board.pills] == [elsewhere] * 3


@pytest.mark.parametrize("width_px", [60, 150, 180, 300, 900])
def test_the_height_of_lines_is_what_the_row_takes(board, width_px):
    sizes = [pill.sizeHint() for pill in board.pills]
    if width_px >= max(size.width() for size in sizes):
        assert height_of_lines(sizes, width_px) == board.layout().heightForWidth(width_px)
    assert height_of_lines([QSize(100, 44)] * 2, width_px) == (44 if width_px >= 200 + GAP_PX else 88 + GAP_PX)
