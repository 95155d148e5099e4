import pytest
from PySide6.QtGui import QColor
from tests.ui.painting import differing, painted, run_of

from steady.ui.theme import DAWN, DUSK
from steady.ui.widgets.soft_ring import BAR_PX, SIDE_PX, SoftRing


def ring(look=DUSK, *, still=False, width=400, fraction=0.0):
    made = SoftRing(look, still=still)
    made.resize(width, made.sizeHint().height())
    made.show_fraction(fraction)
    return made


def line_at(made, x_share, y_share, look=DUSK):
    """Whether the filled line is at that place of the ring, as a share of its side from its middle."""
    image = painted(made, look.ground)
    x = made.width() / 2 + x_share * (SIDE_PX / 2 - 6)
    y = made.height() / 2 + y_share * (SIDE_PX / 2 - 6)
    wanted = QColor(look.accent)
    near = [image.pixelColor(round(x) + dx, round(y) + dy) for dx in (-2, 0, 2) for dy in (-2, 0, 2)]
    return any(abs(one.red() - wanted.red()) < 12 and abs(one.blue() - wanted.blue()) < 12 for one in near)


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize(
    ("fraction", "right", "bottom", "left"),
    [(0.0, False, False, False), (0.3, True, False, False), (0.55, True, True, False), (0.8, True, True, True)],
)
def test_it_fills_from_the_top_to_the_right_and_round(qapp, look, fraction, right, bottom, left):
    made = ring(look, fraction=fraction)
    assert [line_at(made, *place, look=look) for place in ((1, 0), (0, 1), (-1, 0))] == [right, bottom, left]


def test_a_full_ring_has_no_gap_left(qapp):
    made = ring(fraction=1.0)
    assert all(line_at(made, *place) for place in ((0, -1), (1, 0), (0, 1), (-1, 0)))


def test_it_stands_in_the_middle_of_whatever_width_it_has(qapp):
    for width in (220, 480, 780):
        made = ring(width=width, fraction=1.0)
        row = painted(made)
        lit = [x for x in range(width) if run_of(row.copy(x, 0, 1, row.height()), DUSK.accent, made.height() // 2)]
        assert lit
        assert abs((lit[0] + lit[-1]) / 2 - width / 2) <= 2


def test_a_share_beyond_its_ends_is_its_end(qapp):
    made = ring()
    made.show_fraction(7.0)
    assert made.fraction == 1.0
    made.show_fraction(-1.0)
    assert made.fraction == 0.0


def test_it_moves_little_by_little(qapp):
    whole = differing(painted(ring(fraction=0.0)), painted(ring(fraction=1.0)))
    for at in range(0, 100, 20):
        step = differing(painted(ring(fraction=at / 100)), painted(ring(fraction=(at + 1) / 100)))
        assert step < whole / 20


def test_where_nothing_is_to_move_it_is_a_bar_as_long_as_what_has_passed(qapp):
    made = ring(still=True, fraction=0.5)
    assert made.height() < SIDE_PX / 2
    assert run_of(painted(made), DUSK.accent, made.height() // 2) == pytest.approx(BAR_PX[0] / 2, abs=6)


def test_a_narrow_window_has_room_for_it(qapp):
    assert ring().minimumSizeHint().width() <= 200
    made = ring(still=True, width=120, fraction=1.0)
    assert run_of(painted(made), DUSK.accent, made.height() // 2) <= 120
