"""Every limit of safety that an exercise keeps, and what a text may hold. The structs call these as they are read.

The limits are of content rules, not of taste: no file can ask for over-breathing. A breathing file holds one breath:
one run of in-breaths, one run of out-breaths, holds only after a run, at least as much time out as in.
Each raises BreaksLimit, with the way to the field at fault; `texts` says it to the file's author.
"""

import enum
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


class Limit(enum.Enum):
    """What can be broken. In brackets: the values that come with it."""

    PACE_WITH_HOLD = "pace-with-hold"
    PACE_STARTS_SLOWER = "pace-starts-slower"
    CYCLES_WITHOUT_REST = "cycles-without-rest"
    BOXES_SHARE_ID = "boxes-share-id"
    """[place]"""
    BLANK_ASTRAY = "blank-astray"
    """[number, blank]"""
    PHASE_NOT_FINITE = "phase-not-finite"
    """[number], as all that is about one phase; phases and steps count from 1."""
    HOLD_MOVES = "hold-moves"
    HOLD_TOO_LONG = "hold-too-long"
    """[number, limit_s]"""
    HOLD_NOT_CAUTIONED = "hold-not-cautioned"
    """[number, limit_s]"""
    ONLY_HOLDS_OPTIONAL = "only-holds-optional"
    LEVEL_MISSING = "level-missing"
    NOT_ONE_BREATH = "not-one-breath"
    IN_FILLS = "in-fills"
    """[number, level]"""
    OUT_EMPTIES = "out-empties"
    """[number, level]"""
    PHASE_LENGTH = "phase-length"
    """[least_s, most_s]"""
    BREATH_LENGTH = "breath-length"
    """[least_s, most_s, here_s]"""
    MORE_IN_THAN_OUT = "more-in-than-out"
    """[in_s, out_s]"""
    HIDDEN_CHARACTER = "hidden-character"
    """[code]: four or more hexadecimal digits, as Unicode's book has them."""
    TWO_LINES = "two-lines"
    BLANK_TEXT = "blank-text"


class BreaksLimit(ValueError):
    """What a file asks for is beyond a limit. `path` leads to the field at fault; `values` go with the limit."""

    def __init__(self, limit: Limit, path: Path, **values: float | str) -> None:
        super().__init__(limit.value)
        self.limit = limit
        self.path = path
        self.values = values


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
            _refuse(Limit.PACE_WITH_HOLD, "pace")
        start = exercise.pace.start
        if start.in_s + start.out_s > exercise.pattern().period_s:
            _refuse(Limit.PACE_STARTS_SLOWER, "pace", "start")
        for step in exercise.course().steps:
            _check_times(step.pattern, "pace")
    if (exercise.cycles is None) != (exercise.then is None):
        _refuse(Limit.CYCLES_WITHOUT_REST, "then" if exercise.cycles is None else "cycles")


def check_steps(steps: "tuple[Step, ...]") -> None:
    """Refuse boxes whose half-written words would overwrite each other's, and sentences whose blanks go astray."""
    seen: set[str] = set()
    for number, step in enumerate(steps, 1):
        for place in places(step):
            if place in seen:
                _refuse(Limit.BOXES_SHARE_ID, *_way_to(step, number - 1, place), place=place)
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
        _refuse(Limit.BLANK_ASTRAY, "steps", number - 1, "template", number=number, blank=astray[0])


def _check_phase(exercise: "Breathing", number: int, spec: "PhaseSpec") -> None:
    phase = ("phases", number - 1)
    if not math.isfinite(spec.seconds) or (spec.to is not None and not math.isfinite(spec.to)):
        _refuse(Limit.PHASE_NOT_FINITE, *phase, number=number)
    if spec.do is Act.HOLD:
        if spec.to is not None:
            _refuse(Limit.HOLD_MOVES, *phase, "to", number=number)
        if spec.seconds > MAX_HOLD_S:
            _refuse(Limit.HOLD_TOO_LONG, *phase, "seconds", number=number, limit_s=MAX_HOLD_S)
        if spec.seconds > CAUTIONED_HOLD_S and not exercise.asks_first:
            _refuse(Limit.HOLD_NOT_CAUTIONED, *phase, "seconds", number=number, limit_s=CAUTIONED_HOLD_S)
        return
    if spec.optional:
        _refuse(Limit.ONLY_HOLDS_OPTIONAL, *phase, "optional", number=number)
    if spec.to is None:
        _refuse(Limit.LEVEL_MISSING, *phase, number=number)


def _check_order(acts: list[Act]) -> None:
    runs = [act for act, before in zip(acts, [None, *acts], strict=False) if act is not before]
    allowed = (
        [Act.INHALE, Act.EXHALE],
        [Act.INHALE, Act.HOLD, Act.EXHALE],
        [Act.INHALE, Act.EXHALE, Act.HOLD],
        [Act.INHALE, Act.HOLD, Act.EXHALE, Act.HOLD],
    )
    if runs not in allowed:
        _refuse(Limit.NOT_ONE_BREATH, "phases")


def _check_levels(specs: "tuple[PhaseSpec, ...]") -> None:
    level = next(spec.to for spec in reversed(specs) if spec.to is not None)
    for number, spec in enumerate(specs, 1):
        if spec.to is None:
            continue
        to = ("phases", number - 1, "to")
        if spec.do is Act.INHALE and spec.to <= level:
            _refuse(Limit.IN_FILLS, *to, number=number, level=level)
        if spec.do is Act.EXHALE and spec.to >= level:
            _refuse(Limit.OUT_EMPTIES, *to, number=number, level=level)
        level = spec.to


def _check_times(pattern: Pattern, field: str) -> None:
    slack_s = 1e-9
    for phase in pattern.phases:
        if not MIN_PHASE_S - slack_s <= phase.duration_s <= MAX_PHASE_S + slack_s:
            _refuse(Limit.PHASE_LENGTH, field, least_s=MIN_PHASE_S, most_s=MAX_PHASE_S)
    period_s = pattern.period_s
    if not MIN_PERIOD_S - slack_s <= period_s <= MAX_PERIOD_S + slack_s:
        _refuse(Limit.BREATH_LENGTH, field, least_s=MIN_PERIOD_S, most_s=MAX_PERIOD_S, here_s=period_s)
    out_s = math.fsum(p.duration_s for p in pattern.phases if p.act is Act.EXHALE)
    in_s = math.fsum(p.duration_s for p in pattern.phases if p.act is Act.INHALE)
    if out_s < in_s - slack_s:
        _refuse(Limit.MORE_IN_THAN_OUT, field, in_s=in_s, out_s=out_s)


def check_text(exercise: object) -> None:
    """Refuse text that hides something, and text that says nothing."""
    for path, text in _texts(msgspec.to_builtins(exercise), ()):
        for char in text:
            if is_hidden(char) and char != "\n":
                _refuse(Limit.HIDDEN_CHARACTER, *path, code=f"{ord(char):04X}")
        if "\n" in text and ONE_LINE.intersection(step for step in path[-2:] if isinstance(step, str)):
            _refuse(Limit.TWO_LINES, *path)
        if text and not shows_something(text):
            _refuse(Limit.BLANK_TEXT, *path)


def is_hidden(char: str) -> bool:
    """Whether a character is invisible and does something all the same, be it the end of a line."""
    return unicodedata.category(char) in HIDDEN_KINDS or char in TURNING


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


def _refuse(limit: Limit, *path: str | int, **values: float | str) -> NoReturn:
    raise BreaksLimit(limit, path, **values)
