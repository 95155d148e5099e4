"""What holds for every practice, whatever a person does in it and however unevenly the clock is read."""

import itertools
import random
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.core.breaths import FRAME_S, LONGER_OUT, ONE_FRAME, courses

from steady.core.breath import Act
from steady.core.events import OPEN, Ended, Length, LengthReached, Paused, PhaseStarted, Resumed, Stage
from steady.core.pacing import NUDGE, Pace, meet_then_slow
from steady.core.practice import Practice

T0 = 12_345.678
TICK_S = 0.017

ACTS = {
    "pause": lambda practice, now_s: practice.pause(now_s),
    "resume": lambda practice, now_s: practice.resume(now_s),
    "go on": lambda practice, now_s: practice.go_on(now_s),
    "slower": lambda practice, now_s: practice.nudge(now_s, NUDGE) and None,
    "faster": lambda practice, now_s: practice.nudge(now_s, 1 / NUDGE) and None,
    "stay": lambda practice, now_s: practice.stay_here(now_s),
    "tap fast": lambda practice, now_s: practice.follow(now_s, 3.1),
    "tap slow": lambda practice, now_s: practice.follow(now_s, 8.7),
}


class Deed(NamedTuple):
    """Something a person does, `after_s` seconds after the last thing."""

    after_s: float
    act: str


gaps_s = st.floats(0.0, 6.0) | st.sampled_from((0.0, 0.5, 1.0, 2.0, 3.0, 4.0))
deeds = st.lists(st.builds(Deed, gaps_s, st.sampled_from(sorted(ACTS))), max_size=8)
lengths = st.sampled_from((OPEN, Length(breaths=1), Length(breaths=3), Length(minutes=0.1), Length(minutes=0.25)))


def _live(practice, done, ticks_s=()):
    """Live through the deeds, with extra ticks between them; return all events and the last instant."""
    events, now_s = practice.start(T0), T0
    ticks = iter(sorted(ticks_s))
    tick_s = next(ticks, None)
    for deed in done:
        now_s += deed.after_s
        while tick_s is not None and T0 + tick_s < now_s:
            events += practice.advance(T0 + tick_s)
            tick_s = next(ticks, None)
        events += practice.advance(now_s)
        events += ACTS[deed.act](practice, now_s) or []
    events += practice.advance(now_s + 20.0)
    return events, now_s + 20.0


@settings(max_examples=40, deadline=None)
@given(courses(), lengths, deeds)
def test_nothing_a_person_does_ever_jumps_the_lungs(course, length, done):
    practice = Practice(course, length)
    practice.start(T0)
    now_s, before = T0, practice.look(T0).fullness

    def frame():
        nonlocal before
        after = practice.look(now_s).fullness
        assert abs(after - before) <= ONE_FRAME
        assert 0.0 <= after <= 1.0
        before = after

    for deed in (*done, Deed(4.0, "pause"), Deed(2.0, "resume"), Deed(1.0, "pause")):
        for _ in range(int(deed.after_s / FRAME_S)):
            now_s += FRAME_S
            frame()
            practice.advance(now_s)
            frame()
        ACTS[deed.act](practice, now_s)
        frame()
    level = practice.look(now_s).fullness
    practice.end(now_s)
    assert practice.look(now_s).fullness == pytest.approx(level)


@settings(deadline=None)
@given(courses(), lengths, deeds, st.lists(st.floats(0.0, 40.0), max_size=60))
def test_the_same_deeds_come_to_the_same_whatever_ticks_lie_between(course, length, done, ticks_s):
    """The first practice is read at the deeds only, the second at any other instant too."""
    seldom, often = Practice(course, length), Practice(course, length)

    events, end_s = _live(seldom, done)

    assert _live(often, done, ticks_s) == (events, end_s)
    assert often.look(end_s) == seldom.look(end_s)


