"""What is said without getting in the way."""

import pytest

from steady.core.errors import Fault
from steady.texts import say
from steady.texts.faults import fault_text
from steady.texts.ui import Ui


@pytest.fixture
def guide(rig):
    return rig.set(leave_hint_seen=True).open()


@pytest.fixture
def heard(monkeypatch):
    """What a screen reader is told."""
    told: list[str] = []
    monkeypatch.setattr("steady.ui.announce.announce", lambda _widget, sentence: told.append(sentence))
    return told


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_its_sentence_on_the_guide(guide, fault):
    guide.navigator.quiet.tell(fault)
    guide.settle()
    assert say(fault_text(fault)) in guide.texts()


def test_a_fault_that_happens_elsewhere_waits_for_the_guide(guide):
    guide.click("Menu")
    guide.navigator.quiet.tell(Fault.DISK_FULL)
    guide.settle()
    assert say(fault_text(Fault.DISK_FULL)) not in guide.texts()
    guide.click("Back to breathing")
    assert say(fault_text(Fault.DISK_FULL)) in guide.texts()


def test_it_waits_through_another_practice_too(guide):
    guide.navigator.quiet.tell(Fault.DISK_FULL)
    guide.click("Ground me")
    guide.click("That’s enough")
    assert guide.texts().count(say(fault_text(Fault.DISK_FULL))) == 1


def test_once_put_aside_it_does_not_come_back(guide):
    guide.navigator.quiet.tell(Fault.DISK_FULL)
    guide.settle()
    guide.click("Got it")
    guide.click("Menu")
    guide.click("Back to breathing")
    guide.navigator.quiet.tell(Fault.DISK_FULL)
    guide.settle()
    assert say(fault_text(Fault.DISK_FULL)) not in guide.texts()


def test_a_second_outage_of_the_sound_card_is_said_as_the_first_was(guide, heard):
    sentence = say(fault_text(Fault.SOUND_LOST))
    for times in (1, 2):
        guide.navigator.quiet.tell(Fault.SOUND_LOST)
        guide.settle()
        assert guide.texts().count(sentence) == 1
        assert heard.count(sentence) == times
        guide.click("Got it")
        assert sentence not in guide.texts()


def test_nothing_is_noticed_twice_after_many_visits(rig):
    rig.open()
    for _ in range(3):
        rig.click("Menu")
        rig.click("Back to breathing")
    changes = []
    change = rig.navigator.change
    rig.navigator.change = lambda **what: (changes.append(what), change(**what))
    rig.click("Got it")
    assert changes == [{"leave_hint_seen": True}]


def test_other_notices_are_put_aside_without_touching_the_hint(rig):
    rig.open()
    rig.navigator.quiet.tell(Fault.DISK_FULL)
    rig.click("Got it")
    assert not rig.settings.leave_hint_seen
    rig.click("Got it")
    assert rig.settings.leave_hint_seen
    assert say(Ui.LEAVE_HINT) not in rig.texts()
    assert rig.navigator.quiet._notices == []


def test_on_a_first_run_a_fault_is_seen_at_once_and_the_hint_comes_after_it(rig):
    rig.open()
    assert say(Ui.LEAVE_HINT) in rig.texts()
    rig.navigator.quiet.tell(Fault.LOG_LOCKED)
    rig.navigator.quiet.tell(Fault.DISK_FULL)
    rig.settle()
    for sentence in (fault_text(Fault.LOG_LOCKED), fault_text(Fault.DISK_FULL), Ui.LEAVE_HINT):
        seen = [text for text in rig.texts() if text in map(say, (*map(fault_text, Fault), Ui.LEAVE_HINT))]
        assert seen == [say(sentence)]
        rig.click("Got it")


def test_the_fault_stays_before_the_hint_when_the_guide_comes_back(rig):
    rig.open()
    rig.navigator.quiet.tell(Fault.DISK_FULL)
    rig.navigator.restyle()
    rig.settle()
    assert say(fault_text(Fault.DISK_FULL)) in rig.texts()
    assert say(Ui.LEAVE_HINT) not in rig.texts()


def test_a_page_says_its_name_to_a_screen_reader_and_the_guide_its_phases(guide, heard):
    guide.click("Menu")
    assert heard == ["Paused", "Your own breath is fine. We go on when you like.", "Menu"]
    guide.click("Back to breathing")
    assert "Breathe in" in heard


def test_what_is_said_before_the_first_frame_is_heard_after_it(rig, heard):
    quiet = rig.set(leave_hint_seen=True).open().navigator.quiet
    heard.clear()
    quiet._awake = False
    quiet.aloud("first")
    quiet.aloud("second")
    assert heard == []
    quiet.wake()
    assert heard == ["first", "second"]


def test_a_fault_is_told_once_however_often_it_happens(rig):
    rig.set(leave_hint_seen=True).open()
    for _ in range(3):
        rig.navigator.quiet.tell(Fault.DISK_FULL)
    rig.settle()
    assert rig.texts().count(say(fault_text(Fault.DISK_FULL))) == 1
    rig.click("Got it")
    rig.navigator.quiet.tell(Fault.DISK_FULL)
    rig.settle()
    assert say(fault_text(Fault.DISK_FULL)) not in rig.texts()
