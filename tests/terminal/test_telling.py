"""The practice in lines: each phase as it begins, the row before the first, and a true row whatever happens."""

import io

import pytest
from tests.core.players import NotingPlayer
from tests.terminal.people import a_few_times, a_session, an_exercise

from steady.core.cues import Mix
from steady.core.errors import Fault
from steady.core.events import OPEN, Length, Outcome
from steady.core.following import Following
from steady.terminal.lines import Lines
from steady.terminal.telling import Telling
from steady.terminal.whispers import Whispers
from steady.terminal.words import Sentences
from steady.texts.faults import FaultText
from steady.texts.narrator import Narrator


class Pipe(io.StringIO):
    """Notes when each line was flushed, and breaks where it is told to."""

    def __init__(self, passing):
        super().__init__()
        self._passing = passing
        self.flushed_s = []
        self.breaks_after = None

    def write(self, text):
        if self.breaks_after is not None and len(self.flushed_s) >= self.breaks_after:
            raise BrokenPipeError
        return super().write(text)

    def flush(self):
        self.flushed_s.append(self._passing.clock.monotonic_s - self._passing.start_s)

    def lines(self):
        return self.getvalue().splitlines()


@pytest.fixture
def pipe(passing):
    return Pipe(passing)


@pytest.fixture
def aside():
    return io.StringIO()


def no_sound():
    """Nothing is to sound."""


def tell(session, pipe, aside, passing, *, whispers=None, leaving=lambda: False, sound=no_sound):
    return Telling(session, Lines(pipe, aside, whispers or Whispers()), passing, leaving, sound).run()


def test_a_pipe_gets_one_line_a_phase_at_the_second_it_begins(clock, log, passing, pipe, aside):
    assert tell(a_session(clock, log), pipe, aside, passing)
    assert pipe.lines() == ["in 2.0", "out 3.0", "in 2.0", "out 3.0"]
    assert pipe.flushed_s == pytest.approx([0.0, 2.0, 5.0, 7.0], abs=1e-6)
    assert aside.getvalue() == ""


def test_it_ends_with_its_last_breath_and_the_row_says_completed(clock, log, passing, pipe, aside):
    tell(a_session(clock, log), pipe, aside, passing)
    assert clock.monotonic_s - passing.start_s == pytest.approx(10.0, abs=1e-6)
    assert (log.last.outcome, log.last.breaths) == (Outcome.COMPLETED, 2)
    assert log.last.practised_s == pytest.approx(10.0, abs=1e-6)


def test_the_row_is_asked_for_before_the_first_line(clock, log, passing, pipe, aside):
    session = a_session(clock, log)
    seen = []
    session.row.receipt.wait = lambda timeout_s: seen.append((len(log.puts), pipe.lines()))
    tell(session, pipe, aside, passing)
    assert seen == [(1, [])]


def test_holds_are_told_where_they_are_asked_for(clock, log, passing, pipe, aside):
    tell(a_session(clock, log, a_few_times(), Length(breaths=1), holds=True), pipe, aside, passing)
    assert pipe.lines() == ["in 2.0", "hold 2.0", "out 3.0"]


def test_whoever_leaves_finds_the_row_stopped(clock, log, passing, pipe, aside):
    left = []
    passing.at(6.0, lambda: left.append(True))
    assert tell(a_session(clock, log, length=OPEN), pipe, aside, passing, leaving=lambda: bool(left))
    assert pipe.lines() == ["in 2.0", "out 3.0", "in 2.0"]
    assert (log.last.outcome, log.last.breaths) == (Outcome.STOPPED, 1)


def test_a_reader_that_goes_away_ends_it_gently(clock, log, passing, pipe, aside):
    pipe.breaks_after = 2
    assert not tell(a_session(clock, log, length=OPEN), pipe, aside, passing)
    assert (log.last.outcome, log.last.breaths) == (Outcome.STOPPED, 1)


