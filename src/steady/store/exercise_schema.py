"""What an exercise file may hold, as a JSON Schema: the structs' own, and as many of the limits as it can express.

Draft 7 is the one that editors of TOML know. It cannot add up seconds or compare one number with another; the structs
do, and `steady check` says so.
"""

import copy
from collections.abc import Iterator
from typing import Any

import msgspec

from steady.core.breath import MAX_HOLD_S
from steady.core.exercise import Exercise
from steady.core.limits import CAUTIONED_HOLD_S, ONE_LINE, TURNING

Schema = dict[str, Any]

_CONTROLS = "\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u2028\\u2029"
_HIDDEN = "[" + _CONTROLS + "".join(f"\\u{ord(char):04x}" for char in TURNING) + "]"


def exercise_schema() -> Schema:
    """Return the schema, as what `json` writes."""
    schema: Schema = copy.deepcopy(msgspec.json.schema(Exercise))
    del schema["discriminator"]  # of another standard
    parts = schema["$defs"]
    for part in parts.values():
        for name, field in part.get("properties", {}).items():
            _leave_null_out(field)
            for text in _texts(field):
                _show_all(text, "OneLine" if name in ONE_LINE else "Shown")
    parts["Shown"] = {"not": {"pattern": _HIDDEN}}
    parts["OneLine"] = {"not": {"pattern": f"{_HIDDEN}|\\n"}}
    parts["PhaseSpec"] |= _phase_limits()
    parts["Breathing"] |= _breath_limits()
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "An exercise of Steady"}
    return head | schema


def _leave_null_out(field: Schema) -> None:
    """Leave out what TOML does not have: a field that is not wanted is not there."""
    kinds = [kind for kind in field.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) == 1:
        del field["anyOf"]
        field.update(kinds[0])
    if field.get("default", "") is None:
        del field["default"]


def _texts(field: Schema) -> Iterator[Schema]:
    if field.get("type") == "string":
        yield field
    elif field.get("type") == "array":
        yield from _texts(field["items"])


def _show_all(text: Schema, rule: str) -> None:
    text["allOf"] = [{"$ref": f"#/$defs/{rule}"}]
    if text.get("minLength") and "pattern" not in text:
        text["pattern"] = "\\S"


def _phase_limits() -> Schema:
    """A hold stays where it is and is short; what moves says where to."""
    return {
        "if": _has("do", "hold"),
        "then": {"properties": {"to": False, "seconds": {"maximum": MAX_HOLD_S}}},
        "else": {"required": ["to"], "properties": {"optional": {"enum": [False]}}},
    }


def _breath_limits() -> Schema:
    """One breath begins with in and has an out; a long hold is cautioned; cycles end in rest."""
    long_hold = {"allOf": [_has("do", "hold"), {"properties": {"seconds": {"exclusiveMinimum": CAUTIONED_HOLD_S}}}]}
    fixed_hold = {"allOf": [_has("do", "hold"), {"not": _has("optional", True)}]}
    return {
        "allOf": [
            {"properties": {"phases": {"items": [_has("do", "in")]}}},
            {"properties": {"phases": {"contains": _has("do", "out")}}},
            {
                "if": {"properties": {"phases": {"contains": long_hold}}},
                "then": {"required": ["cautions"], "properties": {"cautions": {"contains": {"enum": ["holds"]}}}},
            },
            {
                "if": {"required": ["pace"]},
                "then": {"properties": {"phases": {"not": {"contains": fixed_hold}}}},
            },
        ],
        "dependencies": {"cycles": ["then"], "then": ["cycles"]},
    }


def _has(field: str, value: object) -> Schema:
    return {"required": [field], "properties": {field: {"enum": [value]}}}
