import itertools
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
from tests.clock import ManualClock
from tests.memory_log import MemoryLog

from steady.core.events import OPEN, Length, Nudge, Stage
from steady.core.exercise import Breathing, Grounding, Script
from steady.core.pacing import NUDGE
from steady.core.record import Kind
from steady.core.settings import Form, Motion, Settings
from steady.core.starting import Starter, chosen_form, chosen_length

COMMON = {"format": 1, "title": "x", "summary": "y", "group": "settle", "minutes": 4}
PHASES = [{"do": "in", "seconds": 4, "to": 1.0}, {"do": "out", "seconds": 6, "to": 0.0}]
STEPS = [{"do": "say", "say": "Hello."}]


def _exercise(kind=Breathing, **fields):
    parts = {"phases": PHASES} if kind is Breathing else {"steps": STEPS}
    tag = kind.__struct_config__.tag
    return msgspec.convert({**COMMON, "kind": tag, **parts, **fields}, type=kind)


@pytest.fixture
def log():
    return MemoryLog()


@pytest.fixture
def starter(log):
    numbers = itertools.count(1)
    return Starter(ManualClock(), log, lambda: f"id-{next(numbers)}")


@pytest.mark.parametrize(
    ("settings", "length"),
    [
        (Settings(), Length(minutes=4)),
        (Settings(length_minutes=2.0), Length(minutes=2.0)),
        (Settings(length_breaths=12), Length(breaths=12)),
        (Settings(length_open=True), OPEN),
        (Settings(length_open=True, length_minutes=2.0), OPEN),
    ],
)
def test_a_persons_own_length_comes_before_the_exercises(settings, length):
    assert chosen_length(_exercise(), settings) == length


def test_a_breath_that_is_done_a_few_times_only_stays_that_short():
    sigh = _exercise(cycles=3, then="rest")

    assert chosen_length(sigh, Settings(length_open=True)) == Length(breaths=3)


def test_a_session_waits_to_begin_with_its_row_on_the_way(starter, log):
    session = starter.breathe("longer-out", _exercise(), OPEN)

    assert session.practice.stage is Stage.READY
    assert (log.last.id, log.last.exercise, log.last.kind, log.last.breaths) == (
        "id-1",
        "longer-out",
        Kind.BREATHING,
        0,
    )


def test_each_session_has_its_own_row(starter, log):
    starter.breathe("longer-out", _exercise(), OPEN)
    starter.breathe("longer-out", _exercise(), OPEN)

    assert [record.id for record in log.puts] == ["id-1", "id-2"]


def test_holds_are_breathed_only_where_they_are_asked_for(starter):
    hold = {"do": "hold", "seconds": 4, "optional": True}
    box = _exercise(phases=[PHASES[0], hold, PHASES[1]], cautions=["holds"])

    without = starter.breathe("box", box, OPEN)
    with_holds = starter.breathe("box", box, OPEN, holds=True)

    assert without.practice.timeline.pattern(0.0).period_s == pytest.approx(10.0)
    assert with_holds.practice.timeline.pattern(0.0).period_s == pytest.approx(14.0)


def test_meet_then_slow_is_never_slower_than_six_a_minute(starter):
    session = starter.breathe("meet", _exercise(pace={"start": {"in": 4, "out": 6}}), OPEN)
    session.begin()

    assert session.nudge(NUDGE) is Nudge.AT_LIMIT


def test_a_breath_at_one_pace_may_be_made_slower(starter):
    session = starter.breathe("longer-out", _exercise(), OPEN)
    session.begin()

    assert session.nudge(NUDGE) is Nudge.CHANGED


@pytest.mark.parametrize(("kind", "logged"), [(Grounding, Kind.GROUNDING), (Script, Kind.SCRIPT)])
def test_a_walk_is_logged_as_what_it_is(starter, log, kind, logged):
    group = "ground" if kind is Grounding else "soothe"

    walk = starter.walk("a-walk", _exercise(kind, group=group))

    assert walk.walk.count == 1
    assert (log.last.kind, log.last.breaths, log.last.exercise) == (logged, None, "a-walk")


