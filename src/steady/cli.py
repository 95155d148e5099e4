"""The command line. Nothing heavy is imported before the command is known: a second start is over in a blink.

Exit codes: 0 done; 1 what was asked or the data is at fault, in one sentence on stderr; 2 usage; 70 our bug, with a
report saved, and never a traceback.
"""

import io
import os
import sys
from collections.abc import Sequence

# Each command is imported once it is known to be the one, and what tells of faults once there is one.
# ruff: noqa: PLC0415

DONE, AT_FAULT, USAGE, OUR_BUG = 0, 1, 2, 70
INTERRUPTED = 130


class Arguments:
    """What was asked. Every command has every field, empty where it does not apply."""

    command: str | None = None
    id: str | None = None
    data_dir: str | None = None
    minutes: float | None = None
    breaths: int | None = None
    open: bool = False
    holds: bool = False
    sound: str | None = None
    bed: str | None = None
    terminal: bool = False
    time_startup: bool = False
    json: bool = False
    file: str = ""
    paths: Sequence[str] = ()
    kind: str = ""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _stand_in_for_streams()
    try:
        arguments = _parse(sys.argv[1:] if argv is None else argv)
    except SystemExit as leaving:  # argparse has said what there is to say
        _hush_output()  # a reader that left is noticed here, and not as Python ends
        return leaving.code if isinstance(leaving.code, int) else USAGE
    try:
        return _run(arguments)
    except BrokenPipeError:
        _hush_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place that can turn a bug into one gentle sentence
        return _answer_for(error, arguments)


def _parse(argv: Sequence[str]) -> Arguments:
    """Return what was asked: the plain forms at once, all others through argparse, which takes a while to load."""
    arguments, rest = Arguments(), list(argv)
    while rest:
        if rest[0] == "--time-startup":
            arguments.time_startup = True
            del rest[0]
        elif rest[0] == "--data-dir" and len(rest) > 1 and rest[1].strip() and not rest[1].startswith("-"):
            arguments.data_dir = rest[1]
            del rest[:2]
        else:
            break
    if not rest:
        return arguments
    if len(rest) == 2 and rest[0] == "start" and not rest[1].startswith("-"):  # noqa: PLR2004 - `start ID`
        arguments.command, arguments.id = rest
        return arguments
    from steady.cli_arguments import parse

    return parse(argv)


def _run(arguments: Arguments) -> int:
    if arguments.command is None or arguments.command == "start":
        from steady.cli_window import open_window

        return open_window(arguments)
    if arguments.command == "breathe":
        from steady.cli_breathe import breathe

        return breathe(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):  # what it cannot show is no reason to say nothing
        sys.stdout.reconfigure(errors="backslashreplace")
    code = _answer(arguments)
    sys.stdout.flush()  # a reader that left is noticed here, and not as Python ends
    return code


def _answer(arguments: Arguments) -> int:
    """Run one of the commands that print and are done."""
    if arguments.command in ("check", "new", "schema"):
        from steady import cli_exercises

        commands = {"check": cli_exercises.check, "new": cli_exercises.new, "schema": cli_exercises.schema}
        return commands[arguments.command](arguments)
    if arguments.command == "list":
        from steady import cli_library

        return cli_library.list_all(arguments)
    from steady.cli_log import take_or_bring

    return take_or_bring(arguments)


def _answer_for(error: Exception, arguments: Arguments) -> int:
    """Say what went wrong in one sentence, and return the code for it."""
    from steady.core.errors import InputError, MachineError
    from steady.texts import say
    from steady.texts.command import Command

    if isinstance(error, InputError):
        _say_aside(str(error))
        return AT_FAULT
    if isinstance(error, MachineError):
        from steady.texts.faults import fault_text

        _say_aside(say(fault_text(error.fault)))
        return AT_FAULT
    from steady.store.paths import Paths
    from steady.store.reports import write_report

    reports_dir = Paths.find(arguments.data_dir, os.environ).reports_dir
    where = f"steady {arguments.command or ''}".strip()
    path = write_report(reports_dir, type(error), error.__traceback__, where, error=error)
    _say_aside(say(Command.BUG_UNSAVED) if path is None else say(Command.BUG, path=path))
    return OUR_BUG


def _say_aside(sentence: str) -> None:
    from steady.terminal.plain import write_line

    try:
        write_line(sys.stderr, sentence)
    except OSError:
        _hush_output()


def _stand_in_for_streams() -> None:
    """Write to nowhere, and read nothing, where there is no stream: after a start without a console, for one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - pathlib comes later, and it stays open


def _hush_output() -> None:
    """Let go of readers that left, so that Python does not complain of them as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
