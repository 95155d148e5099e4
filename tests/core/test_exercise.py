import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from steady.core.breath import Act
from steady.core.events import Length
from steady.core.exercise import Breathing, Caution, Entry, Exercise, Grounding, Script
from steady.core.limits import BreaksLimit, Limit
from steady.core.pacing import pace_of
from steady.core.steps import Facts, Name, Say

COMMON = """
format = 1
title = "A title"
summary = "A summary."
group = "settle"
minutes = 4
"""
IN_OUT = '{ do = "in", seconds = 4, to = 1.0 }', '{ do = "out", seconds = 6, to = 0.0 }'


def _read(text):
    return msgspec.toml.decode(text, type=Exercise)


def _breathing(*phases, more=""):
    return _read(f'{COMMON}kind = "breathing"\nphases = [{", ".join(phases or IN_OUT)}]\n{more}')


def _script(steps, kind="script"):
    return _read(f'{COMMON}kind = "{kind}"\n{steps}')


# -- what is read ---------------------------------------------------------------------------------------------------


def test_a_breathing_file_becomes_one_breath():
    exercise = _breathing(
        '{ do = "in", seconds = 4, to = 1.0, say = "Breathe in", more = "gentle, not deep" }', IN_OUT[1]
    )

    pattern = exercise.pattern()

    assert [(phase.act, phase.duration_s, phase.to) for phase in pattern.phases] == [
        (Act.INHALE, 4.0, 1.0),
        (Act.EXHALE, 6.0, 0.0),
    ]
    assert (pattern.phases[0].say, pattern.phases[0].more) == ("Breathe in", "gentle, not deep")
    assert exercise.length == Length(minutes=4.0)
    assert exercise.course().pattern(1000) == pattern


def test_optional_holds_wait_to_be_asked_for():
    box = _breathing(
        '{ do = "in", seconds = 4, to = 1.0 }',
        '{ do = "hold", seconds = 4, optional = true }',
        '{ do = "out", seconds = 4, to = 0.2 }',
        '{ do = "hold", seconds = 4, optional = true }',
        more='cautions = ["holds"]',
    )

    assert box.has_optional_holds
    assert box.asks_first
    assert [phase.act for phase in box.pattern().phases] == [Act.INHALE, Act.EXHALE]
    assert [phase.to for phase in box.pattern(holds=True).phases] == [1.0, 1.0, 0.2, 0.2]
    assert box.course(holds=True).pattern(0).period_s == 16.0


def test_a_pace_leads_from_its_start_to_the_phases():
    exercise = _breathing(more="pace = { start = { in = 3, out = 4 } }")

    course = exercise.course()

    assert course.pattern(0).period_s == pytest.approx(7.0)
    assert pace_of(course.pattern(0)).in_s == pytest.approx(3.0)
    assert course.pattern(3).period_s == pytest.approx(7.42)
    assert course.pattern(500).period_s == pytest.approx(10.0)


def test_cycles_are_breathed_and_then_one_rests():
    exercise = _breathing(more='cycles = 3\nthen = "rest"')

    assert exercise.length == Length(breaths=3)


def test_a_script_and_a_grounding_become_their_steps():
    steps = """
[[steps]]
do = "say"
say = "Something hurt."
[[steps]]
do = "name"
say = "Find five things."
count = 5
sense = "see"
[[steps]]
do = "facts"
say = "What do you know?"
guard = "If someone hurts you, that is not a story."
boxes = [{ id = "fact", label = "Fact" }, { id = "story", label = "Story" }]
"""
    script, grounding = _script(steps), _script(steps, "grounding")

    assert isinstance(script, Script)
    assert isinstance(grounding, Grounding)
    assert [type(step) for step in script.steps] == [Say, Name, Facts]
    assert script.steps == grounding.steps


def test_an_entry_knows_where_it_came_from():
    exercise = _breathing()

    assert Entry("longer-out", "yours", exercise) == Entry(id="longer-out", source="yours", exercise=exercise)


