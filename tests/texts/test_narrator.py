"""Which words stand under a breath, and when they go."""

import pytest

from steady.core.breath import Act
from steady.core.events import OPEN, Length, Nudge, Stage
from steady.core.exercise import Breathing, PhaseSpec
from steady.core.pacing import TAP_PATIENCE_S
from steady.core.practice import Practice
from steady.texts import say
from steady.texts.guide import Guide
from steady.texts.narrator import Narrator, breaths_words, lines_of, minutes_words, status_line, status_lines

PLAIN = Breathing(
    format=1,
    title="Plain",
    summary="y",
    group="settle",
    minutes=5,
    phases=(PhaseSpec(Act.INHALE, 4.0, 1.0), PhaseSpec(Act.EXHALE, 6.0, 0.0)),
)
SAID = Breathing(
    format=1,
    title="Said",
    summary="y",
    group="settle",
    minutes=1,
    cycles=3,
    then="rest",
    phases=(
        PhaseSpec(Act.INHALE, 4.0, 1.0, "In you go", "like a wave"),
        PhaseSpec(Act.HOLD, 1.0, None, "", ""),
        PhaseSpec(Act.EXHALE, 6.0, 0.0, "Out", "and away"),
    ),
)


class Told:
    """A narrator that listens to a practice."""

    def __init__(self, exercise: Breathing = PLAIN, length: Length = OPEN) -> None:
        self.practice = Practice(exercise.course(), length)
        self.narrator = Narrator(exercise, length)
        self.now_s = 0.0

    def hear(self, events) -> None:
        for event in events:
            self.narrator.hear(event)

    def at(self, now_s: float) -> tuple[str, str]:
        self.now_s = now_s
        self.hear(self.practice.advance(now_s))
        return self.words()

    def words(self) -> tuple[str, str]:
        return self.narrator.words(self.practice.look(self.now_s), self.now_s)

    def press(self, at_s: float) -> float | None:
        return self.narrator.press(at_s, self.practice.goal)

    def begun(self) -> "Told":
        self.hear(self.practice.start(0.0))
        return self


@pytest.fixture
def told():
    return Told().begun()


def test_before_the_first_breath_it_says_that_it_is_here():
    assert Told().words() == (say(Guide.READY), say(Guide.GENTLE))


def test_a_file_that_says_nothing_is_given_plain_words(told):
    assert told.at(0.0) == ("Breathe in", "gentle, not deep")
    assert told.at(4.5) == ("Breathe out", "")


def test_a_files_own_words_come_first_and_a_hold_is_a_rest():
    told = Told(SAID).begun()
    assert [told.at(now_s) for now_s in (0.0, 4.5, 6.0)] == [
        ("In you go", "like a wave"),
        ("Rest here", ""),
        ("Out", "and away"),
    ]


@pytest.mark.parametrize(
    ("result", "slower", "sentence"),
    [
        (Nudge.CHANGED, True, Guide.SLOWER),
        (Nudge.CHANGED, False, Guide.FASTER),
        (Nudge.AT_LIMIT, True, Guide.SLOWEST),
        (Nudge.AT_LIMIT, False, Guide.FASTEST),
    ],
)
def test_a_change_of_pace_is_answered(told, result, slower, sentence):
    assert told.narrator.nudged(result, slower=slower) == say(sentence)
    assert told.words() == ("Breathe in", say(sentence))


def test_a_note_stands_until_the_second_breath_after_it(told):
    told.narrator.stay()
    assert told.at(9.9)[1] == say(Guide.STAYING)
    assert told.at(19.9)[1] == say(Guide.STAYING)
    assert told.at(20.0)[1] == say(Guide.GENTLE)
    assert told.at(15.0)[1] != say(Guide.STAYING)


def test_a_pause_says_that_ones_own_breath_is_fine_and_lets_notes_go(told):
    told.narrator.stay()
    told.hear(told.practice.pause(2.0))
    assert told.words() == (say(Guide.PAUSED), say(Guide.PAUSED_MORE))
    told.hear(told.practice.resume(3.0))
    assert told.words() == ("Breathe in", say(Guide.GENTLE))


def test_a_pause_of_the_machines_says_so(told):
    told.hear(told.practice.pause(2.0, asleep=True))
    assert told.words() == (say(Guide.PAUSED), say(Guide.ASLEEP_MORE))
    told.hear(told.practice.resume(3.0))
    told.hear(told.practice.pause(4.0))
    assert told.words()[1] == say(Guide.PAUSED_MORE)


