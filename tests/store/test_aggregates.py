"""What SQL counts agrees with the practices counted one by one, and with other SQL that is written another way."""

import contextlib
import itertools
import sqlite3
from collections import Counter
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import facts as made
from tests import realistic
from tests.realistic import TODAY, Life, Practice

from steady.core.progress.days import lately
from steady.core.progress.facts import COUNTS_FROM_S, MOST_MARKS, Facts, HourCount
from steady.core.progress.pairs import LEAST_EACH, pairs_counted, summary, used
from steady.core.progress.ranges import Range
from steady.core.progress.runs import calm_runs, longest_run
from steady.store.log import SqliteLog

AT = datetime(2026, 11, 20, 21, 30, tzinfo=timezone(timedelta(hours=1)))
MEDIAN = """
SELECT avg(rating) FROM (
    SELECT rating FROM (
        SELECT {column} AS rating, row_number() OVER (ORDER BY {column}) AS place, count(*) OVER () AS n
        FROM sessions WHERE NOT before IS NULL AND NOT after IS NULL AND day >= ? AND day <= ?
    ) WHERE place IN ((n + 1) / 2, (n + 2) / 2)
)
"""
LATELY = """
SELECT count(DISTINCT day) FROM sessions
WHERE (practised_s >= 20 OR outcome = 'completed' OR after IS NOT NULL)
  AND julianday(?) - julianday(day) BETWEEN 0 AND 29
"""
# Days in a row: those of one island share what is left of the day when its rank is taken off.
ISLANDS = """
SELECT max(n) FROM (SELECT count(*) AS n FROM (
    SELECT day, julianday(day) - row_number() OVER (ORDER BY day) AS island FROM (
        SELECT DISTINCT day FROM sessions WHERE practised_s >= 20 OR outcome = 'completed' OR after IS NOT NULL
    )
) GROUP BY island)
"""


def practice(at: datetime = AT, **changes) -> Practice:
    return Practice(at, "meet-your-breath", "breathing", "stopped", 60.0)._replace(**changes)


def facts_of(tmp_path, *practices: Practice, chosen: Range = Range.ALL, **rest) -> Facts:
    life = Life(practices, rest.get("checkins", ()), rest.get("moments", ()))
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.db"
    return made.read_facts(made.write_log(path, life), chosen)


@pytest.fixture(scope="module")
def life() -> Life:
    return realistic.of(days=200)


@pytest.fixture(scope="module")
def log(tmp_path_factory, life):
    return made.write_log(tmp_path_factory.mktemp("log") / "steady.db", life)


def counts(one: Practice) -> bool:
    return one.practised_s >= COUNTS_FROM_S or one.outcome == "completed" or one.after is not None


def in_range(life: Life, chosen: Range) -> list[Practice]:
    first = chosen.first_day(TODAY) or date.min
    return [one for one in life.practices if first <= one.started_at.date() <= TODAY]


def ask(log, query: str, *given_: object) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(log)) as connection:
        return connection.execute(query, given_).fetchall()


def test_an_empty_log_has_no_facts(tmp_path):
    assert facts_of(tmp_path) == Facts()


def test_a_life_written_as_steady_writes_says_the_same_as_one_that_was_put_there_at_once(tmp_path):
    lived = realistic.of(days=40)
    log = SqliteLog.open(tmp_path / "through.db", "test")
    realistic.write_through(log, lived)
    log.close()
    at_once = made.read_facts(made.write_log(tmp_path / "fast.db", lived), Range.ALL)
    assert made.read_facts(tmp_path / "through.db", Range.ALL) == at_once
    assert at_once.pairs


def test_the_same_seed_is_the_same_life_with_gaps_hard_weeks_unrated_practices_and_a_flight(life):
    assert realistic.of(days=200) == life
    days = {one.started_at.date() for one in life.practices}
    assert 60 < len(days) < 180
    assert any(one.before is None and one.after is None for one in life.practices)
    assert len({one.started_at.utcoffset() for one in life.practices}) >= 2


@pytest.mark.parametrize("chosen", list(Range))
def test_days_and_practices_agree_with_those_counted_one_by_one(log, life, chosen):
    facts = made.read_facts(log, chosen)
    days = Counter(one.started_at.date() for one in life.practices if counts(one))
    assert {one.day: one.times for one in facts.days} == days
    assert [one.day for one in facts.days] == sorted(days)
    assert facts.totals.practices == days.total()
    within = [one for one in in_range(life, chosen) if counts(one)]
    assert facts.practices == len(within)
    assert facts.rated_after == sum(one.after is not None for one in within)


@pytest.mark.parametrize("chosen", list(Range))
def test_pairs_agree_with_those_counted_one_by_one(log, life, chosen):
    facts = made.read_facts(log, chosen)
    rated = [one for one in in_range(life, chosen) if one.before is not None and one.after is not None]
    assert [(one.at, one.before, one.after) for one in facts.pairs] == [
        (one.started_at, one.before, one.after) for one in sorted(rated, key=lambda one: one.started_at)
    ]
    by_exercise = Counter((one.exercise, one.before, one.after) for one in rated)
    assert {tuple(one[:3]): one.times for one in facts.by_exercise} == by_exercise
    by_trigger = Counter((tag, one.before, one.after) for one in rated for tag in one.triggers)
    assert {tuple(one[:3]): one.times for one in facts.by_trigger} == by_trigger


@pytest.mark.parametrize("chosen", list(Range))
def test_medians_agree_with_sql_that_sorts_and_takes_the_middle(log, chosen):
    found = summary(made.read_facts(log, chosen).by_exercise)
    given_ = (str(chosen.first_day(TODAY) or date.min), str(TODAY))
    for column, spread in (("before", found.before), ("after", found.after)):
        ((median,),) = ask(log, MEDIAN.format(column=column), *given_)
        assert spread.median == median


