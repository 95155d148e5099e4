"""All practices can be come to, the newest first, however far back they lie, and the log is asked a few times only."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.events import Outcome
from steady.core.past import counts, first_look, look_back
from steady.core.record import Kind, Ratings, SessionRecord

TODAY = date(2026, 11, 24)
days = st.sets(st.dates(date.min, date(2030, 1, 1)), max_size=20)


class Log:
    """Counts how often it is asked."""

    def __init__(self, found) -> None:
        self.asked = 0
        self._records = [
            SessionRecord(f"s{number}", datetime.combine(day, time(12), UTC), "hum", Kind.BREATHING, day=day)
            for number, day in enumerate(found)
        ]

    def sessions(self, since: date, until: date) -> list[SessionRecord]:
        self.asked += 1
        return [record for record in self._records if since <= record.day <= until]

    def left_out(self) -> int:
        return 3


@given(days)
def test_whoever_asks_for_more_comes_to_every_practice_and_then_to_an_end(found):
    log, since, looks = Log(found), first_look(TODAY), 0
    while True:
        past = look_back(log, since)
        looks += 1
        if past.earlier is None:
            break
        assert past.earlier < since
        since = past.earlier
    assert [record.day for record in past.records] == sorted(found, reverse=True)
    assert log.asked < 40 * looks


@given(days)
def test_the_first_look_is_empty_only_where_there_is_nothing_at_all(found):
    assert bool(look_back(Log(found), first_look(TODAY)).records) is bool(found)


def test_how_many_could_not_be_read_is_known_once_all_was_asked():
    assert look_back(Log([date(2026, 11, 20)]), first_look(TODAY)).left_out == 3


def test_practices_that_a_clock_set_back_left_in_days_to_come_are_among_them():
    past = look_back(Log([date(2027, 5, 1), date(2026, 11, 20)]), first_look(TODAY))
    assert [record.day for record in past.records] == [date(2027, 5, 1), date(2026, 11, 20)]
    assert past.earlier is None


def test_the_last_year_comes_first_and_says_that_there_is_more():
    past = look_back(Log([date(2020, 1, 1), date(2026, 11, 20)]), first_look(TODAY))
    assert [record.day for record in past.records] == [date(2026, 11, 20)]
    assert past.earlier is not None
    assert past.earlier <= date(2020, 1, 1)


@pytest.mark.parametrize(
    ("practised_s", "outcome", "after", "is_counted"),
    [
        (19.9, Outcome.STOPPED, None, False),
        (20.0, Outcome.STOPPED, None, True),
        (4.0, Outcome.COMPLETED, None, True),
        (4.0, Outcome.STOPPED, 3, True),
        (4.0, None, None, False),
    ],
)
def test_a_short_look_counts_only_where_it_came_to_its_end_or_was_rated(practised_s, outcome, after, is_counted):
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    ratings = Ratings(after=after)
    record = SessionRecord(
        "s", at, "hum", Kind.BREATHING, practised_s=practised_s, outcome=outcome, ratings=ratings, day=at.date()
    )
    assert counts(record) is is_counted
