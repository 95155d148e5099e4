"""What is at fault in an exercise file, in words for who wrote it, with the line where that is found simply.

Read only after a file was refused. msgspec says what it expected, in English and where in its own notation; here that
becomes a sentence of ours. The line is searched for in the text, key by key: a table written in an unusual way may get
no line, and never a wrong file.
"""

import itertools
import math
import re
import tomllib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from steady.texts import say
from steady.texts.store import FieldText, StoreText, Wanted

_PLACE = re.compile(r" - at `(?P<place>[^`]*)`$")
_STEP = re.compile(r"\.(?P<name>[^.\[\]]+)|\[(?P<index>\d+)\]")
_SYNTAX_LINE = re.compile(r"\(at line (?P<line>\d+), column \d+\)$")
_SYNTAX_END = "(at end of document)"
_HEADER = re.compile(r"^\s*\[{1,2}\s*(?P<name>[^\]]+?)\s*\]{1,2}")

_MISSING = re.compile(r"Object missing required field `(?P<name>.+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>.*)`", re.DOTALL)

_LENGTHS = {
    ("str", "<="): FieldText.TOO_LONG,
    ("str", ">="): FieldText.EMPTY,
    ("array", "<="): FieldText.TOO_MANY,
    ("array", ">="): FieldText.TOO_FEW,
}

Path = tuple[str | int, ...]


class FileFault(NamedTuple):
    """A sentence without its full stop, and its line, counted from 1, where one was found."""

    sentence: str
    line: int | None = None


def fault_in(text: str, error: Exception) -> FileFault:
    """Return what is at fault with a text that was refused with that error."""
    try:
        document = tomllib.loads(text)
    except (ValueError, OverflowError) as syntax_error:
        return _syntax_fault(str(syntax_error))
    return _shape_fault(str(error), text, document)


def _syntax_fault(message: str) -> FileFault:
    found = _SYNTAX_LINE.search(message)
    if found:
        return FileFault(say(StoreText.NOT_TOML), int(found["line"]))
    return FileFault(say(StoreText.ENDS_EARLY if message.endswith(_SYNTAX_END) else StoreText.NOT_TOML))


def _shape_fault(message: str, text: str, document: object) -> FileFault:
    found = _PLACE.search(message)
    path = _path(found["place"]) if found else ()
    message = message[: found.start()] if found else message
    if missing := _MISSING.fullmatch(message):
        return FileFault(say(FieldText.MISSING, field=_name((*path, missing["name"]))), line_of(text, path))
    if unknown := _UNKNOWN.fullmatch(message):
        path = (*path, unknown["name"])
        return FileFault(say(FieldText.UNKNOWN, field=_name(path)), line_of(text, path))
    return FileFault(_about_value(message, path, _value(document, path)), line_of(text, path))


def _about_value(message: str, path: Path, value: object) -> str:
    field = _name(path)
    if isinstance(value, float) and not math.isfinite(value):
        return say(FieldText.NOT_FINITE, field=field, value=value)
    for pattern, sentence in _SENTENCES:
        found = pattern.fullmatch(message)
        if found:
            return sentence(field, value, found)
    # A sentence of our own, from where the limits are, names its field itself.
    if message and not message.startswith(("Expected", "Invalid", "Object")):
        return message
    return say(FieldText.BAD, field=field) if field else say(StoreText.NO_EXERCISE)


def _wrong_type(field: str, _value: object, found: re.Match[str]) -> str:
    wanted = Wanted.__members__.get(found["wanted"].split(" | ")[0].upper())
    if wanted is None or not field:
        return say(FieldText.BAD, field=field) if field else say(StoreText.NO_EXERCISE)
    return say(FieldText.WRONG_TYPE, field=field, wanted=say(wanted))


def _wrong_length(field: str, _value: object, found: re.Match[str]) -> str:
    return say(_LENGTHS[found["type"], found["sign"]], field=field, limit=found["limit"])


def _wrong_size(field: str, value: object, found: re.Match[str]) -> str:
    sentence = FieldText.TOO_LARGE if found["sign"] == "<=" else FieldText.TOO_SMALL
    return say(sentence, field=field, limit=f"{float(found['limit']):g}", value=value)


def _wrong_word(field: str, value: object, _found: re.Match[str]) -> str:
    return say(FieldText.NO_SUCH_VALUE, field=field, value=value)


def _wrong_pattern(field: str, _value: object, _found: re.Match[str]) -> str:
    return say(FieldText.NOT_AN_ID, field=field)


_SENTENCES: tuple[tuple[re.Pattern[str], Callable[[str, object, re.Match[str]], str]], ...] = (
    (re.compile(r"Expected `(?P<wanted>[^`]+)`, got `[^`]+`"), _wrong_type),
    (re.compile(r"Expected `(?P<type>str|array)`.* of length (?P<sign><=|>=) (?P<limit>\d+)"), _wrong_length),
    (re.compile(r"Expected `(?:float|int)` (?P<sign><=|>=) (?P<limit>[\d.]+)"), _wrong_size),
    (re.compile(r"Invalid (?:enum )?value .*", re.DOTALL), _wrong_word),
    (re.compile(r"Expected `str` matching regex .*", re.DOTALL), _wrong_pattern),
)


def _path(place: str) -> Path:
    """Return `$.phases[0].seconds` as ("phases", 0, "seconds")."""
    return tuple(int(step["index"]) if step["index"] else step["name"] for step in _STEP.finditer(place))


def _name(path: Path) -> str:
    """Return a path for people, who count from 1: "seconds", or "seconds in phases 2"."""
    names = [str(step) for step in path if isinstance(step, str)]
    if not names:
        return ""
    places = [f"{name} {step + 1}" for name, step in itertools.pairwise(path) if isinstance(step, int)]
    return f"`{names[-1]}`" if not places else f"`{names[-1]}` ({', '.join(places)})"


def _value(value: object, path: Path) -> object:
    """Return what stands at that path in a document, None where nothing does."""
    try:
        for step in path:
            value = value[step]  # type: ignore[index]  # whatever cannot be stepped into has nothing there
    except (LookupError, TypeError):
        return None
    return value


def line_of(text: str, path: Path) -> int | None:
    """Return the line of a value or, where its key cannot be found, of the table it is in. Lines count from 1."""
    if not path:
        return None
    lines = text.split("\n")
    first, end, found = 0, _next_header(lines, 0), None
    table = ""
    for place, step in enumerate(path):
        if isinstance(step, int):
            continue
        following = path[place + 1] if place + 1 < len(path) else 0
        index = following if isinstance(following, int) else 0
        table = f"{table}.{step}" if table else step
        headers = [number for number, name in _headers(lines) if name == table and number >= first]
        if index < len(headers):
            found = headers[index]
            first, end = found, _next_header(lines, found + 1)
            continue
        key = re.compile(rf"(?:^\s*|[{{,.]\s*)[\"']?{re.escape(step)}[\"']?\s*[=.]")
        line = next((number for number in range(first, end) if key.search(lines[number])), None)
        if line is None:  # its table may still be named whole, as in [pace.start]; no other's key is taken for its
            end = first
            continue
        found = first = line
    return None if found is None else found + 1


def _headers(lines: list[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines):
        header = _HEADER.match(line)
        if header:
            yield number, header["name"]


def _next_header(lines: list[str], first: int) -> int:
    return next((number for number, _ in _headers(lines) if number >= first), len(lines))
