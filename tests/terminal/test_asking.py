"""What is settled before the first breath."""

import io

import pytest
from tests.terminal.people import a_few_times, an_exercise

from steady.core.events import OPEN, Length
from steady.core.settings import Settings
from steady.terminal.asking import asked_length, caution, is_cut_short
from steady.terminal.run import Front, Streams
from steady.terminal.signals import Signals
from steady.texts.cautions import CautionText

ASKED = [None, OPEN, Length(minutes=2), Length(breaths=7)]


@pytest.mark.parametrize("wanted", ASKED[1:])
def test_what_is_asked_for_comes_first(wanted):
    assert asked_length(an_exercise(), Settings(length_minutes=9), wanted, holds=False) == wanted


def test_then_the_persons_own_length_then_the_exercises():
    assert asked_length(an_exercise(), Settings(length_minutes=9), None, holds=False) == Length(minutes=9)
    assert asked_length(an_exercise(), Settings(), None, holds=False) == Length(minutes=1)


@pytest.mark.parametrize(
    ("wanted", "breaths"),
    [
        (None, 4),
        (OPEN, 4),
        (Length(breaths=7), 4),
        (Length(breaths=2), 2),
        (Length(minutes=30), 4),
        (Length(minutes=0.1), 2),
    ],
)
def test_breaths_that_are_done_a_few_times_stay_few(wanted, breaths):
    assert asked_length(a_few_times(), Settings(length_open=True), wanted, holds=False) == Length(breaths=breaths)


@pytest.mark.parametrize(
    ("wanted", "cut"),
    [
        (None, False),
        (OPEN, True),
        (Length(breaths=5), True),
        (Length(breaths=4), False),
        (Length(minutes=0.3), False),
        (Length(minutes=0.4), True),
    ],
)
def test_only_more_than_there_is_counts_as_cut_short(wanted, cut):
    assert is_cut_short(a_few_times(), wanted, holds=False) is cut
    assert not is_cut_short(an_exercise(), wanted, holds=False)


class Keys(io.StringIO):
    def __init__(self, text, *, is_terminal=True):
        super().__init__(text)
        self._is_terminal = is_terminal

    def isatty(self):
        return self._is_terminal


class Paper(io.StringIO):
    def fileno(self):
        raise OSError(9, "no descriptor")


def ask(keys, front):
    streams = Streams(keys, Paper(), Paper())
    with Signals() as signals:
        answer = caution(a_few_times(), streams, front, signals)
    return answer, streams.out.getvalue(), streams.aside.getvalue()


@pytest.mark.parametrize("front", [Front.WORDS, Front.DRAWN])
def test_a_person_reads_the_caution_and_begins_with_enter(front):
    answer, out, aside = ask(Keys("\n"), front)
    assert answer
    assert " ".join(out.split()).count(CautionText.HOLDS) == 1
    assert out.endswith("When you’re ready, press Enter. Ctrl-C leaves.\n")
    assert aside == ""


def test_whoever_ends_the_input_instead_leaves():
    assert not ask(Keys(""), Front.WORDS)[0]


def test_a_pipe_gets_the_caution_on_the_side_and_goes_on():
    answer, out, aside = ask(Keys(""), Front.LINES)
    assert answer
    assert out == ""
    assert CautionText.HOLDS in " ".join(aside.split())
    assert "Enter" not in aside


def test_where_nobody_can_press_enter_it_goes_on():
    assert ask(Keys("", is_terminal=False), Front.WORDS)[0]
