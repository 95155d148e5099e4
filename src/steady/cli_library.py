"""The command that lists what exercises there are. Also who an id means."""

import difflib
import os
import sys
from typing import TYPE_CHECKING

from steady.core.errors import UnknownExercise
from steady.store.bundled import exercises_dir
from steady.store.languages import languages
from steady.store.library import FileLibrary
from steady.store.paths import Paths
from steady.texts import say
from steady.texts.command import Command
from steady.texts.faults import fault_text
from steady.texts.menu import own_length, short_length

if TYPE_CHECKING:
    from steady.cli import Arguments
    from steady.core.exercise import Entry, Exercise

LIKE_ENOUGH = 0.6


def library(paths: Paths) -> FileLibrary:
    """Return the exercises: ours, and the person's own."""
    return FileLibrary(exercises_dir(), paths.exercises_dir, languages(os.environ))


def find(exercises: FileLibrary, exercise_id: str) -> "Exercise":
    """Return that exercise. Raises UnknownExercise, with the nearest id there is, or ExerciseError."""
    try:
        return exercises.get(exercise_id)
    except UnknownExercise:
        ids = [entry.id for entry in exercises.entries()]
        nearest = difflib.get_close_matches(exercise_id.casefold().replace(" ", "-"), ids, n=1, cutoff=LIKE_ENOUGH)
        if not nearest:
            raise
        shown = "".join(char if char.isprintable() else " " for char in exercise_id)
        raise UnknownExercise(say(Command.NO_EXERCISE, id=shown, nearest=nearest[0])) from None


def list_all(arguments: "Arguments") -> int:
    """Print the exercises; files that could not be read are named on stderr and stop nothing."""
    exercises = library(Paths.find(arguments.data_dir, os.environ))
    entries = exercises.entries()
    if arguments.json:
        import json  # noqa: PLC0415 - only here

        print(json.dumps([_described(entry) for entry in entries], indent=1, ensure_ascii=False))
    else:
        lengths = [short_length(own_length(entry.exercise)) for entry in entries]
        id_width = max((len(entry.id) for entry in entries), default=0)
        length_width = max(map(len, lengths), default=0)
        for entry, length in zip(entries, lengths, strict=True):
            columns = {"id": entry.id.ljust(id_width), "length": length.ljust(length_width)}
            print(say(Command.LISTED, title=entry.exercise.title, **columns))
    for problem in exercises.problems():
        print(problem.sentence, file=sys.stderr)
    for fault in exercises.faults():
        print(say(fault_text(fault)), file=sys.stderr)
    return 0


def _described(entry: "Entry") -> dict[str, object]:
    exercise = entry.exercise
    return {
        "id": entry.id,
        "kind": exercise.__struct_config__.tag,
        "title": exercise.title,
        "summary": exercise.summary,
        "group": exercise.group,
        "minutes": exercise.minutes,
        "cautions": [caution.value for caution in exercise.cautions],
        "source": entry.source,
    }
