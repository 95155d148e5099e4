"""The system's own voice, on an engine that a test plays: on time or not at all, and never over itself."""

import enum

import pytest
from PySide6.QtCore import QObject, Signal
from tests.ui.rig import Rig

from steady.ui import speech
from steady.ui.speech import FASTEST, SLOWEST, Speech, find_speech, rate_for
from steady.ui.steps.breathe import BreathePart


class State(enum.Enum):
    Ready = 0
    Speaking = 1


class Engine(QObject):
    """What QTextToSpeech does, spoken at the test's pace."""

    stateChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self._state = State.Ready
        self.said: list[str] = []
        self.rates: list[float] = []

    def state(self) -> State:
        return self._state

    def say(self, text: str) -> None:
        assert self._state is State.Ready, "over itself"
        self.said.append(text)
        self._turn(State.Speaking)

    def setRate(self, rate: float) -> None:  # noqa: N802 - Qt's name
        self.rates.append(rate)

    def stop(self) -> None:
        self._turn(State.Ready)

    def finish(self) -> None:
        self._turn(State.Ready)

    def _turn(self, state: State) -> None:
        self._state = state
        self.stateChanged.emit(state)


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def voice(engine) -> Speech:
    return Speech(engine)


def test_a_cue_that_would_come_late_is_left_out(voice, engine):
    voice.cue("in")
    voice.cue("out")
    assert engine.said == ["in"]
    engine.finish()
    voice.cue("in")
    assert engine.said == ["in", "in"]


def test_lines_wait_for_each_other_and_only_the_last_that_waits_is_said(voice, engine):
    for line in ("one", "two", "three"):
        voice.line(line, 100)
    assert engine.said == ["one"]
    engine.finish()
    assert engine.said == ["one", "three"]
    engine.finish()
    assert engine.said == ["one", "three"]


def test_a_line_that_waits_goes_before_a_cue(voice, engine):
    voice.line("one", 100)
    voice.line("two", 100)
    voice.cue("in")
    engine.finish()
    assert engine.said == ["one", "two"]


def test_a_reader_who_takes_longer_is_spoken_to_more_slowly(voice, engine):
    assert rate_for(100) == 0.0
    assert rate_for(250) == SLOWEST
    assert SLOWEST < rate_for(160) < 0.0 < rate_for(60) <= FASTEST
    voice.line("one", 160)
    engine.finish()
    voice.cue("in")
    assert engine.rates == [rate_for(160), 0.0]


def test_hushed_it_says_nothing_more(voice, engine):
    voice.line("one", 100)
    voice.line("two", 100)
    voice.hush()
    assert engine.said == ["one"]


def test_without_qts_part_there_is_none(monkeypatch, qtbot):
    monkeypatch.setattr(speech, "find_spec", lambda _name: None)
    assert find_speech(QObject()) is None


@pytest.mark.qt_log_ignore("pipewire")  # Qt's speech part brings Qt's multimedia, which says that of a bare machine
def test_qts_own_engine_has_all_that_is_used(qtbot):
    module = pytest.importorskip("PySide6.QtTextToSpeech")
    real = module.QTextToSpeech("mock")
    assert real.state().name in ("Ready", "Initializing", "Error")
    voice = Speech(real)
    voice.cue("in")
    voice.hush()


# -- in the window ---------------------------------------------------------------------------------------------------


@pytest.fixture
def spoken(rig, monkeypatch, engine) -> Rig:
    monkeypatch.setattr(speech, "find_speech", lambda _parent: Speech(engine))
    return rig.set(spoken_cues=True, leave_hint_seen=True).open()


def test_in_and_out_are_said_at_their_turns(spoken, engine):
    spoken.pass_by(3.1)
    engine.finish()
    spoken.pass_by(4.0)
    assert engine.said == ["out", "in"]


def test_nothing_is_said_where_nobody_sees_the_window(spoken, engine):
    spoken.shell.showMinimized()
    spoken.settle()
    spoken.pass_by(10.0)
    assert engine.said == []


def test_nothing_is_said_while_the_screen_is_locked_unless_that_is_wanted(spoken, engine):
    spoken.navigator.sounds.lock_changed(locked=True)
    spoken.pass_by(3.5)
    assert engine.said == []
    spoken.navigator.change(sound_unseen=True)
    spoken.pass_by(4.0)
    assert engine.said == ["in"]


