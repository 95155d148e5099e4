from datetime import timedelta

import pytest
from tests.clock import ManualClock
from tests.memory_log import MemoryLog

from steady.core.events import Outcome
from steady.core.record import Draft, Kind, SessionRecord
from steady.core.row import HEARTBEAT_S, Row


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def log():
    return MemoryLog(slow=True)


@pytest.fixture
def row(clock, log):
    return Row(clock, log, SessionRecord("one", clock.now(), "longer-out", Kind.BREATHING))


def test_a_row_is_put_as_soon_as_it_exists(row, log):
    assert log.puts == [row.record]
    assert not row.receipt.done


def test_a_beat_is_due_five_seconds_after_the_last_write(row, clock):
    start_s = clock.read().monotonic_s

    assert row.wait_s(start_s) == HEARTBEAT_S
    assert row.wait_s(start_s + 4.0) == pytest.approx(1.0)
    assert row.wait_s(start_s + 60.0) == 0.0
    row.write(start_s + 60.0, practised_s=60.0)
    assert row.wait_s(start_s + 60.0) == HEARTBEAT_S


def test_a_write_says_how_far_it_has_come_and_has_its_own_receipt(row, clock, log):
    first = row.receipt
    clock.advance(5.0)

    row.write(clock.read().monotonic_s, practised_s=5.0, breaths=1)

    assert (log.last.practised_s, log.last.breaths, log.last.beat_at) == (5.0, 1, clock.now())
    assert log.last.outcome is log.last.ended_at is None
    assert row.receipt is not first


def test_an_outcome_comes_with_the_time_of_the_end(row, clock, log):
    clock.advance(5.0)

    row.write(clock.read().monotonic_s, practised_s=5.0, outcome=Outcome.STOPPED)

    assert (log.last.outcome, log.last.ended_at) == (Outcome.STOPPED, clock.now())


def test_completed_stays_completed(row, clock, log):
    row.write(clock.read().monotonic_s, practised_s=5.0, outcome=Outcome.COMPLETED)
    clock.advance(5.0)

    row.write(clock.read().monotonic_s, practised_s=10.0, outcome=Outcome.STOPPED)

    assert (log.last.outcome, log.last.ended_at, log.last.practised_s) == (Outcome.COMPLETED, clock.now(), 10.0)


def test_while_it_is_over_its_end_stays_where_it_was(row, clock, log):
    ended_at = clock.now()
    row.write(clock.read().monotonic_s, practised_s=5.0, outcome=Outcome.COMPLETED)
    clock.advance(90.0)

    row.write(clock.read().monotonic_s, practised_s=5.0, still_over=True)

    assert (log.last.ended_at, log.last.beat_at) == (ended_at, ended_at + timedelta(seconds=90))


def test_a_row_keeps_what_it_was_given(row, clock, log):
    row.write(clock.read().monotonic_s, practised_s=5.0)

    assert (log.last.id, log.last.exercise, log.last.kind) == ("one", "longer-out", Kind.BREATHING)
    assert log.last.started_at == log.puts[0].started_at


def test_what_the_person_says_later_is_put_at_once(row, log):
    row.amend(triggers=("space",), use_again=True)

    assert (log.last.triggers, log.last.use_again) == (("space",), True)


def test_a_row_that_is_forgotten_is_written_no_more(row, clock, log):
    row.forget()
    row.write(clock.read().monotonic_s, practised_s=5.0, outcome=Outcome.STOPPED)
    row.amend(note="never")
    row.forget()

    assert log.puts == []
    assert log.forgotten == ["one"]


def test_a_row_that_is_not_to_be_kept_waits_for_nothing_and_is_never_written(clock, log):
    row = Row(clock, log, SessionRecord("one", clock.now(), "longer-out", Kind.BREATHING), kept=False)
    row.write(clock.read().monotonic_s, practised_s=5.0)
    row.forget()

    assert row.receipt.done
    assert row.receipt.wait(0.0)
    assert log.puts == log.forgotten == []


def words_in(log):
    return {draft.place: draft.text for draft in log.drafts("no-reply-yet")}


def test_half_written_words_of_a_row_go_with_it_and_those_from_before_are_there_again(row, log):
    log.keep_draft(Draft("no-reply-yet", "fact", "from before"))
    row.keep_draft(Draft("no-reply-yet", "fact", "changed"))
    row.keep_draft(Draft("no-reply-yet", "fact", "changed again"))
    row.keep_draft(Draft("no-reply-yet", "story", "of today"))
    assert words_in(log) == {"fact": "changed again", "story": "of today"}

    row.forget()

    assert words_in(log) == {"fact": "from before"}


def test_words_that_were_let_go_for_good_do_not_come_back_with_a_row_that_is_forgotten(row, log):
    log.keep_draft(Draft("no-reply-yet", "fact", "from before"))
    row.keep_draft(Draft("no-reply-yet", "fact", "changed"))
    row.forget_draft("no-reply-yet", "fact")

    row.forget()

    assert words_in(log) == {}


def test_words_that_are_kept_on_purpose_once_the_row_is_forgotten_stay(row, log):
    row.forget()
    row.keep_draft(Draft("no-reply-yet", "fact", "this after all"))

    row.forget()

    assert words_in(log) == {"fact": "this after all"}
