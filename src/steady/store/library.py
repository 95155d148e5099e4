"""The exercises there are: files that ship with Steady, and a person's own, which win over those with the same id."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, cast

import msgspec

from steady.core.errors import ExerciseError, Fault, UnknownExercise
from steady.core.exercise import Entry, Exercise
from steady.store.files import TooLarge, read_small
from steady.texts import say
from steady.texts.store import StoreText

LIMIT_BYTES = 1 << 20
ID = re.compile(r"\w[\w -]{0,63}")

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


class BadFile(ExerciseError):
    """What an exercise file says is at fault, at that line where it was found, counted from 1."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line


def decode(data: bytes) -> Exercise:
    """Return the exercise that a file's bytes say. Raises ExerciseError, with one line that names the field.

    What the text itself is at fault with is a BadFile.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise ExerciseError(say(StoreText.NOT_UTF8)) from None
    try:
        # A union is a value but not a `type` to a type checker, hence the cast.
        return cast("Exercise", msgspec.toml.decode(text, type=Exercise))
    except RecursionError:
        raise ExerciseError(say(StoreText.TOO_DEEP)) from None
    except (msgspec.MsgspecError, ValueError, OverflowError) as error:
        from steady.store.exercise_faults import fault_in  # noqa: PLC0415 - most files are well

        fault = fault_in(text, error)
        raise BadFile(_one_line(fault.sentence), fault.line) from error


def read(path: Path) -> Exercise:
    """Return the exercise in that file.

    Raises FileNotFoundError, or ExerciseError as `name: what is at fault`, with the line where it was found.
    """
    try:
        return decode(read_small(path, LIMIT_BYTES))
    except FileNotFoundError:
        if path.is_symlink():  # it is listed, so it is not nothing
            raise ExerciseError(_at(path, say(StoreText.NOT_READABLE))) from None
        raise
    except TooLarge:
        raise ExerciseError(_at(path, say(StoreText.TOO_LARGE))) from None
    except OSError as error:
        raise ExerciseError(_at(path, say(StoreText.NOT_READABLE))) from error
    except ExerciseError as error:
        line = error.line if isinstance(error, BadFile) else None
        raise ExerciseError(_at(path, str(error), line)) from error.__cause__


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
            raise UnknownExercise(say(StoreText.NO_SUCH_EXERCISE, id=_one_line(exercise_id)))
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
        except ExerciseError as error:
            self._problems[path] = str(error)
            raise
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
    file = _one_line(path.name)
    if line is None:
        return say(StoreText.AT, file=file, fault=message)
    return say(StoreText.AT_LINE, file=file, line=line, fault=message)


def _one_line(text: str) -> str:
    """Return text that is safe in a terminal: what a file says may hold anything."""
    return "".join(char if char.isprintable() else " " for char in text)
