"""One exercise file: read within limits, and refused in one sentence where it is at fault, whatever it holds."""

import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from steady.core.errors import ExerciseError
from steady.core.exercise import Exercise
from steady.store.files import TooLarge, read_small
from steady.store.printable import printable
from steady.texts import Text, say
from steady.texts.store import StoreText, SyntaxText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steady.store.exercise_faults import FileFault

LIMIT_BYTES = 1 << 20
MOST_DOTS = 60
"""A name of more parts than this (`a.b.c = 1`) is no field of ours, and takes the parser memory without end."""

ENDLESS_NUMBER = re.compile(r"(?<![0-9_])[0-9_]{4300}")
"""Python reads no longer one, and looks at all of it in one go first: no other thread has its turn meanwhile."""


class BadFile(ExerciseError):
    """What is at fault in an exercise file; the message is the first of `faults`."""

    def __init__(self, *faults: "FileFault") -> None:
        super().__init__(faults[0].sentence)
        self.faults: Sequence[FileFault] = faults


def decode(data: bytes) -> Exercise:
    """Return the exercise that a file's bytes say. Raises BadFile."""
    text = text_of(data)
    try:
        # A union is a value but not a `type` to a type checker, hence the cast.
        return cast("Exercise", msgspec.toml.decode(text, type=Exercise))
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as error:
        from steady.store.exercise_faults import faults_in  # noqa: PLC0415 - most files are well

        raise bad(*faults_in(text)) from error


def read(path: Path) -> Exercise:
    """Return the exercise in that file. Raises FileNotFoundError, or BadFile."""
    return decode(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Return what an exercise file holds. Raises FileNotFoundError, or BadFile; a pipe is never waited for."""
    try:
        return read_small(path, LIMIT_BYTES)
    except FileNotFoundError:
        if os.path.islink(path):  # noqa: PTH114 - never raises. It is listed, so it is not nothing
            raise bad_whole(StoreText.BAD_LINK) from None
        raise
    except TooLarge:
        raise bad_whole(StoreText.TOO_LARGE) from None
    except OSError as error:
        looping = error.errno == errno.ELOOP
        raise bad_whole(StoreText.BAD_LINK if looping else StoreText.NOT_READABLE) from error


def text_of(data: bytes) -> str:
    """Return a file's bytes as text, without what could keep the parser busy for ever. Raises BadFile."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise bad_whole(_not_utf8(data)) from None
    if "\0" in text:
        if _is_wide(data):
            raise bad_whole(StoreText.UTF16)
        raise bad_whole(StoreText.NOT_TEXT, text[: text.index("\0")].count("\n") + 1)
    if any(line.count(".") > MOST_DOTS for line in text.split("\n")):
        from steady.store.toml_lines import long_key  # noqa: PLC0415 - no file that is well has such lines

        line = long_key(text, MOST_DOTS)
        if line is not None:
            raise bad_whole(SyntaxText.LONG_KEY, line)
    endless = ENDLESS_NUMBER.search(text)
    if endless is not None:
        raise bad_whole(SyntaxText.LONG_NUMBER, text.count("\n", 0, endless.start()) + 1)
    return text


def bad_whole(sentence: Text, line: int | None = None) -> BadFile:
    """Return that a file as a whole is at fault, or that line of it."""
    from steady.store.exercise_faults import FileFault  # noqa: PLC0415 - as above

    return bad(FileFault(say(sentence), line))


def bad(*faults: "FileFault") -> BadFile:
    """Return the faults of a file as sentences that are safe to print: what a file says may hold anything."""
    return BadFile(*(fault._replace(sentence=printable(fault.sentence)) for fault in faults))


def _not_utf8(data: bytes) -> Text:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(data):
        return StoreText.UTF16
    return StoreText.NOT_TEXT if b"\0" in data else StoreText.NOT_UTF8


def _is_wide(data: bytes) -> bool:
    """Whether every other byte is empty, as in western text in UTF-16."""
    half = len(data) // 2
    return half > 0 and (data[::2].count(0) > half * 0.8) != (data[1::2].count(0) > half * 0.8)