# -- what is refused, and by which limit ----------------------------------------------------------------------------

HOLDS = 'cautions = ["holds"]'


def limit_of(read, *arguments, **options):
    """Return what was broken by reading that: the limit, the way to the field, and the values that go with it."""
    with pytest.raises(msgspec.ValidationError) as refused:
        read(*arguments, **options)
    broken = refused.value.__cause__
    assert isinstance(broken, BreaksLimit)
    return broken.limit, broken.path, broken.values


@pytest.mark.parametrize(
    ("phases", "more", "limit", "path", "values"),
    [
        (
            ('{ do = "in", seconds = 1, to = 1.0 }', '{ do = "out", seconds = 1.5, to = 0.0 }'),
            "",
            Limit.BREATH_LENGTH,
            ("phases",),
            {"least_s": 3.0, "most_s": 30.0, "here_s": 2.5},
        ),
        (
            ('{ do = "in", seconds = 12, to = 1.0 }', '{ do = "out", seconds = 19, to = 0.0 }'),
            "",
            Limit.BREATH_LENGTH,
            ("phases",),
            {"least_s": 3.0, "most_s": 30.0, "here_s": 31.0},
        ),
        (
            ('{ do = "in", seconds = 5, to = 1.0 }', '{ do = "out", seconds = 4, to = 0.0 }'),
            "",
            Limit.MORE_IN_THAN_OUT,
            ("phases",),
            {"in_s": 5.0, "out_s": 4.0},
        ),
        (
            ('{ do = "out", seconds = 6, to = 0.0 }', '{ do = "in", seconds = 4, to = 1.0 }'),
            "",
            Limit.NOT_ONE_BREATH,
            ("phases",),
            {},
        ),
        ((*IN_OUT, *IN_OUT), "", Limit.NOT_ONE_BREATH, ("phases",), {}),
        (('{ do = "hold", seconds = 1 }', *IN_OUT), "", Limit.NOT_ONE_BREATH, ("phases",), {}),
        (
            (IN_OUT[0], '{ do = "hold", seconds = 2 }', IN_OUT[1]),
            "",
            Limit.HOLD_NOT_CAUTIONED,
            ("phases", 1, "seconds"),
            {"number": 2, "limit_s": 1.0},
        ),
        (
            (IN_OUT[0], '{ do = "hold", seconds = 11 }', IN_OUT[1]),
            HOLDS,
            Limit.HOLD_TOO_LONG,
            ("phases", 1, "seconds"),
            {"number": 2, "limit_s": 10.0},
        ),
        (
            (IN_OUT[0], '{ do = "hold", seconds = 1, to = 1.0 }', IN_OUT[1]),
            "",
            Limit.HOLD_MOVES,
            ("phases", 1, "to"),
            {"number": 2},
        ),
        (('{ do = "in", seconds = 4 }', IN_OUT[1]), "", Limit.LEVEL_MISSING, ("phases", 0), {"number": 1}),
        (
            (IN_OUT[0], '{ do = "out", seconds = 6, to = 0.0, optional = true }'),
            "",
            Limit.ONLY_HOLDS_OPTIONAL,
            ("phases", 1, "optional"),
            {"number": 2},
        ),
        (
            ('{ do = "in", seconds = 4, to = 0.5 }', '{ do = "out", seconds = 6, to = 0.5 }'),
            "",
            Limit.IN_FILLS,
            ("phases", 0, "to"),
            {"number": 1, "level": 0.5},
        ),
        (
            ('{ do = "in", seconds = 2, to = 0.8 }', '{ do = "in", seconds = 2, to = 0.6 }', IN_OUT[1]),
            "",
            Limit.IN_FILLS,
            ("phases", 1, "to"),
            {"number": 2, "level": 0.8},
        ),
        (
            (IN_OUT[0], '{ do = "out", seconds = 3, to = 0.5 }', '{ do = "out", seconds = 3, to = 0.7 }'),
            "",
            Limit.OUT_EMPTIES,
            ("phases", 2, "to"),
            {"number": 3, "level": 0.5},
        ),
        ((), "pace = { start = { in = 5, out = 7 } }", Limit.PACE_STARTS_SLOWER, ("pace", "start"), {}),
        (
            (),
            "pace = { start = { in = 1, out = 1.5 } }",
            Limit.BREATH_LENGTH,
            ("pace",),
            {"least_s": 3.0, "most_s": 30.0, "here_s": 2.5},
        ),
        (
            (),
            "pace = { start = { in = 4, out = 3 } }",
            Limit.MORE_IN_THAN_OUT,
            ("pace",),
            {"in_s": 4.0, "out_s": 3.0},
        ),
        (
            (IN_OUT[0], '{ do = "hold", seconds = 1 }', IN_OUT[1]),
            "pace = { start = { in = 3, out = 4 } }",
            Limit.PACE_WITH_HOLD,
            ("pace",),
            {},
        ),
        ((), "cycles = 3", Limit.CYCLES_WITHOUT_REST, ("cycles",), {}),
        ((), 'then = "rest"', Limit.CYCLES_WITHOUT_REST, ("then",), {}),
    ],
)
def test_a_breath_that_could_harm_is_refused_with_the_limit_and_the_way_to_the_field(phases, more, limit, path, values):
    assert limit_of(_breathing, *phases, more=more) == (limit, path, pytest.approx(values))