def test_a_bug_leaves_a_true_row_too(clock, log, passing, pipe, aside):
    passing.at(3.0, lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        tell(a_session(clock, log), pipe, aside, passing)
    assert log.last.outcome is Outcome.STOPPED


def test_after_a_stall_only_the_present_phase_is_told(clock, log, passing, pipe, aside):
    passing.at(1.0, lambda: clock.advance(12.5))
    tell(a_session(clock, log, length=Length(breaths=4)), pipe, aside, passing)
    assert pipe.lines() == ["in 2.0", "out 3.0", "in 2.0", "out 3.0"]
    assert pipe.flushed_s == pytest.approx([0.0, 13.5, 15.0, 17.0], abs=1e-6)


def test_after_a_sleep_of_the_machine_it_goes_on_with_an_in_breath(clock, log, passing, pipe, aside):
    passing.at(3.0, lambda: clock.sleep(3600))
    tell(a_session(clock, log), pipe, aside, passing)
    assert pipe.lines() == ["in 2.0", "out 3.0", "in 2.0", "out 3.0", "in 2.0", "out 3.0"][: len(pipe.lines())]
    assert pipe.flushed_s[2] == pytest.approx(3.0, abs=1e-6)
    assert log.last.outcome is Outcome.COMPLETED
    assert log.last.practised_s < 20


def test_the_heart_beats_through_an_open_practice(clock, log, passing, pipe, aside):
    left = []
    passing.at(61.0, lambda: left.append(True))
    tell(a_session(clock, log, length=OPEN), pipe, aside, passing, leaving=lambda: bool(left))
    assert len(log.puts) >= 1 + 60 // 5


def test_a_fault_is_told_once_on_the_side(clock, log, passing, pipe, aside):
    whispers = Whispers()
    passing.at(3.0, lambda: whispers.tell(Fault.DISK_FULL))
    passing.at(4.0, lambda: whispers.tell(Fault.DISK_FULL))
    tell(a_session(clock, log), pipe, aside, passing, whispers=whispers)
    assert aside.getvalue() == FaultText.DISK_FULL + "\n"
    assert all(line[0] in "io" for line in pipe.lines())


def words(clock, log, passing, pipe, exercise, length, whispers=None):
    teller = Sentences(pipe, exercise.title, Narrator(exercise, length), whispers or Whispers())
    assert Telling(a_session(clock, log, exercise, length), teller, passing, lambda: False, no_sound).run()
    return pipe.lines()


def test_words_are_sentences_without_a_single_escape_code(clock, log, passing, pipe):
    lines = words(clock, log, passing, pipe, an_exercise(), Length(breaths=1))
    assert lines == [
        "Longer out. Ctrl-C ends it whenever you like.",
        "Breathe in, 2 seconds.",
        "Let it go, 3 seconds.",
        "That was one breath. Stopping is a good choice. So is a little more.",
    ]
    assert "\x1b" not in pipe.getvalue()


def test_words_after_breaths_that_are_done_a_few_times_lead_to_ones_own(clock, log, passing, pipe):
    lines = words(clock, log, passing, pipe, a_few_times(), Length(breaths=4))
    assert lines[-1] == "Let your own breath come. That was enough of these. Nothing more to do."


def test_whoever_leaves_the_words_is_told_how_long_it_was(clock, log, passing, pipe):
    exercise = an_exercise()
    teller = Sentences(pipe, exercise.title, Narrator(exercise, OPEN), Whispers())
    session = a_session(clock, log, exercise, OPEN)
    assert Telling(session, teller, passing, lambda: passing.clock.monotonic_s > passing.start_s, no_sound).run()
    assert pipe.lines()[1:] == [
        "Breathe in, 2 seconds.",
        "",
        "That was less than a minute. Come back whenever you like.",
    ]


def test_words_on_a_terminal_that_is_gone_as_someone_leaves_end_gently(clock, log, passing, pipe):
    exercise, pipe.breaks_after = an_exercise(), 2
    teller = Sentences(pipe, exercise.title, Narrator(exercise, OPEN), Whispers())
    session = a_session(clock, log, exercise, OPEN)
    assert Telling(session, teller, passing, lambda: passing.clock.monotonic_s > passing.start_s, no_sound).run()
    assert log.last.outcome is Outcome.STOPPED


def test_words_tell_a_fault_between_the_phases(clock, log, passing, pipe):
    whispers = Whispers()
    whispers.tell(Fault.READ_ONLY)
    assert FaultText.READ_ONLY in words(clock, log, passing, pipe, an_exercise(), Length(breaths=1), whispers)


def test_the_sound_is_there_from_the_first_phase_on_and_ends_by_itself(clock, log, passing, pipe, aside):
    player, session = NotingPlayer(), a_session(clock, log)
    following = Following(player)
    tell(session, pipe, aside, passing, sound=lambda: following.look(session.practice, Mix()))
    assert player.told == ["play"]
    assert player.plan.ends_s is not None
