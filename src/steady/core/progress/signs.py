"""Six signs, week by week: six separate lines. They are never added up, and never compared."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from steady.core.progress.facts import Week
from steady.core.remembered import SIGNS

MOST = 4
"""The highest answer: very much."""


class Answer(NamedTuple):
    """One sign in one week."""

    monday: date
    value: int


class Line(NamedTuple):
    """The answers to one sign, oldest first; the weeks in which it was skipped, or didn't come up, are not in it."""

    sign: int
    answers: tuple[Answer, ...]

    @property
    def latest(self) -> Answer | None:
        """The newest answer."""
        return self.answers[-1] if self.answers else None


def lines(weeks: Sequence[Week]) -> list[Line]:
    """Return the six lines, in the order in which they are asked."""
    in_order = sorted(weeks)
    return [Line(sign, tuple(_answers(in_order, sign))) for sign in range(SIGNS)]


def _answers(weeks: Sequence[Week], sign: int) -> list[Answer]:
    found = [(week.monday, week.answers[sign]) for week in weeks]
    return [Answer(monday, value) for monday, value in found if value is not None]
