"""What is said to a screen reader: lines joined into sentences."""

from collections.abc import Iterable

from steady.texts import N_, Text, say

ENDS = (".", "!", "?", "…", "。", ":", ";", ",")


class Spoken(Text):
    """How two lines follow each other when they are heard rather than seen."""

    ONE_AND_NEXT = N_("{one}. {following}")
    SENTENCE_AND_NEXT = N_("{one} {following}")


def spoken(lines: Iterable[str]) -> str:
    """Return the lines as one text to be heard, with a rest between them. Empty lines are left out."""
    text = ""
    for line in filter(None, map(str.strip, lines)):
        if not text:
            text = line
            continue
        joint = Spoken.SENTENCE_AND_NEXT if text.endswith(ENDS) else Spoken.ONE_AND_NEXT
        text = say(joint, one=text, following=line)
    return text
