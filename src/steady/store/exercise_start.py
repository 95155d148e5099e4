"""Writes an exercise file to start from, with notes that say what is what."""

import os
from pathlib import Path

from steady.core.errors import InputError
from steady.store.exercise_names import ID, SUFFIX
from steady.store.files import create_private, make_private_dir
from steady.texts import say
from steady.texts.store import StoreText

LONGEST_TITLE = 60


def write_start(assets: Path | None, folder: Path, kind: str, exercise_id: str) -> Path:
    """Write a file of that kind into that folder, which is made where it is missing, and return its path.

    Raises FileExistsError where there is a file of that name, OSError where it cannot be written, and InputError where
    no file can have that name or what ships with Steady is missing.
    """
    if not ID.fullmatch(exercise_id):
        raise InputError(say(StoreText.BAD_ID))
    if assets is None:
        raise InputError(say(StoreText.NO_START))
    text = (assets / "new" / f"{kind}{SUFFIX}").read_text(encoding="utf-8")
    title = exercise_id.replace("-", " ").strip()[:LONGEST_TITLE]
    path = folder / f"{exercise_id}{SUFFIX}"
    make_private_dir(folder)
    with os.fdopen(create_private(path), "wb") as file:
        try:
            file.write(text.replace("{title}", title[:1].upper() + title[1:]).encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise
    return path
