"""What is at fault in an exercise file, in words for who wrote it, with the line.

Read only after a file was refused: what is used here takes its time, and most files are well.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec
import msgspec.inspect

from steady.core.exercise import Exercise
from steady.core.limits import BreaksLimit, is_hidden
from steady.store.exercise_shape import Finding, field_name, misshapen
from steady.store.toml_lines import TomlLines
from steady.texts import Text, say
from steady.texts.limits import say_limit
from steady.texts.store import StoreText, SyntaxText

FORMAT = 1
"""The newest format that is known here."""
MOST_FAULTS = 20
"""How many faults of one file are told. Whoever has put these right may ask again."""
LONGEST_LINE = 1000
"""No line of an exercise is longer, and none is looked at further for what went wrong on it."""
MOST_NESTED = 40
"""More things that are open at once than any exercise has."""
MOST_FORMATS = 4
"""How many lines that look like one with the format are tried. A file has one."""
FORMAT_WITHIN = 1 << 14
"""How many characters down it is looked for: it goes to the top, and reading twice takes its time."""
_FORMAT_LINE = re.compile(r"""^[ \t]*+["']?format["']?[ \t]*+=[^\n]*\n?""", re.MULTILINE)

_SYNTAX: tuple[tuple[str, Text], ...] = (
    ("Cannot ", SyntaxText.TWICE),
    ("Duplicate ", SyntaxText.TWICE),
    ("Unclosed ", SyntaxText.ENDS_EARLY),
    ("Unterminated ", SyntaxText.ENDS_EARLY),
    ("Illegal character '\\n'", SyntaxText.QUOTE),
    ("Illegal character", SyntaxText.CONTROL),
    ("Unescaped '\\'", SyntaxText.BACKSLASH),
    ("Expected '=' after a key", SyntaxText.EQUALS),
    ("Expected newline or end of document", SyntaxText.ONE_A_LINE),
    ("Invalid value", SyntaxText.VALUE),
    ("Invalid initial character for a key", SyntaxText.KEY),
    ("Invalid statement", SyntaxText.KEY),
)
"""How the standard library's sentences about TOML begin, and ours. What is in none of them gets the last of ours."""
_SLIPS: tuple[tuple[str, Text], ...] = (
    (r"""= *[“”„«»]|= *"[^"]*[“”„«»]\s*(#.*)?$""", SyntaxText.CURLY),
    (r"= *-?[0-9]+,[0-9]+\s*(#.*)?$", SyntaxText.COMMA),
    (r"""= *"[^"]*"[^"#]*"[^"]*"[^"]*$""", SyntaxText.INNER_QUOTE),
)
"""Slips of people who write prose rather than TOML, as they look on the line that makes no sense."""


class FileFault(NamedTuple):
    """A sentence without its full stop, and its line, counted from 1; None where the file as a whole is at fault."""

    sentence: str
    line: int | None = None


def faults_in(text: str) -> list[FileFault]:
    """Return what is at fault with a text that was refused as an exercise, by line."""
    document = parsed(text)
    if isinstance(document, FileFault):
        return [document]
    if not document:
        return [FileFault(say(StoreText.EMPTY))]
    lines = TomlLines(text)
    if is_newer(document):
        return [FileFault(say(StoreText.NEWER), lines.of(("format",)))]
    found = itertools.islice(_findings(document), MOST_FAULTS)
    return by_line(found, lines)


def parsed(text: str) -> dict[str, object] | FileFault:
    """Return what a text says as TOML, or why it is none. A newer format may write what is no TOML of today."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        return _newer(text) or FileFault(say(StoreText.TOO_DEEP), _deepest(text))
    except tomllib.TOMLDecodeError as error:
        return _newer(text) or _syntax_fault(text, str(error))
    except ValueError:  # a number with thousands of digits, which has a line of its own
        lines = text.split("\n")
        return _newer(text) or FileFault(say(SyntaxText.LONG_NUMBER), lines.index(max(lines, key=len)) + 1)


def is_newer(document: Mapping[str, object]) -> bool:
    """Whether a file says that it is of a format that nobody knew when this Steady was made."""
    said = document.get("format")
    return isinstance(said, int) and said > FORMAT


def _newer(text: str) -> FileFault | None:
    """Return that a text is of a newer format, where it says so above the place from which it makes no sense."""
    for said in itertools.islice(_FORMAT_LINE.finditer(text, 0, FORMAT_WITHIN), MOST_FORMATS):
        try:
            above = tomllib.loads(text[: said.end()])
        except (ValueError, RecursionError):
            continue  # it stands within something else, or below what makes no sense
        if is_newer(above):
            return FileFault(say(StoreText.NEWER), text.count("\n", 0, said.start()) + 1)
    return None


def by_line(found: Iterator[Finding], lines: TomlLines) -> list[FileFault]:
    """Return findings with their lines, from the top of the file to its end."""
    return sorted((FileFault(one.sentence, lines.of(one.path)) for one in found), key=lambda fault: fault.line or 1)


def broken(limit: BreaksLimit) -> Finding:
    """Return what is at fault where a file asks for what no file may."""
    return Finding(limit.path, say_limit(limit, field_name(limit.path)))


def _limit_in(error: Exception) -> Finding | None:
    """Return what a struct of ours said when it was made and refused, None where msgspec itself said something."""
    cause = error.__cause__
    return broken(cause) if isinstance(cause, BreaksLimit) else None


def _findings(document: object) -> Iterator[Finding]:
    found = False
    for finding in misshapen(msgspec.inspect.type_info(Exercise), document):
        found = True
        yield finding
    if found:
        return  # a breath that is not whole has no limits to break
    try:
        msgspec.convert(document, Exercise)
    except msgspec.ValidationError as error:
        yield _limit_in(error) or Finding((), say(StoreText.NO_EXERCISE))


def _syntax_fault(text: str, message: str) -> FileFault:
    sentence = next((ours for theirs, ours in _SYNTAX if message.startswith(theirs)), SyntaxText.OTHER)
    lines = TomlLines(text)
    if sentence is SyntaxText.TWICE and (twice := lines.twice()):
        path, line = twice
        return FileFault(say(SyntaxText.NAMED_TWICE, field=field_name(path)), line)
    _, _, place = message.rpartition("(at line ")
    said = place.partition(",")[0]
    if said.isdecimal():
        written = text.split("\n")[int(said) - 1].removesuffix("\r")
        return FileFault(say(_slip(written) or sentence), int(said))
    if text.rstrip().endswith(("[", "{", ",")):
        sentence = SyntaxText.ENDS_EARLY
    return FileFault(say(sentence), lines.first_error() or text.rstrip().count("\n") + 1)


def _slip(written: str) -> Text | None:
    """Return what a person did who wrote that line, where it looks like a slip that is known."""
    if "\r" in written:
        return SyntaxText.LINE_ENDS
    written = written[:LONGEST_LINE]
    if any(is_hidden(char) and char != "\t" for char in written):
        return SyntaxText.CONTROL
    return next((ours for slip, ours in _SLIPS if re.search(slip, written)), None)


def _deepest(text: str) -> int | None:
    """Return the line on which more is open than any exercise has: a guess, good enough for what no person writes."""
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
        if depth > MOST_NESTED:
            return number
    return None
