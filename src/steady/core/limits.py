"""Every limit of safety that an exercise keeps, and what a text may hold. The structs call these as they are read.

The limits are of content rules, not of taste: no file can ask for over-breathing. A breathing file holds one breath:
one run of in-breaths, one run of out-breaths, holds only after a run, at least as much time out as in.
Each raises ValueError, in one sentence for the file's author that names the field.
"""

import math
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from steady.core.breath import MAX_HOLD_S, MAX_PERIOD_S, MAX_PHASE_S, MIN_PERIOD_S, MIN_PHASE_S, Act, Pattern
from steady.core.steps import FillIn, places

if TYPE_CHECKING:
    from steady.core.exercise import Breathing, PhaseSpec
    from steady.core.steps import Step

CAUTIONED_HOLD_S = 1.0
"""A hold longer than this needs `cautions = ["holds"]`."""


def check_breath(exercise: "Breathing") -> None:
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


def check_steps(steps: "tuple[Step, ...]") -> None:
    """Refuse boxes whose half-written words would overwrite each other's, and sentences whose blanks go astray."""
    named = [place for step in steps for place in places(step)]
    twice = next((place for place in named if named.count(place) > 1), None)
    if twice is not None:
        _refuse(f"two boxes are called `{twice}`: each needs its own `id`")
    for number, step in enumerate(steps, 1):
        if isinstance(step, FillIn):
            _check_blanks(step, number)


def _check_blanks(step: FillIn, number: int) -> None:
    named = {blank for _, blank in step.pieces if blank is not None}
    astray = sorted(named ^ {box.id for box in step.blanks})
    if astray:
        _refuse(f"step {number}: `template` and `blanks` must name the same blanks, and `{astray[0]}` is in one only")


def _check_phase(exercise: "Breathing", number: int, spec: "PhaseSpec") -> None:
    if not math.isfinite(spec.seconds) or (spec.to is not None and not math.isfinite(spec.to)):
        _refuse(f"phase {number}: a number must be finite")
    if spec.do is Act.HOLD:
        if spec.to is not None:
            _refuse(f"phase {number}: a hold stays where it is, so leave out `to`")
        if spec.seconds > MAX_HOLD_S:
            _refuse(f"phase {number}: a hold lasts at most {MAX_HOLD_S:g} seconds")
        if spec.seconds > CAUTIONED_HOLD_S and not exercise.asks_first:
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


def _check_levels(specs: "tuple[PhaseSpec, ...]") -> None:
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


def check_text(exercise: object) -> None:
    """Refuse text that hides something, and titles that say nothing."""
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
