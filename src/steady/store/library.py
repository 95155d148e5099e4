"""The exercises there are: files that ship with Steady, and a person's own, which win over those with the same id."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, cast

from steady.core.errors import ExerciseError, Fault, UnknownExercise
from steady.core.exercise import Entry, Exercise
from steady.store.exercise_file import BadFile, printable, read
from steady.store.exercise_names import ID
from steady.texts import say
from steady.texts.store import StoreText

ORDER = (
    "meet-your-breath",
    "longer-out",
    "even-waves",
    "two-to-one",
    "one-to-three-sighs",
    "hum",
    "through-a-straw",
    "box",
    "4-7-8-gentle",
    "five-senses",
    "where-and-when",
    "feet-and-chair",
    "name-the-category",
    "something-cool-or-textured",
    "tense-a-little-let-go",
    "slow-taps",
    "put-it-in-the-jar",
    "no-reply-yet",
    "left-on-read",
    "the-plan-changed",
    "they-asked-for-space",
    "after-the-call-time-apart",
    "quiet-after-a-fight",
    "a-hard-date",
    "before-i-send-it",
    "then-and-now",
    "kind-to-myself",
    "say-what-i-need-say-my-limit",
    "when-theyre-triggered",
    "my-own-limits",
)
"""The order to show them in. Others follow by title."""

_PLACES = {exercise_id: place for place, exercise_id in enumerate(ORDER)}


class FileLibrary:
    """A library of files. `bundled` is None where what ships with Steady is missing; `own` need not exist."""

    def __init__(self, bundled: Path | None, own: Path) -> None:
        self._bundled = bundled
        self._own = own
        self._problems: dict[Path, str] = {}

    def get(self, exercise_id: str) -> Exercise:
        """Return that exercise, reading its one file; a bad file of the person's own falls back to ours.

        Raises UnknownExercise or ExerciseError.
        """
        if not ID.fullmatch(exercise_id):
            raise UnknownExercise(say(StoreText.NO_SUCH_EXERCISE, id=printable(exercise_id)))
        failure: ExerciseError | None = None
        for folder in (self._own, self._bundled):
            if folder is None:
                continue
            try:
                exercise = self._read(folder / f"{exercise_id}.toml")
            except ExerciseError as error:
                failure = failure or error
                continue
            if exercise is not None:
                return exercise
        raise failure or UnknownExercise(say(StoreText.NO_SUCH_EXERCISE, id=exercise_id))

    def entries(self) -> Sequence[Entry]:
        """Return all that could be read: ours in their order, then the person's own by title."""
        self._problems.clear()
        found: dict[str, Entry] = {}
        for folder, source in ((self._bundled, "bundled"), (self._own, "yours")):
            for path in _exercise_files(folder):
                exercise_id = path.name.removesuffix(".toml")
                exercise = self._read_listed(path)
                if exercise is not None:
                    entry_source = cast("Literal['bundled', 'yours']", source)
                    found[exercise_id] = Entry(exercise_id, entry_source, exercise)
        return sorted(found.values(), key=_place)

    def faults(self) -> Sequence[Fault]:
        """Return what went wrong, as far as anything has been read."""
        faults = []
        if self._bundled is None or not _exercise_files(self._bundled):
            faults.append(Fault.NO_EXERCISES)
        if self._problems:
            faults.append(Fault.BAD_EXERCISES)
        return faults

    def problems(self) -> Sequence[str]:
        """Return what is at fault in the files read so far, one line each: `name: message`."""
        return [self._problems[path] for path in sorted(self._problems)]

    def _read_listed(self, path: Path) -> Exercise | None:
        if not ID.fullmatch(path.name.removesuffix(".toml")):
            self._problems[path] = _at(path, say(StoreText.BAD_NAME))
            return None
        try:
            return self._read(path)
        except ExerciseError:
            return None  # `_read` has kept what is at fault

    def _read(self, path: Path) -> Exercise | None:
        try:
            exercise = read(path)
        except FileNotFoundError:
            self._problems.pop(path, None)
            return None
        except BadFile as error:
            fault = error.faults[0]
            self._problems[path] = _at(path, fault.sentence, fault.line)
            raise ExerciseError(self._problems[path]) from error
        self._problems.pop(path, None)
        return exercise


def _exercise_files(folder: Path | None) -> list[Path]:
    """Return what is listed as an exercise; `longer-out.es.toml` overlays another file and is none itself."""
    if folder is None:
        return []
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return []  # a missing folder of ours is a fault of its own; a person need not have one
    stems = (name.removesuffix(".toml") for name in sorted(names) if name.endswith(".toml"))
    return [folder / f"{stem}.toml" for stem in stems if stem and "." not in stem]


def _place(entry: Entry) -> tuple[int, str, str]:
    return _PLACES.get(entry.id, len(ORDER)), entry.exercise.title.casefold(), entry.id


def _at(path: Path, message: str, line: int | None = None) -> str:
    file = printable(path.name)
    if line is None:
        return say(StoreText.AT, file=file, fault=message)
    return say(StoreText.AT_LINE, file=file, line=line, fault=message)
