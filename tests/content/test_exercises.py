"""Every exercise that ships keeps the rules of content: safe, named as it should be, and honest about its evidence."""

import math
import re
from pathlib import Path

import msgspec
import pytest
from tests.content.conftest import FILES, read

from steady.core.breath import (
    MAX_HOLD_S,
    MAX_PERIOD_S,
    MAX_PHASE_S,
    MIN_PERIOD_S,
    MIN_PHASE_S,
    Act,
    Pattern,
)
from steady.core.exercise import Breathing, Caution, Exercise, Grounding, Script
from steady.core.pacing import meet_then_slow, meeting
from steady.core.steps import Breathe, GoTo, Name, Say

FOLDER = Path(__file__).parents[2] / "exercises"

THE_THIRTY = {
    "breathing": {
        "Meet your breath",
        "Longer out",
        "Even waves",
        "Two to one",
        "One to three sighs",
        "Hum",
        "Through a straw",
        "Box",
        "4-7-8, gentle",
    },
    "grounding": {
        "Five senses",
        "Where and when",
        "Feet and chair",
        "Name the category",
        "Something cool or textured",
        "Tense a little, let go",
        "Slow taps",
        "Put it in the jar",
    },
    "script": {
        "No reply yet",
        "Left on read",
        "The plan changed",
        "They asked for space",
        "After the call, time apart",
        "Quiet after a fight",
        "A hard date",
        "Before I send it",
        "Then and now",
        "Kind to myself",
        "Say what I need, say my limit",
    },
    "support": {"When they’re triggered", "My own limits"},
}
SECONDS = {
    "meet-your-breath": ("in 4", "out 6"),
    "longer-out": ("in 4", "out 6"),
    "even-waves": ("in 5", "out 5"),
    "two-to-one": ("in 3", "out 6"),
    "one-to-three-sighs": ("in 2", "in 1", "out 7"),
    "hum": ("in 4", "out 7"),
    "through-a-straw": ("in 2", "out 4"),
    "box": ("in 4", "hold 4", "out 4", "hold 4"),
    "4-7-8-gentle": ("in 4", "hold 7", "out 8"),
}
TRIGGERS = {
    "working-late",
    "no-reply",
    "plan-changed",
    "conflict",
    "distant",
    "time-apart",
    "other-friends",
    "boundary",
    "tone",
    "space",
}
"""The triggers of the trigger list, one tag each."""

READ_AT_THE_SOURCE = {
    "Steffen 2021, doi:10.3389/fpsyg.2021.624254",
    "Laborde 2021, doi:10.3390/su13147775",
    "Meehan & Shaffer 2024, doi:10.1007/s10484-024-09637-2",
    "Fincham 2023, doi:10.1038/s41598-023-49279-8",
    "Balban 2023, doi:10.1016/j.xcrm.2022.100895",
    "Marchant 2025, doi:10.1007/s10484-025-09688-z",
    "Vierra 2022, doi:10.14814/phy2.15389",
    "Trivedi 2023, doi:10.7759/cureus.37527",
    "Khir 2024, doi:10.2147/PRBM.S437277",
    "Ferrari 2019, doi:10.1007/s12671-019-01134-6",
    "Nield 2007, doi:10.1097/01.HCR.0000281770.82652.cb",
}
"""The papers that were read at the level of their abstract or page. No other may be cited."""

CITATION = re.compile(r"[A-Z][a-z]+(?: & [A-Z][a-z]+)? (?:19|20)\d\d, doi:10\.\d{4,9}/[^\s;]+")
EVIDENCE = {
    "meet-your-breath": ("design", "Steffen 2021"),
    "longer-out": ("physiology", "Laborde 2021", "Meehan & Shaffer 2024"),
    "two-to-one": ("physiology", "Laborde 2021", "Meehan & Shaffer 2024"),
    "even-waves": ("physiology", "Fincham 2023"),
    "one-to-three-sighs": ("trials", "Balban 2023"),
    "hum": ("pilot", "Trivedi 2023"),
    "through-a-straw": ("pilot", "Nield 2007"),
    "box": ("physiology", "Balban 2023", "Marchant 2025"),
    "4-7-8-gentle": ("physiology", "Vierra 2022"),
    "tense-a-little-let-go": ("trials", "Khir 2024"),
    "kind-to-myself": ("trials", "Ferrari 2019"),
    "slow-taps": ("design",),
}
"""The grade of each, and what it cites. Grounding is widely taught otherwise, and scripts are our own."""


