"""Takes the log out of Steady: one JSON or CSV file, read beside a running Steady without disturbing it.

The log itself is never written. A row that a crash left open is shown as the next start will end it; that of a process
that lives stays open.
"""

import contextlib
import csv
import io
import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from steady import __version__
from steady.core.errors import Fault, InputError, LogUnavailable
from steady.core.events import Outcome
from steady.store.files import write_private
from steady.store.log import PRACTISED_DIGITS, here_and_now, named_zone
from steady.store.migration import version_of
from steady.store.owner import those_gone
from steady.store.paths import Paths
from steady.store.schema import EXPORTED, VERSION
from steady.store.sqlite_faults import machine_faults
from steady.store.zone import zone_name
from steady.texts import say
from steady.texts.store import StoreText

BUSY_S = 2.0
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes text that begins with one of these for a formula."""
FREE_TEXT = ("exercise", "note")
"""Columns that hold what a person wrote. All others hold what Steady writes, and are never changed on the way out."""

Row = dict[str, object]

_SESSIONS = f"SELECT {', '.join(EXPORTED)}, owner, beat_at FROM sessions ORDER BY id"  # noqa: S608
_UNREADABLE = {
    Fault.LOG_NEWER: StoreText.EXPORT_LOG_NEWER,
    Fault.LOG_LOCKED: StoreText.EXPORT_LOG_LOCKED,
    Fault.DISK_FULL: StoreText.EXPORT_DISK_FULL,
}


class Contents(NamedTuple):
    """All that a log holds, as names and plain values."""

    sessions: Sequence[Row] = ()
    drafts: Sequence[Row] = ()


def export(paths: Paths, target: Path, *, now: Callable[[], datetime] = here_and_now) -> int:
    """Write the log to a `.json` or `.csv` file, for this person only, and return how many practices it has.

    Raises InputError where the target or the log is at fault.
    """
    write = {".json": _as_json, ".csv": _as_csv}.get(target.suffix.lower())
    if write is None:
        raise InputError(say(StoreText.EXPORT_SUFFIX, path=target))
    if target.exists() and not target.is_file():
        raise InputError(say(StoreText.EXPORT_UNWRITABLE, path=target))
    if target.resolve() == paths.settings_file.resolve():
        raise InputError(say(StoreText.EXPORT_OVER_OURS, path=target))
    try:
        contents = read(paths.log_file, paths.owners_dir)
    except LogUnavailable as unavailable:
        # What a fault means while one breathes is not what it means here: nothing is put aside, and nothing waits.
        raise InputError(say(_UNREADABLE.get(unavailable.fault, StoreText.EXPORT_LOG_UNREADABLE))) from unavailable
    try:
        write_private(target, write(contents, now()))
    except OSError as error:
        raise InputError(say(StoreText.EXPORT_UNWRITABLE, path=target)) from error
    return len(contents.sessions)


def read(log_file: Path, owners_dir: Path | None = None) -> Contents:
    """Return all that a log holds as of one moment; nothing where there is no log. Raises LogUnavailable.

    With the folder of owners' locks, open rows of those who are gone are returned as interrupted.
    """
    with machine_faults(log_file):
        if not log_file.exists():
            return Contents()
        with contextlib.closing(open_beside(log_file)) as connection:
            if version_of(connection, VERSION) == 0:
                return Contents()
            # Asked before the rows are read: whoever is gone by now has no practice that could still end well.
            gone = set() if owners_dir is None else those_gone(owners_dir, _open_owners(connection))
            connection.execute("BEGIN")
            sessions = connection.execute(_SESSIONS)
            drafts = connection.execute("SELECT exercise, place, text, written_at FROM drafts ORDER BY 1, 2")
            return Contents([_as_it_is(row, gone) for row in _rows(sessions)], _rows(drafts))


def _open_owners(connection: sqlite3.Connection) -> list[str]:
    return [str(owner) for (owner,) in connection.execute("SELECT DISTINCT owner FROM sessions WHERE outcome IS NULL")]


def _as_it_is(row: Row, gone: set[str]) -> Row:
    """Return a session with the exported names only; one whose process died as interrupted at its last beat."""
    owner, beat_at = row.pop("owner"), row.pop("beat_at")
    if row["outcome"] is None and owner in gone:
        row["outcome"], row["ended_at"] = Outcome.INTERRUPTED.value, beat_at or row["started_at"]
        row["tz"] = named_zone(str(row["tz"]), str(row["started_at"]), zone_name)
    if isinstance(row["practised_s"], float):
        row["practised_s"] = round(row["practised_s"], PRACTISED_DIGITS)
    return row


def open_beside(log_file: Path) -> sqlite3.Connection:
    """Open without ever writing the log. Where its folder takes no side files, there is no writer to respect."""
    plain = f"{log_file.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(plain, uri=True, timeout=BUSY_S, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        side = log_file.with_name(log_file.name + "-wal")
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CANTOPEN or (side.exists() and side.stat().st_size):
            raise
        return sqlite3.connect(f"{plain}&immutable=1", uri=True, isolation_level=None)
    except BaseException:
        connection.close()
        raise
    return connection


def _rows(cursor: sqlite3.Cursor) -> list[Row]:
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _as_json(contents: Contents, now: datetime) -> bytes:
    whole = {
        "format": "steady-log",
        "version": 1,
        "exported_at": now.isoformat(timespec="milliseconds"),
        "app_version": __version__,
        "sessions": contents.sessions,
        "drafts": contents.drafts,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _as_csv(contents: Contents, _now: datetime) -> bytes:
    """Return one table of sessions, UTF-8 with its header; drafts are in the JSON export only."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, EXPORTED)
    table.writeheader()
    for session in contents.sessions:
        table.writerow(session | {name: _harmless(session[name]) for name in FREE_TEXT})
    return text.getvalue().encode("utf-8")


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
