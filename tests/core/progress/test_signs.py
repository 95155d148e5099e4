"""Six signs: six lines, each with its own answers, and no total."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from steady.core.progress.facts import Week
from steady.core.progress.signs import Answer, Line, lines
from steady.core.remembered import SIGNS

MONDAY = date(2026, 8, 3)
WEEKS = st.dictionaries(st.integers(0, 60), st.tuples(*[st.none() | st.integers(0, 4)] * SIGNS), max_size=20).map(
    lambda found: [Week(MONDAY + timedelta(weeks=week), answers) for week, answers in found.items()]
)


def test_a_week_that_was_skipped_or_did_not_come_up_is_not_in_a_line():
    weeks = [Week(MONDAY, (0, None, 4, 1, 2, 3)), Week(MONDAY + timedelta(weeks=1), (1, None, None, 1, 2, 3))]
    found = lines(weeks)
    assert found[0] == Line(0, (Answer(MONDAY, 0), Answer(MONDAY + timedelta(weeks=1), 1)))
    assert found[1].answers == ()
    assert found[1].latest is None
    assert found[2].latest == Answer(MONDAY, 4)


@given(WEEKS)
def test_every_answer_is_in_its_own_line_in_order_of_weeks(weeks):
    found = lines(weeks)
    assert [line.sign for line in found] == list(range(SIGNS))
    for line in found:
        assert list(line.answers) == sorted(line.answers)
        assert {one.monday: one.value for one in line.answers} == {
            week.monday: week.answers[line.sign] for week in weeks if week.answers[line.sign] is not None
        }
