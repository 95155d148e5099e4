"""Takes the log out of Steady: one JSON file with all of it, or one CSV table of the practices.

The log is read beside a running Steady without disturbing it, and never written.
"""

import csv
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, cast

import msgspec

from steady import __version__
from steady.core.errors import Fault, InputError, LogUnavailable
from steady.store.columns import SESSIONS
from steady.store.contents import Contents, Row, read
from steady.store.files import fault_of, led_to, write_private
from steady.store.log_file import FORMAT, FORMAT_VERSION
from steady.store.paths import Paths
from steady.store.printable import at_fault
from steady.store.values import here_and_now
from steady.texts import say
from steady.texts.store import StoreText
from steady.texts.transfer import TransferText

FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A spreadsheet takes text that begins with one of these for a formula, some also their wide forms or behind spaces."""
SHIFTING_STARTS = ("\t", "\r", "\n")
"""What could put text that begins with it into another cell."""
FREE_TEXT = ("exercise", "note")
TAGS = ("triggers", "pulled_to")
"""Columns that hold what a person wrote. All others hold what Steady writes, and are never changed on the way out."""
TAGS_APART = "; "
"""What stands between several tags in one cell."""

_UNREADABLE = {
    Fault.LOG_NEWER: StoreText.EXPORT_LOG_NEWER,
    Fault.LOG_LOCKED: StoreText.EXPORT_LOG_LOCKED,
    Fault.DISK_FULL: StoreText.EXPORT_DISK_FULL,
}


class Exported(NamedTuple):
    """How many practices are in the file, and what is said of rows that are damaged, if there are any."""

    practices: int
    damaged: str = ""


def export(paths: Paths, target: Path, *, now: Callable[[], datetime] = here_and_now) -> Exported:
    """Write the log to a `.json` or `.csv` file, for this person only, and return what is in it.

    Raises InputError where the target or the log is at fault.
    """
    write = {".json": _as_json, ".csv": _as_csv}.get(target.suffix.lower())
    if write is None:
        raise at_fault(StoreText.EXPORT_SUFFIX, target)
    check_target(paths, target)
    try:
        contents = read(paths.log_file, paths.owners_dir)
    except LogUnavailable as unavailable:
        # What a fault means while one breathes is not what it means here: nothing is put aside, and nothing waits.
        raise InputError(say(_UNREADABLE.get(unavailable.fault, StoreText.EXPORT_LOG_UNREADABLE))) from unavailable
    try:
        write_private(target, write(contents, now()))
    except OSError as error:
        raise unwritable(target, fault_of(error)) from error
    return Exported(len(contents.sessions), _damaged_words(contents, has_all=write is _as_json))


def _damaged_words(contents: Contents, *, has_all: bool) -> str:
    """Return what is said of damaged rows: JSON has all of them as they are, a table of practices has none."""
    if has_all:
        count, one, many = len(contents.damaged), TransferText.DAMAGED_ROW, TransferText.DAMAGED_ROWS
    else:
        count = sum(row["table"] == "sessions" for row in contents.damaged)
        one, many = TransferText.DAMAGED_ROW_NOT_IN_TABLE, TransferText.DAMAGED_ROWS_NOT_IN_TABLE
    return say(one) if count == 1 else say(many, count=count) if count else ""


def unwritable(target: Path, fault: Fault) -> InputError:
    """Return the error that says why a file could not be put there."""
    is_full = fault is Fault.DISK_FULL
    return at_fault(StoreText.EXPORT_TARGET_FULL if is_full else StoreText.EXPORT_UNWRITABLE, target)


def check_target(paths: Paths, target: Path) -> None:
    """Raise InputError where the target is no place for a file, or Steady's own."""
    try:
        found = led_to(target)
    except OSError as error:
        raise at_fault(StoreText.EXPORT_UNWRITABLE, target) from error
    if found.exists() and not found.is_file():
        raise at_fault(StoreText.EXPORT_UNWRITABLE, target)
    if found in {ours.resolve() for ours in paths.in_use}:
        raise at_fault(StoreText.EXPORT_OVER_OURS, target)


def _as_json(contents: Contents, now: datetime) -> bytes:
    whole = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "exported_at": now.isoformat(timespec="milliseconds"),
        "app_version": __version__,
        **contents._asdict(),
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _as_csv(contents: Contents, _now: datetime) -> bytes:
    """Return one table of sessions, UTF-8 with its header; all else is in the JSON export only."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, SESSIONS)
    table.writeheader()
    table.writerows(map(_cells, contents.sessions))
    return text.getvalue().encode("utf-8")


def _cells(session: Row) -> Row:
    """Return a session with one plain value for each column."""
    cells = {name: value for name, value in session.items() if name != "ratings"}
    cells |= cast("Row", session["ratings"])
    for name in TAGS:  # each of them: some programs part cells at a semicolon
        cells[name] = TAGS_APART.join(str(_harmless(tag)) for tag in cast("list[str]", session[name]))
    if session["use_again"] is not None:
        cells["use_again"] = int(cast("bool", session["use_again"]))
    return cells | {name: _harmless(cells[name]) for name in FREE_TEXT}


def _harmless(value: object) -> object:
    if not isinstance(value, str):
        return value
    is_taken = value.startswith(SHIFTING_STARTS) or value.lstrip().startswith(FORMULA_STARTS)
    return f"'{value}" if is_taken else value