@pytest.mark.parametrize(
    ("phases", "more", "said"),
    [
        ((), 'cycles = 5\nthen = "rest"', "<= 4"),
        ((), "minutes2 = 4", "unknown field"),
        ((), "pace = { start = { in = nan, out = 4 } }", ">= 0.5"),
        (('{ do = "in", seconds = nan, to = 1.0 }', IN_OUT[1]), "", ">= 0.5"),
        (('{ do = "in", seconds = inf, to = 1.0 }', IN_OUT[1]), "", "<= 20"),
        (('{ do = "in", seconds = 4, to = nan }', IN_OUT[1]), "", ">= 0"),
        (('{ do = "in", seconds = 0.4, to = 1.0 }', IN_OUT[1]), "", ">= 0.5"),
        (('{ do = "sniff", seconds = 4, to = 1.0 }', IN_OUT[1]), "", "sniff"),
    ],
)
def test_what_no_field_can_hold_is_refused_as_it_is_read(phases, more, said):
    with pytest.raises(msgspec.ValidationError, match=said):
        _breathing(*phases, more=more)


@pytest.mark.parametrize("seconds", [0.5, 1.0])
def test_a_hold_of_up_to_a_second_needs_no_caution(seconds):
    exercise = _breathing(IN_OUT[0], f'{{ do = "hold", seconds = {seconds} }}', IN_OUT[1])

    assert not exercise.asks_first


@pytest.mark.parametrize("hidden", ["\\u0007", "\\u202e", "\\u2066", "\\u200f", "\\u0085"])
def test_text_that_hides_or_turns_other_text_is_refused_where_it_stands(hidden):
    hides = Limit.HIDDEN_CHARACTER, {"code": hidden.removeprefix("\\u").upper()}
    limit, path, values = limit_of(_breathing, f'{{ do = "in", seconds = 4, to = 1.0, say = "in{hidden}" }}', IN_OUT[1])
    assert ((limit, values), path) == (hides, ("phases", 0, "say"))
    limit, path, values = limit_of(_script, f'[[steps]]\ndo = "say"\nsay = "hello{hidden}"')
    assert ((limit, values), path) == (hides, ("steps", 0, "say"))


def test_text_in_any_script_of_the_world_is_kept():
    script = _script('[[steps]]\ndo = "say"\nsay = "Je suis là. 我在这里 אני כאן 🫂"')

    assert script.steps[0].say.endswith("🫂")


