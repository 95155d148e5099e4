"""The conductor: every turn on time, frames only while someone can see them, nothing before the row is on disk."""

import itertools

import pytest
from PySide6.QtCore import QTimer
from tests.memory_log import Kept, MemoryLog
from tests.ui.hand_clock import HandClock

from steady.core.breath import Act
from steady.core.events import OPEN, Ended, Length, LengthReached, Nudge, Outcome, Paused, PhaseStarted, Resumed, Stage
from steady.core.exercise import Breathing, PhaseSpec
from steady.core.pacing import NUDGE
from steady.core.row import HEARTBEAT_S
from steady.core.session import COMMIT_GRACE_S, Session
from steady.core.starting import Starter
from steady.ui.conductor import Conductor

FOUR_SIX = Breathing(
    format=1,
    title="x",
    summary="y",
    group="settle",
    minutes=5,
    phases=(PhaseSpec(Act.INHALE, 4.0, 1.0), PhaseSpec(Act.EXHALE, 6.0, 0.0)),
)
LATE_S = 0.0011
"""A turn's timer counts whole milliseconds, upwards."""


class Conducted:
    """A conductor, and everything it said, with the time by the clock."""

    def __init__(self, clock: HandClock, log: MemoryLog) -> None:
        self.clock = clock
        self.log = log
        self.conductor = Conductor()
        self.heard: list[tuple[float, object]] = []
        self.moments: list[tuple[float, object]] = []
        self.said: list[object] = []
        numbers = itertools.count(1)
        self.starter = Starter(clock, log, lambda: f"id-{next(numbers)}")
        self.conductor.happened.connect(self._hear)
        self.conductor.moment_read.connect(self._see)

    def _hear(self, event: object) -> None:
        self.heard.append((self.clock.monotonic_s, event))
        self.said.append(event)

    def _see(self, moment: object) -> None:
        self.moments.append((self.clock.monotonic_s, moment))
        self.said.append(moment)

    def session(self, length: Length = OPEN) -> Session:
        return self.starter.breathe("four-six", FOUR_SIX, length)

    def take(self, length: Length = OPEN) -> Session:
        session = self.session(length)
        self.conductor.take(session)
        return session

    def events(self, kind: type) -> list[tuple[float, object]]:
        return [(at, event) for at, event in self.heard if isinstance(event, kind)]

    def ticking(self) -> list[QTimer]:
        return [timer for timer in self.conductor.findChildren(QTimer) if timer.isActive()]


@pytest.fixture
def log():
    return MemoryLog()


@pytest.fixture
def stage(qapp, clock, log):
    made = Conducted(clock, log)
    yield made
    made.conductor.end()


@pytest.fixture
def slow_stage(qapp, clock):
    made = Conducted(clock, MemoryLog(slow=True))
    yield made
    made.conductor.end()


# -- before the first breath ----------------------------------------------------------------------------------------


def test_the_first_phase_waits_for_its_row_to_be_on_disk(slow_stage):
    session = slow_stage.take()
    slow_stage.clock.pass_by(COMMIT_GRACE_S / 2)
    assert slow_stage.conductor.stage is Stage.READY
    assert slow_stage.heard == []

    receipt = session.row.receipt
    assert isinstance(receipt, Kept)
    receipt.keep()
    slow_stage.clock.pass_by(0.006)

    assert slow_stage.conductor.stage is Stage.BREATHING
    assert [type(event) for _, event in slow_stage.heard] == [PhaseStarted]


def test_something_calm_is_shown_while_the_row_is_written(slow_stage):
    slow_stage.take()
    ((_, moment),) = slow_stage.moments
    assert (moment.stage, moment.fullness) == (Stage.READY, 0.0)


def test_a_disk_that_takes_too_long_does_not_keep_a_person_from_breathing(slow_stage):
    slow_stage.take()
    slow_stage.clock.pass_by(COMMIT_GRACE_S + 0.006)
    assert slow_stage.conductor.stage is Stage.BREATHING


def test_a_breath_that_is_to_wait_does_not_begin_by_itself_once_its_row_is_there(slow_stage):
    session = slow_stage.take()
    slow_stage.conductor.pause()
    session.row.receipt.keep()
    slow_stage.clock.pass_by(60.0)
    assert slow_stage.conductor.stage is Stage.READY
    assert slow_stage.heard == []
    slow_stage.conductor.resume()
    assert [type(event) for _, event in slow_stage.heard] == [PhaseStarted]


def test_asking_to_go_on_before_the_row_is_there_does_not_begin_early(slow_stage):
    slow_stage.take()
    slow_stage.conductor.resume()
    slow_stage.clock.pass_by(COMMIT_GRACE_S / 2)
    assert slow_stage.conductor.stage is Stage.READY
    slow_stage.clock.pass_by(COMMIT_GRACE_S)
    assert slow_stage.conductor.stage is Stage.BREATHING
    assert len(slow_stage.events(PhaseStarted)) == 1


