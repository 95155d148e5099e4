"""Which exercise is meant by an id, and which breath comes where none is meant: the one before, or the gentlest."""

from collections.abc import Callable
from typing import NamedTuple

from steady.core.errors import ExerciseError, UnknownExercise
from steady.core.exercise import Breathing, Exercise
from steady.core.ports import Library

MEET_YOUR_BREATH = "meet-your-breath"
"""The id of the exercise that Steady opens on, and the gentlest there is."""


class Meant(NamedTuple):
    """A breathing exercise that is to be started, with its optional holds or without."""

    exercise_id: str
    exercise: Breathing
    holds: bool = False


class WhichBreath:
    """Looks exercises up. Whatever happened to the files, there is a breath: `last_resort` makes it from nothing."""

    def __init__(self, library: Library, last_resort: Callable[[], Breathing]) -> None:
        self._library = library
        self._last_resort = last_resort

    def find(self, exercise_id: str) -> Exercise | None:
        """Return that exercise, None where there is none that can be read."""
        try:
            return self._library.get(exercise_id)
        except (UnknownExercise, ExerciseError):
            return None

    def breathing(self, exercise_id: str) -> Breathing:
        """Return that breathing exercise, the last resort where it is none or cannot be read."""
        found = self.find(exercise_id)
        return found if isinstance(found, Breathing) else self._last_resort()

    def gentlest(self) -> Meant:
        """Return "Meet your breath"; a person's own file in its place that has a caution is passed over."""
        exercise = self.breathing(MEET_YOUR_BREATH)
        return Meant(MEET_YOUR_BREATH, self._last_resort() if exercise.asks_first else exercise)

    def again(self, exercise_id: str, *, holds: bool) -> Meant:
        """Return the exercise that was breathed last, the gentlest where that one is no breath to come back to.

        One with a caution may be what was too much; one that ends after a few breaths has had its few.
        """
        exercise = self.find(exercise_id)
        if not isinstance(exercise, Breathing) or exercise.asks_first or exercise.then == "rest":
            return self.gentlest()
        return Meant(exercise_id, exercise, holds)
