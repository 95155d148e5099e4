"""Ways in an exercise that lead to no exercise. The window leaves such a way out; who wrote it is told by `check`."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from steady.core.exercise import Breathing, Exercise
from steady.core.steps import SUPPORT, Breathe, GoTo
from steady.store.exercise_file import BadFile, read
from steady.store.exercise_names import ID, SUFFIX
from steady.store.exercise_shape import Finding, field_name, nearest, shown
from steady.texts import say
from steady.texts.store import FieldText

Way = tuple[str | int, ...]


def astray(exercise: Exercise, folders: Sequence[Path]) -> Iterator[Finding]:
    """Yield each way that leads to nothing in those folders, and each breath of an exercise that is none to breathe."""
    for path, target, breathes in _ways(exercise):
        found = next(filter(Path.is_file, (folder / f"{target}{SUFFIX}" for folder in folders)), None)
        if found is None:
            yield _nowhere(path, target, folders)
        elif breathes and not _is_breathing(found):
            yield Finding(path, say(FieldText.NOT_TO_BREATHE, field=field_name(path), value=shown(target)))


def _ways(exercise: Exercise) -> Iterator[tuple[Way, str, bool]]:
    """Yield the way to each field that names an exercise, what it names, and whether that is to be breathed."""
    for at, target in enumerate(exercise.ways_out):
        if target != SUPPORT:
            yield ("ways_out", at), target, False
    for at, step in enumerate(() if isinstance(exercise, Breathing) else exercise.steps):
        if isinstance(step, Breathe):
            yield ("steps", at, "exercise"), step.exercise, True
        elif isinstance(step, GoTo):
            for number, way in enumerate(step.ways):
                if way.to != SUPPORT:
                    yield ("steps", at, "ways", number, "to"), way.to, False


def _nowhere(path: Way, target: str, folders: Sequence[Path]) -> Finding:
    stems = {file.stem for folder in folders for file in folder.glob(f"*{SUFFIX}")}
    near = nearest(target, sorted(filter(ID.fullmatch, stems | {SUPPORT})))
    told = partial(say, field=field_name(path), value=shown(target))
    return Finding(path, told(FieldText.NO_WAY) if near is None else told(FieldText.NO_WAY_NEAR, nearest=near))


def _is_breathing(path: Path) -> bool:
    """Whether that file is an exercise to breathe; one at fault is told of where it is checked itself."""
    try:
        return isinstance(read(path), Breathing)
    except (BadFile, FileNotFoundError):
        return True
