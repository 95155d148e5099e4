"""What is at fault with the shape of an exercise file: fields that are missing, unknown, or hold the wrong thing.

msgspec refuses such a file too, at its first fault and in words for programmers. Here its own description of the
structs is walked beside what a file says, so that each fault becomes a sentence for who wrote it. Nothing here knows
the structs: a new field is explained as soon as it is declared.
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec.inspect as shapes

from steady.texts import say
from steady.texts.store import FieldText, Wanted

LIKE_ENOUGH = 70.0
"""From here on, of 100, one word is taken for another that was mistyped."""
LONGEST_SHOWN = 20

Path = tuple[str | int, ...]

_WANTED: dict[type[shapes.Type], Wanted] = {
    shapes.FloatType: Wanted.FLOAT,
    shapes.IntType: Wanted.INT,
    shapes.StrType: Wanted.STR,
    shapes.BoolType: Wanted.BOOL,
    shapes.VarTupleType: Wanted.ARRAY,
    shapes.StructType: Wanted.OBJECT,
}


class Finding(NamedTuple):
    """A sentence without its full stop, and the way to the field that it is about."""

    path: Path
    sentence: str


def misshapen(shape: shapes.Type, value: Any, path: Path = ()) -> Iterator[Finding]:
    """Yield what keeps a value, read from TOML, from having that shape."""
    kinds = _kinds(shape)
    structs = [kind for kind in kinds if isinstance(kind, shapes.StructType)]
    if structs:
        yield from _struct(structs, value, path)
    elif isinstance(kinds[0], shapes.VarTupleType):
        yield from _list(kinds[0], value, path)
    elif sentence := _about(kinds[0], value, field_name(path)):
        yield Finding(path, sentence)


def field_name(path: Path) -> str:
    """Return a path for people, who count from 1: "`seconds`", or "`seconds` (phases 2)"."""
    names = [str(step) for step in path if isinstance(step, str)]
    if not names:
        return ""
    within = [f"{path[at - 1]} {step + 1}" for at, step in enumerate(path) if isinstance(step, int)]
    return f"`{shown(names[-1])}`" + (f" ({', '.join(within)})" if within else "")


def shown(value: object) -> str:
    """Return a value of a file so that it can stand in a sentence, however long it is."""
    if isinstance(value, dict | list):
        return "..."
    try:
        text = str(value)
    except ValueError:  # an integer of thousands of digits
        return "..."
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the word that is meant, None where none is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only beside a fault

    found = process.extractOne(word[:200], known, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
    return None if found is None else str(found[0])


def unknown_field(path: Path, near: str | None) -> Finding:
    """Return that the field at the end of that way is not known there; `near` is one that is."""
    if near is None:
        return Finding(path, say(FieldText.UNKNOWN, field=field_name(path)))
    return Finding(path, say(FieldText.UNKNOWN_NEAR, field=field_name(path), nearest=near))


def _kinds(shape: shapes.Type) -> list[shapes.Type]:
    """Return what a value may be. A field that may be left out is no choice: TOML has nothing to leave it out with."""
    kinds = list(shape.types) if isinstance(shape, shapes.UnionType) else [shape]
    return [kind for kind in kinds if not isinstance(kind, shapes.NoneType)]


def _struct(structs: Sequence[shapes.StructType], value: Any, path: Path) -> Iterator[Finding]:
    if not isinstance(value, dict):
        yield Finding(path, _wrong_type(Wanted.OBJECT, field_name(path)))
        return
    tag_field = structs[0].tag_field
    if tag_field is not None:
        tags = [str(struct.tag) for struct in structs]
        tag_path = (*path, tag_field)
        if tag_field not in value:
            yield Finding(tag_path, say(FieldText.MISSING, field=field_name(tag_path)))
            return
        if value[tag_field] not in tags:
            yield Finding(tag_path, _no_such(field_name(tag_path), value[tag_field], tags))
            return
        structs = [struct for struct in structs if struct.tag == value[tag_field]]
    fields = {field.encode_name: field for field in structs[0].fields}
    unsaid = [name for name in fields if name not in value]
    meant = set()
    for name, inner in value.items():
        if name in fields:
            yield from misshapen(fields[name].type, inner, (*path, name))
        elif name != tag_field:
            near = nearest(name, unsaid) or nearest(name, list(fields))
            meant.add(near)
            yield unknown_field((*path, name), near)
    for name in unsaid:
        if fields[name].required and name not in meant:
            missing = (*path, name)
            yield Finding(missing, say(FieldText.MISSING, field=field_name(missing)))


def _list(shape: shapes.VarTupleType, value: Any, path: Path) -> Iterator[Finding]:
    name = field_name(path)
    if not isinstance(value, list):
        yield Finding(path, _wrong_type(Wanted.ARRAY, name))
    elif shape.max_length is not None and len(value) > shape.max_length:
        yield Finding(path, say(FieldText.TOO_MANY, field=name, limit=shape.max_length))
    else:
        for index, inner in enumerate(value):
            yield from misshapen(shape.item_type, inner, (*path, index))
        if shape.min_length is not None and len(value) < shape.min_length:
            yield Finding(path, say(FieldText.TOO_FEW, field=name, limit=shape.min_length))


def _about(shape: shapes.Type, value: Any, name: str) -> str | None:
    """Return what is at fault with a single value, None where nothing is."""
    if isinstance(shape, shapes.LiteralType):
        if all(type(choice) is int for choice in shape.values) and type(value) is not int:
            return _wrong_type(Wanted.INT, name)
        return None if _among(value, shape.values) else _no_such(name, value, shape.values)
    if isinstance(shape, shapes.EnumType):
        choices = [member.value for member in shape.cls]
        return None if _among(value, choices) else _no_such(name, value, choices)
    if isinstance(shape, shapes.FloatType | shapes.IntType):
        return _about_number(shape, value, name)
    if isinstance(shape, shapes.StrType):
        return _about_text(shape, value, name)
    return None if isinstance(value, bool) else _wrong_type(_WANTED[type(shape)], name)


def _about_number(shape: shapes.FloatType | shapes.IntType, value: Any, name: str) -> str | None:
    allowed = int | float if isinstance(shape, shapes.FloatType) else int
    if isinstance(value, bool) or not isinstance(value, allowed):
        return _wrong_type(_WANTED[type(shape)], name)
    if isinstance(value, float) and not math.isfinite(value):
        return say(FieldText.NOT_FINITE, field=name, value=value)
    if shape.ge is not None and value < shape.ge:
        return say(FieldText.TOO_SMALL, field=name, value=shown(value), limit=f"{shape.ge:g}")
    if shape.le is not None and value > shape.le:
        return say(FieldText.TOO_LARGE, field=name, value=shown(value), limit=f"{shape.le:g}")
    return None


def _about_text(shape: shapes.StrType, value: Any, name: str) -> str | None:
    if not isinstance(value, str):
        return _wrong_type(Wanted.STR, name)
    if shape.min_length is not None and len(value) < shape.min_length:
        return say(FieldText.EMPTY, field=name)
    if shape.max_length is not None and len(value) > shape.max_length:
        return say(FieldText.TOO_LONG, field=name, limit=shape.max_length)
    if shape.pattern is not None and re.search(shape.pattern, value) is None:
        return say(FieldText.NOT_AN_ID, field=name)
    return None


def _among(value: object, choices: Sequence[object]) -> bool:
    """Whether it is one of them, and of its type: true is no 1."""
    return any(value == choice and type(value) is type(choice) for choice in choices)


def _no_such(name: str, value: object, choices: Sequence[object]) -> str:
    words = [str(choice) for choice in choices]
    near = nearest(value, words) if isinstance(value, str) else None
    if near is not None:
        return say(FieldText.NO_SUCH_VALUE_NEAR, field=name, value=shown(value), nearest=near)
    return say(FieldText.NO_SUCH_VALUE, field=name, value=shown(value), choices=", ".join(words))


def _wrong_type(wanted: Wanted, name: str) -> str:
    return say(FieldText.WRONG_TYPE, field=name, wanted=say(wanted))