def test_it_is_off_until_chosen_and_off_again_when_that_is_chosen(rig, monkeypatch, engine):
    monkeypatch.setattr(speech, "find_speech", lambda _parent: Speech(engine))
    rig.open().pass_by(8.0)
    assert engine.said == []
    rig.navigator.change(spoken_cues=True)
    rig.pass_by(7.0)
    said = len(engine.said)
    assert said
    engine.finish()
    rig.navigator.change(spoken_cues=False)
    assert engine.state() is State.Ready
    rig.pass_by(10.0)
    assert len(engine.said) == said


def test_the_lines_of_a_script_are_said_as_they_are_turned(spoken, engine):
    spoken.read()
    first = engine.said[-1]
    engine.finish()
    spoken.page.step_by(1)
    assert engine.said[-1] != first
    assert engine.said[-1]


def test_in_and_out_are_said_in_a_step_that_breathes_too_after_its_line(spoken, engine):
    spoken.navigator.practising.start("left-on-read")
    while not isinstance(spoken.page.body.part, BreathePart):
        spoken.page.step_by(1)
        engine.finish()
    line = engine.said[-1]
    assert line.startswith("Screen down.")
    spoken.settle()
    said = len(engine.said)
    for _ in range(4):
        spoken.clock.advance(2.0)
        spoken.page.body.part.tick()
        engine.finish()
    assert engine.said[said:] == ["out", "in"]


def test_a_line_that_is_being_said_stops_where_nobody_sees_the_window_any_more(spoken, engine):
    spoken.read()
    assert engine.state() is State.Speaking
    spoken.shell.showMinimized()
    spoken.settle()
    assert engine.state() is State.Ready
    said = len(engine.said)
    spoken.page.step_by(1)
    assert len(engine.said) == said


def test_a_line_that_is_being_said_stops_when_the_screen_is_locked(spoken, engine):
    spoken.read()
    spoken.navigator.sounds.lock_changed(locked=True)
    assert engine.state() is State.Ready


def test_a_line_stops_with_its_page(spoken, engine):
    spoken.read()
    spoken.navigator.open_support()
    assert engine.state() is State.Ready


def test_esc_silences_the_voice_too(spoken, engine):
    spoken.pass_by(3.1)
    assert engine.state() is State.Speaking
    spoken.navigator.leave()
    assert engine.state() is State.Ready


NO_VOICE = "Words could be spoken, but this computer has no voice yet."
NOT_ADDED = 'Words can be spoken, too, once a part is added: pip install "steady[voice]"'


@pytest.mark.parametrize(("installed", "sentence"), [(True, NO_VOICE), (False, NOT_ADDED)])
def test_where_there_is_no_voice_one_quiet_sentence_says_so_and_why(rig, monkeypatch, installed, sentence):
    monkeypatch.setattr(speech, "find_speech", lambda _parent: None)
    monkeypatch.setattr(speech, "is_installed", lambda: installed)
    rig.set(spoken_cues=True, leave_hint_seen=True).open()
    assert sentence in rig.texts()
    rig.pass_by(5.0)
    rig.navigator.change(sound_percent=20)
    assert rig.texts().count(sentence) == 1


def test_that_sentence_does_not_come_again_once_it_was_put_aside(rig, monkeypatch):
    monkeypatch.setattr(speech, "find_speech", lambda _parent: None)
    monkeypatch.setattr(speech, "is_installed", lambda: True)
    rig.set(spoken_cues=True, leave_hint_seen=True).open()
    rig.click("Got it")
    rig.press("s")
    assert NO_VOICE not in rig.texts()


def test_a_voice_that_came_since_is_found_when_words_are_chosen_anew(rig, monkeypatch, engine):
    monkeypatch.setattr(speech, "find_speech", lambda _parent: None)
    rig.set(spoken_cues=True, leave_hint_seen=True).open()
    monkeypatch.setattr(speech, "find_speech", lambda _parent: Speech(engine))
    rig.navigator.change(spoken_cues=False)
    rig.navigator.change(spoken_cues=True)
    rig.pass_by(3.1)
    assert engine.said == ["out"]
