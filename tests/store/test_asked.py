"""What is asked of the log waits in its order, and is let go of in time."""

import time

import pytest

from steady.core.record import Draft
from steady.store.asked import Asked
from steady.store.patience import Patience

LONG_S = 3600.0
"""Longer than any test may take: what is waited for that long has to come at once."""


class NotingLog:
    """Notes what is written."""

    def __init__(self):
        self.written = []

    def keep_draft(self, draft):
        self.written.append(draft)

    def forget_draft(self, exercise, place):
        self.written.append((exercise, place))


@pytest.fixture
def asked():
    made = Asked()
    assert made.wait_for_news(Patience(), LONG_S), "what was put before the start is news"
    return made


def put(words):
    return lambda log: log.written.append(words)


def write_all(asked):
    log = NotingLog()
    while (turn := asked.first()) is not None:
        turn.write(log)
        asked.over(turn, failed=False)
    return log.written


def impatient():
    patience = Patience()
    patience.more()
    return patience


def test_what_is_asked_for_is_news_and_written_in_its_order(asked):
    asked.write(("journal", "a"), put("a"))
    asked.write(("journal", "b"), put("b"))
    assert asked.wait_for_news(Patience(), LONG_S)
    assert write_all(asked) == ["a", "b"]


def test_without_news_it_waits_no_longer_than_it_is_told(asked):
    assert asked.wait_for_news(Patience(), 0.0)


def test_nothing_is_written_of_what_was_deleted(asked):
    asked.write(("journal", "a"), put("deleted"), for_good=True)
    late = asked.write(("journal", "a"), put("late words"))
    assert (late.done, late.failed) == (True, True)
    assert write_all(asked) == ["deleted"]


def test_deleting_takes_the_place_of_words_that_still_wait(asked):
    early = asked.write(("journal", "a"), put("words"))
    asked.write(("journal", "a"), put("deleted"), for_good=True)
    assert write_all(asked) == ["deleted"]
    assert (early.done, early.failed) == (True, False)


def test_another_log_may_bring_entries_back_but_no_practice(asked):
    asked.write(("journal", "a"), put("deleted"), for_good=True)
    asked.write(("session", "b"), put("forgotten"), for_good=True)
    write_all(asked)
    asked.start_over()
    asked.write(("journal", "a"), put("words"))
    asked.write(("session", "b"), put("beat"))
    assert write_all(asked) == ["words"]


def test_half_written_words_are_known_at_once_and_gone_at_once(asked):
    draft = Draft("hum", "note", "half")
    asked.keep_draft(draft)
    assert asked.drafts("hum") == [draft]
    asked.forget_draft("hum", "note")
    assert asked.drafts("hum") == []
    assert write_all(asked) == [("hum", "note")]


def test_what_is_read_does_not_undo_what_was_asked_for_since(asked):
    asked.keep_draft(Draft("hum", "note", "new"))
    asked.forget_draft("hum", "other")
    asked.take_read([Draft("hum", place, "old") for place in ("note", "other", "third")])
    assert {(draft.place, draft.text) for draft in asked.drafts("hum")} == {("note", "new"), ("third", "old")}


def test_another_log_brings_its_own_words_but_for_what_waits_to_be_written(asked):
    asked.keep_draft(Draft("hum", "note", "written"))
    write_all(asked)
    asked.keep_draft(Draft("hum", "other", "waiting"))
    asked.start_over()
    asked.take_read([Draft("hum", place, "copied") for place in ("note", "other")])
    assert {(draft.place, draft.text) for draft in asked.drafts("hum")} == {("note", "copied"), ("other", "waiting")}


# -- closing --------------------------------------------------------------------------------------------------------


def test_closed_with_nothing_to_write_there_is_no_news(asked):
    asked.close(time.monotonic() + LONG_S)
    assert not asked.wait_for_news(Patience(), None)


def test_what_a_disk_refused_is_tried_once_more_at_the_end(asked):
    asked.write(("journal", "a"), put("a"))
    asked.wait_for_news(Patience(), None)
    asked.close(time.monotonic() + LONG_S)
    assert asked.wait_for_news(Patience(), None)
    assert not asked.wait_for_news(Patience(), None)


def test_what_others_hold_up_is_tried_until_the_time_is_over(asked):
    asked.write(("journal", "a"), put("a"))
    asked.wait_for_news(impatient(), None)
    asked.close(time.monotonic())
    assert asked.wait_for_news(impatient(), None)
    assert not asked.wait_for_news(impatient(), None)


def test_what_is_asked_for_after_closing_is_given_up_at_once_and_still_news(asked):
    asked.close(time.monotonic() + LONG_S)
    late = asked.write(("journal", "a"), put("late"))
    assert (late.done, late.failed) == (True, True)
    assert asked.wait_for_news(Patience(), None)
    assert write_all(asked) == ["late"]


def test_giving_up_lets_everyone_go_and_keeps_what_they_asked_for(asked):
    receipt = asked.write(("journal", "a"), put("a"))
    asked.give_up()
    assert (receipt.done, receipt.failed) == (True, True)
    assert write_all(asked) == ["a"]
