"""A calm page lets a practice wait and brings it back; pages that are shown no more are let go of."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from tests.memory_log import MemoryLog

from steady.core.breath import Act
from steady.core.events import Stage
from steady.ui.pages.breathe import BreathePage


def test_the_menu_lets_the_breath_wait_and_brings_it_back_with_an_in_breath(rig):
    rig.open()
    rig.pass_by(8.5)
    page = rig.page
    rig.click("Menu")
    assert rig.shown == "MenuPage"
    assert rig.stage is Stage.PAUSED
    rig.pass_by(120.0)
    rig.click("Back to breathing")
    assert rig.page is page
    moment = rig.conductor.session.look()
    assert (moment.stage, moment.phase.act) == (Stage.BREATHING, Act.INHALE)
    assert moment.elapsed_s == pytest.approx(8.5, abs=0.1)
    assert len({record.id for record in rig.log.puts}) == 1


def test_a_menu_that_is_opened_before_the_first_breath_lets_it_wait_too(rig):
    rig.log = MemoryLog(slow=True)
    rig.open()
    rig.click("Menu")
    rig.session.row.receipt.keep()
    rig.pass_by(30.0)
    assert rig.stage is Stage.READY
    rig.click("Back to breathing")
    assert rig.stage is Stage.BREATHING
    assert rig.session.look().elapsed_s == 0.0


def test_a_page_behind_a_page_still_leads_back_to_the_same_breath(rig):
    rig.open()
    page = rig.page
    rig.click("Menu")
    rig.click("Settings")
    rig.click("Back")
    rig.click("About")
    rig.click("Back")
    rig.press(Qt.Key.Key_Space)
    assert rig.page is page
    assert rig.stage is Stage.BREATHING


def test_support_is_one_press_from_the_guide_and_back_goes_on(rig):
    rig.open()
    rig.click("Talk to someone")
    assert rig.shown == "SupportPage"
    assert rig.stage is Stage.PAUSED
    rig.click("Back")
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING


@pytest.mark.parametrize(
    "way", [(), ("Menu",), ("Menu", "Settings"), ("Ground me",), ("Kind words",), ("Menu", "About")]
)
def test_support_is_one_press_from_every_page(rig, way):
    rig.open()
    for name in way:
        rig.click(name)
    rig.click("Talk to someone" if "Talk to someone" in rig.buttons() else "Support")
    assert rig.shown == "SupportPage"


def test_support_from_a_script_comes_back_to_the_same_thought_with_its_words(rig):
    rig.open()
    rig.read_to_boxes()
    rig.tab_to("What is a fact?")
    rig.type("I wrote at six")
    where = rig.page.where.text()
    rig.click(rig.button("Support"))
    assert rig.shown == "SupportPage"
    rig.click("Back")
    assert rig.shown == "ScriptPage"
    assert rig.page.where.text() == where
    assert rig.page.body.boxes[0].words == "I wrote at six"
    assert rig.log.last_of("no-reply-yet").outcome is None


def test_support_with_nothing_waiting_goes_back_to_a_new_breath(rig):
    rig.open("one-to-three-sighs")
    rig.pass_by(31.0)
    rig.click("Done")
    rig.click("Support")
    rig.click("Back")
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING


def test_only_the_guide_is_drawn_for(rig):
    rig.open()
    rig.click("Talk to someone")  # the menu would still be putting up its cards
    rig.pass_by(1.0)  # and what may be wanted next is imported
    assert rig.clock.pass_by(3.0) == 0
    rig.click("Back")
    assert rig.clock.pass_by(1.0) >= 24


def test_pages_that_are_shown_no_more_are_freed(rig):
    rig.open()
    gone = []
    for name in (
        "Ground me",
        "That’s enough",
        "no-reply-yet",
        "Breathe for a moment",
        "Menu",
        "Settings",
        "Back",
        "Hum",
    ):
        gone.append(weakref.ref(rig.page))
        if name == "no-reply-yet":
            rig.read(name)
        else:
            rig.click(name)
    rig.pass_by(1.0)
    gc.collect()
    alive = [page() for page in gone if page() is not None and page() is not rig.page]
    assert alive == []
    assert sum(isinstance(child, BreathePage) for child in rig.shell.findChildren(BreathePage)) == 1


def test_a_pause_of_the_persons_own_stays_through_a_look_at_support(rig):
    rig.open()
    rig.press(Qt.Key.Key_Space)
    rig.window.navigator.open_support()
    rig.window.navigator.practising.back()
    assert rig.window.conductor.stage is Stage.PAUSED
