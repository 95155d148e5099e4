"""In a language whose words are nearly half as long again nothing is cut and all can be reached."""

import re

import pytest
from tests.ui.rig import Rig
from tests.ui.test_matrix import SETTLED_S, WAYS, at_rest, faults

from steady import texts


def longer(sentence: str) -> str:
    """Return a sentence with each vowel twice, its fields as they are."""
    parts = re.split(r"(\{[^}]*\})", sentence)
    return "".join(part if part.startswith("{") else re.sub("([aeiou])", r"\1\1", part) for part in parts)


class Longer:
    """A catalogue of longer words."""

    def gettext(self, sentence: str) -> str:
        return longer(sentence)


@pytest.fixture(autouse=True)
def _longer_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts._tongue, "catalogue", Longer())
    usual = Rig.button

    def button(rig: Rig, name: str) -> object:
        known = any(one.startswith(longer(name)) for one in rig.buttons())
        return usual(rig, longer(name) if known else name)

    monkeypatch.setattr(Rig, "button", button)


def test_the_words_are_nearly_half_as_long_again():
    assert longer("Leave in {minutes} minutes") == "Leeaavee iin {minutes} miinuutees"
    assert len(longer("Breathe for a moment")) >= 1.3 * len("Breathe for a moment")


def check(rig: Rig, way, size: tuple[int, int], percent: int) -> None:
    rig.set(text_percent=percent).open()
    rig.shell.resize(*size)
    rig.settle()
    way(rig)
    rig.pass_by(SETTLED_S)
    rig.settle()
    assert at_rest(rig, faults) == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_in_a_narrow_window_with_large_text(rig, way):
    check(rig, way, (420, 700), 200)


@pytest.mark.long
@pytest.mark.parametrize(
    ("size", "percent"), [((960, 680), 100), ((420, 700), 100), ((960, 680), 200), ((360, 480), 150)]
)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_in_every_other_window(rig, way, size, percent):
    check(rig, way, size, percent)
