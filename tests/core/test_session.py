import itertools
from datetime import timedelta

import pytest
from tests.clock import ManualClock
from tests.core.breaths import BOX, LONGER_OUT
from tests.memory_log import MemoryLog

from steady.core.breath import Act, Course
from steady.core.events import OPEN, Ended, Length, LengthReached, Nudge, Outcome, Paused, PhaseStarted, Resumed, Stage
from steady.core.pacing import NUDGE
from steady.core.practice import Practice
from steady.core.record import Kind, SessionRecord
from steady.core.row import HEARTBEAT_S
from steady.core.session import COMMIT_GRACE_S, Session


class Opened:
    """A session with its clock and its log in hand."""

    def __init__(self, length=OPEN, pattern=LONGER_OUT, *, slow_log=False):
        self.clock = ManualClock(monotonic_s=1e7, boot_s=1.2e7)
        self.log = MemoryLog(slow=slow_log)
        self.opened_at = self.clock.now()
        record = SessionRecord("one", self.opened_at, "longer-out", Kind.BREATHING, beat_at=self.opened_at, breaths=0)
        self.session = Session(Practice(Course.steady(pattern), length), self.clock, self.log, record)

    def begin(self):
        self.session.begin()
        return self

    def after(self, seconds):
        self.clock.advance(seconds)
        return self.session.tick()

    def live(self, seconds):
        """Wake when asked to, as the front ends do; return each event with the time it was told."""
        told, left_s = [], seconds
        while left_s > 0.0:
            wait_s = min(left_s, max(0.001, self.session.wait_s()))
            left_s -= wait_s
            now_s = seconds - left_s
            told += [(round(now_s, 3), event) for event in self.after(wait_s).events]
        return told


def _kinds(tick):
    return [type(event) for event in tick.events]


# -- the row --------------------------------------------------------------------------------------------------------


def test_the_row_is_put_before_anything_is_shown():
    opened = Opened()

    assert [record.id for record in opened.log.puts] == ["one"]
    assert opened.log.last.outcome is None
    assert opened.session.look().stage is Stage.READY


def test_the_first_phase_waits_for_the_row():
    opened = Opened(slow_log=True)
    assert not opened.session.may_begin

    opened.session.row.receipt.keep()

    assert opened.session.may_begin


def test_a_disk_that_hangs_is_not_waited_for_longer_than_the_grace():
    opened = Opened(slow_log=True)

    opened.clock.advance(COMMIT_GRACE_S - 0.01)
    assert not opened.session.may_begin
    opened.clock.advance(0.01)
    assert opened.session.may_begin


def test_the_row_beats_every_five_seconds():
    opened = Opened().begin()
    opened.live(31.0)

    beats = [record.beat_at for record in opened.log.puts]
    assert len(beats) == 7
    assert all(b - a == timedelta(seconds=HEARTBEAT_S) for a, b in itertools.pairwise(beats))
    assert [record.practised_s for record in opened.log.puts] == pytest.approx([0, 5, 10, 15, 20, 25, 30])
    assert [record.breaths for record in opened.log.puts] == [0, 0, 1, 1, 2, 2, 3]
    assert all(record.outcome is record.ended_at is None for record in opened.log.puts)


def test_the_row_beats_through_a_pause_and_counts_none_of_it():
    opened = Opened().begin()
    opened.live(3.0)
    opened.session.pause()

    opened.live(60.0)

    assert opened.log.last.practised_s == pytest.approx(3.0)
    assert opened.clock.now() - opened.log.last.beat_at < timedelta(seconds=HEARTBEAT_S)


def test_a_long_stall_costs_one_beat_not_many():
    opened = Opened().begin()
    opened.after(300.0)

    assert len(opened.log.puts) == 2


def test_leaving_writes_the_end_at_once():
    opened = Opened().begin()
    opened.live(12.0)

    assert opened.session.end().events == [Ended(Outcome.STOPPED)]

    last = opened.log.last
    assert (last.outcome, last.breaths, last.practised_s) == (Outcome.STOPPED, 1, pytest.approx(12.0))
    assert last.ended_at == opened.opened_at + timedelta(seconds=12)


def test_coming_to_the_length_writes_completed_at_once():
    opened = Opened(Length(breaths=1)).begin()

    told = opened.live(10.5)

    assert isinstance(told[-1][1], LengthReached)
    last = opened.log.last
    assert (last.outcome, last.breaths, last.practised_s) == (Outcome.COMPLETED, 1, pytest.approx(10.0))
    assert last.ended_at == opened.opened_at + timedelta(seconds=10)


def test_looking_at_the_last_page_does_not_make_the_practice_longer():
    opened = Opened(Length(breaths=1)).begin()
    opened.live(10.0)

    opened.live(600.0)
    opened.session.end()

    last = opened.log.last
    assert last.ended_at == opened.opened_at + timedelta(seconds=10)
    assert last.practised_s == pytest.approx(10.0)
    assert last.beat_at == opened.clock.now()


