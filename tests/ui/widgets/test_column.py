import itertools

import pytest

from steady.ui.widgets.column import Column, margin_px


@pytest.mark.parametrize(
    ("width_px", "margin"), [(360, 24), (480, 24), (720, 57), (960, 90), (1400, 310)], ids=lambda value: f"{value} px"
)
def test_margins_shrink_with_the_window_and_leave_a_column_of_780(width_px, margin):
    assert margin_px(width_px, 16) == margin


def test_large_text_makes_a_window_narrow():
    assert margin_px(960, 32) == margin_px(480, 16)
    assert 1920 - 2 * margin_px(1920, 32) == 2 * 780


@pytest.mark.parametrize("body_px", [13, 16, 32])
def test_no_window_has_a_column_that_is_wider_in_a_narrower_one(body_px):
    rooms = [width - 2 * margin_px(width, body_px) for width in range(320, 3000)]

    assert all(wide >= narrow - 1 for narrow, wide in itertools.pairwise(rooms))
    assert min(rooms) > 200


def test_a_scroll_bar_stands_in_the_margin_and_moves_nothing(qtbot):
    column = Column()
    qtbot.addWidget(column)
    column.resize(960, 400)
    column.show()
    before = column.room_px

    column.resize(946, 400)
    column.take(14)

    assert column.room_px == before == 780
