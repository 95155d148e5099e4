"""The characters to draw with: soft ones where the terminal can write them, plain ones where it cannot."""

from collections.abc import Mapping
from typing import NamedTuple

from steady.terminal.plain import plain


class Glyphs(NamedTuple):
    """One set of characters. `shape` goes from dark to bright; `parts` fill a cell of the bar by eighths or less."""

    shape: str
    parts: str
    full: str
    rest: str
    upper_half: str
    more: str
    is_plain: bool

    def text(self, words: str) -> str:
        """Return words that this terminal can write."""
        return plain(words, "ascii") if self.is_plain else words


SOFT = Glyphs(" ░▒▓█", " ▏▎▍▌▋▊▉█", "━", "─", "▀", "…", is_plain=False)
PLAIN = Glyphs(" .:*#", " #", "=", "-", "", "~", is_plain=True)


def choose(encoding: str, environ: Mapping[str, str]) -> Glyphs:
    """Return the characters for an output's encoding, and for the locale that the person named.

    Under LANG=C, Python writes UTF-8 all the same; the terminal was not asked.
    """
    locale = environ.get("LC_ALL") or environ.get("LANG", "")
    if locale in ("C", "POSIX"):
        return PLAIN
    try:
        "".join(SOFT[:-1]).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return SOFT
