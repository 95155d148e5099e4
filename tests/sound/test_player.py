"""Life with devices: whatever the card does, what can sound does, and one fault says what happened."""

import threading
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from tests.core.breaths import LONGER_OUT
from tests.sound.fake_card import PATIENCE_S, FakeLibrary, FakeTime, names
from tests.sound.listening import above, decibels, rms
from tests.sound.ticks import Ticks

from steady.core.breath import Course
from steady.core.cues import Bed, Mix, Voice
from steady.core.errors import Fault
from steady.core.events import OPEN, Length
from steady.core.practice import Practice
from steady.sound import player as player_module
from steady.sound.player import WELL_S, CardPlayer
from steady.sound.renderer import Renderer

LOUD = Mix(Voice.TIDE, Bed.BROWN, gain=1.0)
SOON = (0.0, 0.001)


class Retries(Sequence[float]):
    """Waits of no time, and which of them were asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __len__(self) -> int:
        return 7

    def __getitem__(self, number):
        self.asked.append(number)
        return 0.0


class Room:
    """A player, its card, and a practice to play."""

    def __init__(self, **card: object) -> None:
        self.time = FakeTime()
        self.library = FakeLibrary(self.time, **card)
        self.faults: list[Fault] = []
        self.missing: Exception | None = None
        self.player = CardPlayer(self.time.now_s, self.heed, self.load)

    def load(self) -> FakeLibrary:
        if self.missing is not None:
            raise self.missing
        return self.library

    def heed(self, fault: Fault) -> None:
        self.faults.append(fault)
        self.time.tell()

    def practice(self, length: Length = OPEN) -> Practice:
        practice = Practice(Course.steady(LONGER_OUT), length)
        practice.start(self.time.s)
        return practice

    def play(self, mix: Mix = LOUD, length: Length = OPEN) -> "Room":
        plan = self.practice(length).score()
        assert plan is not None
        self.player.play(plan, mix)
        return self

    def until_told(self, count: int = 1) -> None:
        self.time.wait_for(lambda: len(self.faults) >= count)

    def until_closed(self) -> None:
        self.time.free()
        self.time.wait_for(lambda: bool(self.library.streams) and not self.library.stream.open)


@pytest.fixture
def rooms(monkeypatch) -> Iterator[list[Room]]:
    monkeypatch.setattr(player_module, "RETRY_S", SOON)
    made: list[Room] = []
    yield made
    for room in made:
        room.time.free()
        room.player.close(PATIENCE_S)


@pytest.fixture
def room(rooms) -> Room:
    rooms.append(Room())
    return rooms[0]


def test_nothing_is_loaded_and_no_thread_runs_before_something_is_wanted(room):
    before = threading.active_count()
    for wish in (room.player.rest, room.player.hush, lambda: room.player.duck(1.0)):
        wish()
    assert threading.active_count() == before
    assert room.library.looked == 1
    assert not room.library.streams


def test_it_plays_and_lets_go_of_the_card_after_a_pause(room):
    room.play().time.let(4.0)
    room.player.rest()
    room.until_closed()
    stream = room.library.stream
    assert stream.ended == "played out"
    assert rms(stream.sound[96_000:144_000]) > 1e-3
    assert np.abs(stream.sound[-1]).max() == 0.0
    assert decibels(above(stream.sound, 12_000)) < -100
    assert not room.faults


def test_a_practice_that_came_to_its_length_lets_go_of_the_card_by_itself(room):
    room.play(length=Length(breaths=1))
    room.until_closed()
    assert len(room.library.streams) == 1
    room.play().time.wait_for(lambda: len(room.library.streams) == 2)


def test_leaving_quickly_is_silent_within_sixty_milliseconds_of_what_is_queued(room):
    room.play().time.let(5.0)
    stream = room.library.stream
    written = len(stream.sound)
    room.player.hush()
    room.until_closed()
    after = stream.sound[written:]
    silent_from = int(np.max(np.nonzero(np.abs(after).max(axis=1))[0]))
    assert silent_from / 48_000 <= 0.06
    assert decibels(above(stream.sound, 12_000) / float(np.abs(stream.sound).max())) < -80


def test_what_fades_is_heard_to_its_end_before_the_card_is_let_go(room):
    """Some systems drop what is queued when a stream is stopped, so all of that has to be silence by then."""
    room.play().time.let(5.0)
    room.player.hush()
    room.until_closed()
    queued = round(room.library.latency_s * 48_000)
    assert np.abs(room.library.stream.sound[-queued:]).max() == 0.0


def test_closing_ends_the_thread_whatever_it_was_doing(room):
    room.play().time.let(1.0)
    room.time.free()
    assert room.player.close(PATIENCE_S)
    assert not room.library.stream.open
    room.play()
    assert len(room.library.streams) == 1


def test_a_thread_that_ended_with_a_bug_of_ours_is_followed_by_another(room, monkeypatch):
    seen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: (seen.append(args.exc_value), room.time.tell()))
    room.library.takes = lambda _channels, _rate_hz: 1 / 0
    room.play()
    room.time.wait_for(lambda: bool(seen))
    room.player._thread.join(PATIENCE_S)
    room.library.takes = lambda _channels, _rate_hz: True
    room.play().time.let(1.0)
    assert rms(room.library.stream.sound) > 0.0


# -- time ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("latency_s", [0.03, 0.1, 0.2])
@pytest.mark.parametrize("rate_hz", [44_100.0, 48_000.0])
def test_each_turn_is_heard_when_it_comes_whatever_the_latency(rooms, latency_s, rate_hz):
    room = Room(latency_s=latency_s, rate_hz=rate_hz)
    rooms.append(room)
    room.player._make_renderer = lambda rate_hz: Renderer(rate_hz, {Voice.TIDE: Ticks.make})
    began_s = room.time.s
    room.play(Mix(Voice.TIDE, gain=1.0)).time.let(21.0)
    stream = room.library.stream
    turns_s = [
        at_s + int(np.argmax(np.abs(part[:, 0]) > 0.01)) / rate_hz - began_s
        for at_s, part in zip(stream.heard_s, stream.written, strict=False)
        if np.abs(part).max() > 0.01
    ]
    assert turns_s == pytest.approx([4.0, 10.0, 14.0, 20.0], abs=0.002)


def test_plans_that_change_are_heard_from_the_next_block_on(room):
    practice = room.practice()
    room.player.play(practice.score(), LOUD)
    room.time.let(2.0)
    practice.follow(room.time.s, 4.0)
    plan = practice.score()
    room.player.play(plan, LOUD)
    room.time.let(0.1)
    assert any(sung.plan is plan for sung in room.player._renderer._sung)


def test_a_card_that_ran_dry_is_counted_and_goes_on(room):
    room.play().time.let(1.0)
    room.library.stream.dry = True
    room.time.let(0.5)
    assert room.player.ran_dry == 1
    assert not room.faults


def test_sound_that_stood_still_comes_back_at_the_right_place_and_without_a_click(room):
    room.play().time.let(3.0)
    stream = room.library.stream
    stream._queued = 0
    room.time.pass_by(0.5)
    room.time.let(2.0)
    assert decibels(above(stream.sound, 12_000)) < -100
    assert room.player._renderer._sung[-1].behind_s == 0.0


# -- devices ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "missing", [OSError("PortAudio library not found"), ImportError("No module named 'sounddevice'")]
)
def test_without_portaudio_one_fault_says_so_and_nothing_else_happens(room, missing):
    room.missing = missing
    room.play().until_told()
    assert room.faults == [Fault.SOUND_MISSING]


def test_without_a_device_it_waits_for_one(room):
    room.library.unplug()
    room.library._initialize()
    room.play().until_told()
    assert room.faults[0] is Fault.SOUND_NO_DEVICE
    room.library.plug("Headphones")
    room.time.wait_for(lambda: bool(room.library.streams))
    room.time.let(3.0)
    assert rms(room.library.stream.sound[-48_000:]) > 1e-3


def test_a_busy_card_is_tried_again_until_it_is_free(room):
    room.library.busy = True
    room.play().until_told()
    tried = len(room.library.streams)
    room.time.wait_for(lambda: len(room.library.streams) > tried + 1)
    assert room.faults == [Fault.SOUND_BUSY]
    assert not any(stream.open for stream in room.library.streams[:-1])
    room.library.busy = False
    room.time.wait_for(lambda: room.library.stream.open and bool(room.library.stream.written))


def test_a_device_that_is_unplugged_in_mid_breath_is_followed_by_the_next_one(room):
    room.library.plug("Headphones", rate_hz=44_100.0)
    room.library._initialize()
    room.play().time.let(3.0)
    assert room.library.stream.name == "Headphones"
    room.library.unplug("Headphones")
    room.time.allow(0.1)
    room.time.wait_for(lambda: len(room.library.streams) == 2)
    room.time.let(4.0)
    assert names(room.library.streams) == ["Headphones", "Speakers"]
    assert room.faults == [Fault.SOUND_LOST]
    assert room.library.streams[0].ended == "dropped"
    assert rms(room.library.stream.sound[-48_000:]) > 1e-3


def test_an_outage_is_told_once_whatever_it_turns_into_and_the_next_one_is_told_again(room):
    room.play().time.let(3.0)
    room.library.unplug()
    room.time.allow(0.1)
    room.until_told()
    looked = room.library.looked
    room.time.wait_for(lambda: room.library.looked > looked + 3)
    assert room.faults == [Fault.SOUND_LOST]
    room.library.plug("Speakers")
    room.time.wait_for(lambda: len(room.library.streams) == 2)
    room.time.let(WELL_S + 1.0)
    room.library.unplug()
    room.time.allow(0.1)
    room.until_told(2)
    assert room.faults == [Fault.SOUND_LOST] * 2


def test_a_card_that_comes_and_goes_is_one_outage_and_is_tried_less_and_less(room, monkeypatch):
    monkeypatch.setattr(player_module, "RETRY_S", retries := Retries())
    room.play().time.let(3.0)
    for number in range(1, 4):
        room.library.unplug()
        room.library.plug("Speakers")
        room.library.stream.name = "gone"
        room.time.allow(0.1)
        room.time.wait_for(lambda count=number: len(room.library.streams) == count + 1)
        room.time.let(1.0)
    assert room.faults == [Fault.SOUND_LOST]
    assert retries.asked == [0, 1, 2]


def test_a_default_that_changed_is_used_from_the_next_start_on(room):
    room.play().time.let(1.0)
    room.library.plug("Headphones")
    room.player.rest()
    room.time.free()
    room.time.wait_for(lambda: not room.library.streams[0].open)
    room.play()
    room.time.wait_for(lambda: len(room.library.streams) == 2)
    assert names(room.library.streams) == ["Speakers", "Headphones"]


def test_another_output_is_gone_over_to_while_it_sounds(room):
    room.library.plug("Headphones")
    room.library.default = "Speakers"
    room.library._initialize()
    practice = room.practice()
    room.player.play(practice.score(), LOUD)
    room.time.let(3.0)
    room.player.play(practice.score(), LOUD._replace(device="Headphones"))
    room.time.allow(0.5)
    room.time.wait_for(lambda: len(room.library.streams) == 2)
    room.time.let(3.0)
    assert names(room.library.streams) == ["Speakers", "Headphones"]
    assert rms(room.library.streams[0].sound[-240:]) == 0.0
    assert rms(room.library.stream.sound[-48_000:]) > 1e-3


def test_an_output_that_was_chosen_and_is_not_there_gives_way_to_the_usual_one(room):
    room.play(LOUD._replace(device="Gone")).time.let(1.0)
    assert room.library.stream.name == "Speakers"


@pytest.mark.parametrize(("channels", "rate_hz"), [(1, 48_000.0), (2, 44_100.0), (2, 96_000.0), (6, 48_000.0)])
def test_it_plays_on_mono_on_six_channels_and_at_other_rates(rooms, channels, rate_hz):
    room = Room(channels=channels, rate_hz=rate_hz)
    rooms.append(room)
    room.play().time.let(3.0)
    stream = room.library.stream
    assert (stream.channels, stream.rate_hz) == (min(2, channels), rate_hz)
    assert rms(stream.sound[-round(rate_hz) :]) > 1e-3


def test_a_card_that_takes_only_all_of_its_six_channels_sounds_on_the_first_two(rooms):
    room = Room(channels=6)
    rooms.append(room)
    room.library.takes = lambda channels, rate_hz: channels == 6
    room.play().time.let(3.0)
    sound = room.library.stream.sound
    assert sound.shape[1] == 6
    assert rms(sound[-48_000:, :2]) > 1e-3
    assert rms(sound[:, 2:]) == 0.0


def test_a_card_that_refuses_its_own_rate_is_asked_for_the_usual_ones(rooms):
    room = Room(rate_hz=192_000.0)
    rooms.append(room)
    room.library.takes = lambda channels, rate_hz: rate_hz == 44_100
    room.play().time.let(1.0)
    assert room.library.stream.rate_hz == 44_100


def test_both_sides_are_heard_on_one(rooms):
    room = Room(channels=1)
    rooms.append(room)
    room.play(Mix(Voice.PULSE, gain=1.0)).time.let(9.0)
    sound = room.library.stream.sound
    assert min(rms(sound[3 * 48_000 : 4 * 48_000]), rms(sound[6 * 48_000 : 8 * 48_000])) > 1e-3


def test_outputs_are_named_once_each_while_it_sounds_and_while_it_does_not(room):
    asked = threading.Event()
    found: list[str] = []
    room.player.find_outputs(lambda outputs: (found.extend(outputs), asked.set()))
    assert asked.wait(PATIENCE_S)
    assert found == ["Speakers"]
    room.play().time.let(1.0)
    asked.clear()
    room.player.find_outputs(lambda outputs: (found.extend(outputs), asked.set()))
    room.time.let(0.1)
    assert asked.wait(PATIENCE_S)
    assert found == ["Speakers"] * 2


def test_without_portaudio_the_question_for_outputs_has_an_answer_too(room):
    room.missing = OSError("PortAudio library not found")
    asked = threading.Event()
    found = ["untouched"]
    room.player.find_outputs(lambda outputs: (found.clear(), found.extend(outputs), asked.set()))
    assert asked.wait(PATIENCE_S)
    assert found == []
