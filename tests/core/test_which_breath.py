"""Which breath comes where none is asked for: one that a person can come back to, whatever the disk says."""

import msgspec
import pytest

from steady.core.errors import ExerciseError, UnknownExercise
from steady.core.exercise import Breathing, Script
from steady.core.which_breath import MEET_YOUR_BREATH, Meant, WhichBreath

COMMON = {"format": 1, "summary": "y", "group": "settle", "minutes": 4}
IN_AND_OUT = ({"do": "in", "seconds": 4, "to": 1.0}, {"do": "out", "seconds": 6, "to": 0.0})
HOLD = {"do": "hold", "seconds": 4}


def breath(title: str, phases=IN_AND_OUT, **fields) -> Breathing:
    return msgspec.convert({**COMMON, "kind": "breathing", "title": title, "phases": phases, **fields}, Breathing)


MEET = breath("Meet")
LAST_RESORT = breath("Last resort")
LONGER = breath("Longer out")
HELD = breath("Held", (IN_AND_OUT[0], HOLD, IN_AND_OUT[1]), cautions=["holds"])
SIGHS = breath("Sighs", cycles=3, then="rest")
WORDS = msgspec.convert(
    {**COMMON, "kind": "script", "title": "Words", "steps": [{"do": "say", "say": "Hello."}]}, Script
)
FILES = {MEET_YOUR_BREATH: MEET, "longer-out": LONGER, "held": HELD, "sighs": SIGHS, "words": WORDS}


class Shelf:
    """A library with these exercises; those without one are there and cannot be read."""

    def __init__(self, files):
        self.files = files

    def get(self, exercise_id):
        if exercise_id not in self.files:
            raise UnknownExercise(exercise_id)
        if self.files[exercise_id] is None:
            raise ExerciseError("at fault")
        return self.files[exercise_id]


def which(**changed) -> WhichBreath:
    files = FILES | {name.replace("_", "-"): exercise for name, exercise in changed.items()}
    return WhichBreath(Shelf(files), lambda: LAST_RESORT)


def test_an_exercise_is_found_by_its_id():
    assert which().find("words") is WORDS


def test_what_is_not_there_and_what_cannot_be_read_is_not_found():
    assert which().find("no-such-thing") is None
    assert which(longer_out=None).find("longer-out") is None


@pytest.mark.parametrize(("wanted", "found"), [("longer-out", LONGER), ("words", LAST_RESORT), ("none", LAST_RESORT)])
def test_where_a_breath_is_wanted_there_always_is_one(wanted, found):
    assert which().breathing(wanted) is found


@pytest.mark.parametrize(
    ("file", "gentlest"), [(MEET, MEET), (None, LAST_RESORT), (HELD, LAST_RESORT), (WORDS, LAST_RESORT)]
)
def test_the_gentlest_is_meet_your_breath_without_holds_whatever_the_file_says(file, gentlest):
    assert which(meet_your_breath=file).gentlest() == Meant(MEET_YOUR_BREATH, gentlest, holds=False)


@pytest.mark.parametrize("holds", [False, True])
def test_one_comes_back_to_what_one_breathed_with_the_holds_it_had(holds):
    assert which().again("longer-out", holds=holds) == Meant("longer-out", LONGER, holds)


@pytest.mark.parametrize("before", ["held", "sighs", "words", "no-such-thing"])
def test_a_caution_a_few_sighs_and_what_is_gone_are_nothing_to_come_back_to(before):
    assert which().again(before, holds=True) == Meant(MEET_YOUR_BREATH, MEET, holds=False)
