"""All that a log holds, as names and plain values: what is exported. Read beside a running Steady, never written.

A row that a crash left open is shown as the next start will end it; that of a process that lives stays open.
"""

import contextlib
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from steady.core.errors import Fault, LogUnavailable
from steady.core.events import Outcome
from steady.store.beside import open_to_read
from steady.store.columns import CHECKINS, DELETED, DRAFTS, JOURNAL, MOMENTS, RATINGS, SESSIONS, listed
from steady.store.owner import those_gone
from steady.store.sqlite_faults import machine_faults
from steady.store.values import PRACTISED_DIGITS, named_zone
from steady.store.zone import zone_name

Row = dict[str, object]

ASKED_LATER = (*RATINGS, "felt", "use_again", "triggers", "pulled_to")
NOBODY: frozenset[str] = frozenset()


class Contents(NamedTuple):
    """All that a log holds, under the names that an export has."""

    sessions: Sequence[Row] = ()
    drafts: Sequence[Row] = ()
    journal: Sequence[Row] = ()
    checkins: Sequence[Row] = ()
    moments: Sequence[Row] = ()
    deleted: Sequence[Row] = ()


def read(log_file: Path, owners_dir: Path | None = None) -> Contents:
    """Return all that a log holds as of one moment; nothing where there is no log. Raises LogUnavailable.

    With the folder of owners' locks, open rows of those who are gone are returned as interrupted.
    """
    with machine_faults(log_file), contextlib.closing(open_to_read(log_file)) as connection:
        # Asked before the rows are read: whoever is gone by now has no practice that could still end well.
        gone = set() if owners_dir is None else those_gone(owners_dir, _open_owners(connection))
        connection.execute("BEGIN")
        try:
            return contents_of(connection, gone)
        except msgspec.MsgspecError as error:  # a strange log, where a column holds what Steady never writes
            raise LogUnavailable(Fault.LOG_UNREADABLE) from error


def contents_of(connection: sqlite3.Connection, gone: Collection[str] = NOBODY) -> Contents:
    """Return what an open log holds. `gone` are owners whose open rows are to be shown as interrupted."""
    said = _earlier(connection)
    return Contents(
        sessions=[_session(row, gone) for row in _rows(connection, "sessions", (*SESSIONS, "owner", "beat_at"))],
        drafts=list(_rows(connection, "drafts", DRAFTS)),
        journal=[_entry(row, said.get(str(row["id"]), [])) for row in _rows(connection, "journal", JOURNAL)],
        checkins=[row | _decoded(row, "answers") for row in _rows(connection, "checkins", CHECKINS)],
        moments=list(_rows(connection, "moments", MOMENTS)),
        deleted=list(_rows(connection, "deleted", DELETED)),
    )


def _open_owners(connection: sqlite3.Connection) -> list[str]:
    return [str(owner) for (owner,) in connection.execute("SELECT DISTINCT owner FROM sessions WHERE outcome IS NULL")]


def _rows(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Return a table's rows in the order of its key."""
    for row in connection.execute(f"SELECT {listed(columns)} FROM {table} ORDER BY 1, 2"):  # noqa: S608 - our own names
        yield dict(zip(columns, row, strict=True))


def _earlier(connection: sqlite3.Connection) -> dict[str, list[Row]]:
    """Return what entries said before, by the entry's id, oldest first."""
    said: dict[str, list[Row]] = {}
    query = "SELECT entry_id, edited_at, words FROM journal_earlier ORDER BY 1, 2, 3"
    for entry_id, edited_at, words in connection.execute(query):
        said.setdefault(entry_id, []).append({"edited_at": edited_at} | _said(msgspec.json.decode(words)))
    return said


def _session(row: Row, gone: Collection[str]) -> Row:
    """Return a session under the exported names; one whose process died as interrupted at its last beat."""
    owner, beat_at = row.pop("owner"), row.pop("beat_at")
    if row["outcome"] is None and owner in gone:
        row["outcome"], row["ended_at"] = Outcome.INTERRUPTED.value, beat_at or row["started_at"]
        row["tz"] = named_zone(str(row["tz"]), str(row["started_at"]), zone_name)
    if isinstance(row["practised_s"], float):
        row["practised_s"] = round(row["practised_s"], PRACTISED_DIGITS)
    plain = {name: value for name, value in row.items() if name not in ASKED_LATER}
    again = row["use_again"]
    return plain | {
        "ratings": {name: row[name] for name in RATINGS},
        "felt": row["felt"],
        "use_again": None if again is None else bool(again),
        **_decoded(row, "triggers", "pulled_to"),
    }


def _entry(row: Row, earlier: list[Row]) -> Row:
    return _said(row) | _decoded(row, "triggers") | {"earlier": earlier}


def _said(row: Row) -> Row:
    """Return words under the names that an export has: `happened` is when, in a person's own words."""
    return {"when" if name == "happened" else name: value for name, value in row.items()}


def _decoded(row: Row, *columns: str) -> Row:
    return {column: msgspec.json.decode(str(row[column])) for column in columns}