# -- presses -------------------------------------------------------------------------------------------------------


def test_it_listens_counts_and_finds_the_pace(told):
    assert told.narrator.listen(0.0) == say(Guide.TAP_FIRST)
    assert told.words() == (say(Guide.TAP_TITLE), say(Guide.TAP_FIRST))
    found = []
    for at_s in (1.0, 6.0, 11.0):
        found.append(told.press(at_s))
        told.now_s = at_s
        assert told.words() == (say(Guide.TAP_TITLE), say(Guide.TAP_NEXT, count=len(found), needed=4))
    assert found == [None, None, None]
    assert told.press(16.0) == pytest.approx(5.0)
    assert not told.narrator.listening
    assert told.words()[1] == say(Guide.TAP_HEARD)


@pytest.mark.parametrize(
    ("times_s", "sentence"),
    [
        ((1.0, 1.1, 1.2, 1.3), Guide.TAP_TOO_FAST),
        ((1.0, 1.1, 6.0, 11.0), Guide.TAP_TOO_FAST),
        ((1.0, 3.0, 5.0, 19.0), Guide.TAP_UNEVEN),
        ((1.0, 20.0, 39.0, 58.0), Guide.TAP_TOO_SLOW),
    ],
)
def test_presses_that_are_no_rhythm_end_the_listening_kindly(told, times_s, sentence):
    told.narrator.listen(0.0)
    assert [told.press(at_s) for at_s in times_s] == [None] * 4
    assert not told.narrator.listening
    assert told.words()[1] == say(sentence)


@pytest.mark.parametrize(
    ("period_s", "sentence"),
    [
        (5.0, Guide.TAP_HEARD),
        (10.0, Guide.TAP_HEARD_STAYS),
        (2.0, Guide.TAP_NEAR),
        (13.0, Guide.TAP_NEAR_STAYS),
    ],
)
def test_a_pace_that_is_heard_is_promised_only_what_comes(told, period_s, sentence):
    told.narrator.listen(0.0)
    found = [told.press(breath * period_s) for breath in range(4)]
    assert found[-1] == pytest.approx(period_s)
    assert told.words()[1] == say(sentence)


def test_presses_that_stop_coming_end_the_listening_kindly(told):
    told.narrator.listen(0.0)
    told.press(1.0)
    assert told.at(TAP_PATIENCE_S)[0] == say(Guide.TAP_TITLE)
    assert told.at(TAP_PATIENCE_S + 1.1)[1] == say(Guide.TAP_TOO_FEW)
    assert not told.narrator.listening


def test_without_a_press_the_listening_ends_kindly_too(told):
    told.narrator.listen(0.0)
    assert told.at(TAP_PATIENCE_S)[0] == say(Guide.TAP_TITLE)
    assert told.at(TAP_PATIENCE_S + 0.1)[1] == say(Guide.TAP_TOO_FEW)
    assert not told.narrator.listening


def test_a_pause_ends_the_listening(told):
    told.narrator.listen(0.0)
    told.press(1.0)
    told.hear(told.practice.pause(2.0))
    assert not told.narrator.listening
    assert told.words()[0] == say(Guide.PAUSED)


def test_a_press_that_nobody_asked_for_means_nothing(told):
    assert told.press(1.0) is None
    told.narrator.stop_listening()
    assert told.words() == ("Breathe in", say(Guide.GENTLE))


# -- the end -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "end_s", "sentence"),
    [
        (Length(minutes=1.0), 60.0, "That was one minute."),
        (Length(minutes=2.0), 120.0, "That was 2 minutes."),
        (Length(minutes=0.5), 30.0, "That was less than a minute."),
        (Length(breaths=1), 10.0, "That was one breath."),
        (Length(breaths=4), 40.0, "That was 4 breaths."),
    ],
)
def test_at_its_length_it_says_what_it_was_and_that_stopping_is_good(length, end_s, sentence):
    told = Told(PLAIN, length).begun()
    assert told.at(end_s + 0.1) == (sentence, say(Guide.REACHED_MORE))


def test_what_ends_in_rest_says_nothing_of_numbers():
    told = Told(SAID, SAID.length).begun()
    assert told.at(34.0) == (say(Guide.REST), say(Guide.REST_MORE))
    assert told.practice.stage is Stage.RESTING