# -- the day that is lived ---------------------------------------------------------------------------------------------

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("wall", "hour", "day"),
    [
        (datetime(2026, 11, 22, 23, 59, 59, tzinfo=PARIS), 0, date(2026, 11, 22)),
        (datetime(2026, 11, 23, 0, 1, tzinfo=PARIS), 0, date(2026, 11, 23)),
        (datetime(2026, 11, 23, 0, 1, tzinfo=PARIS), 4, date(2026, 11, 22)),
        (datetime(2026, 3, 29, 3, 30, tzinfo=PARIS), 4, date(2026, 3, 28)),  # an hour after the clocks went forward
        (datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=PARIS), 3, date(2026, 10, 24)),  # the second half past two
        (datetime(2028, 2, 29, 1, 0, tzinfo=PARIS), 2, date(2028, 2, 28)),
        (datetime(2028, 3, 1, 1, 0, tzinfo=PARIS), 2, date(2028, 2, 29)),
        (datetime(2026, 6, 10, 14, 0, tzinfo=ZoneInfo("Pacific/Kiritimati")), 0, date(2026, 6, 10)),
        (datetime(2026, 6, 9, 14, 5, tzinfo=ZoneInfo("Pacific/Pago_Pago")), 0, date(2026, 6, 9)),  # over the date line
        (datetime(2025, 11, 22, 21, 7, tzinfo=PARIS), 0, date(2025, 11, 22)),  # a clock set back a year
    ],
)
def test_a_practice_belongs_to_the_day_that_was_lived_when_it_began(log, wall, hour, day):
    clock = ManualClock()
    clock.wall = wall
    starter = Starter(clock, log, lambda: "id", lambda: hour)
    starter.walk("no-reply-yet", _exercise(Script))
    assert log.last.day == starter.today() == day


def test_a_practice_over_midnight_stays_in_the_day_it_began_in(log):
    clock = ManualClock()
    clock.wall = datetime(2026, 11, 22, 23, 59, tzinfo=PARIS)
    session = Starter(clock, log, lambda: "id").walk("no-reply-yet", _exercise(Script))
    clock.advance(120.0)
    session.end()
    assert log.last.day == date(2026, 11, 22)
    assert log.last.ended_at.date() == date(2026, 11, 23)


def test_where_the_day_ends_is_asked_for_at_each_start(log):
    clock, hours = ManualClock(), [0]
    clock.wall = datetime(2026, 11, 23, 1, 0, tzinfo=PARIS)
    starter = Starter(clock, log, lambda: "id", lambda: hours[-1])
    starter.walk("no-reply-yet", _exercise(Script))
    hours.append(2)
    starter.walk("no-reply-yet", _exercise(Script))
    assert [put.day for put in log.puts] == [date(2026, 11, 23), date(2026, 11, 22)]


@pytest.mark.parametrize(
    ("settings", "exercise", "form"),
    [
        (Settings(), _exercise(), Form.ORB),
        (Settings(), _exercise(form="wave"), Form.WAVE),
        (Settings(form=Form.SQUARE), _exercise(form="wave"), Form.SQUARE),
        (Settings(last_reduced_motion=True), _exercise(), Form.STILL),
        (Settings(last_reduced_motion=True), _exercise(form="wave"), Form.STILL),
        (Settings(last_reduced_motion=True, form=Form.ORB), _exercise(), Form.ORB),
        (Settings(last_reduced_motion=True, motion=Motion.FULL), _exercise(form="wave"), Form.WAVE),
        (Settings(motion=Motion.REDUCED), _exercise(), Form.STILL),
        (Settings(motion=Motion.REDUCED, form=Form.ORB), _exercise(), Form.STILL),
        (Settings(motion=Motion.FULL, form=Form.STILL), _exercise(), Form.STILL),
    ],
)
def test_the_form_is_the_persons_the_desktops_or_the_exercises_in_that_order(settings, exercise, form):
    assert chosen_form(settings, exercise) is form
