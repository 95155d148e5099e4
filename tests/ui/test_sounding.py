"""Sound beside the window: off until chosen, then with the breath, and silent whenever it should be."""

import pytest
from PySide6.QtCore import Qt
from tests.ui.rig import Rig

from steady.core.cues import Bed, Voice
from steady.core.score import Beats
from steady.texts import say
from steady.texts.sound import SoundText

ON, OFF = say(SoundText.IS_ON), say(SoundText.IS_OFF)


@pytest.fixture
def guide(rig) -> Rig:
    return rig.set(leave_hint_seen=True).open()


@pytest.fixture
def sounding(guide) -> Rig:
    guide.press("s")
    return guide


def test_it_is_off_until_it_is_chosen(guide):
    guide.pass_by(5.0)
    assert OFF in guide.buttons()
    assert guide.player.told == []


def test_s_turns_it_on_and_off_and_that_is_kept(guide):
    guide.press("s")
    assert guide.settings.sound
    assert guide.player.sounds
    assert ON in guide.buttons()
    guide.press("s")
    assert not guide.settings.sound
    assert not guide.player.sounds
    assert OFF in guide.buttons()


def test_so_does_the_speaker(guide):
    guide.click(OFF)
    assert guide.player.sounds
    guide.click(ON)
    assert not guide.player.sounds


def test_without_letter_keys_only_the_speaker_does(rig):
    rig.set(letter_keys=False).open().press("s")
    assert rig.player.told == []
    rig.click(OFF)
    assert rig.player.sounds


def test_where_it_was_on_it_is_on_again_with_the_next_start(rig):
    rig.set(sound=True, sound_voice=Voice.GLASS, sound_bed=Bed.RAIN, sound_percent=20).open()
    assert rig.player.sounds
    assert rig.player.mix.voice is Voice.GLASS
    assert rig.player.mix.bed is Bed.RAIN
    assert rig.player.mix.gain == pytest.approx(0.04)


def test_the_sound_is_where_the_orb_is(sounding):
    sounding.pass_by(1.7)
    now_s, moment = sounding.session.now_s(), sounding.session.look()
    stretch = sounding.player.plan.stretch(now_s)
    assert stretch.act is moment.phase.act
    assert stretch.end_s - now_s == pytest.approx(moment.remaining_s)


def test_a_change_of_pace_reaches_it_with_the_next_frame(sounding):
    plans = len(sounding.player.plans)
    sounding.press(Qt.Key.Key_Right)
    sounding.pass_by(0.1)
    assert len(sounding.player.plans) == plans + 1


def test_a_pause_is_silent_and_going_on_sounds(sounding):
    sounding.press(Qt.Key.Key_Space)
    assert not sounding.player.sounds
    sounding.press(Qt.Key.Key_Space)
    assert sounding.player.sounds


def test_pages_of_words_are_silent_and_the_way_back_sounds(sounding):
    sounding.click("Menu")
    assert not sounding.player.sounds
    assert ON not in sounding.buttons()
    sounding.click("Back to breathing")
    assert sounding.player.sounds


def test_grounding_is_silent(sounding):
    sounding.click("Ground me")
    assert not sounding.player.sounds


def test_esc_silences_it_before_the_window_is_gone(sounding, monkeypatch):
    hidden = []
    monkeypatch.setattr(type(sounding.shell), "hide", lambda _shell: hidden.append(list(sounding.player.told)))
    sounding.press(Qt.Key.Key_Escape)
    assert hidden[0][-1] == "hush"


def test_a_window_that_nobody_sees_is_silent(sounding):
    sounding.shell.seen_changed.emit(sounding.shell._seen)
    sounding.shell.showMinimized()
    sounding.settle()
    assert not sounding.player.sounds
    sounding.shell.showNormal()
    sounding.settle()
    sounding.pass_by(0.1)
    assert sounding.player.sounds


def test_it_goes_on_unseen_where_the_person_said_so(rig):
    rig.set(sound=True, sound_unseen=True).open()
    rig.shell.showMinimized()
    rig.settle()
    assert rig.player.sounds
    rig.navigator.sounds.lock_changed(locked=True)
    assert rig.player.sounds


def test_a_locked_screen_is_silent_until_it_is_unlocked(sounding):
    sounding.navigator.sounds.lock_changed(locked=True)
    assert not sounding.player.sounds
    sounding.navigator.sounds.lock_changed(locked=False)
    assert sounding.player.sounds