def test_going_on_after_the_length_stays_completed_and_ends_when_it_ends():
    opened = Opened(Length(breaths=1)).begin()
    opened.live(10.0)
    opened.live(30.0)
    opened.session.resume()
    opened.live(12.0)
    assert opened.log.last.outcome is Outcome.COMPLETED

    opened.session.end()

    last = opened.log.last
    assert (last.outcome, last.breaths, last.practised_s) == (Outcome.COMPLETED, 2, pytest.approx(22.0))
    assert last.ended_at == opened.clock.now()


def test_after_the_end_nothing_is_written_any_more():
    opened = Opened().begin()
    opened.live(3.0)
    opened.session.end()
    written = list(opened.log.puts)

    opened.live(60.0)
    opened.session.end()

    assert opened.log.puts == written
    assert opened.session.wait_s() > 1.0


# -- the clock ------------------------------------------------------------------------------------------------------


def test_a_front_end_that_wakes_when_asked_to_hears_every_phase_on_time():
    opened = Opened(Length(minutes=1.0), BOX).begin()

    told = [(at_s, event) for at_s, event in opened.live(70.0) if isinstance(event, PhaseStarted)]

    assert [at_s for at_s, _ in told] == pytest.approx([4.0 * turn for turn in range(1, 16)], abs=0.002)


def test_a_sleep_of_the_machine_pauses_and_nothing_is_fast_forwarded():
    opened = Opened().begin()
    opened.live(3.0)

    opened.clock.sleep(8 * 3600.0)
    tick = opened.after(0.1)

    assert tick.events == [Paused(asleep=True)]
    assert tick.moment.stage is Stage.PAUSED
    assert tick.moment.elapsed_s == pytest.approx(3.1)
    assert tick.moment.breath == 0


def test_what_was_due_before_the_sleep_is_told_before_it():
    opened = Opened().begin()
    opened.live(3.9)
    opened.clock.sleep(100.0)

    assert _kinds(opened.after(0.2)) == [PhaseStarted, Paused]


def test_a_sleep_while_paused_changes_nothing():
    opened = Opened().begin()
    opened.live(3.0)
    opened.session.pause()
    opened.clock.sleep(3600.0)

    assert opened.after(0.1).events == []


@pytest.mark.parametrize("tick_between", [True, False])
def test_after_a_sleep_going_on_goes_on(tick_between):
    """Whoever presses Space before the next tick has noticed the sleep too is not paused again."""
    opened = Opened().begin()
    opened.live(3.0)
    opened.session.pause()
    opened.clock.sleep(3600.0)
    if tick_between:
        opened.after(0.0)

    assert _kinds(opened.session.resume()) == [Resumed, PhaseStarted]
    assert opened.after(0.1).moment.stage is Stage.BREATHING


def test_a_pause_that_comes_first_after_a_sleep_says_that_the_machine_slept():
    opened = Opened().begin()
    opened.live(3.0)
    opened.clock.sleep(3600.0)

    assert opened.session.pause().events == [Paused(asleep=True)]


def test_a_sleep_before_the_first_breath_pauses_nothing():
    opened = Opened()
    opened.clock.sleep(3600.0)
    opened.session.begin()

    assert opened.after(0.1).moment.stage is Stage.BREATHING


def test_a_sleep_on_the_last_page_is_not_a_pause():
    opened = Opened(Length(breaths=1)).begin()
    opened.live(11.0)
    opened.clock.sleep(3600.0)

    assert opened.after(0.1).events == []
    assert opened.session.look().stage is Stage.RESTING


@pytest.mark.parametrize("step_s", [-86_400.0, 3600.0, 0.5])
def test_steps_of_the_wall_clock_change_nothing(step_s):
    stepped, plain = Opened(Length(minutes=1.0)).begin(), Opened(Length(minutes=1.0)).begin()

    told = stepped.live(17.0)
    stepped.clock.step_wall(step_s)
    told += stepped.live(17.0)

    assert [event for _, event in told] == [event for _, event in (*plain.live(17.0), *plain.live(17.0))]
    assert stepped.session.look() == plain.session.look()
    assert stepped.log.last.practised_s == plain.log.last.practised_s


# -- what a person does ---------------------------------------------------------------------------------------------


def test_a_pause_and_going_on_are_told_with_the_moment_they_made():
    opened = Opened().begin()
    opened.live(3.0)

    paused = opened.session.pause()
    opened.clock.advance(10.0)
    resumed = opened.session.resume()

    assert paused.events == [Paused(asleep=False)]
    assert paused.moment.settled == 0.0
    assert _kinds(resumed) == [Resumed, PhaseStarted]
    assert resumed.moment.phase.act is Act.INHALE


def test_pace_is_changed_through_the_session():
    opened = Opened(pattern=LONGER_OUT.scaled(0.5)).begin()

    assert opened.session.nudge(NUDGE) is Nudge.CHANGED
    assert opened.session.practice.upcoming_pattern(opened.session.now_s()).period_s == pytest.approx(5.5)
    opened.session.stay_here()
    assert opened.session.practice.upcoming_pattern(opened.session.now_s()).period_s == pytest.approx(5.0)
    opened.session.breathe_like(Course.steady(BOX))
    assert opened.session.practice.upcoming_pattern(opened.session.now_s()) == BOX
    assert _kinds(opened.session.follow(4.0)) == [PhaseStarted]
    assert opened.session.practice.timeline.pattern(0.0).period_s == pytest.approx(4.0)
