"""What a screen reader takes our own widgets for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent


def heard(widget):
    return QAccessible.queryAccessibleInterface(widget)


@pytest.fixture
def guide(rig):
    return rig.set(leave_hint_seen=True).open()


def test_the_window_is_a_window_with_its_name_and_what_it_shows(guide):
    window = heard(guide.shell)
    assert window.role() == QAccessible.Role.Window
    assert window.text(QAccessible.Text.Name) == "Steady"
    assert window.text(QAccessible.Text.Description) == "Meet your breath"


@pytest.mark.parametrize("form", ["Orb", "Wave", "Square", "Still"])
def test_the_shape_that_breathes_is_an_animation_with_a_name_and_never_a_stream_of_numbers(guide, form):
    guide.click("Pace")
    guide.click(form)
    shape = heard(guide.form)
    assert shape.role() == QAccessible.Role.Animation
    assert shape.text(QAccessible.Text.Name) == "Breathing guide"
    assert shape.text(QAccessible.Text.Description)
    assert shape.valueInterface() is None


def test_the_ring_to_stay_with_is_an_animation_with_a_name_and_no_numbers(guide):
    guide.navigator.practising.start("feet-and-chair", 1)
    guide.settle()
    ring = heard(guide.page.body.part.ring)
    assert ring.role() == QAccessible.Role.Animation
    assert ring.text(QAccessible.Text.Name) == "A ring that fills slowly"
    assert ring.valueInterface() is None


def test_pace_is_a_button_that_is_expanded_or_collapsed_and_can_be_pressed(guide):
    pace = heard(guide.button("Pace"))
    assert pace.role() == QAccessible.Role.Button
    assert pace.text(QAccessible.Text.Name) == "Pace"
    assert (pace.state().expandable, pace.state().expanded, pace.state().collapsed) == (True, False, True)

    actions = pace.actionInterface()
    assert "Press" in actions.actionNames()
    actions.doAction("Press")

    assert "Slower" in guide.buttons()
    assert (pace.state().expanded, pace.state().collapsed) == (True, False)


def test_whoever_listens_hears_that_the_pace_unfolds(guide, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    guide.press(Qt.Key.Key_P)
    (event,) = [event for event in told if isinstance(event, QAccessibleStateChangeEvent)]
    assert event.object() is guide.button("Pace")
    assert event.changedStates().expanded


@pytest.mark.parametrize("choice", ["Orb", "Wave", "Square", "Still"])
def test_the_forms_are_radio_buttons_of_one_question(guide, choice):
    guide.click("Pace")
    pill = heard(guide.button(choice))
    assert pill.role() == QAccessible.Role.RadioButton
    assert pill.text(QAccessible.Text.Description) == "How it looks"
    assert bool(pill.state().checked) is (choice == "Orb")


def test_holds_are_a_check_box(rig):
    rig.set(leave_hint_seen=True, cautions_seen=("box",)).open("box")
    rig.click("Pace")
    assert heard(rig.button("With holds")).role() == QAccessible.Role.CheckBox


def test_the_places_of_support_are_radio_buttons_of_one_question(guide):
    guide.click("Talk to someone")
    pills = [heard(pill) for pill in guide.page.places]
    assert {pill.role() for pill in pills} == {QAccessible.Role.RadioButton}
    assert sum(bool(pill.state().checked) for pill in pills) == 1
    assert {pill.text(QAccessible.Text.Description) for pill in pills} == {"Where are you?"}
