from datetime import timedelta

import pytest
from tests.clock import ManualClock
from tests.memory_log import MemoryLog

from steady.core.events import Outcome
from steady.core.record import Kind, SessionRecord
from steady.core.row import HEARTBEAT_S
from steady.core.steps import Name, Say, Unsent
from steady.core.walk import Walk
from steady.core.walk_session import WalkSession

STEPS = (Say(say="Hello."), Name(say="Find three things.", count=3), Say(say="That's enough."))


def test_a_walk_goes_forward_and_back_and_stops_at_both_ends():
    walk = Walk(STEPS)

    assert walk.is_first
    assert not walk.back()
    assert [walk.forward() for _ in range(3)] == [True, True, False]
    assert walk.is_last
    assert walk.step is STEPS[2]
    assert walk.back()
    assert walk.index == 1
    assert walk.count == 3


def test_things_are_named_with_words_or_a_press_up_to_what_was_asked_for():
    walk = Walk(STEPS)
    walk.forward()

    assert [walk.name(words) for words in ("a lamp", "", "my hand", "the door")] == [True, True, True, False]

    assert walk.named == ("a lamp", "", "my hand")
    assert walk.is_full


def test_a_step_that_asks_for_nothing_is_full_and_takes_no_names():
    walk = Walk(STEPS)

    assert walk.is_full
    assert not walk.name("a lamp")
    assert walk.named == ()


def test_the_last_thing_can_be_taken_back_and_nothing_below_nothing():
    walk = Walk(STEPS)
    walk.forward()
    walk.name("a lamp")
    walk.name("a cup")

    walk.unname()
    assert walk.named == ("a lamp",)
    walk.unname()
    walk.unname()
    assert walk.named == ()


def test_one_may_go_on_with_fewer_and_find_them_again_on_the_way_back():
    walk = Walk(STEPS)
    walk.forward()
    walk.name("a lamp")

    assert walk.forward()
    walk.back()

    assert walk.named == ("a lamp",)
    assert not walk.is_full


# -- its row --------------------------------------------------------------------------------------------------------


def _started():
    clock, log = ManualClock(), MemoryLog()
    record = SessionRecord("one", clock.now(), "five-senses", Kind.GROUNDING, beat_at=clock.now())
    return WalkSession(Walk(STEPS), clock, log, record), clock, log


def test_the_row_of_a_walk_is_put_before_its_first_step_is_shown():
    _, _, log = _started()

    assert len(log.puts) == 1
    assert log.last.outcome is None


def test_a_walk_beats_every_five_seconds():
    session, clock, log = _started()
    for _ in range(6):
        clock.advance(session.beat())

    assert session.beat() == pytest.approx(HEARTBEAT_S)
    assert len(log.puts) == 7
    assert log.last.practised_s == pytest.approx(30.0)
    assert log.last.beat_at == clock.now()
    assert log.last.breaths is None


def test_a_beat_that_is_not_due_writes_nothing():
    session, clock, log = _started()
    clock.advance(2.0)

    assert session.beat() == pytest.approx(3.0)
    assert len(log.puts) == 1


def test_leaving_a_walk_on_the_way_is_stopped():
    session, clock, log = _started()
    clock.advance(7.0)

    session.end()

    assert (log.last.outcome, log.last.ended_at) == (Outcome.STOPPED, log.last.started_at + timedelta(seconds=7))


def test_leaving_a_walk_at_its_last_step_is_completed():
    session, _, log = _started()
    while session.walk.forward():
        pass

    session.end()

    assert log.last.outcome is Outcome.COMPLETED


def test_after_a_walk_nothing_is_written_any_more_and_nothing_is_due():
    session, clock, log = _started()
    session.end()
    written = list(log.puts)

    clock.advance(60.0)
    session.end()

    assert session.beat() == pytest.approx(HEARTBEAT_S)
    assert log.puts == written


def test_a_sleep_of_the_machine_is_no_time_practised():
    session, clock, log = _started()
    clock.advance(3.0)
    clock.sleep(3600.0)

    session.end()

    assert log.last.practised_s == pytest.approx(3.0)


def test_a_walk_knows_what_follows_and_how_many_things_each_naming_step_asks_for():
    walk = Walk((*STEPS[:2], Name(say="And two.", count=2)))

    assert walk.counts == (3, 2)
    assert walk.following is walk.steps[1]
    walk.forward()
    walk.forward()
    assert walk.following is None


def test_words_from_before_come_back_but_never_over_words_of_this_walk():
    walk = Walk(STEPS)
    walk.write("story", "new words")

    walk.put_back("fact", "old words")
    walk.put_back("story", "older words")
    walk.put_back("else", "")

    assert walk.written == {"story": "new words", "fact": "old words"}
    assert walk.from_before == {"fact"}


def test_writing_says_when_the_last_words_of_a_box_are_gone_and_only_then():
    walk = Walk(STEPS)
    walk.put_back("fact", "old words")

    assert not walk.write("fact", "old")
    assert walk.write("fact", " ")
    assert not walk.write("fact", "")
    assert not walk.write("story", "")
    assert walk.from_before == set()


def test_time_in_which_nobody_is_at_it_is_not_practised():
    clock, log = ManualClock(), MemoryLog()
    session = WalkSession(Walk(STEPS), clock, log, SessionRecord("1", clock.now(), "five-senses", Kind.GROUNDING))
    clock.advance(40.0)
    session.rest()
    session.rest()
    clock.advance(3600.0)
    session.go_on()
    session.go_on()
    clock.advance(20.0)
    session.end()
    assert session.row.record.practised_s == pytest.approx(60.0)


def test_words_kept_that_cannot_be_sent_stay_kept_until_the_box_is_empty():
    walk = Walk((Unsent(say="Write it.", id="message"), *STEPS))
    walk.write("message", "one")
    assert walk.to_keep == {}
    walk.keep("message")
    assert walk.to_keep == {"message": "one"}
    walk.write("message", "")
    walk.write("message", "two")
    assert walk.to_keep == {}
    assert not walk.keeps("message")


def test_words_from_before_that_cannot_be_sent_are_kept_on():
    walk = Walk((Unsent(say="Write it.", id="message"), *STEPS))
    walk.put_back("message", "one")
    walk.write("message", "one more")
    assert walk.to_keep == {"message": "one more"}
