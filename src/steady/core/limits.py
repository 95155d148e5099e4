"""Every limit of safety that an exercise keeps, and what a text may hold. The structs call these as they are read.

The limits are of content rules, not of taste: no file can ask for over-breathing. A breathing file holds one breath:
one run of in-breaths, one run of out-breaths, holds only after a run, at least as much time out as in.
Each raises BreaksLimit, in one sentence for the file's author that names the field, and with the way to it.
"""

import math
import unicodedata
from typing import TYPE_CHECKING, NoReturn

import msgspec

from steady.core.breath import MAX_HOLD_S, MAX_PERIOD_S, MAX_PHASE_S, MIN_PERIOD_S, MIN_PHASE_S, Act, Pattern
from steady.core.steps import FillIn, places

if TYPE_CHECKING:
    from steady.core.exercise import Breathing, PhaseSpec
    from steady.core.steps import Step

CAUTIONED_HOLD_S = 1.0
"""A hold longer than this needs `cautions = ["holds"]`."""
HIDDEN_KINDS = ("Cc", "Cs", "Zl", "Zp")
"""Unicode's categories of what no text may hold: controls (a new line aside), halves, separators of lines."""
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of what stands beside them, and so can make a text read as another."""
EMPTY_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs, by Unicode's book, that show nothing."""
ONE_LINE = {"title", "summary", "label", "hint", "triggers", "synonyms", "cite", "id", "to", "exercise", "ways_out"}
"""Fields that are shown on one line."""

Path = tuple[str | int, ...]
"""The way to a field: ("phases", 0, "seconds"). Places in lists count from 0."""


class BreaksLimit(ValueError):
    """What a file asks for is beyond a limit. `path` is the way to the field that is at fault."""

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path


def check_breath(exercise: "Breathing") -> None:
    """Raise BreaksLimit where a breath could harm."""
    specs = exercise.phases
    for number, spec in enumerate(specs, 1):
        _check_phase(exercise, number, spec)
    _check_order([spec.do for spec in specs])
    _check_levels(specs)
    for holds in (False, True):
        _check_times(exercise.pattern(holds=holds), "phases")
    if exercise.pace is not None:
        if any(spec.do is Act.HOLD and not spec.optional for spec in specs):
            _refuse("`pace` goes with breaths that have no fixed hold", "pace")
        start = exercise.pace.start
        if start.in_s + start.out_s > exercise.pattern().period_s:
            _refuse("`pace.start` is slower than the phases: a pace only ever lengthens the breath", "pace", "start")
        for step in exercise.course().steps:
            _check_times(step.pattern, "pace")
    if (exercise.cycles is None) != (exercise.then is None):
        _refuse('`cycles` and `then = "rest"` go together', "then" if exercise.cycles is None else "cycles")


def check_steps(steps: "tuple[Step, ...]") -> None:
    """Refuse boxes whose half-written words would overwrite each other's, and sentences whose blanks go astray."""
    seen: set[str] = set()
    for number, step in enumerate(steps, 1):
        for place in places(step):
            if place in seen:
                _refuse(f"two boxes are called `{place}`: each needs its own `id`", *_way_to(step, number - 1, place))
            seen.add(place)
        if isinstance(step, FillIn):
            _check_blanks(step, number)


def _way_to(step: "Step", index: int, place: str) -> Path:
    """Return the way to the `id` of a box; to the last of those that share one, which is the one too many."""
    field = "blanks" if isinstance(step, FillIn) else "boxes"
    boxes = getattr(step, field, ())
    at = [number for number, box in enumerate(boxes) if box.id == place]
    return ("steps", index, field, at[-1], "id") if at else ("steps", index, "id")


def _check_blanks(step: FillIn, number: int) -> None:
    named = {blank for _, blank in step.pieces if blank is not None}
    astray = sorted(named ^ {box.id for box in step.blanks})
    if astray:
        _refuse(
            f"step {number}: `template` and `blanks` must name the same blanks, and `{astray[0]}` is in one only",
            *("steps", number - 1, "template"),
        )


def _check_phase(exercise: "Breathing", number: int, spec: "PhaseSpec") -> None:
    phase = ("phases", number - 1)
    if not math.isfinite(spec.seconds) or (spec.to is not None and not math.isfinite(spec.to)):
        _refuse(f"phase {number}: a number must be finite", *phase)
    if spec.do is Act.HOLD:
        if spec.to is not None:
            _refuse(f"phase {number}: a hold stays where it is, so leave out `to`", *phase, "to")
        if spec.seconds > MAX_HOLD_S:
            _refuse(f"phase {number}: a hold lasts at most {MAX_HOLD_S:g} seconds", *phase, "seconds")
        if spec.seconds > CAUTIONED_HOLD_S and not exercise.asks_first:
            needs = f'a hold longer than {CAUTIONED_HOLD_S:g} second needs `cautions = ["holds"]`'
            _refuse(f"phase {number}: {needs}", *phase, "seconds")
        return
    if spec.optional:
        _refuse(f"phase {number}: only a hold can be optional", *phase, "optional")
    if spec.to is None:
        _refuse(f"phase {number}: say with `to` how full the lungs become, from 0 to 1", *phase)