def test_who_has_eight_pairs_agrees_with_sql_that_asks_for_them(log):
    query = """
        SELECT exercise, sum(before + after >= 0) AS n FROM sessions GROUP BY exercise HAVING n >= ? ORDER BY n DESC, 1
    """
    found = used(made.read_facts(log, Range.ALL).by_exercise)
    assert [(one.name, one.summary.n) for one in found] == ask(log, query, LEAST_EACH)


def test_days_lately_and_runs_without_rest_agree_with_sql_of_another_kind(log):
    facts = made.read_facts(log)
    assert ask(log, LATELY, str(TODAY)) == [(lately(facts.days, TODAY),)]
    ((longest_without_rest,),) = ask(log, ISLANDS)
    runs = calm_runs(one.day for one in facts.days)
    assert longest_run(runs).practised >= longest_without_rest
    in_a_row = [
        len(list(group))
        for run in runs
        for is_rest, group in itertools.groupby(
            (run.first + timedelta(days=step) for step in range((run.last - run.first).days + 1)),
            key=lambda day, run=run: day in run.rests,
        )
        if not is_rest
    ]
    assert max(in_a_row) == longest_without_rest


def test_hours_and_weekdays_are_those_of_the_clock_where_the_person_was(log, life):
    hard = [one for one in in_range(life, Range.ALL) if max(one.before or 0, one.early or 0) >= 7 or one.triggers]
    expected = Counter((one.started_at.weekday(), one.started_at.hour) for one in hard)
    assert {(one.weekday, one.hour): one.times for one in made.read_facts(log, Range.ALL).hours} == expected


def test_an_hour_far_from_greenwich_stays_the_hour_that_was_lived(tmp_path):
    at = datetime(2026, 11, 22, 23, 59, tzinfo=timezone(timedelta(hours=-11)))
    assert facts_of(tmp_path, practice(at, before=9)).hours == (HourCount(6, 23, 1),)


def test_signs_counts_and_triggers_are_read(log, life):
    facts = made.read_facts(log, Range.ALL)
    assert [week.monday for week in facts.weeks] == [one.monday for one in life.checkins]
    for week, one in zip(facts.weeks, life.checkins, strict=True):
        assert week.answers == tuple(value if isinstance(value, int) else None for value in one.answers)
        assert week.came_up == tuple(value != "none" for value in one.answers)
    kinds = Counter(moment.kind for moment in life.moments)
    assert (facts.totals.paused, facts.totals.reached) == (kinds["paused"], kinds["reached"])
    assert facts.totals.triggers_named == sum(len(one.triggers) for one in life.practices)


def test_a_look_of_a_few_seconds_is_no_practice_but_a_short_one_that_was_finished_or_rated_is(tmp_path):
    looks = [practice(practised_s=19.9), practice(practised_s=0.0, outcome="interrupted")]
    real = [
        practice(practised_s=20.0),
        practice(practised_s=3.0, outcome="completed"),
        practice(practised_s=1, after=4),
    ]
    assert facts_of(tmp_path, *looks).days == ()
    assert facts_of(tmp_path, *looks, *real).totals.practices == 3


def test_an_early_rating_makes_no_pair(tmp_path):
    facts = facts_of(tmp_path, practice(early=8, after=3), practice(early=8, before=7, after=3))
    assert [(one.before, one.after) for one in facts.pairs] == [(7, 3)]
    assert (facts.practices, facts.rated_after) == (2, 2)


def test_of_very_many_pairs_the_newest_are_read_and_all_are_counted(tmp_path):
    practices = [practice(AT + timedelta(minutes=place), before=7, after=place % 7) for place in range(MOST_MARKS + 50)]
    facts = facts_of(tmp_path, *practices)
    assert len(facts.pairs) == MOST_MARKS
    assert facts.pairs[-1].at == practices[-1].started_at
    assert pairs_counted(facts.by_exercise) == MOST_MARKS + 50


def test_a_range_leaves_out_what_lies_before_it_and_ahead_but_days_and_totals_never_fall(tmp_path):
    near, far, ahead = practice(), practice(AT - timedelta(days=400)), practice(AT + timedelta(days=400))
    facts = facts_of(tmp_path, near, far, ahead, chosen=Range.YEAR)
    assert (facts.practices, facts.totals.practices, len(facts.days)) == (1, 3, 3)


RATING = st.none() | st.integers(0, 10)
PRACTICES = st.lists(
    st.builds(
        practice,
        st.integers(0, 300).map(lambda back: AT - timedelta(hours=7 * back)),
        practised_s=st.sampled_from((0.0, 19.0, 20.0, 300.0)),
        outcome=st.sampled_from(("completed", "stopped", "interrupted", None)),
        before=RATING,
        early=RATING,
        after=RATING,
        triggers=st.lists(st.sampled_from(realistic.TRIGGERS), max_size=3, unique=True).map(tuple),
    ),
    max_size=30,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PRACTICES, st.sampled_from(list(Range)))
def test_whatever_was_logged_sql_and_counting_one_by_one_agree(tmp_path, practices, chosen):
    life = Life(practices, (), ())
    facts = facts_of(tmp_path, *practices, chosen=chosen)
    assert {one.day: one.times for one in facts.days} == Counter(p.started_at.date() for p in practices if counts(p))
    within = in_range(life, chosen)
    assert facts.practices == sum(map(counts, within))
    assert pairs_counted(facts.by_exercise) == sum(one.before is not None and one.after is not None for one in within)
    assert sum(one.times for one in facts.hours) == sum(
        max(one.before or 0, one.early or 0) >= 7 or bool(one.triggers) for one in within
    )
