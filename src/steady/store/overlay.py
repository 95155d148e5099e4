"""Translations: a file such as `longer-out.es.toml` holds words, and only words, that stand in place of the English.

A field that it leaves out stays English. Phases, steps, boxes and options are matched by their place in the list.
"""

from typing import Any, TypeVar

import msgspec
import msgspec.inspect

from steady.core import steps
from steady.core.exercise import Breathing, Evidence, Exercise, Grounding, PhaseSpec, Script
from steady.core.limits import BreaksLimit
from steady.store.exercise_faults import FileFault, broken, by_line, is_newer, parsed
from steady.store.exercise_file import bad, text_of
from steady.store.exercise_shape import Finding, field_name, misshapen, nearest, unknown_field
from steady.store.toml_lines import TomlLines
from steady.texts import say
from steady.texts.store import FieldText, StoreText, Wanted

_Struct = TypeVar("_Struct", bound=msgspec.Struct)
Path = tuple[str | int, ...]

_OF_EACH = ("title", "summary", "synonyms")
_OF_EACH_STEP = ("say", "more", "guard")
WORDS: dict[type[msgspec.Struct], tuple[str, ...]] = {
    Breathing: _OF_EACH,
    Grounding: _OF_EACH,
    Script: _OF_EACH,
    Evidence: ("note",),
    PhaseSpec: ("say", "more"),
    steps.Box: ("label", "hint"),
    steps.Option: ("label", "reply"),
    steps.Way: ("label",),
    steps.Say: _OF_EACH_STEP,
    steps.Name: (*_OF_EACH_STEP, "hint"),
    steps.Choose: _OF_EACH_STEP,
    steps.HoldFor: (*_OF_EACH_STEP, "then"),
    steps.Tap: _OF_EACH_STEP,
    steps.WriteHere: _OF_EACH_STEP,
    steps.Breathe: _OF_EACH_STEP,
    steps.GoTo: _OF_EACH_STEP,
    steps.Facts: _OF_EACH_STEP,
    steps.Pause: (*_OF_EACH_STEP, "after"),
    steps.Unsent: (*_OF_EACH_STEP, "hint"),
    steps.FillIn: (*_OF_EACH_STEP, "template"),
}
"""The fields that a person reads, of each part of an exercise that has any."""


def translated(exercise: Exercise, data: bytes) -> Exercise:
    """Return the exercise with the words of a translation, given as its file's bytes. Raises BadFile."""
    text = text_of(data)
    document = parsed(text)
    if isinstance(document, FileFault):
        raise bad(document)
    if not document:
        raise bad(FileFault(say(StoreText.EMPTY)))
    if is_newer(document):
        raise bad(FileFault(say(StoreText.NEWER), TomlLines(text).of(("format",))))
    found: list[Finding] = []
    try:
        laid = _laid(exercise, document, (), found)
    except BreaksLimit as error:
        found.append(broken(error))
    if found:
        raise bad(*by_line(iter(found), TomlLines(text)))
    return laid


def _laid(struct: _Struct, over: Any, path: Path, found: list[Finding]) -> _Struct:
    """Return a part of an exercise with other words; what cannot be laid over it is added to `found`."""
    if not isinstance(over, dict):
        found.append(Finding(path, say(FieldText.WRONG_TYPE, field=field_name(path), wanted=say(Wanted.OBJECT))))
        return struct
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    words = WORDS.get(type(struct), ())
    changes: dict[str, Any] = {}
    for name, value in over.items():
        here = (*path, name)
        inner = getattr(struct, fields[name].name) if name in fields else None
        if name in words:
            found += misshapen(msgspec.inspect.type_info(fields[name].type), value, here)
            changes[name] = tuple(value) if isinstance(value, list) else value
        elif isinstance(inner, msgspec.Struct):
            changes[fields[name].name] = _laid(inner, value, here, found)
        elif isinstance(inner, tuple) and isinstance(next(iter(inner), None), msgspec.Struct):
            changes[name] = _laid_list(inner, value, here, found)
        elif name in fields or name == struct.__struct_config__.tag_field:
            found.append(Finding(here, say(FieldText.NOT_WORDS, field=field_name(here))))
        else:
            found.append(unknown_field(here, nearest(name, words)))
    return struct if found else msgspec.structs.replace(struct, **changes)


def _laid_list(structs: tuple[Any, ...], over: Any, path: Path, found: list[Finding]) -> tuple[Any, ...]:
    if not isinstance(over, list):
        found.append(Finding(path, say(FieldText.WRONG_TYPE, field=field_name(path), wanted=say(Wanted.ARRAY))))
        return structs
    if len(over) > len(structs):
        found.append(
            Finding((*path, len(structs)), say(FieldText.NO_SUCH_PLACE, field=field_name(path), limit=len(structs)))
        )
        return structs
    laid = (
        _laid(struct, value, (*path, at), found) for at, (struct, value) in enumerate(zip(structs, over, strict=False))
    )
    return (*laid, *structs[len(over) :])
