"""Words as an output can write them: in the characters they have, else in ones that look like them."""

from typing import TextIO

LOOK_ALIKE = str.maketrans(
    {"·": "-", "–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."}  # noqa: RUF001 - what they look like
)


def plain(words: str, encoding: str) -> str:
    """Return words that can be written in that encoding: a question mark stands for what nothing looks like."""
    try:
        words.encode(encoding)
    except UnicodeEncodeError:
        return words.translate(LOOK_ALIKE).encode(encoding, "replace").decode(encoding)
    return words


def write_line(stream: TextIO, words: str) -> None:
    """Write a line at once, whatever the stream's encoding has no characters for."""
    stream.write(plain(words, stream.encoding or "utf-8") + "\n")
    stream.flush()
