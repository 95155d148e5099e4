"""Practices that have begun, on a machine that has been up for four months."""

from tests.core.breaths import LONGER_OUT

from steady.core.breath import Course, Pattern
from steady.core.events import OPEN, Event, Length
from steady.core.practice import Practice

T0 = 1e7


def begun(pattern: Pattern = LONGER_OUT, length: Length = OPEN) -> Practice:
    """Return a practice of that breath which started at `T0`."""
    practice = Practice(Course.steady(pattern), length)
    practice.start(T0)
    return practice


def kinds(events: list[Event]) -> list[type[Event]]:
    """Return what sorts of events these are, in order."""
    return [type(event) for event in events]