@settings(deadline=None)
@given(courses(), lengths, deeds)
def test_every_phase_is_told_once_and_in_order(course, length, done):
    """From each new in-breath on, one phase follows the other without a gap, and a breath counts when it is whole."""
    practice, now_s = Practice(course, length), T0
    runs = [practice.start(T0)]
    for deed in (*done, Deed(20.0, "pause")):
        now_s += deed.after_s
        runs[-1] += practice.advance(now_s)
        begun = [event for event in ACTS[deed.act](practice, now_s) or [] if isinstance(event, PhaseStarted)]
        if begun:
            runs.append(begun)

    phases = course.pattern(0).phases
    for run in runs:
        told = [event for event in run if isinstance(event, PhaseStarted)]
        for place, event in enumerate(told):
            wanted = phases[place % len(phases)]
            assert (event.phase.act, event.phase.to) == (wanted.act, wanted.to)
            assert event.breath == told[0].breath + place // len(phases)
        for before, after in itertools.pairwise(told):
            assert after.at_s == pytest.approx(before.at_s + before.phase.duration_s, abs=1e-5)


@settings(deadline=None)
@given(courses(), lengths, deeds)
@example(meet_then_slow(LONGER_OUT, Pace(3.0, 4.0)), Length(minutes=0.1), [Deed(6.5, "pause"), Deed(1.0, "resume")])
@example(meet_then_slow(LONGER_OUT, Pace(3.0, 4.0)), Length(minutes=0.1), [Deed(6.5, "tap slow")])
@example(meet_then_slow(LONGER_OUT, Pace(3.0, 4.0)), Length(minutes=0.1), [Deed(5.9995, "tap fast")])
def test_it_never_ends_inside_a_breath(course, length, done):
    practice = Practice(course, length)
    events, _ = _live(practice, done)

    for before, event in itertools.pairwise(events):
        if isinstance(event, LengthReached):
            assert isinstance(before, PhaseStarted)
            assert event.at_s == pytest.approx(before.at_s + before.phase.duration_s, abs=1e-5)
            assert before.phase.act is not Act.INHALE
            assert before.phase.to == course.steps[-1].pattern.resting_level
            wanted_s = None if length.minutes is None else length.minutes * 60.0
            assert wanted_s is None or event.at_s >= wanted_s - 1e-3
            assert length.breaths is None or event.breaths == length.breaths


@settings(deadline=None)
@given(courses(), lengths, deeds)
def test_stages_and_events_tell_one_story(course, length, done):
    """Paused and resumed alternate, the length comes at most once, and nothing breathes while it stands still."""
    practice = Practice(course, length)
    events, end_s = _live(practice, done)
    events += practice.end(end_s)

    stage = Stage.BREATHING
    for event in events:
        match event:
            case PhaseStarted():
                assert stage is Stage.BREATHING
            case Paused():
                assert stage is Stage.BREATHING
                stage = Stage.PAUSED
            case Resumed():
                assert stage in (Stage.PAUSED, Stage.RESTING)
                stage = Stage.BREATHING
            case LengthReached():
                assert stage is Stage.BREATHING
                stage = Stage.RESTING
            case Ended():
                stage = Stage.ENDED
    assert stage is practice.stage is Stage.ENDED
    assert sum(isinstance(event, LengthReached) for event in events) <= 1


@pytest.mark.parametrize("seed", [1, 2])
def test_thirty_minutes_of_ticks_and_stalls_end_exactly_where_one_jump_does(seed):
    """A process that counts ticks would be seconds late by now."""
    chance = random.Random(seed)  # noqa: S311 - the same stalls each time
    course = meet_then_slow(LONGER_OUT, Pace(3.0, 4.0))
    ticked, jumped = Practice(course), Practice(course)
    events, now_s = ticked.start(T0), T0
    while now_s < T0 + 1800.0:
        now_s += TICK_S if chance.random() < 0.999 else chance.uniform(0.05, 4.0)
        events += ticked.advance(now_s)
        ticked.look(now_s)

    assert jumped.start(T0) + jumped.advance(now_s) == events
    assert jumped.look(now_s) == ticked.look(now_s)
    assert len(events) > 360


def test_a_day_without_a_look_loses_nothing():
    practice = Practice(meet_then_slow(LONGER_OUT, Pace(3.0, 4.0)))
    practice.start(1e7)

    events = practice.advance(1e7 + 86_400.0)

    inhales = [event.breath for event in events if event.phase.act is Act.INHALE]
    assert inhales == list(range(1, inhales[-1] + 1))
    last = events[-1]
    assert practice.look(1e7 + 86_400.0).fraction == pytest.approx((86_400.0 - last.at_s) / last.phase.duration_s)
