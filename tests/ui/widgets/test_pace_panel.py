"""What the Pace button unfolds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from steady.core.settings import Form
from steady.ui.theme import DUSK
from steady.ui.widgets.pace_panel import PacePanel
from steady.ui.widgets.pill import Pill


def panel(qtbot, *, form=Form.ORB, holds=None) -> PacePanel:
    made = PacePanel(DUSK, form, holds=holds)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    return made


def pill(made: PacePanel, name: str) -> Pill:
    (found,) = [one for one in made.findChildren(Pill) if one.accessibleName() == name]
    return found


def click(made: PacePanel, name: str) -> None:
    QTest.mouseClick(pill(made, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Use my pace", "own_pace"),
        ("Slower", "slower"),
        ("Faster", "faster"),
        ("Stay here", "stay"),
        ("Not breathing today", "not_today"),
    ],
)
def test_each_way_of_changing_the_pace_is_told(qtbot, name, signal):
    made = panel(qtbot)
    with qtbot.waitSignal(getattr(made, signal), timeout=1000):
        click(made, name)


@pytest.mark.parametrize("form", [Form.ORB, Form.WAVE, Form.SQUARE, Form.STILL])
def test_one_form_is_checked_and_another_can_be_chosen(qtbot, form):
    made = panel(qtbot, form=form)
    names = {one: one.value.capitalize() for one in (Form.ORB, Form.WAVE, Form.SQUARE, Form.STILL)}
    assert [one for one, name in names.items() if pill(made, name).isChecked()] == [form]
    other = next(one for one in names if one is not form)
    with qtbot.waitSignal(made.form_chosen) as chosen:
        click(made, names[other])
    assert chosen.args == [other]
    assert [one for one, name in names.items() if pill(made, name).isChecked()] == [other]


def test_the_form_that_is_chosen_already_stays_checked(qtbot):
    made = panel(qtbot)
    click(made, "Orb")
    assert pill(made, "Orb").isChecked()


@pytest.mark.parametrize("holds", [True, False])
def test_holds_are_a_switch_where_the_exercise_has_some(qtbot, holds):
    made = panel(qtbot, holds=holds)
    assert pill(made, "With holds").isChecked() is holds
    with qtbot.waitSignal(made.holds_changed) as changed:
        click(made, "With holds")
    assert changed.args == [not holds]


def test_without_holds_there_is_no_switch(qtbot):
    made = panel(qtbot)
    assert "With holds" not in [one.accessibleName() for one in made.findChildren(Pill)]


def test_everything_in_it_is_a_stop_of_tab(qtbot):
    made = panel(qtbot, holds=False)
    assert made.stops == made.findChildren(Pill)
    assert len(made.stops) == 12


def test_a_press_beside_a_button_does_not_reach_what_is_behind_it(qtbot):
    made = panel(qtbot)
    event_seen = []
    made.mousePressEvent = lambda event: (PacePanel.mousePressEvent(made, event), event_seen.append(event.isAccepted()))
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.rect().bottomLeft())
    assert event_seen == [True]