def kebab(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower().replace("’", "")).strip("-")


def assert_within_limits(pattern: Pattern) -> None:
    slack_s = 1e-9
    assert MIN_PERIOD_S - slack_s <= pattern.period_s <= MAX_PERIOD_S + slack_s
    assert 2.0 - slack_s <= 60.0 / pattern.period_s <= 20.0 + slack_s
    for phase in pattern.phases:
        longest_s = MAX_HOLD_S if phase.act is Act.HOLD else MAX_PHASE_S
        assert MIN_PHASE_S - slack_s <= phase.duration_s <= longest_s + slack_s
    spent_s = {act: math.fsum(p.duration_s for p in pattern.phases if p.act is act) for act in Act}
    assert spent_s[Act.EXHALE] >= spent_s[Act.INHALE] - slack_s


def test_the_file_is_named_for_its_title(exercise_file: Path, exercise: Exercise):
    assert exercise_file.stem == kebab(exercise.title)


def test_a_title_and_a_summary_fit_on_a_card(exercise: Exercise):
    assert len(exercise.title) <= 60
    assert len(exercise.summary) <= 80


def test_triggers_come_from_one_list(exercise: Exercise):
    assert set(exercise.triggers) <= TRIGGERS
    assert len(set(exercise.triggers)) == len(exercise.triggers)


def test_evidence_is_graded_and_cites_only_what_was_read(exercise: Exercise):
    assert exercise.evidence is not None
    assert exercise.evidence.note
    cites = [cite for cite in exercise.evidence.cite.split("; ") if cite]
    assert set(cites) <= READ_AT_THE_SOURCE
    assert all(CITATION.fullmatch(cite) for cite in cites)
    assert cites or exercise.evidence.grade in {"widely-taught", "design"}


def test_each_exercise_rests_on_what_was_found_for_it(exercise_file: Path, exercise: Exercise):
    usual = "widely-taught" if isinstance(exercise, Grounding) else "design"
    grade, *authors = EVIDENCE.get(exercise_file.stem, (usual,))
    assert exercise.evidence.grade == grade
    cites = [cite for cite in exercise.evidence.cite.split("; ") if cite]
    assert [cite.partition(",")[0] for cite in cites] == authors


def test_a_script_says_that_nobody_has_tested_it(script: Script):
    assert re.search(r"no trial has tested them, and no clinician|was not tested", script.evidence.note, re.IGNORECASE)


def test_evidence_never_promises(exercise: Exercise):
    claims = r"\b(proven|proves|works|guarantees?|best|cures?|always|effective|clinically)\b"
    assert re.search(claims, exercise.evidence.note, re.IGNORECASE) is None


def test_the_thirty_are_there_by_their_own_titles_and_no_other():
    kinds: dict[str, set[str]] = {"breathing": set(), "grounding": set(), "script": set(), "support": set()}
    for file in FILES:
        exercise = read(file)
        kind = type(exercise).__name__.lower()
        kinds["support" if exercise.group == "support" else kind].add(exercise.title)
    assert kinds == THE_THIRTY


def test_every_way_out_leads_somewhere_else_and_the_last_to_people(exercise_file: Path, exercise: Exercise):
    others = {file.stem for file in FILES} - {exercise_file.stem}
    *exercises, last = exercise.ways_out
    assert last == "support"
    assert exercises
    assert set(exercises) <= others
    assert len(set(exercises)) == len(exercises)


def test_steps_lead_only_to_what_is_there(walked_file: Path):
    files = {file.stem: file for file in FILES}
    for step in read(walked_file).steps:
        if isinstance(step, GoTo):
            assert {way.to for way in step.ways} <= {"support", *files} - {walked_file.stem}
        if isinstance(step, Breathe):
            breathing = read(files[step.exercise])
            assert isinstance(breathing, Breathing)
            assert not breathing.asks_first


def test_what_does_not_fit_a_moment_of_panic_is_no_way_out_of_anything(exercise: Exercise):
    cautioned = {file.stem for file in FILES if Caution.NOT_IN_PANIC in read(file).cautions}
    assert cautioned
    assert not cautioned & set(exercise.ways_out)