def test_breathing_is_counted_from_the_first_phase_and_not_from_the_wait(slow_stage):
    slow_stage.take()
    slow_stage.clock.pass_by(COMMIT_GRACE_S + 0.006)
    (begun_s, event), *_ = slow_stage.heard
    assert event.at_s == 0.0
    slow_stage.clock.pass_by(4.0 + LATE_S)
    turned_s, _ = slow_stage.events(PhaseStarted)[-1]
    assert turned_s - begun_s == pytest.approx(4.0, abs=LATE_S)


def test_a_row_that_is_on_disk_already_begins_at_once(stage):
    stage.take()
    assert stage.conductor.stage is Stage.BREATHING
    assert stage.events(PhaseStarted)[0][0] == stage.clock.monotonic_s


# -- turns ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seen", [True, False], ids=["seen", "hidden"])
def test_every_turn_of_ten_minutes_comes_on_its_time_without_drift(stage, seen):
    begun_s = stage.clock.monotonic_s
    stage.conductor.set_seen(seen)
    stage.take()
    stage.clock.pass_by(600.0 + LATE_S)

    turns = stage.events(PhaseStarted)
    wanted_s = [breath * 10.0 + into for breath in range(60) for into in (0.0, 4.0)] + [600.0]
    assert [event.at_s for _, event in turns] == pytest.approx(wanted_s)
    late_s = [at - begun_s - event.at_s for at, event in turns]
    assert min(late_s) >= -1e-6
    assert max(late_s) <= LATE_S


def test_what_happened_is_said_before_the_moment_it_belongs_to(stage):
    stage.take()
    assert [type(said).__name__ for said in stage.said] == ["PhaseStarted", "Moment"]


def test_after_a_stall_everything_that_was_missed_is_told_once_and_in_order(stage):
    stage.take()
    stage.clock.stall(25.0)
    stage.clock.pass_by(0.0)
    acts = [event.phase.act for _, event in stage.events(PhaseStarted)]
    assert acts == [Act.INHALE, Act.EXHALE] * 3
    assert [event.at_s for _, event in stage.events(PhaseStarted)] == pytest.approx([0.0, 4.0, 10.0, 14.0, 20.0, 24.0])


def test_a_machine_that_slept_finds_the_practice_paused(stage):
    stage.take()
    stage.clock.pass_by(2.0)
    stage.clock.sleep(3600.0)
    stage.clock.pass_by(3.0)
    assert stage.conductor.stage is Stage.PAUSED
    ((_, paused),) = stage.events(Paused)
    assert paused.asleep
    assert stage.conductor.session.practice.elapsed_s(stage.clock.monotonic_s) < 5.0


@pytest.mark.parametrize("seen", [True, False], ids=["seen", "hidden"])
def test_a_practice_ends_at_its_length_with_a_whole_breath(stage, seen):
    begun_s = stage.clock.monotonic_s
    stage.conductor.set_seen(seen)
    stage.take(Length(minutes=0.55))  # 33 s: inside the fourth breath
    stage.clock.pass_by(60.0)
    ((reached_s, event),) = stage.events(LengthReached)
    assert reached_s - begun_s == pytest.approx(40.0, abs=LATE_S)
    assert event.breaths == 4
    assert stage.conductor.stage is Stage.RESTING
    assert stage.log.last.outcome is Outcome.COMPLETED


# -- frames ---------------------------------------------------------------------------------------------------------


def test_frames_come_as_often_as_the_drawing_wants_them(stage):
    stage.conductor.set_seen(True)
    stage.conductor.set_frame_ms(50)
    stage.take()
    stage.moments.clear()
    stage.clock.pass_by(3.0)
    assert len(stage.moments) == 60


def test_hidden_there_are_no_frames_only_turns_and_heartbeats(stage):
    stage.take()
    stage.moments.clear()
    fired = stage.clock.pass_by(60.0)
    turns, beats = 12, 60 / HEARTBEAT_S
    assert fired <= turns + beats + 1
    assert len(stage.moments) == fired


def test_one_who_looks_again_sees_the_breath_as_it_is_now(stage):
    stage.take()
    stage.clock.stall(2.0)
    stage.moments.clear()
    stage.conductor.set_seen(True)
    (_, moment), *_ = stage.moments
    assert moment.elapsed_s == pytest.approx(2.0)
    assert moment.fullness == pytest.approx(0.5)


