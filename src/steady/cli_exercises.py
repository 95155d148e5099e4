"""The commands for who writes exercises: check files, print the schema, write a file to start from."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from steady.core.errors import InputError
from steady.store.bundled import assets_dir, exercises_dir
from steady.store.exercise_check import exercise_files, faults_of
from steady.store.exercise_names import SUFFIX
from steady.store.paths import Paths
from steady.store.printable import printable
from steady.texts import say
from steady.texts.command import Command

if TYPE_CHECKING:
    from steady.cli import Arguments


def check(arguments: "Arguments") -> int:
    """Print each fault as `path:line: message`. Return 1 where there is one, 0 where all is well."""
    checked = at_fault = 0
    bundled, own = exercises_dir(), Paths.find(arguments.data_dir, os.environ).exercises_dir
    for given in arguments.paths:
        for path, unreadable in exercise_files(Path(given)):
            faults = faults_of(path, bundled, own) if unreadable is None else unreadable.faults
            checked += 1
            at_fault += bool(faults)
            for fault in faults:
                shown = {"path": printable(str(path)), "line": fault.line or 1, "fault": fault.sentence}
                print(say(Command.AT_LINE, **shown))
    if not at_fault:
        sentence = {0: Command.CHECKED_NONE, 1: Command.CHECKED_ONE}.get(checked, Command.CHECKED)
        print(say(sentence, count=checked), file=sys.stderr)
    return 1 if at_fault else 0


def schema(arguments: "Arguments") -> int:
    """Print the JSON Schema of an exercise file, or of an exported log."""
    if arguments.kind == "log":
        from steady.store.log_file import log_schema as asked  # noqa: PLC0415 - only here
    else:
        from steady.store.exercise_schema import exercise_schema as asked  # noqa: PLC0415
    print(json.dumps(asked(), indent=2, ensure_ascii=False))
    return 0


def new(arguments: "Arguments") -> int:
    """Write a file to start from, never over another, and print where it is."""
    from steady.store.exercise_start import write_start  # noqa: PLC0415 - only here

    folder = Paths.find(arguments.data_dir, os.environ).exercises_dir
    exercise_id = arguments.id or ""
    try:
        path = write_start(assets_dir(), folder, arguments.kind, exercise_id)
    except FileExistsError as error:
        raise InputError(say(Command.NEW_IS_THERE, path=printable(str(error.filename)))) from None
    except OSError as error:
        path = folder / f"{exercise_id}{SUFFIX}"
        raise InputError(say(Command.NEW_UNWRITABLE, path=printable(str(path)))) from error
    ours = exercises_dir()
    is_ours = ours is not None and (ours / path.name).is_file()
    print(printable(str(path)))
    print(say(Command.NEW_OVER_OURS if is_ours else Command.NEW_WRITTEN), file=sys.stderr)
    return 0
