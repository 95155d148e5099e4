"""What each kind of exercise has to say, or must never say, so that nobody comes to harm with it."""

import re

import pytest
from tests.content.conftest import FILES, ROOT, lines_of, read

from steady.core.exercise import Breathing, Caution, Exercise
from steady.core.steps import Choose, Facts, FillIn, GoTo, HoldFor, Name, Pause, Tap, Unsent, WriteHere

SUPPORTERS = ["when-theyre-triggered", "my-own-limits"]
NOT_SAFE = "If you are not safe right now, skip this."


def of(stem: str) -> Exercise:
    return read(ROOT / "exercises" / f"{stem}.toml")


def said(stem: str) -> str:
    return "\n".join(lines_of(of(stem)))


def names(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w)({words})(?!\w)", text, re.IGNORECASE) is not None


CAUTIONS = {
    "4-7-8-gentle": {Caution.HOLDS, Caution.NOT_IN_PANIC, Caution.LONG_OUT},
    "box": {Caution.HOLDS},
    "even-waves": {Caution.NO_FORCE},
    "hum": {Caution.PRIVACY, Caution.EAR_PAIN},
    "one-to-three-sighs": {Caution.NO_FORCE},
    "through-a-straw": {Caution.NO_FORCE},
    "tense-a-little-let-go": {Caution.SKIP_PAIN},
    "then-and-now": {Caution.ORIENT_FIRST},
    "where-and-when": {Caution.ORIENT_FIRST},
}


def test_each_exercise_has_the_cautions_that_were_found_for_it():
    assert {file.stem: set(read(file).cautions) for file in FILES if read(file).cautions} == CAUTIONS


@pytest.mark.parametrize("stem", ["meet-your-breath", "longer-out", "even-waves", "hum", "box", "4-7-8-gentle"])
def test_breathing_says_gentle_not_deep(stem: str):
    first = of(stem).phases[0]
    assert "gentle, not deep" in first.more


def test_no_exercise_asks_for_closed_eyes_a_body_scan_or_a_memory(exercise: Exercise):
    words = "\n".join(lines_of(exercise))
    assert not names(words, "close your eyes|shut your eyes|eyes closed")
    assert not names(words, "scan (your|the) body|body scan|head to toe")
    assert not names(words, "remember (when|a time)|think back|go back to (the|a|that)|recall|picture yourself")


def test_no_exercise_offers_couple_talk_or_closeness_as_the_answer_to_harm(exercise: Exercise):
    words = "\n".join(lines_of(exercise))
    assert not names(words, "couples?|marriage|forgive|both sides|it takes two")


def test_orienting_begins_with_the_line_for_those_who_are_not_safe_and_a_way_to_support():
    first = of("where-and-when").steps[0]
    assert first.say == NOT_SAFE
    assert first.guard


def test_orienting_asks_for_place_date_age_door_and_what_differs():
    words = said("where-and-when")
    for asked in ("where you are", "What day is it", "How old are you", "Find the door", "different from back then"):
        assert asked in words


def test_a_younger_part_hears_words_and_is_not_sent_to_look_for_memories():
    script = of("then-and-now")
    assert script.steps[0].guard.startswith(NOT_SAFE)
    words = said("then-and-now")
    assert "You don’t have to go back there." in words
    assert "If a memory comes up by itself, look at the room." in words
    ways = [way.to for step in script.steps if isinstance(step, GoTo) for way in step.ways]
    assert ways == ["where-and-when"]
    assert script.ways_out[0] == "where-and-when"
    blanks = [box.id for step in script.steps if isinstance(step, FillIn) for box in step.blanks]
    assert blanks == ["age"]
    assert not any(isinstance(step, WriteHere | Unsent) for step in script.steps)


def test_something_cool_is_held_while_breathing_normally_and_never_goes_on_the_face():
    words = said("something-cool-or-textured")
    assert "Hold something cool, breathe normally." in words
    assert not names(words, "face|faces|dip|plunge|bath|shower|bowl|under water|run|jump|exercise")
    assert "Put it down if it starts to hurt." in words


def test_muscles_are_tensed_at_half_strength_for_five_seconds_and_let_go_for_ten_to_fifteen():
    exercise = of("tense-a-little-let-go")
    first = "\n".join((exercise.steps[0].say, *exercise.steps[0].more))
    assert "Half strength" in first
    assert "Skip any place that hurts or is injured." in first
    held = [step.seconds for step in exercise.steps if isinstance(step, HoldFor)]
    assert set(held[::2]) == {5}
    assert all(10 <= seconds <= 15 for seconds in held[1::2])
    assert len(held) == 6


