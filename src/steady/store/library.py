"""The exercises there are: files that ship with Steady, and a person's own, which win over those with the same id."""

import itertools
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from steady.core.errors import ExerciseError, Fault, UnknownExercise
from steady.core.exercise import Entry, Exercise
from steady.core.listing import Listing, Problem
from steady.store.exercise_file import BadFile, bad_whole, read_bytes
from steady.store.exercise_names import ID, SUFFIX, overlaid_id
from steady.store.printable import printable
from steady.store.remembered import RememberedFiles
from steady.texts import say
from steady.texts.store import StoreText

BATCH_S = 0.005
"""How long the person's own files are read between one look at what there is and the next."""
LONGEST_NAME = 28
"""A sentence shows the beginning and the end of a name that is longer: it has to fit in a narrow window."""

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
    """A library of files. `bundled` is None where what ships with Steady is missing; `own` need not exist.

    `languages` are those that the person would rather read than English, the best first. One thread may list while
    another gets.
    """

    def __init__(self, bundled: Path | None, own: Path, languages: Sequence[str] = ()) -> None:
        self._bundled = bundled
        self._own = own
        self._languages = languages
        self._files = RememberedFiles()
        self._problems: dict[Path, str] = {}
        self._lock = threading.Lock()

    def get(self, exercise_id: str) -> Exercise:
        """Return that exercise, reading its one file; a bad file of the person's own falls back to ours.

        Raises UnknownExercise or ExerciseError.
        """
        if not ID.fullmatch(exercise_id):
            raise UnknownExercise(say(StoreText.NO_SUCH_EXERCISE, id=printable(exercise_id)))
        problems: dict[Path, str] = {}
        entry = self._entry(exercise_id, problems)
        paths = [folder / f"{exercise_id}{SUFFIX}" for folder in (self._own, self._bundled) if folder is not None]
        with self._lock:
            for path in paths:
                self._problems.pop(path, None)
            self._problems |= problems
        if entry is not None:
            return entry.exercise
        if problems:
            raise ExerciseError(next(iter(problems.values())))
        raise UnknownExercise(say(StoreText.NO_SUCH_EXERCISE, id=exercise_id))

    def entries(self) -> Sequence[Entry]:
        """Return all that could be read: ours in their order, then the person's own by title."""
        *_, last = self.listings()
        return last.entries

    def listings(self) -> Iterator[Listing]:
        """Yield what there is as it is read: first what has an id of ours, then more and more of the person's own."""
        ours, own = _ids(self._bundled), _ids(self._own)
        misnamed = [*_misnamed(self._bundled), *_misnamed(self._own)]
        problems = {path: _at(path, say(StoreText.BAD_NAME)) for path in misnamed}
        found: dict[str, Entry] = {}
        order = dict.fromkeys([*ours, *own])
        began_s = time.monotonic()
        for place, exercise_id in enumerate(order):
            if place == len(ours) or (place > len(ours) and time.monotonic() - began_s >= BATCH_S):
                yield _listing(found, problems)
                began_s = time.monotonic()
            entry = self._entry(exercise_id, problems)
            if entry is not None:
                found[exercise_id] = entry
        self._look_for_stray_translations(found, problems)
        with self._lock:
            self._problems = problems
        yield _listing(found, problems, is_whole=True)

    def faults(self) -> Sequence[Fault]:
        """Return what went wrong, as far as anything has been read."""
        faults = []
        if not _ids(self._bundled):
            faults.append(Fault.NO_EXERCISES)
        if self._problems:
            faults.append(Fault.BAD_EXERCISES)
        return faults

    def problems(self) -> Sequence[Problem]:
        """Return what is at fault in the files read so far, each with one sentence: `name, line N: message`."""
        with self._lock:
            return _in_order(self._problems)

    def _entry(self, exercise_id: str, problems: dict[Path, str]) -> Entry | None:
        """Return that exercise, None where no file of it can be read; what is at fault is added to `problems`."""
        places: tuple[tuple[Path | None, Literal["yours", "bundled"]], ...]
        places = (self._own, "yours"), (self._bundled, "bundled")
        for folder, source in places:
            if folder is None:
                continue
            path = folder / f"{exercise_id}{SUFFIX}"
            try:
                exercise = self._files.read(path)
            except FileNotFoundError:
                continue
            except BadFile as error:
                problems[path] = _sentence(path, error)
                continue
            # The person's own words are laid over ours too; ours were written for ours alone.
            folders = [self._own] if source == "yours" else [self._own, folder]
            return Entry(exercise_id, source, self._translated(exercise_id, exercise, folders, problems))
        return None

    def _translated(
        self, exercise_id: str, exercise: Exercise, folders: Sequence[Path], problems: dict[Path, str]
    ) -> Exercise:
        """Return it in the best language that there is a translation for; a translation at fault changes nothing."""
        for language, folder in itertools.product(self._languages, folders):
            path = folder / f"{exercise_id}.{language}{SUFFIX}"
            try:
                data = read_bytes(path)
                from steady.store.overlay import translated  # noqa: PLC0415 - English never needs it

                return translated(exercise, data)
            except FileNotFoundError:
                continue
            except BadFile as error:
                problems[path] = _sentence(path, error)
        return exercise

    def _look_for_stray_translations(self, found: dict[str, Entry], problems: dict[Path, str]) -> None:
        for name in _names(self._own) if self._languages else ():
            exercise_id = overlaid_id(name)
            language = name.removesuffix(SUFFIX).rpartition(".")[2]
            if exercise_id is not None and exercise_id not in found and language in self._languages:
                path = self._own / name
                problems[path] = _sentence(path, bad_whole(StoreText.NOTHING_TO_TRANSLATE))


def _listing(found: dict[str, Entry], problems: dict[Path, str], *, is_whole: bool = False) -> Listing:
    return Listing(tuple(sorted(found.values(), key=_place)), _in_order(problems), is_whole)


def _in_order(problems: dict[Path, str]) -> tuple[Problem, ...]:
    return tuple(Problem(str(path), problems[path]) for path in sorted(problems))


def _names(folder: Path | None) -> list[str]:
    """Return the names of all that could be an exercise there. Hidden files are an editor's own business."""
    if folder is None:
        return []
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return []  # a missing folder of ours is a fault of its own; a person need not have one
    return [name for name in sorted(names) if name.endswith(SUFFIX) and not name.startswith(".")]


def _ids(folder: Path | None) -> list[str]:
    """Return the ids that files there have. `longer-out.es.toml` overlays another file and is none itself."""
    stems = (name.removesuffix(SUFFIX) for name in _names(folder))
    return [stem for stem in stems if ID.fullmatch(stem)]


def _misnamed(folder: Path | None) -> list[Path]:
    names = [name for name in _names(folder) if not ID.fullmatch(name.removesuffix(SUFFIX))]
    return [folder / name for name in names if folder is not None and overlaid_id(name) is None]


def _sentence(path: Path, error: BadFile) -> str:
    fault = error.faults[0]
    return _at(path, fault.sentence, fault.line)


def _place(entry: Entry) -> tuple[int, str, str]:
    return _PLACES.get(entry.id, len(ORDER)), entry.exercise.title.casefold(), entry.id


def _at(path: Path, message: str, line: int | None = None) -> str:
    file = printable(path.name)
    if len(file) > LONGEST_NAME:
        file = f"{file[: LONGEST_NAME // 2]}…{file[-LONGEST_NAME // 3 :]}"
    if line is None:
        return say(StoreText.AT, file=file, fault=message)
    return say(StoreText.AT_LINE, file=file, line=line, fault=message)
