"""What Steady says: every sentence is a member of an enum, translated here, without Qt, for every front end.

English loads nothing: a member's value is its English sentence. `speak` loads a translation from a compiled catalogue.
"""

import enum
from pathlib import Path
from typing import Any


def N_(sentence: str) -> str:  # noqa: N802 - the name that extractors of translations know
    """Mark a sentence for translation; returns it unchanged."""
    return sentence


class Text(str, enum.Enum):  # noqa: UP042 - a member is its English sentence
    """A base for enums of sentences. Fields in braces are filled in by `say`."""


class _Tongue:
    def __init__(self) -> None:
        self.catalogue: Any = None


_tongue = _Tongue()


def speak(catalogue: Path | None) -> None:
    """Speak through the compiled catalogue (a .mo file) at that path, or English where it is None."""
    if catalogue is None:
        _tongue.catalogue = None
        return
    import gettext  # noqa: PLC0415 - English never needs it

    with catalogue.open("rb") as file:
        _tongue.catalogue = gettext.GNUTranslations(file)


def say(text: Text, **fields: object) -> str:
    """Return the sentence in the person's language, with its fields filled in."""
    sentence: str = text.value
    if _tongue.catalogue is not None:
        sentence = _tongue.catalogue.gettext(sentence)
    return sentence.format(**fields) if fields else sentence
