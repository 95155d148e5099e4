"""The bar says less where there is less room, and always the same to a screen reader."""

import itertools

import pytest
from PySide6.QtWidgets import QWidget
from tests.ui.fitting import settle

from steady.ui import theme
from steady.ui.theme import DUSK
from steady.ui.widgets.pill import Pill
from steady.ui.widgets.speaker import Speaker
from steady.ui.widgets.top_bar import MENU_SIGN, TopBar

NAMES = ["Menu", "Support", "Leave quickly: closes Steady at once"]


def bar(qtbot, width: int, percent: int = 100, *, support: bool = True, sound: bool = False) -> TopBar:
    theme.set_text_percent(percent)
    window = QWidget()
    qtbot.addWidget(window)
    made = TopBar(DUSK, window)  # in a window that gives it no more room than this
    made.offer_support(support)
    made.offer_sound(sound)
    made.setGeometry(0, 0, width, made.sizeHint().height())
    window.resize(width, 200)
    made.host = window  # for as long as it is looked at
    window.show()
    settle()
    return made


def pills(made: TopBar) -> list[Pill]:
    return [one for one in made.findChildren(Pill) if one.isVisible()]


def speaker(made: TopBar) -> Speaker:
    return made.findChild(Speaker)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [360, 480, 960])
@pytest.mark.parametrize("support", [True, False], ids=["with Support", "without"])
@pytest.mark.parametrize("sound", [True, False], ids=["with sound", "silent"])
def test_nothing_in_it_is_cut_or_overlaps_at_any_width(qtbot, width, percent, support, sound):
    made = bar(qtbot, width, percent, support=support, sound=sound)
    shown = [*pills(made), *([speaker(made)] if speaker(made).isVisible() else [])]
    shown.sort(key=lambda one: one.x())
    assert len(shown) >= 2 + support  # the speaker goes where there is no room for it
    for one in shown:
        assert made.rect().contains(one.geometry()), one.accessibleName()
        assert one.width() >= one.minimumSizeHint().width(), one.accessibleName()
    for left, right in itertools.pairwise(shown):
        assert not left.geometry().intersects(right.geometry())


def test_it_says_all_where_there_is_room(qtbot):
    made = bar(qtbot, 960)
    assert [pill.words for pill in pills(made)] == [f"{MENU_SIGN}  Menu", "Support", "Leave quickly"]


def test_it_says_less_where_there_is_little(qtbot):
    made = bar(qtbot, 360, 200)
    assert [pill.words for pill in pills(made)] == [MENU_SIGN, "Support", "Leave"]


@pytest.mark.parametrize(("width", "percent"), [(960, 100), (360, 200)])
def test_to_a_screen_reader_it_always_says_the_same(qtbot, width, percent):
    made = bar(qtbot, width, percent)
    assert [pill.accessibleName() for pill in pills(made)] == NAMES


def test_support_leaves_where_the_page_has_its_own_and_comes_back(qtbot):
    made = bar(qtbot, 960)
    made.offer_support(False)
    assert [pill.accessibleName() for pill in pills(made)] == [NAMES[0], NAMES[2]]
    made.offer_support(True)
    assert [pill.accessibleName() for pill in pills(made)] == NAMES


def test_where_there_is_no_room_for_all_people_and_the_way_out_stay_and_the_speaker_comes_back_with_the_room(qtbot):
    made = bar(qtbot, 360, 200, sound=True)
    assert [pill.accessibleName() for pill in pills(made)] == NAMES
    assert not speaker(made).isVisible()
    made.resize(960, made.height())
    settle()
    assert speaker(made).isVisible()