@pytest.mark.parametrize(
    ("exercise", "length", "stopped_s", "sentence"),
    [
        (PLAIN, OPEN, 20.0, "That was less than a minute."),
        (PLAIN, OPEN, 63.0, "That was about one minute."),
        (PLAIN, OPEN, 160.0, "That was about 3 minutes."),
        (PLAIN, Length(breaths=40), 63.0, "That was about one minute."),
        (PLAIN, Length(minutes=5.0), 125.0, "That was about 2 minutes."),
        (SAID, SAID.length, 12.0, "That was less than a minute."),
    ],
)
def test_stopped_elsewhere_it_says_what_was_breathed(exercise, length, stopped_s, sentence):
    told = Told(exercise, length).begun()
    told.at(stopped_s)
    told.hear(told.practice.end(stopped_s))
    assert told.words() == (sentence, say(Guide.REACHED_MORE))


def test_after_a_few_more_breaths_it_says_what_they_all_were():
    told = Told(PLAIN, Length(breaths=2)).begun()
    told.at(20.1)
    told.hear(told.practice.go_on(30.0))
    told.at(130.0)
    told.hear(told.practice.end(130.0))
    assert told.words()[0] == "That was about 2 minutes."


def test_ended_at_its_length_it_still_says_what_it_was():
    told = Told(PLAIN, Length(breaths=2)).begun()
    told.at(20.1)
    told.hear(told.practice.end(25.0))
    assert told.words()[0] == "That was 2 breaths."


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1.0, "one minute"),
        (1.0000001, "one minute"),
        (0.5, "less than a minute"),
        (2.5, "2.5 minutes"),
        (3.0, "3 minutes"),
        (9.96, "10 minutes"),
        (12.0, "12 minutes"),
        (119.6, "120 minutes"),
    ],
)
def test_minutes_are_said_as_a_person_would(minutes, words):
    assert minutes_words(minutes) == words


def test_breaths_are_counted():
    assert [breaths_words(count) for count in (1, 2, 12)] == ["one breath", "2 breaths", "12 breaths"]


# -- the quiet line ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "now_s", "line"),
    [
        (OPEN, 59.0, "Plain · 0 min · leave whenever you like"),
        (OPEN, 61.0, "Plain · 1 min · leave whenever you like"),
        (Length(minutes=2.5), 61.0, "Plain · 1 of 2.5 min · leave whenever you like"),
        (Length(breaths=5), 25.0, "Plain · 2 of 5 breaths · leave whenever you like"),
        (Length(breaths=1), 5.0, "Plain · 0 of 1 breath · leave whenever you like"),
        (Length(breaths=2), 25.0, "Plain · leave whenever you like"),
        (Length(minutes=1.0), 61.0, "Plain · leave whenever you like"),
    ],
)
def test_the_quiet_line_says_how_far_it_has_come(length, now_s, line):
    told = Told(PLAIN, length).begun()
    told.at(now_s)
    moment = told.practice.look(now_s)
    assert status_line("Plain", moment, length, show_elapsed=True) == line
    without = line.removesuffix(" · leave whenever you like")
    ways = [line, without, without.removeprefix("Plain · ")]
    assert list(status_lines("Plain", moment, length, show_elapsed=True)) == list(dict.fromkeys(ways))


def test_whoever_has_ended_is_not_told_of_time_again():
    told = Told(PLAIN).begun()
    told.at(61.0)
    told.hear(told.practice.end(61.0))
    assert status_line("Plain", told.practice.look(61.0), OPEN, show_elapsed=True) == "Plain · leave whenever you like"


def test_time_that_is_hidden_is_nowhere_in_the_line():
    moment = Told().practice.look(0.0)
    assert status_line("Plain", moment, OPEN, show_elapsed=False) == "Plain · leave whenever you like"
    assert status_lines("Plain", moment, OPEN, show_elapsed=False)[1:] == ("Plain",)


# -- room ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("exercise", [PLAIN, SAID], ids=["plain", "said"])
def test_every_line_of_a_breath_is_among_those_that_room_is_kept_for(exercise):
    large, small = lines_of(exercise)
    told = Told(exercise).begun()
    seen = [Told(exercise).words(), *(told.at(tenth / 2) for tenth in range(44))]
    told.narrator.listen(told.now_s)
    seen.append(told.words())
    told.narrator.stop_listening()
    seen.append(told.words())
    told.hear(told.practice.pause(told.now_s))
    seen.append(told.words())
    assert {one for one, _ in seen} <= set(large)
    assert {other for _, other in seen if other} <= set(small)
