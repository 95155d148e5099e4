import pytest
from PySide6.QtGui import QColor
from tests.ui.painting import differing, painted

from steady.ui import theme
from steady.ui.theme import DAWN, DUSK, STRONG, TARGET_PX
from steady.ui.widgets.tap_side import ANSWER_S, TapSide


def side(look=DUSK, words="Left"):
    made = TapSide(words, f"Tap on the {words.lower()}", look)
    made.setFont(theme.font(STRONG))
    made.resize(220, 220)
    return made


def luminance(color):
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("light", [0.0, 0.5, 1.0])
def test_its_word_can_be_read_however_lit_it_is(qapp, look, light):
    made = side(look)
    made.show_light(light, 0.0)
    ground = painted(made, look.ground).pixelColor(110, 60)
    assert contrast(QColor(look.ink), ground) >= 4.5


def test_lit_and_unlit_can_be_told_apart_without_any_ring(qapp):
    made = side()
    dark = painted(made)
    made.show_light(1.0, 0.0)
    assert differing(dark, painted(made), near=20) > 3000


def test_an_answer_is_a_ring_at_once_that_fades_by_the_clock_and_is_gone(qapp):
    made = side()
    before = painted(made)
    made.answer(10.0)
    at_once = differing(before, painted(made))
    made.show_light(0.0, 10.0 + ANSWER_S / 2)
    half = made.ring
    made.show_light(0.0, 10.0 + ANSWER_S)
    assert at_once > 200
    assert half == pytest.approx(0.5)
    assert differing(before, painted(made)) == 0


def test_another_tap_before_the_ring_is_gone_makes_it_whole_again(qapp):
    made = side()
    made.answer(0.0)
    made.show_light(0.0, 0.6)
    made.answer(0.6)
    made.show_light(0.0, 0.6)
    assert made.ring == 1.0


def test_the_ring_takes_at_least_half_a_second_to_fade():
    assert ANSWER_S >= 0.5


def test_two_of_them_fit_the_narrowest_window_and_each_is_large_enough_for_a_thumb(qapp):
    hint = side().minimumSizeHint()
    assert 2 * hint.width() + 24 <= 300
    assert min(hint.width(), hint.height()) >= 2 * TARGET_PX
