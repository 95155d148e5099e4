"""Facts as the log gives them: a real file with the schema of now, filled fast, read by the store's own queries."""

import contextlib
import sqlite3
from datetime import date
from pathlib import Path

from steady.core.progress.facts import Facts
from steady.core.progress.ranges import Range
from steady.store.aggregates import facts
from steady.store.schema import MIGRATIONS
from tests import realistic


def write_log(path: Path, life: realistic.Life) -> Path:
    """Make a log's file with that life in it."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in (one for migration in MIGRATIONS for one in migration):
            connection.execute(statement)
        realistic.write_fast(connection, life)
    return path


def read_facts(path: Path, chosen: Range = Range.QUARTER, today: date = realistic.TODAY) -> Facts:
    """Return what that file says of a range."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        first = chosen.first_day(today)
        return facts(connection, first, None if first is None else today)
