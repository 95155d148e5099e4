"""What an exercise is: the structs an exercise file is read into, and every limit of safety, enforced once and here.

The limits are of content rules, not of taste: no file can ask for over-breathing. A breathing file holds one breath:
one run of in-breaths, one run of out-breaths, holds only after a run, at least as much time out as in.
"""

import enum
import math
import unicodedata
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from steady.core.breath import (
    MAX_HOLD_S,
    MAX_PERIOD_S,
    MAX_PHASE_S,
    MIN_PERIOD_S,
    MIN_PHASE_S,
    Act,
    Course,
    Pattern,
    Phase,
)
from steady.core.events import Length
from steady.core.pacing import Pace, meet_then_slow
from steady.core.steps import Facts, Step

CAUTIONED_HOLD_S = 1.0
"""A hold longer than this needs `cautions = ["holds"]`."""
MAX_GUIDED_CYCLES = 4

Line = Annotated[str, Meta(min_length=1, max_length=160)]
Title = Annotated[str, Meta(min_length=1, max_length=60)]
PhaseSeconds = Annotated[float, Meta(ge=MIN_PHASE_S, le=MAX_PHASE_S)]
Fullness = Annotated[float, Meta(ge=0.0, le=1.0)]


class Caution(enum.Enum):
    """What an exercise warns of; `texts` says each in a sentence."""

    HOLDS = "holds"
    NOT_IN_PANIC = "not-in-panic"
    LONG_OUT = "long-out"
    EAR_PAIN = "ear-pain"
    PRIVACY = "privacy"
    NO_FORCE = "no-force"
    ORIENT_FIRST = "orient-first"


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How good the evidence is, in one word and one sentence, and where it is written."""

    grade: Literal["trials", "physiology", "pilot", "widely-taught", "design"]
    cite: str = ""
    note: str = ""


class PhaseSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One phase as a file writes it. `to` is left out for a hold; `optional` holds wait to be asked for."""

    do: Act
    seconds: PhaseSeconds
    to: Fullness | None = None
    say: Annotated[str, Meta(max_length=60)] = ""
    more: Annotated[str, Meta(max_length=160)] = ""
    optional: bool = False


class PaceStart(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"in_s": "in", "out_s": "out"}):
    """Where a pace starts: seconds in, seconds out."""

    in_s: PhaseSeconds
    out_s: PhaseSeconds


class PaceSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An optional way from a first pace to the phases' own."""

    start: PaceStart


class _Common(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """What every exercise says of itself."""

    format: Literal[1]
    title: Title
    summary: Line
    group: Literal["settle", "slow", "holds", "ground", "soothe", "support"]
    minutes: Annotated[float, Meta(ge=0.5, le=60)]
    triggers: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()
    evidence: Evidence | None = None


class Breathing(_Common, frozen=True, tag="breathing"):
    """One breath to repeat. `cycles` breaths and then rest, where that is set; for `minutes` otherwise."""

    phases: Annotated[tuple[PhaseSpec, ...], Meta(min_length=2, max_length=8)]
    pace: PaceSpec | None = None
    cycles: Annotated[int, Meta(ge=1, le=MAX_GUIDED_CYCLES)] | None = None
    then: Literal["rest"] | None = None
    form: Literal["orb", "wave", "square", "still"] | None = None
    voice: Literal["hum"] | None = None

    def __post_init__(self) -> None:
        """Refuse what could harm, with one sentence that names the field."""
        _check_text(self)
        check_breath(self)

    @property
    def has_optional_holds(self) -> bool:
        """Whether there are holds that wait to be asked for."""
        return any(spec.optional for spec in self.phases)

    @property
    def asks_first(self) -> bool:
        """Whether its caution is shown once before it starts."""
        return Caution.HOLDS in self.cautions

    def pattern(self, *, holds: bool = False) -> Pattern:
        """Return its breath at its own pace; optional holds only where they are asked for."""
        level = next(spec.to for spec in reversed(self.phases) if spec.to is not None)
        phases = []
        for spec in self.phases:
            if spec.to is not None:
                level = spec.to
            if holds or not spec.optional:
                phases.append(Phase(spec.do, spec.seconds, level, spec.say, spec.more))
        return Pattern(tuple(phases))

    def course(self, *, holds: bool = False) -> Course:
        """Return its breaths in order: at one pace, or from its first pace to its own."""
        pattern = self.pattern(holds=holds)
        if self.pace is None:
            return Course.steady(pattern)
        return meet_then_slow(pattern, Pace(self.pace.start.in_s, self.pace.start.out_s))

    @property
    def length(self) -> Length:
        """Its own length."""
        return Length(breaths=self.cycles) if self.cycles is not None else Length(minutes=self.minutes)


class _Walked(_Common, frozen=True, kw_only=True):
    """What is walked through step by step."""

    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=40)]

    def __post_init__(self) -> None:
        """Refuse text that could hide or harm, and boxes whose half-written words would overwrite each other's."""
        _check_text(self)
        places = [box.id for step in self.steps if isinstance(step, Facts) for box in step.boxes]
        twice = next((place for place in places if places.count(place) > 1), None)
        if twice is not None:
            _refuse(f"two boxes are called `{twice}`: each needs its own `id`")


class Grounding(_Walked, frozen=True, tag="grounding"):
    """Steps that turn attention outward."""


