"""What exercises are called that were practised, even where their files are gone."""

from collections.abc import Callable

from steady.core.exercise import Exercise


def title_of(exercise_id: str, find: Callable[[str], Exercise | None]) -> str:
    """Return an exercise's title; its id in words where it cannot be found any more."""
    found = find(exercise_id)
    return exercise_id.replace("-", " ").capitalize() if found is None else found.title
