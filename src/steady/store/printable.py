"""Text from outside, made fit to be printed: names of files can hold what would steer a terminal."""

from pathlib import Path

from steady.core.errors import InputError
from steady.texts import Text, say


def printable(text: str) -> str:
    """Return text on one line, without anything that could steer a terminal or turn its words around."""
    return "".join(char if char.isprintable() else " " for char in text)


def at_fault(sentence: Text, path: Path, **fields: object) -> InputError:
    """Return the error that says, in that sentence, what is at fault with that file."""
    return InputError(say(sentence, path=printable(str(path)), **fields))