class Script(_Walked, frozen=True, tag="script"):
    """Words to borrow, one thought at a time."""


Exercise = Breathing | Grounding | Script


class Entry(msgspec.Struct, frozen=True):
    """An exercise in the library: its id, where it came from, and what it is."""

    id: str
    source: Literal["bundled", "yours"]
    exercise: Exercise


def check_breath(exercise: Breathing) -> None:
    """Raise ValueError, in one sentence for the file's author, where a breath could harm."""
    specs = exercise.phases
    for number, spec in enumerate(specs, 1):
        _check_phase(exercise, number, spec)
    _check_order([spec.do for spec in specs])
    _check_levels(specs)
    for holds in (False, True):
        pattern = exercise.pattern(holds=holds)
        _check_times(pattern, "phases")
    if exercise.pace is not None:
        if any(spec.do is Act.HOLD and not spec.optional for spec in specs):
            _refuse("`pace` goes with breaths that have no fixed hold")
        start = exercise.pace.start
        pattern = exercise.course().pattern(0)
        if start.in_s + start.out_s > exercise.pattern().period_s:
            _refuse("`pace.start` is slower than the phases: a pace only ever lengthens the breath")
        for step in exercise.course().steps:
            _check_times(step.pattern, "pace")
    if (exercise.cycles is None) != (exercise.then is None):
        _refuse('`cycles` and `then = "rest"` go together')


def _check_phase(exercise: Breathing, number: int, spec: PhaseSpec) -> None:
    if not math.isfinite(spec.seconds) or (spec.to is not None and not math.isfinite(spec.to)):
        _refuse(f"phase {number}: a number must be finite")
    if spec.do is Act.HOLD:
        if spec.to is not None:
            _refuse(f"phase {number}: a hold stays where it is, so leave out `to`")
        if spec.seconds > MAX_HOLD_S:
            _refuse(f"phase {number}: a hold lasts at most {MAX_HOLD_S:g} seconds")
        if spec.seconds > CAUTIONED_HOLD_S and Caution.HOLDS not in exercise.cautions:
            _refuse(f'phase {number}: a hold longer than {CAUTIONED_HOLD_S:g} second needs `cautions = ["holds"]`')
        return
    if spec.optional:
        _refuse(f"phase {number}: only a hold can be optional")
    if spec.to is None:
        _refuse(f"phase {number}: say with `to` how full the lungs become, from 0 to 1")


def _check_order(acts: list[Act]) -> None:
    runs = [act for act, before in zip(acts, [None, *acts], strict=False) if act is not before]
    allowed = (
        [Act.INHALE, Act.EXHALE],
        [Act.INHALE, Act.HOLD, Act.EXHALE],
        [Act.INHALE, Act.EXHALE, Act.HOLD],
        [Act.INHALE, Act.HOLD, Act.EXHALE, Act.HOLD],
    )
    if runs not in allowed:
        _refuse("`phases` is one breath: first in, then out, with holds only after each")


def _check_levels(specs: tuple[PhaseSpec, ...]) -> None:
    level = next(spec.to for spec in reversed(specs) if spec.to is not None)
    for number, spec in enumerate(specs, 1):
        if spec.to is None:
            continue
        if spec.do is Act.INHALE and spec.to <= level:
            _refuse(f"phase {number}: an in-breath fills, so `to` must be above {level:g}")
        if spec.do is Act.EXHALE and spec.to >= level:
            _refuse(f"phase {number}: an out-breath empties, so `to` must be below {level:g}")
        level = spec.to


def _check_times(pattern: Pattern, field: str) -> None:
    slack_s = 1e-9
    for phase in pattern.phases:
        if not MIN_PHASE_S - slack_s <= phase.duration_s <= MAX_PHASE_S + slack_s:
            _refuse(f"`{field}`: each phase lasts {MIN_PHASE_S:g} to {MAX_PHASE_S:g} seconds, all along the way")
    if not MIN_PERIOD_S - slack_s <= pattern.period_s <= MAX_PERIOD_S + slack_s:
        _refuse(f"`{field}`: one breath lasts {MIN_PERIOD_S:g} to {MAX_PERIOD_S:g} seconds, here {pattern.period_s:g}")
    out_s = math.fsum(p.duration_s for p in pattern.phases if p.act is Act.EXHALE)
    in_s = math.fsum(p.duration_s for p in pattern.phases if p.act is Act.INHALE)
    if out_s < in_s - slack_s:
        _refuse(f"`{field}`: at least as much time out as in, here {in_s:g} in and {out_s:g} out")


def _check_text(exercise: object) -> None:
    for name, text in _texts(msgspec.to_builtins(exercise), ""):
        for char in text:
            hidden = unicodedata.category(char) in ("Cc", "Cs") and char != "\n"
            if hidden or char in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
                _refuse(f"`{name}` has an invisible control character (U+{ord(char):04X})")
        if name in ("title", "summary") and not text.strip():
            _refuse(f"`{name}` is blank")


def _texts(value: object, name: str) -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(name, value)]
    if isinstance(value, dict):
        return [pair for key, inner in value.items() for pair in _texts(inner, f"{name}.{key}" if name else key)]
    if isinstance(value, list | tuple):
        return [pair for index, inner in enumerate(value) for pair in _texts(inner, f"{name}[{index}]")]
    return []


def _refuse(sentence: str) -> None:
    raise ValueError(sentence)
