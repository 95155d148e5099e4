import pytest
from PySide6.QtCore import QPoint, Qt
from tests.ui.painting import painted, run_of

from steady.ui import theme
from steady.ui.theme import DAWN, DUSK, TARGET_PX
from steady.ui.widgets.star import Star

NAMES = ("Keep near: This", "Kept near: This")


@pytest.fixture
def star(qtbot):
    made = Star(DUSK, NAMES, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_its_name_says_whether_it_is_on(star):
    assert star.accessibleName() == NAMES[0]
    star.click()
    assert star.isChecked()
    assert star.accessibleName() == NAMES[1]
    star.click()
    assert star.accessibleName() == NAMES[0]


def test_space_turns_it(qtbot, star):
    qtbot.keyClick(star, Qt.Key.Key_Space)
    assert star.isChecked()


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
def test_it_is_filled_where_it_is_on_and_hollow_where_it_is_not(qtbot, look):
    middle = QPoint(TARGET_PX // 2, TARGET_PX // 2)
    colors = []
    for on in (False, True):
        star = Star(look, NAMES, on=on)
        qtbot.addWidget(star)
        colors.append(painted(star, look.ground).pixelColor(middle).name())
    assert colors == [look.ground, look.accent]


def test_large_text_has_a_larger_star_that_stays_within_its_ring(qtbot):
    drawn = []
    for percent in (100, 200):
        theme.set_text_percent(percent)
        star = Star(DUSK, NAMES, on=True)
        qtbot.addWidget(star)
        image = painted(star)
        lit = [x for x in range(image.width()) if run_of(image.copy(x, 0, 1, image.height()), DUSK.accent, 20)]
        drawn.append((min(lit), max(lit)))
    (left, right), (far_left, far_right) = drawn
    assert 2 < far_left < left < right < far_right < TARGET_PX - 2


def test_a_finger_finds_it(star):
    assert (star.width(), star.height()) == (TARGET_PX, TARGET_PX)