def test_the_hum_is_hummed_where_no_voice_is_chosen(rig):
    rig.set(sound=True).open("hum")
    assert rig.player.mix.voice is Voice.HUM


def test_a_practice_that_ends_is_left_to_end_softly(rig):
    rig.set(sound=True, length_breaths=1).open()
    rig.pass_by(8.0)
    assert rig.player.told == ["play"]
    assert rig.player.plan.ends_s is not None
    assert rig.player.mix.ends_softly
    rig.click("A few more breaths")
    assert rig.player.told == ["play", "play"]


def test_what_a_person_starts_waits_a_few_seconds_where_they_want_to_settle(rig):
    rig.set(sound=True, sound_settle=True, leave_hint_seen=True).open()
    assert rig.session.has_begun, "the guide that opens moves at once"
    rig.navigator.practising.start("longer-out")
    rig.pass_by(5.5)
    assert not rig.session.has_begun
    assert rig.words[0] == "Here with you"
    rig.pass_by(1.0)
    assert rig.session.has_begun
    assert rig.player.sounds


def test_nothing_waits_where_sound_is_off(rig):
    rig.set(sound_settle=True).open()
    rig.navigator.practising.start("longer-out")
    rig.pass_by(0.1)
    assert rig.session.has_begun


def test_a_voice_that_is_tried_out_falls_silent_with_the_window_too(guide):
    guide.navigator.open_settings()
    guide.click("Hear one breath")
    assert guide.player.sounds
    guide.shell.showMinimized()
    guide.settle()
    assert not guide.player.sounds


def test_a_voice_that_is_tried_out_falls_silent_when_the_screen_is_locked(guide):
    guide.navigator.open_settings()
    guide.click("Hear one breath")
    guide.navigator.sounds.lock_changed(locked=True)
    assert not guide.player.sounds


def test_a_voice_that_is_tried_out_does_not_follow_to_another_page(guide):
    """Sound is off: the guide, or the numbers to call, would go on sounding for the rest of that breath."""
    guide.navigator.open_settings()
    guide.click("Hear one breath")
    guide.navigator.open_support()
    guide.settle()
    assert not guide.player.sounds


def test_after_a_voice_was_tried_out_the_guide_sounds_where_sound_is_on(sounding):
    sounding.navigator.open_settings()
    sounding.click("Hear one breath")
    sounding.navigator.practising.back_to_breathing()
    sounding.pass_by(0.1)
    assert sounding.player.sounds
    assert sounding.player.plan.ends_s is None or sounding.player.plan.ends_s > sounding.session.now_s() + 30.0


# -- steps that move -------------------------------------------------------------------------------------------------


@pytest.fixture
def taps(guide) -> Rig:
    guide.press("s")
    guide.navigator.practising.start("slow-taps")
    for _ in range(2):
        guide.press(Qt.Key.Key_Right)
    return guide


def test_slow_taps_are_pulses_left_and_right(taps):
    assert taps.player.sounds
    assert isinstance(taps.player.plan, Beats)
    assert taps.player.mix.voice is Voice.PULSE


def test_they_follow_the_pace_and_fall_silent_with_the_step(taps):
    seconds = taps.player.plan.seconds
    taps.click("Slower")
    assert taps.player.plan.seconds > seconds
    taps.page.step_by(1)
    taps.settle()
    assert not taps.player.sounds


def test_the_switch_works_there_too(taps):
    taps.click(ON)
    assert not taps.player.sounds
    taps.click(OFF)
    assert taps.player.sounds


def test_who_chose_no_voice_hears_no_taps(rig):
    rig.set(sound=True, sound_voice=Voice.SILENCE, sound_bed=Bed.RAIN).open()
    rig.navigator.practising.start("slow-taps")
    for _ in range(2):
        rig.press(Qt.Key.Key_Right)
    assert rig.player.mix.voice is Voice.SILENCE


# -- a screen reader -------------------------------------------------------------------------------------------------


def test_it_goes_under_a_screen_readers_words_only_where_that_is_wanted(sounding):
    sounding.navigator.quiet.aloud("Paused")
    assert "duck" not in sounding.player.told
    sounding.navigator.change(sound_ducks=True)
    sounding.navigator.quiet.aloud("Paused")
    assert sounding.player.told[-1] == "duck"
    assert sounding.player.sounds
