"""What an exercise is: the structs that an exercise file is read into. Each keeps the limits as it is made."""

import enum
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from steady.core.breath import MAX_PHASE_S, MIN_PHASE_S, Act, Course, Pattern, Phase
from steady.core.events import Length
from steady.core.limits import check_breath, check_steps, check_text
from steady.core.pacing import Pace, meet_then_slow
from steady.core.steps import Step, Target

MAX_GUIDED_CYCLES = 4

Line = Annotated[str, Meta(min_length=1, max_length=160)]
Title = Annotated[str, Meta(min_length=1, max_length=60)]
PhaseSeconds = Annotated[float, Meta(ge=MIN_PHASE_S, le=MAX_PHASE_S)]
Names = Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=60)], ...], Meta(max_length=40)]
Fullness = Annotated[float, Meta(ge=0.0, le=1.0)]


class Caution(enum.Enum):
    """What an exercise warns of; `texts` says each in a sentence."""

    HOLDS = "holds"
    NOT_IN_PANIC = "not-in-panic"
    LONG_OUT = "long-out"
    EAR_PAIN = "ear-pain"
    PRIVACY = "privacy"
    NO_FORCE = "no-force"
    SKIP_PAIN = "skip-pain"
    ORIENT_FIRST = "orient-first"


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How good the evidence is, in one word and one sentence, and where it is written."""

    grade: Literal["trials", "physiology", "pilot", "widely-taught", "design"]
    cite: Annotated[str, Meta(max_length=300)] = ""
    note: Annotated[str, Meta(max_length=300)] = ""


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
    triggers: Names = ()
    synonyms: Names = ()
    cautions: Annotated[tuple[Caution, ...], Meta(max_length=8)] = ()
    ways_out: Annotated[tuple[Target, ...], Meta(max_length=4)] = ()
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
        check_text(self)
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
        check_text(self)
        check_steps(self.steps)


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
