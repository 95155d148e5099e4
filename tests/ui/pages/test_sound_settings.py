"""The sound's part of the settings page: each control sets one thing, and voices can be heard there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.rig import Rig

from steady.core.cues import Bed, Mix, Voice, gain_of
from steady.ui import speech
from steady.ui.pages.sound_settings import SWITCHES
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.pill import Pill


@pytest.fixture
def page(rig) -> Rig:
    rig.set(leave_hint_seen=True).open()
    rig.navigator.open_settings()
    rig.settle()
    return rig


def choose(rig: Rig, field: str, value: object) -> None:
    row = rig.page.field(field)
    assert isinstance(row, ChoiceRow)
    row.pill(value).click()
    rig.settle()


def test_the_switch_is_the_speakers(page):
    page.page.field("sound").click()
    assert page.settings.sound
    page.click("Back")
    page.click("Back to breathing")
    assert "Sound is on" in page.buttons()
    assert page.player.sounds


@pytest.mark.parametrize(
    ("field", "value"),
    [("sound_voice", Voice.BOWL), ("sound_bed", Bed.RAIN), ("sound_percent", 20), ("sound_percent", 100)],
)
def test_each_choice_is_kept(page, field, value):
    choose(page, field, value)
    assert getattr(page.settings, field) == value


@pytest.mark.parametrize("field", [field for field, _, _ in SWITCHES])
def test_each_switch_is_kept(page, field):
    before = getattr(page.settings, field)
    page.page.field(field).click()
    assert getattr(page.settings, field) is not before


def test_a_voice_that_is_chosen_is_heard_for_one_breath_even_while_sound_is_off(page):
    choose(page, "sound_voice", Voice.GLASS)
    assert page.player.mix.voice is Voice.GLASS
    assert page.player.plan.ends_s - page.player.plan.begins_s == pytest.approx(7.0)
    assert not page.player.mix.ends_softly
    assert not page.settings.sound


def test_a_bed_a_loudness_and_an_output_are_heard_too_as_they_are_chosen(page):
    choose(page, "sound_voice", Voice.BOWL)
    choose(page, "sound_bed", Bed.RAIN)
    assert page.player.mix == Mix(Voice.BOWL, Bed.RAIN, gain_of(50), ends_softly=False)
    choose(page, "sound_percent", 20)
    assert page.player.mix.gain == gain_of(20)
    page.click("Look for others")
    page.settle()
    choose(page, "sound_output", "Headphones")
    assert page.player.mix.device == "Headphones"
    assert len(page.player.plans) == 4


def test_outputs_that_were_found_are_where_they_are_seen_for_tab_and_for_the_ear(page):
    find = next(pill for pill in page.page.findChildren(Pill) if pill.accessibleName() == "Look for others")
    find.setFocus()
    page.press(Qt.Key.Key_Space)
    page.settle()
    row, switch = page.page.field("sound_output"), page.page.field("sound_ends")
    assert QApplication.focusWidget() is row.pill("")
    page.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is switch
    page.press(Qt.Key.Key_Backtab)
    page.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is page.page.field("sound_percent").pill(50)
    heard = row.parentWidget().children()
    assert heard.index(page.page.field("sound_percent")) < heard.index(row) < heard.index(switch)


def test_hear_one_breath_plays_what_is_chosen(page):
    page.click("Hear one breath")
    assert page.player.mix.voice is Voice.TIDE
    choose(page, "sound_voice", Voice.BOWL)
    page.click("Hear one breath")
    assert page.player.mix.voice is Voice.BOWL


def test_what_was_heard_in_settings_is_over_when_the_breathing_goes_on(page):
    page.set(sound=True)
    page.click("Hear one breath")
    page.click("Back")
    page.click("Back to breathing")
    assert page.player.plan.ends_s is None or page.player.plan.ends_s > page.clock.monotonic_s + 60.0


def test_outputs_are_looked_for_only_when_asked(page):
    assert "outputs" not in page.player.told
    page.click("Look for others")
    page.settle()
    choose(page, "sound_output", "Headphones")
    assert page.settings.sound_output == "Headphones"
    choose(page, "sound_output", "")
    assert page.settings.sound_output == ""


def test_where_there_is_no_output_it_says_so(page):
    page.player.outputs = ()
    page.click("Look for others")
    page.settle()
    assert "No sound output was found." in page.buttons()


def test_an_output_that_was_chosen_earlier_is_shown_before_any_is_looked_for(rig):
    rig.set(sound_output="Living room").open()
    rig.navigator.open_settings()
    assert rig.page.field("sound_output").value == "Living room"


def test_without_qts_speech_part_it_says_what_brings_it(rig, monkeypatch):
    monkeypatch.setattr(speech, "find_spec", lambda _name: None)
    rig.open()
    rig.navigator.open_settings()
    said = [made.text() for made in rig.page.findChildren(QLabel)]
    assert any(speech.COMMAND in words for words in said)


def test_without_it_what_was_chosen_earlier_can_still_be_turned_off(rig, monkeypatch):
    monkeypatch.setattr(speech, "find_spec", lambda _name: None)
    rig.set(spoken_cues=True).open()
    rig.navigator.open_settings()
    rig.page.field("spoken_cues").click()
    assert not rig.settings.spoken_cues


def test_with_it_the_voice_can_be_chosen(rig, monkeypatch):
    monkeypatch.setattr("steady.ui.pages.sound_settings.is_installed", lambda: True)
    rig.open()
    rig.navigator.open_settings()
    assert not rig.page.field("spoken_cues").isChecked()