def test_a_blank_title_is_refused():
    blank = COMMON.replace("A title", "   ") + 'kind = "script"\n[[steps]]\ndo = "say"\nsay = "hello"'

    assert limit_of(_read, blank) == (Limit.BLANK_TEXT, ("title",), {})


def test_two_boxes_of_one_name_are_refused_since_their_drafts_would_mix():
    box = 'do = "facts"\nsay = "a"\nguard = "b"\nboxes = [{ id = "fact", label = "Fact" }]\n'

    assert limit_of(_script, f"[[steps]]\n{box}[[steps]]\n{box}") == (
        Limit.BOXES_SHARE_ID,
        ("steps", 1, "boxes", 0, "id"),
        {"place": "fact"},
    )


# -- what holds for every file that is not refused ------------------------------------------------------------------

_seconds = st.sampled_from((0.5, 1.0, 1.1, 2.0, 3.0, 4.0, 7.0, 8.0, 10.0, 19.0, 20.0))
_phases = st.lists(
    st.fixed_dictionaries(
        {"do": st.sampled_from(("in", "in", "out", "out", "hold")), "seconds": _seconds},
        optional={"to": st.sampled_from((0.0, 0.2, 0.8, 1.0)), "optional": st.just(value=True)},
    ),
    min_size=2,
    max_size=5,
)
_files = st.fixed_dictionaries(
    {"phases": _phases, "cautions": st.sampled_from(((), ("holds",)))},
    optional={"pace": st.builds(lambda i, o: {"start": {"in": i, "out": o}}, _seconds, _seconds)},
)
_wise_files = st.fixed_dictionaries(
    {
        "phases": st.builds(
            lambda i, h, o, optional: [
                {"do": "in", "seconds": i, "to": 1.0},
                {"do": "hold", "seconds": h, "optional": optional},
                {"do": "out", "seconds": o, "to": 0.0},
            ],
            _seconds,
            _seconds,
            _seconds,
            st.booleans(),
        ),
        "cautions": st.sampled_from(((), ("holds",))),
    },
    optional={"pace": st.builds(lambda i, o: {"start": {"in": i, "out": o}}, _seconds, _seconds)},
)


@settings(max_examples=300)
@given(_files | _wise_files)
@example(
    {
        "phases": [
            {"do": "in", "seconds": 4, "to": 1.0},
            {"do": "hold", "seconds": 0.5, "optional": True},
            {"do": "out", "seconds": 6, "to": 0.0},
        ],
        "pace": {"start": {"in": 1.5, "out": 2}},
    }
)
def test_no_file_that_is_accepted_can_ask_for_over_breathing(fields):
    common = {"format": 1, "kind": "breathing", "title": "x", "summary": "y", "group": "settle", "minutes": 4}
    try:
        exercise = msgspec.convert({**common, **fields}, type=Breathing)
    except msgspec.ValidationError:
        return
    for holds in (False, True):
        for step in exercise.course(holds=holds).steps:
            _assert_gentle(step.pattern, exercise)


def _assert_gentle(pattern, exercise):
    rounding_s = 1e-6
    seconds = {act: sum(phase.duration_s for phase in pattern.phases if phase.act is act) for act in Act}
    assert 3.0 - rounding_s <= pattern.period_s <= 30.0 + rounding_s
    assert seconds[Act.EXHALE] >= seconds[Act.INHALE] - rounding_s
    for phase in pattern.phases:
        longest_s = 10.0 if phase.act is Act.HOLD else 20.0
        assert 0.5 - rounding_s <= phase.duration_s <= longest_s + rounding_s
        assert phase.act is not Act.HOLD or phase.duration_s <= 1.0 or Caution.HOLDS in exercise.cautions
    assert pattern.phases[0].act is Act.INHALE
    assert Act.EXHALE in {phase.act for phase in pattern.phases}