def test_frames_stop_as_soon_as_nobody_can_see_them(stage):
    stage.conductor.set_seen(True)
    stage.take()
    stage.clock.pass_by(1.0)
    stage.conductor.set_seen(False)
    stage.moments.clear()
    stage.clock.pass_by(2.0)
    assert stage.moments == []


def test_a_pause_settles_and_then_draws_no_more(stage):
    stage.conductor.set_seen(True)
    stage.take()
    stage.clock.pass_by(3.0)
    stage.conductor.pause()
    stage.moments.clear()
    stage.clock.pass_by(2.0)
    assert stage.moments[0][1].settled < 0.1
    assert stage.moments[-1][1].settled > 0.99
    stage.moments.clear()
    stage.clock.pass_by(60.0)
    assert len(stage.moments) <= 60 / HEARTBEAT_S + 1


def test_a_pause_keeps_the_row_alive(stage):
    stage.take()
    stage.conductor.pause()
    before = len(stage.log.puts)
    stage.clock.pass_by(30.0)
    assert len(stage.log.puts) - before == 6
    assert stage.log.last.outcome is None


def test_resuming_begins_with_an_in_breath(stage):
    stage.take()
    stage.clock.pass_by(7.0)
    stage.conductor.pause()
    stage.clock.pass_by(3.0)
    stage.heard.clear()
    stage.conductor.resume()
    (_, resumed), (_, begun) = stage.heard
    assert isinstance(resumed, Resumed)
    assert begun.phase.act is Act.INHALE


# -- pace and end ---------------------------------------------------------------------------------------------------


def test_a_changed_pace_turns_on_its_own_time(stage):
    begun_s = stage.clock.monotonic_s
    stage.take()
    stage.clock.pass_by(1.0)
    assert stage.conductor.nudge(NUDGE) is Nudge.CHANGED
    stage.clock.pass_by(30.0)
    times_s = [at - begun_s for at, _ in stage.events(PhaseStarted)]
    assert times_s == pytest.approx([0.0, 4.0, 10.0, 14.4, 21.0, 25.4], abs=LATE_S)


def test_following_a_persons_own_breath_begins_one_now(stage):
    stage.take()
    stage.clock.pass_by(5.0)
    stage.heard.clear()
    stage.conductor.follow(5.0)
    ((_, event),) = stage.heard
    assert event.phase.act is Act.INHALE
    assert event.phase.duration_s == pytest.approx(5.0 / 2.2)


def test_staying_here_keeps_the_breath_that_is_under_way(stage):
    stage.take()
    stage.conductor.nudge(NUDGE)
    stage.conductor.stay_here()
    stage.clock.pass_by(30.0)
    assert {event.phase.duration_s for _, event in stage.events(PhaseStarted)} == {4.0, 6.0}


def test_ending_says_so_stops_every_timer_and_lets_the_session_go(stage):
    stage.conductor.set_seen(True)
    stage.take()
    stage.clock.pass_by(2.0)
    stage.conductor.end()
    assert stage.heard[-1][1] == Ended(Outcome.STOPPED)
    assert stage.ticking() == []
    assert stage.conductor.session is None
    assert stage.conductor.stage is Stage.ENDED


def test_another_practice_ends_the_one_before_it(stage):
    stage.take()
    stage.clock.pass_by(12.0)
    stage.take()
    first = [record for record in stage.log.puts if record.id == "id-1"][-1]
    assert (first.outcome, first.breaths) == (Outcome.STOPPED, 1)
    assert stage.conductor.session.row.record.id == "id-2"
    assert stage.conductor.stage is Stage.BREATHING


def test_with_nothing_to_conduct_every_wish_is_harmless(stage):
    stage.conductor.pause()
    stage.conductor.resume()
    stage.conductor.follow(5.0)
    stage.conductor.stay_here()
    stage.conductor.set_seen(True)
    assert stage.conductor.nudge(NUDGE) is Nudge.AT_LIMIT
    assert stage.ticking() == []
    assert stage.said == []


# -- a bug -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seen", [True, False])
def test_a_tick_that_fails_is_not_the_last_one(qtbot, stage, monkeypatch, seen):
    session = stage.take()
    stage.conductor.set_seen(seen)
    stage.clock.pass_by(3.0)
    tick = session.tick

    def fails():
        monkeypatch.setattr(session, "tick", tick)
        raise ZeroDivisionError

    monkeypatch.setattr(session, "tick", fails)
    with qtbot.captureExceptions() as bugs:
        stage.clock.pass_by(20.0)
    assert [kind for kind, *_ in bugs] == [ZeroDivisionError]
    phases = [event.phase.act for _, event in stage.events(PhaseStarted)]
    assert phases == [Act.INHALE, Act.EXHALE, Act.INHALE, Act.EXHALE, Act.INHALE]
