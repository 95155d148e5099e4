"""Takes the log out of Steady: one JSON or CSV file, read beside a running Steady without disturbing it."""

import contextlib
import csv
import io
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from steady import __version__
from steady.core.errors import InputError
from steady.store.files import write_private
from steady.store.log import here_and_now
from steady.store.migration import version_of
from steady.store.schema import EXPORTED, VERSION
from steady.store.sqlite_faults import machine_faults
from steady.texts import say
from steady.texts.store import StoreText

BUSY_S = 2.0
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes text that begins with one of these for a formula."""

Row = Mapping[str, object]


class Contents(NamedTuple):
    """All that a log holds, as names and plain values."""

    sessions: Sequence[Row] = ()
    drafts: Sequence[Row] = ()


def export(log_file: Path, target: Path, *, now: Callable[[], datetime] = here_and_now) -> int:
    """Write the log to a `.json` or `.csv` file, for this person only, and return how many practices it has.

    Raises InputError where the target is at fault, LogUnavailable where the log is.
    """
    write = {".json": _as_json, ".csv": _as_csv}.get(target.suffix.lower())
    if write is None:
        raise InputError(say(StoreText.EXPORT_SUFFIX, path=target))
    if target.exists() and not target.is_file():
        raise InputError(say(StoreText.EXPORT_UNWRITABLE, path=target))
    if target.resolve() == log_file.with_name("settings.json").resolve():
        raise InputError(say(StoreText.EXPORT_OVER_OURS, path=target))
    contents = read(log_file)
    try:
        write_private(target, write(contents, now()))
    except OSError as error:
        raise InputError(say(StoreText.EXPORT_UNWRITABLE, path=target)) from error
    return len(contents.sessions)


def read(log_file: Path) -> Contents:
    """Return all that a log holds as of one moment; nothing where there is no log. Raises LogUnavailable."""
    with machine_faults(log_file):
        if not log_file.exists():
            return Contents()
        with contextlib.closing(_open_to_read(log_file)) as connection:
            connection.execute("BEGIN")
            if version_of(connection, VERSION) == 0:
                return Contents()
            sessions = connection.execute(f"SELECT {', '.join(EXPORTED)} FROM sessions ORDER BY id")  # noqa: S608
            drafts = connection.execute("SELECT exercise, place, text, written_at FROM drafts ORDER BY 1, 2")
            return Contents(_rows(sessions), _rows(drafts))


def _open_to_read(log_file: Path) -> sqlite3.Connection:
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
        table.writerow({name: _harmless(value) for name, value in session.items()})
    return text.getvalue().encode("utf-8")


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
