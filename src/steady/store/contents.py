"""All that a log holds, as names and plain values: what is exported. Read beside a running Steady, never written.

A row that a crash left open is shown as the next start will end it; that of a process that lives stays open.
"""

import contextlib
import math
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from steady.core.events import Outcome
from steady.store.beside import open_to_read
from steady.store.columns import CHECKINS, DELETED, DRAFTS, EARLIER, JOURNAL, MOMENTS, RATINGS, SESSIONS, listed
from steady.store.log_file import CheckinRow, DeletedRow, DraftRow, EarlierRow, EntryRow, MomentRow, SessionRow, far_off
from steady.store.owner import those_gone
from steady.store.readable import STRANGE
from steady.store.sqlite_faults import machine_faults
from steady.store.values import PRACTISED_DIGITS, named_zone
from steady.store.zone import zone_name

Row = dict[str, object]

ASKED_LATER = (*RATINGS, "felt", "use_again", "triggers", "pulled_to")
NOBODY: frozenset[str] = frozenset()


class Contents(NamedTuple):
    """All that a log holds, under the names that an export has.

    A row that holds what Steady never writes is among `damaged` only, with its table and as it stands there: nothing
    is lost, and all others can be imported.
    """

    sessions: Sequence[Row] = ()
    drafts: Sequence[Row] = ()
    journal: Sequence[Row] = ()
    checkins: Sequence[Row] = ()
    moments: Sequence[Row] = ()
    deleted: Sequence[Row] = ()
    damaged: Sequence[Row] = ()


def read(log_file: Path, owners_dir: Path | None = None) -> Contents:
    """Return all that a log holds as of one moment; nothing where there is no log. Raises LogUnavailable.

    With the folder of owners' locks, open rows of those who are gone are returned as interrupted.
    """
    with machine_faults(log_file), contextlib.closing(open_to_read(log_file)) as connection:
        # Asked before the rows are read: whoever is gone by now has no practice that could still end well.
        gone = set() if owners_dir is None else those_gone(owners_dir, _open_owners(connection))
        connection.execute("BEGIN")
        return contents_of(connection, gone)


def contents_of(connection: sqlite3.Connection, gone: Collection[str] = NOBODY) -> Contents:
    """Return what an open log holds. `gone` are owners whose open rows are to be shown as interrupted."""
    damaged: list[Row] = []

    def sound(table: str, columns: tuple[str, ...], kind: type, shown: Callable[[Row], Row] = dict) -> list[Row]:
        return list(_sound(connection, table, columns, kind, shown, damaged))

    said: dict[object, list[Row]] = {}
    for words in sound("journal_earlier", EARLIER, EarlierRow, _earlier):
        said.setdefault(words.pop("entry_id"), []).append(words)
    contents = Contents(
        sessions=sound("sessions", (*SESSIONS, "owner", "beat_at"), SessionRow, lambda row: _session(row, gone)),
        drafts=sound("drafts", DRAFTS, DraftRow),
        journal=sound("journal", JOURNAL, EntryRow, lambda row: _entry(row, said.get(row["id"], []))),
        checkins=sound("checkins", CHECKINS, CheckinRow, lambda row: row | _decoded(row, "answers")),
        moments=sound("moments", MOMENTS, MomentRow),
        deleted=sound("deleted", DELETED, DeletedRow),
        damaged=damaged,
    )
    for entry in contents.journal:
        said.pop(entry["id"], None)
    # What an entry said that is damaged now has no other place.
    damaged += [_damaged("journal_earlier", {"entry_id": of} | words) for of, each in said.items() for words in each]
    return contents


def _sound(
    connection: sqlite3.Connection,
    table: str,
    columns: tuple[str, ...],
    kind: type,
    shown: Callable[[Row], Row],
    damaged: list[Row],
) -> Iterator[Row]:
    """Yield the rows of a table as an import reads them; what it could not read goes to `damaged`."""
    for row in _rows(connection, table, columns):
        try:
            made = shown(dict(row))
            strange = any(far_off(table, msgspec.convert(made, kind)))
        except STRANGE:
            strange = True
        if strange:
            damaged.append(_damaged(table, row))
        else:
            yield made


def _damaged(table: str, row: Row) -> Row:
    return {"table": table, "row": {name: _plain(value) for name, value in row.items() if name != "owner"}}


def _plain(value: object) -> object:
    """Return a value that JSON can hold; it has no word for an endless number."""
    return value if not isinstance(value, float) or math.isfinite(value) else str(value)


def _open_owners(connection: sqlite3.Connection) -> list[str]:
    return [str(owner) for (owner,) in connection.execute("SELECT DISTINCT owner FROM sessions WHERE outcome IS NULL")]


def _rows(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Return a table's rows in the order of its key. Text that is none is left as the bytes that it is."""
    order = ", ".join(map(str, range(1, min(3, len(columns)) + 1)))
    before, connection.text_factory = connection.text_factory, _text_or_bytes
    try:
        rows = connection.execute(f"SELECT {listed(columns)} FROM {table} ORDER BY {order}").fetchall()  # noqa: S608 - our own names
    finally:
        connection.text_factory = before
    for row in rows:
        yield dict(zip(columns, row, strict=True))


def _text_or_bytes(data: bytes) -> str | bytes:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _earlier(row: Row) -> Row:
    """Return what an entry said before, with the entry's id."""
    said = msgspec.json.decode(str(row["words"]), type=Row)
    return {"entry_id": row["entry_id"], "edited_at": row["edited_at"]} | _said(said)


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
