import pytest
from PySide6.QtCore import QPoint, Qt
from tests.ui.fitting import settle

from steady.ui.theme import DUSK, TARGET_PX
from steady.ui.widgets.exercise_card import ExerciseCard
from steady.ui.widgets.starred_card import StarredCard


@pytest.fixture
def made(qtbot):
    inside = ExerciseCard("A title", "A line of what it is.", "5 min", DUSK, name="A title", corner_px=TARGET_PX)
    card = StarredCard(inside, ("Keep near", "Kept near"), DUSK, starred=False)
    qtbot.addWidget(card)
    card.resize(360, card.heightForWidth(360))
    card.show()
    settle()
    return card


def test_the_star_keeps_and_opens_nothing(qtbot, made):
    opened, starred = [], []
    made.opened.connect(lambda: opened.append(True))
    made.starred.connect(starred.append)
    qtbot.mouseClick(made.star, Qt.MouseButton.LeftButton)
    assert (opened, starred) == ([], [True])


def test_everywhere_else_the_card_opens_and_keeps_nothing(qtbot, made):
    opened, starred = [], []
    made.opened.connect(lambda: opened.append(True))
    made.starred.connect(starred.append)
    for spot in (QPoint(20, 20), QPoint(180, made.height() - 10), QPoint(made.width() - 20, made.height() - 10)):
        at = made.childAt(spot)
        qtbot.mouseClick(at, Qt.MouseButton.LeftButton, pos=at.mapFrom(made, spot))
    assert (opened, starred) == ([True] * 3, [])


def test_the_star_stands_in_the_far_corner_in_either_direction_of_reading(made):
    assert made.star.geometry().right() > made.width() - 10
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(361, made.height())
    assert made.star.x() < 10


def test_tab_comes_to_the_card_and_then_to_its_star(made):
    assert made.card.nextInFocusChain() is made.star
