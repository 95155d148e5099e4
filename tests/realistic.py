"""Months of practice as people live them: gaps, a bad fortnight, practices without ratings, a flight over time zones.

Seeded: the same seed is the same life. `of(seed)` makes it, `write_through` puts it into a log as Steady does, and
`write_fast` puts it (or a hundred thousand practices) there in one transaction.
"""

import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

if TYPE_CHECKING:
    from steady.store.log import SqliteLog

TODAY = date(2026, 11, 24)
QUARTER_DAYS = 91
HOME, AWAY = ZoneInfo("Europe/Paris"), ZoneInfo("America/Los_Angeles")
BREATHING = ("meet-your-breath", "longer-out", "one-to-three-sighs", "even-waves")
GROUNDING = ("five-senses", "feet-and-chair")
SCRIPTS = ("no-reply-yet", "before-i-send-it", "kind-to-myself", "after-the-call-time-apart")
TRIGGERS = ("no-reply", "distant", "plan-changed", "time-apart", "conflict", "my <b>own</b> & other")
HARD_HOURS = (0, 1, 7, 8, 12, 17, 18, 19, 20, 20, 21, 21, 21, 22, 22, 22, 23, 23)
CALM_HOURS = (7, 7, 8, 12, 18, 21, 21, 22)


class Practice(NamedTuple):
    """One practice, as it was lived."""

    started_at: datetime
    exercise: str
    kind: str
    outcome: str
    practised_s: float
    before: int | None = None
    early: int | None = None
    after: int | None = None
    triggers: tuple[str, ...] = ()


class Checkin(NamedTuple):
    """One week's six answers: 0 to 4, "none" where it didn't come up, None where it was skipped."""

    monday: date
    answers: tuple[int | str | None, ...]


class Counted(NamedTuple):
    """A pause before acting, or a person reached."""

    at: datetime
    kind: str


class Life(NamedTuple):
    """All of it, in order of time."""

    practices: Sequence[Practice]
    checkins: Sequence[Checkin]
    moments: Sequence[Counted]


def of(seed: int = 7, *, last: date = TODAY, days: int = QUARTER_DAYS) -> Life:
    """Return the life of the days that end with `last`."""
    chance = random.Random(seed)  # noqa: S311 - seeded on purpose: the same life each time
    practices: list[Practice] = []
    moments: list[Counted] = []
    for back in reversed(range(days)):
        day = last - timedelta(days=back)
        for at, hard in _moments_of(chance, day, back):
            practices.append(_practice(chance, at, hard=hard))
            if hard and chance.random() < 0.25:
                moments.append(Counted(at + timedelta(minutes=3), "paused"))
            if hard and chance.random() < 0.12:
                moments.append(Counted(at + timedelta(minutes=20), "reached"))
    return Life(practices, list(_checkins(chance, last, days)), moments)


def _mood(back: int) -> tuple[float, float, float]:
    """Return, for a day that long ago: how likely practice is, how likely it is hard, and the usual distress."""
    week = back % QUARTER_DAYS // 7
    if week in (6, 7):  # the bad fortnight: more practice, and harder
        return 0.86, 0.8, 7.8
    if week in (3, 9):  # a week away from it all
        return 0.12, 0.3, 5.0
    return (0.74, 0.35, 5.6) if week < 6 else (0.55, 0.5, 6.3)


def _moments_of(chance: random.Random, day: date, back: int) -> Iterator[tuple[datetime, bool]]:
    likely, hardness, _ = _mood(back)
    if chance.random() > likely:
        return
    zone = AWAY if 20 <= back % QUARTER_DAYS < 27 else HOME
    for _ in range(chance.choices((1, 2, 3, 4), (64, 24, 9, 3))[0]):
        hard = chance.random() < hardness
        hour = chance.choice(HARD_HOURS if hard else CALM_HOURS)
        yield datetime.combine(day, time(hour, chance.randrange(60), chance.randrange(60)), zone), hard


def _practice(chance: random.Random, at: datetime, *, hard: bool) -> Practice:
    kind = chance.choices(("breathing", "grounding", "script"), (62, 18, 20))[0]
    exercise = chance.choice({"breathing": BREATHING, "grounding": GROUNDING, "script": SCRIPTS}[kind])
    if kind == "breathing" and chance.random() < 0.55:
        exercise = "meet-your-breath"
    looked_only = chance.random() < 0.08
    outcome = "stopped" if looked_only else chance.choices(("completed", "stopped", "interrupted"), (62, 34, 4))[0]
    seconds = chance.uniform(1, 15) if looked_only else chance.uniform(45, 400)
    usual = chance.gauss(7.4 if hard else 4.6, 1.5)
    before = early = after = None
    if not looked_only and chance.random() < 0.7:
        before = _rating(usual)
        after = _rating(usual - chance.gauss(1.5, 1.4)) if chance.random() < 0.86 else None
    elif not looked_only and chance.random() < 0.25:
        early, after = _rating(usual), _rating(usual - chance.gauss(1.2, 1.4))
    tags = tuple(sorted(chance.sample(TRIGGERS, chance.choice((1, 1, 2))))) if hard and chance.random() < 0.6 else ()
    if tags and chance.random() < 0.5:
        tags = tuple(sorted({"no-reply", *tags[:1]}))
    return Practice(at, exercise, kind, outcome, round(seconds, 3), before, early, after, tags)


