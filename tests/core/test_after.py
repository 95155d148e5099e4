"""What is said after a practice goes into its row as it is said; what is not answered stays unanswered."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clock import ManualClock
from tests.memory_log import MemoryLog

from steady.core.after import AfterPractice, Saving, Way, rate_early
from steady.core.record import UNRATED, Felt, Kind, Ratings, SessionRecord
from steady.core.row import Row

AT = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


def row(log: MemoryLog, *, kept: bool = True, ratings: Ratings = UNRATED) -> Row:
    record = SessionRecord("s1", AT, "meet-your-breath", Kind.BREATHING, ratings=ratings)
    return Row(ManualClock(), log, record, kept=kept)


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


@pytest.fixture
def after(log) -> AfterPractice:
    return AfterPractice(row(log))


def test_at_first_nothing_is_answered(after, log):
    assert not after.has_answers
    assert log.last.ratings == Ratings()
    assert (log.last.felt, log.last.use_again, log.last.note) == (None, None, None)


ANSWERS = [
    (lambda after: after.rate(4), "ratings", Ratings(after=4)),
    (lambda after: after.rate(0), "ratings", Ratings(after=0)),
    (lambda after: after.feel(Felt.EASIER), "felt", Felt.EASIER),
    (lambda after: after.use_again(False), "use_again", False),
    (lambda after: after.name_triggers(["no-reply", "Sundays"]), "triggers", ("no-reply", "Sundays")),
    (lambda after: after.name_pulls(["checking"]), "pulled_to", ("checking",)),
    (lambda after: after.note(" a walk helped "), "note", "a walk helped"),
]


@pytest.mark.parametrize(("answer", "field", "value"), ANSWERS)
def test_each_answer_is_written_as_it_is_given_and_touches_no_other(after, log, answer, field, value):
    before = log.last
    answer(after)
    assert getattr(log.last, field) == value
    assert after.has_answers
    others = [name for name in SessionRecord.__struct_fields__ if name != field]
    assert [getattr(log.last, name) for name in others] == [getattr(before, name) for name in others]


def test_an_answer_can_be_taken_back(after, log):
    after.rate(7)
    after.feel(Felt.HARDER)
    after.rate(None)
    after.feel(None)
    assert not after.has_answers
    assert log.last.ratings.after is None


def test_the_same_note_is_not_written_twice(after, log):
    after.note("")
    assert len(log.puts) == 1
    after.note("a walk")
    after.note("a walk ")
    assert len(log.puts) == 2


def test_a_rating_after_leaves_those_before_it(log):
    after = AfterPractice(row(log, ratings=Ratings(before=6)))
    rate_early(after.row, 5)
    after.rate(3)
    assert log.last.ratings == Ratings(before=6, early=5, after=3)


def test_saved_is_said_only_once_it_is_on_disk():
    log = MemoryLog(slow=True)
    after = AfterPractice(row(log))
    after.rate(4)
    assert after.saving is Saving.UNDER_WAY
    after.row.receipt.keep()
    assert after.saving is Saving.SAVED


def test_a_full_disk_is_not_called_saved():
    after = AfterPractice(row(MemoryLog(slow=True)))
    after.rate(4)
    after.row.receipt.fail()
    assert after.saving is Saving.FAILED


def test_letting_it_go_is_said_only_once_it_is_gone():
    log = MemoryLog(slow=True)
    after = AfterPractice(row(log))
    after.forget()
    assert after.saving is Saving.FORGETTING
    after.row.receipt.keep()
    assert after.saving is Saving.FORGOTTEN
    assert log.puts == []


def test_what_the_disk_would_not_let_go_is_said_to_be_there():
    after = AfterPractice(row(MemoryLog(slow=True)))
    after.forget()
    after.row.receipt.fail()
    assert after.saving is Saving.STILL_THERE


@given(st.lists(st.sampled_from(range(len(ANSWERS))), max_size=8), st.booleans())
def test_a_practice_that_is_not_saved_leaves_no_row_whatever_is_answered(answers, from_the_start):
    log = MemoryLog()
    after = AfterPractice(row(log, kept=not from_the_start))
    if not from_the_start:
        after.rate(3)
        after.forget()
    for at in answers:
        ANSWERS[at][0](after)
    rate_early(after.row, 2)
    assert log.puts == []
    assert after.saving is Saving.FORGOTTEN


# -- where one could go from here -----------------------------------------------------------------------------------


def ways(after: AfterPractice, *, is_over: bool, may_offer_breaths: bool = True) -> set[Way]:
    return set(after.ways(is_over=is_over, may_offer_breaths=may_offer_breaths))


def test_while_it_is_asked_one_may_skip_it_or_let_the_practice_go(after):
    assert ways(after, is_over=False) == {Way.SKIP, Way.DONT_SAVE, Way.BREATHS, Way.REACHED}
    assert after.asks(is_over=False)


def test_once_it_is_over_and_saved_one_may_go_on_or_write(after):
    assert ways(after, is_over=True) == {Way.MENU, Way.BREATHS, Way.WRITE, Way.REACHED}
    assert not after.asks(is_over=True)


@pytest.mark.parametrize("is_over", [False, True])
def test_more_breaths_are_a_way_only_where_they_may_be_offered(after, is_over):
    assert Way.BREATHS not in ways(after, is_over=is_over, may_offer_breaths=False)


def test_answers_that_are_not_on_disk_yet_stand_there_meanwhile():
    after = AfterPractice(row(MemoryLog(slow=True)))
    assert after.asks(is_over=True)
    assert Way.SAVE_AGAIN not in ways(after, is_over=True)


def test_answers_that_could_not_be_saved_can_be_saved_again_or_let_go():
    after = AfterPractice(row(MemoryLog(slow=True)))
    after.row.receipt.fail()
    assert ways(after, is_over=True) >= {Way.SAVE_AGAIN, Way.DONT_SAVE}
    assert after.asks(is_over=True)
    assert Way.SAVE_AGAIN not in ways(after, is_over=False)


def test_a_practice_that_was_let_go_can_be_neither_let_go_again_nor_written_about(after):
    after.forget()
    assert ways(after, is_over=True) == {Way.MENU, Way.BREATHS, Way.REACHED}
    assert not after.asks(is_over=True)
