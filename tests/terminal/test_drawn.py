"""The loop that draws: the row first, then frames, keys and signals, and the terminal given back."""

import itertools

import pytest
from tests.core.players import NotingPlayer
from tests.terminal.people import TextScreen, a_session, an_exercise

from steady.core.cues import Mix
from steady.core.events import OPEN, Length, Outcome
from steady.core.following import Following
from steady.terminal.canvas import Canvas
from steady.terminal.drawn import Drawn
from steady.terminal.glyphs import SOFT
from steady.terminal.guide import Guide
from steady.terminal.ink import Depth, Inks
from steady.terminal.painter import Painter
from steady.terminal.signals import Signals
from steady.terminal.whispers import Whispers


class Show:
    """A practice drawn on a screen of text."""

    def __init__(self, clock, log, passing, length=OPEN, **size):
        self.screen = TextScreen(passing, **size)
        self.signals = Signals()
        self.session = a_session(clock, log, length=length)
        self.player = NotingPlayer()
        self.following = Following(self.player)
        guide = Guide(self.session, an_exercise(), length, Whispers())
        canvas, painter = Canvas(SOFT, Depth.TRUE), Painter(Inks(Depth.TRUE))
        self.drawn = Drawn(self.session, guide, self.screen, canvas, painter, self.signals, self.hear)

    def hear(self):
        self.following.look(self.session.practice, Mix())

    def run(self):
        return self.drawn.run()

    def written(self):
        return "".join(text for _, text in self.screen.frames)


@pytest.fixture
def show(clock, log, passing):
    return Show(clock, log, passing)


def test_a_key_ends_it_and_the_terminal_is_given_back(show, passing, log):
    passing.at(6.0, lambda: "q")
    assert show.run()
    assert not show.screen.is_taken
    assert (log.last.outcome, log.last.breaths) == (Outcome.STOPPED, 1)
    assert "Breathe in" in show.written()
    assert "Let it go" in show.written()


def test_nothing_is_drawn_before_the_row_was_waited_for(show, passing):
    seen = []
    show.session.row.receipt.wait = lambda timeout_s: seen.append(list(show.screen.frames))
    passing.at(1.0, lambda: "q")
    show.run()
    assert seen == [[]]


def test_frames_come_as_the_breath_moves_and_at_most_twenty_a_second(show, passing):
    passing.at(20.0, lambda: "q")
    show.run()
    seconds = [second for second, _ in show.screen.frames]
    assert 100 < len(seconds) <= 20 * 20 + 16
    assert max(b - a for a, b in itertools.pairwise(seconds)) < 0.25


def test_a_paused_breath_is_not_drawn_again_and_again(show, passing):
    passing.at(1.0, lambda: "space")
    passing.at(101.0, lambda: "q")
    show.run()
    assert [second for second, _ in show.screen.frames if 4.0 < second < 100.0] == []


def test_left_alone_at_its_length_it_ends_and_the_row_says_completed(clock, log, passing):
    show = Show(clock, log, passing, Length(breaths=1))
    assert show.run()
    assert clock.monotonic_s - passing.start_s == pytest.approx(25.0, abs=0.1)
    assert (log.last.outcome, log.last.practised_s) == (Outcome.COMPLETED, pytest.approx(5.0, abs=1e-6))
    assert "That was one breath." in show.written()


def test_a_signal_to_leave_ends_it_as_a_key_does(show, passing, log):
    def hang_up():
        show.signals.leaving = True

    passing.at(3.0, hang_up)
    assert show.run()
    assert not show.screen.is_taken
    assert log.last.outcome is Outcome.STOPPED
    assert show.screen.left == ["That was less than a minute. Come back whenever you like.\n"]


def test_a_key_leaves_nothing_behind(show, passing):
    passing.at(3.0, lambda: "esc")
    show.run()
    assert show.screen.left == []


def test_a_signal_at_the_end_leaves_the_end_in_words(clock, log, passing):
    show = Show(clock, log, passing, Length(breaths=1))

    def interrupt():
        show.signals.leaving = True

    passing.at(7.0, interrupt)
    assert show.run()
    assert show.screen.left == ["That was one breath. Come back whenever you like.\n"]


def test_a_resize_is_drawn_whole_at_its_new_size(show, passing):
    def shrink():
        show.screen.columns, show.screen.rows = 20, 5

    passing.at(1.0, shrink)
    passing.at(2.5, lambda: "q")
    show.run()
    assert sum("\x1b[2J" in text for _, text in show.screen.frames) == 2
    assert "█" in "".join(text for second, text in show.screen.frames if second > 1.0)


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (20, 5), (20, 2), (300, 100)])
def test_it_lives_in_a_terminal_of_any_size(clock, log, passing, columns, rows):
    passing.at(6.0, lambda: "q")
    assert Show(clock, log, passing, columns=columns, rows=rows).run()


def test_ctrl_z_gives_the_terminal_back_paused_and_takes_it_again(show, passing, log):
    given_back = []

    def ask():
        show.signals.suspending = True

    def suspend():
        show.signals.suspending = False
        given_back.append((show.screen.is_taken, show.session.practice.stage.value))
        passing.clock.advance(3600.0)

    show.signals.suspend = suspend
    passing.at(3.0, ask)
    passing.at(3700.0, lambda: "q")
    show.run()
    assert given_back == [(False, "paused")]
    assert show.screen.takes == 2
    assert log.last.practised_s == pytest.approx(3.0, abs=0.01)


def test_a_terminal_that_goes_away_ends_it_gently(show, passing, log):
    def vanish():
        raise OSError(5, "Input/output error")

    passing.at(3.0, vanish)
    assert not show.run()
    assert log.last.outcome is Outcome.STOPPED


def test_a_bug_gives_the_terminal_back_and_leaves_a_true_row(show, passing, log):
    passing.at(3.0, lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        show.run()
    assert not show.screen.is_taken
    assert log.last.outcome is Outcome.STOPPED


def test_the_sound_follows_every_key_and_turn(show, passing):
    passing.at(2.0, lambda: "space")
    passing.at(4.0, lambda: "space")
    passing.at(6.0, lambda: "left")
    passing.at(7.0, lambda: "q")
    show.run()
    assert show.player.told == ["play", "rest", "play", "play"]
