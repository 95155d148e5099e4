"""From any grounding exercise to all others in one press, and back to where one was."""

import pytest
from PySide6.QtCore import Qt
from tests.ui.fitting import SIZES_PX, faults, settle, tab_stops
from tests.ui.pages.walks import in_window

from steady.core.events import Stage
from steady.core.exercise import Grounding
from steady.core.settings import Form
from steady.store.bundled import exercises_dir
from steady.store.library import FileLibrary
from steady.ui import theme
from steady.ui.pages.outward import OutwardPage
from steady.ui.theme import DAWN, DUSK

BUNDLED = FileLibrary(exercises_dir(), exercises_dir() / "none").entries()
GROUNDING = [entry.id for entry in BUNDLED if isinstance(entry.exercise, Grounding)]


def page_of(qtbot, look=DUSK):
    page = OutwardPage(look, BUNDLED)
    return page, in_window(qtbot, page, look)


def test_all_eight_are_there_and_nothing_else(qtbot):
    page, _shell = page_of(qtbot)
    assert list(page.cards.cards) == GROUNDING
    assert len(GROUNDING) == 8


def test_tab_comes_to_each_card_and_then_to_the_ways_out(qtbot):
    page, _shell = page_of(qtbot)
    stops = [stop.accessibleName() for stop in tab_stops(page)]
    assert len(stops) == 8 + 2
    assert stops[-2:] == ["Back", "Talk to someone"]


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
def test_nothing_is_cut_in_any_window(qtbot, size_px, percent, look):
    theme.set_text_percent(percent)
    page, shell = page_of(qtbot, look)
    shell.resize(*size_px)
    settle()
    assert faults(page) == []


def test_something_else_leads_to_all_of_them_and_one_card_on(rig):
    rig.open()
    rig.click("Ground me")
    rig.click("Something else")
    assert rig.shown == "OutwardPage"
    rig.click("Feet and chair")
    assert rig.shown == "GroundPage"
    assert rig.page.title == "Feet and chair"


@pytest.mark.parametrize("way", ["Back", Qt.Key.Key_Space], ids=["back", "space"])
def test_back_is_where_one_was_with_what_was_noticed(rig, way):
    rig.open()
    rig.click("Ground me")
    rig.press(Qt.Key.Key_Space)
    rig.press(Qt.Key.Key_Space)
    rig.click("Something else")
    rig.click(way) if isinstance(way, str) else rig.press(way)
    assert rig.shown == "GroundPage"
    assert len(rig.page.walk.named) == 2


def test_tab_comes_to_what_a_step_asks_for_first_and_to_something_else_last(rig):
    rig.open()
    rig.click("Ground me")
    names = [stop.accessibleName() for stop in tab_stops(rig.page)]
    assert names[0].startswith("1 of 5")
    assert names[-1] == "Something else: all ways to look outward"


def test_from_the_breaths_of_a_script_one_press_leads_to_what_looks_outward(rig):
    rig.open()
    rig.read("before-i-send-it")
    assert "Ground me" not in rig.buttons()
    rig.click("Next")
    assert "Breathe for a moment" not in rig.buttons(), "they breathe already"
    rig.click("Ground me")
    assert rig.shown == "GroundPage"
    assert rig.page.title == "Five senses"


def test_an_hour_behind_another_page_is_no_hour_of_practice(rig):
    rig.open()
    rig.click("Ground me")
    rig.pass_by(30.0)
    rig.click("Something else")
    rig.pass_by(3600.0)
    rig.click("Back")
    rig.pass_by(30.0)
    session = rig.page.session
    rig.click("That’s enough")
    assert session.row.record.practised_s == pytest.approx(60.0, abs=1.0)


@pytest.mark.parametrize("form", [Form.ORB, Form.WAVE, Form.SQUARE, Form.STILL], ids=lambda form: form.value)
@pytest.mark.parametrize("state", ["breathing", "paused", "pace unfolded", "at its end"])
@pytest.mark.parametrize("way", ["Ground me", "g"], ids=["a click", "a key"])
def test_from_every_breath_one_press_leads_to_what_looks_outward(rig, form, state, way):
    rig.set(leave_hint_seen=True, form=form, length_minutes=1).open()
    if state == "paused":
        rig.press(Qt.Key.Key_Space)
    elif state == "pace unfolded":
        rig.click("Pace")
    elif state == "at its end":
        rig.pass_by(120.0)
        assert rig.stage is Stage.RESTING
    rig.click(way) if way == "Ground me" else rig.press(way)

    assert rig.shown == "GroundPage"
    assert rig.page.title == "Five senses"