def test_people_type_it_in_many_ways(exercise: Exercise):
    wanted = 20 if isinstance(exercise, Script) else 5
    assert len(exercise.synonyms) >= wanted
    assert len({synonym.lower() for synonym in exercise.synonyms}) == len(exercise.synonyms)


def test_breaths_take_the_time_that_was_decided(breathing_file: Path, breathing: Breathing):
    phases = breathing.phases
    assert tuple(f"{spec.do.value} {spec.seconds:g}" for spec in phases) == SECONDS[breathing_file.stem]


def test_every_phase_says_what_to_do_and_one_thing_more(breathing: Breathing):
    phases = breathing.phases
    assert all(spec.say and spec.more for spec in phases)
    assert len({spec.more for spec in phases}) == len(phases)


@pytest.mark.parametrize("holds", [False, True], ids=["no holds", "holds"])
def test_every_step_of_its_course_is_two_to_twenty_breaths_a_minute(breathing: Breathing, *, holds: bool):
    for step in breathing.course(holds=holds).steps:
        assert_within_limits(step.pattern)


@pytest.mark.parametrize("holds", [False, True], ids=["no holds", "holds"])
@pytest.mark.parametrize("factor", [0.01, 0.5, 0.9, 1.1, 2.0, 100.0])
def test_no_change_of_pace_leaves_the_limits(breathing: Breathing, factor: float, *, holds: bool):
    for step in breathing.course(holds=holds).steps:
        assert_within_limits(step.pattern.scaled(factor))


@pytest.mark.parametrize("holds", [False, True], ids=["no holds", "holds"])
@pytest.mark.parametrize("own_period_s", [1.5, 3.0, 4.2, 6.0, 8.5, 10.0, 20.0])
def test_no_pace_of_ones_own_leaves_the_limits(breathing: Breathing, own_period_s: float, *, holds: bool):
    goal = breathing.pattern(holds=holds)
    for step in meet_then_slow(goal, meeting(goal, own_period_s)).steps:
        assert_within_limits(step.pattern)


def test_a_hold_waits_to_be_asked_for_and_is_cautioned(breathing: Breathing):
    holds = [spec for spec in breathing.phases if spec.do is Act.HOLD]
    assert all(spec.optional for spec in holds)
    assert (Caution.HOLDS in breathing.cautions) == bool(holds)
    assert breathing.asks_first == bool(holds)


def test_what_has_holds_stays_out_of_the_triggered_path(exercise: Exercise):
    if Caution.HOLDS in exercise.cautions:
        assert exercise.triggers == ()
        assert exercise.group == "holds"
    else:
        assert exercise.triggers
        assert exercise.group != "holds"


def test_the_sighs_and_the_long_count_end_in_rest(breathing_file: Path, breathing: Breathing):
    cycles = {"one-to-three-sighs": 3, "4-7-8-gentle": 4}.get(breathing_file.stem)
    assert breathing.cycles == cycles
    assert breathing.then == ("rest" if cycles else None)


def test_the_two_that_meet_a_person_start_at_three_and_four(breathing_file: Path, breathing: Breathing):
    pace = breathing.pace
    if breathing_file.stem in {"meet-your-breath", "longer-out"}:
        assert (pace.start.in_s, pace.start.out_s) == (3, 4)
    else:
        assert pace is None


def test_forms_and_voices_are_given_where_they_are_meant(breathing_file: Path, breathing: Breathing):
    assert breathing.form == {"even-waves": "wave", "box": "square"}.get(breathing_file.stem)
    assert breathing.voice == ("hum" if breathing_file.stem == "hum" else None)


def test_five_senses_asks_for_five_to_one_and_closes_kindly():
    file = FOLDER / "five-senses.toml"
    exercise = msgspec.toml.decode(file.read_bytes(), type=Grounding)
    *senses, last = exercise.steps
    assert all(isinstance(step, Name) and step.hint for step in senses)
    assert [(step.sense, step.count) for step in senses] == [
        ("see", 5),
        ("feel", 4),
        ("hear", 3),
        ("smell", 2),
        ("taste", 1),
    ]
    assert isinstance(last, Say)
