"""The command line's grammar and its help. Loaded only where the plain forms that `cli` knows do not do."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from steady import __version__
from steady.cli import USAGE, Arguments
from steady.core.cues import Bed, Voice
from steady.texts import say
from steady.texts.command import Command

LEAST_MINUTES, MOST_MINUTES = 0.05, 600.0
LEAST_BREATHS, MOST_BREATHS = 1, 10_000
KINDS = ("breathing", "grounding", "script")
SCHEMAS = ("exercise", "log")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence after the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.format_usage()}{self.prog}: {message}\n")


def parse(argv: Sequence[str]) -> Arguments:
    """Return what was asked. Raises SystemExit, after saying why, where it cannot be understood."""
    everywhere = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--data-dir", type=_folder, metavar="DIR", help=say(Command.DATA_DIR))
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
    breathe.add_argument("--sound", choices=[voice.value for voice in Voice], help=say(Command.SOUND))
    breathe.add_argument("--bed", choices=[bed.value for bed in Bed], help=say(Command.BED))
    breathe.add_argument("--terminal", action="store_true", help=say(Command.TERMINAL))
    listing = command("list", Command.ABOUT_LIST)
    listing.add_argument("--json", action="store_true", help=say(Command.JSON))
    check = command("check", Command.ABOUT_CHECK)
    check.add_argument("paths", metavar="PATH", nargs="+", help=say(Command.CHECK_PATHS))
    schema = command("schema", Command.ABOUT_SCHEMA)
    schema.add_argument(
        "kind", metavar="OF", nargs="?", default="exercise", choices=SCHEMAS, help=say(Command.SCHEMA_OF)
    )
    new = command("new", Command.ABOUT_NEW)
    new.add_argument("kind", metavar="KIND", choices=KINDS, help=say(Command.NEW_KIND))
    new.add_argument("id", metavar="ID", help=say(Command.NEW_ID))
    for name, about, file in (
        ("export", Command.ABOUT_EXPORT, Command.EXPORT_FILE),
        ("import", Command.ABOUT_IMPORT, Command.IMPORT_FILE),
        ("backup", Command.ABOUT_BACKUP, Command.BACKUP_FILE),
        ("restore", Command.ABOUT_RESTORE, Command.RESTORE_FILE),
    ):
        command(name, about).add_argument("file", metavar="FILE", help=say(file))
    return parser.parse_args(argv, Arguments())


def _folder(text: str) -> str:
    if not text.strip():  # as from a variable that is not set: the usual folder would be a surprise
        raise argparse.ArgumentTypeError(say(Command.BAD_FOLDER))
    return text


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
