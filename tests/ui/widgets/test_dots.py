import pytest
from PySide6.QtCore import Qt

from steady.ui import theme
from steady.ui.theme import DUSK
from steady.ui.widgets.dots import WIDEST_PX, Dots


@pytest.fixture
def dots(qtbot):
    dots = Dots(DUSK, 5)
    qtbot.addWidget(dots)
    dots.resize(dots.sizeHint())
    return dots


def _colors(dots):
    dots.setAutoFillBackground(True)
    dots.setPalette(DUSK.palette())
    picture = dots.grab().toImage()
    pitch = dots.width() / 5
    return [picture.pixelColor(int(pitch * (at + 0.5)), dots.height() // 2).name() for at in range(5)]


def test_a_screen_reader_hears_where_one_is(dots):
    dots.show_place(1)

    assert dots.accessibleName() == "2 of 5"


def test_what_is_behind_is_filled_and_here_is_a_ring(dots):
    dots.show_place(2)

    assert _colors(dots) == [DUSK.accent, DUSK.accent, DUSK.line, DUSK.line, DUSK.line]
    picture = dots.grab().toImage()
    row = [picture.pixelColor(x, dots.height() // 2).name() for x in range(46, 64)]
    assert DUSK.accent in row


def test_from_right_to_left_the_first_is_at_the_right(dots):
    dots.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    dots.show_place(1)

    assert _colors(dots) == [DUSK.line, DUSK.line, DUSK.line, DUSK.line, DUSK.accent]


@pytest.mark.parametrize("percent", [100, 200])
def test_forty_steps_still_fit_a_narrow_window(qtbot, percent):
    theme.set_text_percent(percent)
    dots = Dots(DUSK, 40)
    qtbot.addWidget(dots)

    assert dots.sizeHint().width() <= WIDEST_PX
