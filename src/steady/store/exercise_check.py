"""Checks exercise files, one at a time: each is read on its own, and whatever it holds costs a sentence."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from steady.core.exercise import Exercise
from steady.store.exercise_file import BadFile, bad, bad_whole, decode, read, read_bytes, text_of
from steady.store.exercise_names import ID, SUFFIX, overlaid_id
from steady.store.exercise_ways import astray
from steady.store.overlay import translated
from steady.texts import Text
from steady.texts.store import StoreText

if TYPE_CHECKING:
    from steady.store.exercise_faults import FileFault


def exercise_files(given: Path) -> Iterator[tuple[Path, BadFile | None]]:
    """Yield the exercise files at a path, be it a file or a folder with others in it, by their names.

    What cannot be looked into comes with why. Hidden files are left out, as the library leaves them out: editors keep
    things of their own in these. A linked folder is followed once.
    """
    if not os.path.lexists(given):
        yield given, bad_whole(StoreText.NOTHING_THERE)
        return
    if not os.path.isdir(given):  # noqa: PTH112 - this one never raises
        yield given, None
        return
    waiting, seen = [given], set()
    while waiting:
        folder = waiting.pop()
        try:
            found = folder.stat()
            if (found.st_dev, found.st_ino) in seen:
                continue
            seen.add((found.st_dev, found.st_ino))
            inside = sorted(folder.iterdir())
        except OSError:
            yield folder, bad_whole(StoreText.NO_FOLDER)
            continue
        folders = {path: None for path in inside if os.path.isdir(path)}  # noqa: PTH112 - as above
        files = [path for path in inside if path.name.endswith(SUFFIX) and not path.name.startswith(".")]
        yield from ((path, None) for path in files if path not in folders)
        waiting += reversed(folders)


def faults_of(path: Path, bundled: Path | None, own: Path | None = None) -> Sequence["FileFault"]:
    """Return what is at fault with one exercise file; nothing where it is well.

    A translation is laid over the exercise beside it or, where there is none, over the one that ships with Steady.
    A way to another exercise is looked for beside it, among the person's `own`, and in what ships with Steady.
    """
    try:
        if name_fault := _about_name(path):
            raise bad_whole(name_fault)
        exercise_id = overlaid_id(path.name)
        if exercise_id is None:
            folders = [folder for folder in (path.parent, own, bundled) if folder is not None]
            return _astray(read_bytes(path), folders)
        translated(_translated_by(path, exercise_id, bundled), read_bytes(path))
    except BadFile as error:
        return error.faults
    except FileNotFoundError:  # it was there a moment ago
        return bad_whole(StoreText.NOTHING_THERE).faults
    return ()


def _astray(data: bytes, folders: Sequence[Path]) -> Sequence["FileFault"]:
    exercise = decode(data)
    found = list(astray(exercise, folders))
    if not found:
        return ()
    from steady.store.exercise_faults import by_line  # noqa: PLC0415 - most files are well
    from steady.store.toml_lines import TomlLines  # noqa: PLC0415

    return bad(*by_line(iter(found), TomlLines(text_of(data)))).faults


def _about_name(path: Path) -> Text | None:
    if not path.name.endswith(SUFFIX):
        return StoreText.BAD_SUFFIX
    is_named = ID.fullmatch(path.name.removesuffix(SUFFIX)) or overlaid_id(path.name)
    return None if is_named else StoreText.BAD_NAME


def _translated_by(path: Path, exercise_id: str, bundled: Path | None) -> Exercise:
    for folder in (path.parent, bundled):
        if folder is not None:
            try:
                return read(folder / f"{exercise_id}{SUFFIX}")
            except FileNotFoundError:
                continue
            except BadFile as error:
                raise bad_whole(StoreText.TRANSLATES_BAD) from error
    raise bad_whole(StoreText.NOTHING_TO_TRANSLATE)