def _check_order(acts: list[Act]) -> None:
    runs = [act for act, before in zip(acts, [None, *acts], strict=False) if act is not before]
    allowed = (
        [Act.INHALE, Act.EXHALE],
        [Act.INHALE, Act.HOLD, Act.EXHALE],
        [Act.INHALE, Act.EXHALE, Act.HOLD],
        [Act.INHALE, Act.HOLD, Act.EXHALE, Act.HOLD],
    )
    if runs not in allowed:
        _refuse("`phases` is one breath: first in, then out, with holds only after each", "phases")


def _check_levels(specs: "tuple[PhaseSpec, ...]") -> None:
    level = next(spec.to for spec in reversed(specs) if spec.to is not None)
    for number, spec in enumerate(specs, 1):
        if spec.to is None:
            continue
        to = ("phases", number - 1, "to")
        if spec.do is Act.INHALE and spec.to <= level:
            _refuse(f"phase {number}: an in-breath fills, so `to` must be above {level:g}", *to)
        if spec.do is Act.EXHALE and spec.to >= level:
            _refuse(f"phase {number}: an out-breath empties, so `to` must be below {level:g}", *to)
        level = spec.to


def _check_times(pattern: Pattern, field: str) -> None:
    slack_s = 1e-9
    for phase in pattern.phases:
        if not MIN_PHASE_S - slack_s <= phase.duration_s <= MAX_PHASE_S + slack_s:
            lasts = f"each phase lasts {MIN_PHASE_S:g} to {MAX_PHASE_S:g} seconds, all along the way"
            _refuse(f"`{field}`: {lasts}", field)
    period_s = pattern.period_s
    if not MIN_PERIOD_S - slack_s <= period_s <= MAX_PERIOD_S + slack_s:
        lasts = f"one breath lasts {MIN_PERIOD_S:g} to {MAX_PERIOD_S:g} seconds, here {period_s:g}"
        _refuse(f"`{field}`: {lasts}", field)
    out_s = math.fsum(p.duration_s for p in pattern.phases if p.act is Act.EXHALE)
    in_s = math.fsum(p.duration_s for p in pattern.phases if p.act is Act.INHALE)
    if out_s < in_s - slack_s:
        _refuse(f"`{field}`: at least as much time out as in, here {in_s:g} in and {out_s:g} out", field)


def check_text(exercise: object) -> None:
    """Refuse text that hides something, and text that says nothing."""
    for path, text in _texts(msgspec.to_builtins(exercise), ()):
        name = _name(path)
        for char in text:
            if (unicodedata.category(char) in HIDDEN_KINDS and char != "\n") or char in TURNING:
                _refuse(f"{name} has an invisible control character (U+{ord(char):04X})", *path)
        if "\n" in text and ONE_LINE.intersection(step for step in path[-2:] if isinstance(step, str)):
            _refuse(f"{name} goes on one line", *path)
        if text and not shows_something(text):
            _refuse(f"{name} is blank", *path)


def shows_something(text: str) -> bool:
    """Whether a text has a letter, a digit or a sign that can be seen."""
    return any(unicodedata.category(char)[0] in "LNPS" and char not in EMPTY_LETTERS for char in text)


def _texts(value: object, path: Path) -> list[tuple[Path, str]]:
    if isinstance(value, str):
        return [(path, value)]
    if isinstance(value, dict):
        return [pair for key, inner in value.items() for pair in _texts(inner, (*path, key))]
    if isinstance(value, list | tuple):
        return [pair for index, inner in enumerate(value) for pair in _texts(inner, (*path, index))]
    return []


def _name(path: Path) -> str:
    """Return a field for people, who count from 1: "`say` (steps 1)"."""
    names = [step for step in path if isinstance(step, str)]
    within = [f"{path[at - 1]} {step + 1}" for at, step in enumerate(path) if isinstance(step, int)]
    return f"`{names[-1]}`" + (f" ({', '.join(within)})" if within else "")


def _refuse(sentence: str, *path: str | int) -> NoReturn:
    raise BreaksLimit(sentence, path)