def test_taps_are_slow_are_not_for_memories_and_claim_nothing():
    exercise = of("slow-taps")
    taps = [step.seconds for step in exercise.steps if isinstance(step, Tap)]
    assert all(seconds >= 1 for seconds in taps)
    assert taps == sorted(taps)
    first = exercise.steps[0]
    assert "This is not for going through old memories." in first.more
    assert first.guard == "If a bad memory comes up, stopping is a good choice."
    assert "where-and-when" in exercise.ways_out
    assert "no treatment" in exercise.evidence.note
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert not names(text, "EMDR|bilateral")
        assert file.stem == "slow-taps" or 'do = "tap"' not in text


def test_the_jar_names_the_thought_puts_it_away_and_has_a_time_to_open_it():
    exercise = of("put-it-in-the-jar")
    assert any(isinstance(step, WriteHere) for step in exercise.steps)
    when = next(step for step in exercise.steps if isinstance(step, Choose) and step.id == "when")
    assert {"Tonight", "Tomorrow"} <= {option.label for option in when.options}
    assert exercise.steps[0].guard == "If you are in danger, don’t put it away. People can help."


def test_five_senses_takes_any_answer_and_fewer():
    words = said("five-senses")
    for line in ("If you like", "Any five. Say them, type them, or just press.", "You could skip it.", "right number"):
        assert line in words
    assert not names(words, "at least|exactly|all five|try again")


@pytest.mark.parametrize("stem", SUPPORTERS)
def test_supporters_hear_first_that_nobody_has_to_stay_where_they_are_harmed(stem: str):
    assert of(stem).steps[0].guard == "Nobody has to stay where they are harmed."


@pytest.mark.parametrize("stem", SUPPORTERS)
def test_supporters_steady_themselves_before_anything_else(stem: str):
    steps = of(stem).steps
    assert type(steps[1]).__name__ in {"Breathe", "HoldFor"}


@pytest.mark.parametrize("stem", SUPPORTERS)
def test_supporters_know_what_to_do_where_someone_speaks_of_hurting_themselves(stem: str):
    guards = [step.guard for step in of(stem).steps if step.guard]
    assert any("hurt" in guard and "get help" in guard for guard in guards)


def test_a_request_and_a_limit_are_only_for_where_it_is_safe_and_not_the_answer_to_fear():
    first, *steps = of("say-what-i-need-say-my-limit").steps
    assert "Only if it is safe to say." in first.more
    assert first.guard == "If you’re scared of how they’d react, leave this. People can help."
    limit = next(step for step in steps if isinstance(step, FillIn) and "can’t" in step.template)
    assert "Only if it is safe to say." in limit.more


def test_after_a_fight_safety_comes_before_any_mending():
    steps = of("quiet-after-a-fight").steps
    asks = next(at for at, step in enumerate(steps) if isinstance(step, GoTo))
    mends = next(at for at, step in enumerate(steps) if isinstance(step, Unsent))
    assert steps[asks].ways[0].to == "support"
    assert asks == 1 < mends


def test_space_is_not_said_to_be_the_end_nor_to_be_harmless():
    words = said("they-asked-for-space")
    assert "Space is not the same as the end." in words
    assert "It may hold hard news." in words
    assert "Nobody can know which tonight." in words


def test_the_harsh_voice_is_met_with_a_way_to_people():
    assert of("kind-to-myself").steps[0].guard == "If you think of hurting yourself, people can help right now."


def test_nothing_can_be_sent_from_a_draft_and_a_pause_stands_before_it():
    kinds = [type(step) for step in of("before-i-send-it").steps]
    assert kinds.index(Pause) < kinds.index(Unsent)


def test_every_naming_step_says_how_and_asks_for_no_more_than_fifteen(walked: Exercise):
    for step in walked.steps:
        if isinstance(step, Name):
            assert step.hint
            assert step.more


def test_every_script_has_support_within_its_steps_and_at_its_end(script: Exercise):
    assert any(isinstance(step, Facts) and step.guard for step in script.steps)
    assert script.ways_out[-1] == "support"


def test_no_summary_or_title_would_tell_a_stranger_more_than_it_must(exercise: Exercise):
    words = f"{exercise.title} {exercise.summary}"
    assert not names(words, "abuse|violence|suicide|therapy|disorder|trauma|abandon\\w*")


def test_breathing_that_is_not_for_panic_says_so_and_waits_outside_the_triggered_path():
    for file in FILES:
        exercise = read(file)
        if isinstance(exercise, Breathing) and exercise.asks_first:
            assert exercise.group == "holds"
            assert exercise.triggers == ()
