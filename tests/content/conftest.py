"""What the content tests share: every exercise file that ships, and all the words in it that a person reads."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from steady.core.exercise import Breathing, Exercise, Grounding, Script

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "exercises").glob("*.toml"))
READ = {"title", "summary", "say", "more", "hint", "label", "guard", "reply", "then", "after", "template"}


KINDS = {
    "exercise_file": "breathing|grounding|script",
    "breathing_file": "breathing",
    "script_file": "script",
    "walked_file": "grounding|script",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name, kind in KINDS.items():
        if name in metafunc.fixturenames:
            of_kind = re.compile(rf'^kind = "({kind})"$', re.MULTILINE)
            files = [file for file in FILES if of_kind.search(file.read_text(encoding="utf-8"))]
            metafunc.parametrize(name, files, ids=[file.stem for file in files])


def read(file: Path) -> Any:
    return msgspec.toml.decode(file.read_bytes(), type=Exercise)


@pytest.fixture
def exercise(exercise_file: Path) -> Exercise:
    return read(exercise_file)


@pytest.fixture
def breathing(breathing_file: Path) -> Breathing:
    return read(breathing_file)


@pytest.fixture
def script(script_file: Path) -> Script:
    return read(script_file)


@pytest.fixture
def walked(walked_file: Path) -> Grounding | Script:
    return read(walked_file)


@pytest.fixture
def lines(exercise: Exercise) -> list[str]:
    return lines_of(exercise)


def lines_of(exercise: Exercise) -> list[str]:
    """Every line that a person reads while practising; the evidence is for those who ask."""
    return list(_lines(msgspec.to_builtins(exercise)))


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in READ:
                texts = [inner] if isinstance(inner, str) else inner or ()
                for text in texts:
                    yield from (line for line in text.split("\n") if line)
            elif name != "evidence":
                yield from _lines(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _lines(inner)
