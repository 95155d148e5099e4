"""docs/exercise-format.md says all there is to know of a file, and every example in it works."""

import enum
import re
import tomllib
import typing
from pathlib import Path

import msgspec
import pytest

from steady.core import exercise as exercises
from steady.core import steps
from steady.core.breath import Act
from steady.core.exercise import Entry, Exercise, Grounding, Script
from steady.core.limits import CAUTIONED_HOLD_S
from steady.store.exercise_file import decode
from steady.store.overlay import translated

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "exercise-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
BREATH = """
format = 1
kind = "breathing"
title = "A title"
summary = "A summary."
group = "slow"
minutes = 4
"""
SCRIPT = BREATH.replace("breathing", "script")

STRUCTS = [
    struct
    for module in (exercises, steps)
    for name, struct in vars(module).items()
    if isinstance(struct, type) and struct.__module__ == module.__name__ and issubclass(struct, msgspec.Struct)
    if struct is not Entry and not name.startswith("_")
]


def part_about(struct: type) -> str:
    """Return the part of the page that speaks of a struct: one kind of step has a section of its own."""
    tag = struct.__struct_config__.tag
    if struct.__name__ in vars(steps) and tag is not None:
        section = re.search(rf"^### `{tag}`:.*?(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
        assert section, f"no section for {tag}"
        return section[0] + PAGE[PAGE.index("## Grounding and scripts") : PAGE.index("### `say`")]
    return PAGE


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_each_field_of_each_part_of_a_file_is_explained(struct):
    about = part_about(struct)
    assert [
        field.encode_name for field in msgspec.structs.fields(struct) if f"`{field.encode_name}`" not in about
    ] == []


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_each_field_of_each_part_of_a_file_is_in_an_example(struct):
    shown = "\n".join(EXAMPLES)
    names = [field.encode_name for field in msgspec.structs.fields(struct)]
    rare = {"cite", "voice"}  # explained in a line; an example would say no more
    assert [name for name in names if name not in rare and not re.search(rf"\b{name} = |\[\[?{name}\]", shown)] == []


def test_every_word_that_a_field_can_be_is_named():
    words: set[str] = set()
    for struct in STRUCTS:
        for field in msgspec.structs.fields(struct):
            words |= set(_words(field.type))
        if struct.__struct_config__.tag is not None:
            words.add(struct.__struct_config__.tag)
    assert {act.value for act in Act} <= words
    assert [word for word in sorted(words) if f"`{word}`" not in PAGE and f'`"{word}"`' not in PAGE] == []


def _words(kind: object) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return [member.value for member in kind]
    if typing.get_origin(kind) is typing.Literal:
        return [word for word in typing.get_args(kind) if isinstance(word, str)]
    return [word for inner in typing.get_args(kind) for word in _words(inner)]


def test_there_are_examples_of_every_kind():
    kinds = {re.search(r'^kind = "(\w+)"', example, re.MULTILINE)[1] for example in EXAMPLES if "kind = " in example}
    done = set(re.findall(r'^do = "([\w-]+)"', "\n".join(EXAMPLES), re.MULTILINE))
    assert kinds >= {"breathing", "script"}
    assert done >= {struct.__struct_config__.tag for struct in typing.get_args(steps.Step)}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: re.sub(r"\W+", " ", example)[:40])
def test_each_example_is_well(example):
    if "kind = " in example:
        msgspec.convert(tomllib.loads(example), Exercise)
        return
    whole = tomllib.loads(BREATH if "[[phases]]" in example else SCRIPT) | tomllib.loads(example)
    read = msgspec.convert(whole, Exercise)
    if isinstance(read, Script):
        msgspec.convert(whole | {"kind": "grounding"}, Grounding)


@pytest.mark.parametrize(
    "said",
    [
        f"longer than {CAUTIONED_HOLD_S:g} second needs",
        "3 to 30 seconds",
        "2 to 20 breaths a\nminute",
        "A hold lasts 10 seconds at most",
        "0.5 to 20",
    ],
)
def test_the_limits_of_safety_are_said(said):
    assert said in PAGE


def test_the_translation_in_it_is_well():
    (exercise_id, text), *others = re.findall(
        r"^```toml translation of (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
    )
    exercise = decode((ROOT / "exercises" / f"{exercise_id}.toml").read_bytes())
    assert translated(exercise, text.encode()).title == "Más largo al soltar"
    assert others == []
