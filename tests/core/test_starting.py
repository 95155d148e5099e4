import itertools

import msgspec
import pytest
from tests.clock import ManualClock
from tests.memory_log import MemoryLog

from steady.core.events import OPEN, Length, Nudge, Stage
from steady.core.exercise import Breathing, Grounding, Script
from steady.core.pacing import NUDGE
from steady.core.record import Kind
from steady.core.settings import Settings
from steady.core.starting import Starter, chosen_length

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
