"""The command line. Nothing heavy is imported before the command is known: a second start is over in a blink.

Exit codes: 0 done; 1 what was asked or the data is at fault, in one sentence on stderr; 2 usage; 70 our bug, with a
report saved, and never a traceback.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from steady import __version__
from steady.texts import say
from steady.texts.command import Command

DONE, AT_FAULT, USAGE, OUR_BUG = 0, 1, 2, 70
INTERRUPTED = 130

LEAST_MINUTES, MOST_MINUTES = 0.05, 600.0
LEAST_BREATHS, MOST_BREATHS = 1, 10_000


class Arguments(argparse.Namespace):
    """What was asked. Every command has every field, empty where it does not apply."""

    command: str | None = None
    id: str | None = None
    data_dir: str | None = None
    minutes: float | None = None
    breaths: int | None = None
    open: bool = False
    holds: bool = False
    terminal: bool = False
    time_startup: bool = False
    json: bool = False
    file: str = ""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        arguments = parse(sys.argv[1:] if argv is None else argv)
    except SystemExit as leaving:  # argparse has said what there is to say
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


def _run(arguments: Arguments) -> int:
    if arguments.command is None or arguments.command == "start":
        from steady.cli_window import open_window  # noqa: PLC0415 - the command is known only now

        return open_window(arguments)
    if arguments.command == "breathe":
        from steady.cli_breathe import breathe  # noqa: PLC0415

        return breathe(arguments)
    from steady import cli_library  # noqa: PLC0415

    code = cli_library.export(arguments) if arguments.command == "export" else cli_library.list_all(arguments)
    sys.stdout.flush()  # a reader that left is noticed here, and not as Python ends
    return code


def _answer_for(error: Exception, arguments: Arguments) -> int:
    """Say what went wrong in one sentence, and return the code for it."""
    from steady.core.errors import InputError, MachineError  # noqa: PLC0415 - nothing goes wrong, mostly

    if isinstance(error, InputError):
        _say_aside(str(error))
        return AT_FAULT
    if isinstance(error, MachineError):
        from steady.texts.faults import fault_text  # noqa: PLC0415

        _say_aside(say(fault_text(error.fault)))
        return AT_FAULT
    from steady.store.paths import Paths  # noqa: PLC0415
    from steady.store.reports import write_report  # noqa: PLC0415

    reports_dir = Paths.find(arguments.data_dir, os.environ).reports_dir
    where = f"steady {arguments.command or ''}".strip()
    path = write_report(reports_dir, type(error), error.__traceback__, where, error=error)
    _say_aside(say(Command.BUG_UNSAVED) if path is None else say(Command.BUG, path=path))
    return OUR_BUG


def _say_aside(sentence: str) -> None:
    if sys.stderr is None:  # a window started without a console
        return
    try:
        print(sentence, file=sys.stderr, flush=True)
    except OSError:
        _hush_output()


def _hush_output() -> None:
    """Let go of readers that left, so that Python does not complain of them as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


# -- arguments --------------------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence after the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.format_usage()}{self.prog}: {message}\n")


def parse(argv: Sequence[str]) -> Arguments:
    """Return what was asked. Raises SystemExit, after saying why, where it cannot be understood."""
    everywhere = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--data-dir", metavar="DIR", help=say(Command.DATA_DIR))
    parser = _Parser(
        prog="steady",
        description=say(Command.ABOUT),
        parents=[everywhere],
        argument_default=argparse.SUPPRESS,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"steady {__version__}", help=say(Command.VERSION))
    parser.add_argument("--time-startup", action="store_true", help=say(Command.TIME_STARTUP))
    parser.add_argument("--terminal", action="store_true", help=say(Command.TERMINAL))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, about: Command) -> _Parser:
        return commands.add_parser(
            name,
            help=say(about),
            description=say(about),
            parents=[everywhere],
            argument_default=argparse.SUPPRESS,
            allow_abbrev=False,
        )

    start = command("start", Command.ABOUT_START)
    start.add_argument("id", metavar="ID", help=say(Command.ID))
    breathe = command("breathe", Command.ABOUT_BREATHE)
    breathe.add_argument("id", metavar="ID", nargs="?", help=say(Command.ID))
    length = breathe.add_mutually_exclusive_group()
    length.add_argument("--minutes", type=_minutes, metavar="M", help=say(Command.MINUTES))
    length.add_argument("--breaths", type=_breaths, metavar="N", help=say(Command.BREATHS))
    length.add_argument("--open", action="store_true", help=say(Command.OPEN))
    breathe.add_argument("--holds", action="store_true", help=say(Command.HOLDS))
    breathe.add_argument("--terminal", action="store_true", help=say(Command.TERMINAL))
    listing = command("list", Command.ABOUT_LIST)
    listing.add_argument("--json", action="store_true", help=say(Command.JSON))
    export = command("export", Command.ABOUT_EXPORT)
    export.add_argument("file", metavar="FILE", help=say(Command.EXPORT_FILE))
    return parser.parse_args(argv, Arguments())


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise argparse.ArgumentTypeError(say(Command.BAD_MINUTES, low=LEAST_MINUTES, high=MOST_MINUTES))
    return minutes


def _breaths(text: str) -> int:
    try:
        breaths = int(text)
    except ValueError:
        breaths = 0
    if not LEAST_BREATHS <= breaths <= MOST_BREATHS:
        raise argparse.ArgumentTypeError(say(Command.BAD_BREATHS, low=LEAST_BREATHS, high=MOST_BREATHS))
    return breaths