def _rating(usual: float) -> int:
    return min(10, max(0, round(usual)))


def _checkins(chance: random.Random, last: date, days: int) -> Iterator[Checkin]:
    monday = last - timedelta(days=last.weekday())
    count = days // 7
    for place in range(count):
        if chance.random() < 0.12:
            continue
        answers: list[int | str | None] = []
        for sign in range(6):
            if chance.random() < 0.08:
                answers.append(chance.choice(("none", None)))
            else:
                bad = 0.8 if place in (count - 8, count - 7) else 0.0
                usual = 1.0 + 0.2 * sign + 1.2 * place / max(1, count) - bad
                answers.append(min(4, max(0, round(chance.gauss(usual, 0.55)))))
        yield Checkin(monday - timedelta(weeks=count - place), tuple(answers))


def many(count: int, seed: int = 7, *, last: date = TODAY, years: int = 8) -> Iterator[Practice]:
    """Return that many practices over the years up to `last`, in order of time."""
    chance = random.Random(seed)  # noqa: S311 - seeded on purpose: the same life each time
    days = years * 365
    for place in range(count):
        day = last - timedelta(days=days - 1 - place * days // count)
        hard = chance.random() < 0.4
        hour = chance.choice(HARD_HOURS if hard else CALM_HOURS)
        at = datetime.combine(day, time(hour, chance.randrange(60)), timezone(timedelta(hours=1)))
        yield _practice(chance, at, hard=hard)


_SESSION = """
INSERT INTO sessions (id, started_at, ended_at, beat_at, day, tz, exercise, kind, outcome, practised_s, breaths, note,
                      edited_at, app_version, owner, before, early, after, triggers)
VALUES (?, ?, ?, NULL, ?, 'Europe/Paris', ?, ?, ?, ?, NULL, NULL, ?, '0', 'test', ?, ?, ?, ?)
"""
_CHECKIN = """
INSERT INTO checkins (id, week, answered_at, day, tz, answers, edited_at, app_version)
VALUES (?, ?, ?, ?, 'Europe/Paris', ?, ?, '0')
"""
_MOMENT = """
INSERT INTO moments (id, at, day, tz, kind, session_id, edited_at, app_version)
VALUES (?, ?, ?, 'Europe/Paris', ?, NULL, ?, '0')
"""


def write_fast(connection: sqlite3.Connection, life: Life) -> None:
    """Put a life into a log that is open, in one transaction."""
    connection.execute("BEGIN")
    connection.executemany(_SESSION, map(_session_row, range(len(life.practices)), life.practices))
    for one in life.checkins:
        at, answers = f"{one.monday.isoformat()}T10:00:00.000+01:00", json.dumps(one.answers)
        connection.execute(
            _CHECKIN, (f"week-{one.monday.isoformat()}", one.monday.isoformat(), at, at[:10], answers, at)
        )
    for number, moment in enumerate(life.moments):
        at = moment.at.isoformat(timespec="milliseconds")
        connection.execute(_MOMENT, (f"m{number:07}", at, at[:10], moment.kind, at))
    connection.execute("COMMIT")


def _session_row(number: int, one: Practice) -> tuple[object, ...]:
    at = one.started_at.isoformat(timespec="milliseconds")
    end = (one.started_at + timedelta(seconds=one.practised_s)).isoformat(timespec="milliseconds")
    rated = (one.before, one.early, one.after, json.dumps(one.triggers))
    return (f"s{number:07}", at, end, at[:10], one.exercise, one.kind, one.outcome, one.practised_s, end, *rated)


def write_through(log: "SqliteLog", life: Life) -> None:
    """Put a life into an open log as Steady does: each practice by its record, each with the ids of its kind."""
    from steady.core.events import Outcome
    from steady.core.record import Kind, Ratings, SessionRecord
    from steady.core.remembered import Checkin as WeekKept
    from steady.core.remembered import Counted as CountedKept
    from steady.core.remembered import CountedKind
    from steady.store.memories import keep_checkin, keep_counted

    for number, one in enumerate(life.practices):
        end = one.started_at + timedelta(seconds=one.practised_s)
        begun = SessionRecord(f"s{number:07}", one.started_at, one.exercise, Kind(one.kind), beat_at=one.started_at)
        log.put(begun)
        ratings = Ratings(one.before, one.early, one.after)
        over = {"ended_at": end, "outcome": Outcome(one.outcome), "practised_s": one.practised_s}
        log.put(msgspec.structs.replace(begun, ratings=ratings, triggers=one.triggers, **over))
    for checkin in life.checkins:
        at = datetime.combine(checkin.monday + timedelta(days=7), time(10), HOME)
        keep_checkin(log, WeekKept(checkin.monday, at, at.date(), checkin.answers))
    for number, moment in enumerate(life.moments):
        keep_counted(log, CountedKept(f"m{number:07}", moment.at, moment.at.date(), CountedKind(moment.kind)))
