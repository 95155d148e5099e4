"""What stands in a log's file, read past Steady."""

import contextlib
import sqlite3


def outcomes(log_file):
    """Return how each practice ended, by its id; None for one that is open."""
    with contextlib.closing(sqlite3.connect(log_file)) as connection:
        return dict(connection.execute("SELECT id, outcome FROM sessions").fetchall())


def column(log_file, name):
    """Return one value of each practice, in the order they came."""
    with contextlib.closing(sqlite3.connect(log_file)) as connection:
        connection.row_factory = sqlite3.Row
        return [row[name] for row in connection.execute("SELECT * FROM sessions ORDER BY id")]
