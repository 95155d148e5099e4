"""Kills a process that writes in the log, at random moments, and looks whether what it said was saved is there."""

import contextlib
import json
import os
import random
import select
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

WRITER = Path(__file__).with_name("killed.py")
LATEST_S = 0.8
"""A writer is killed at a moment up to this long after its start: while it imports, opens the log, or writes."""


class Saved:
    """All that was ever said to be saved, and what was deleted or about to be."""

    def __init__(self) -> None:
        self.newest: dict[tuple[str, str], int] = {}
        self.deleting: set[str] = set()
        self.deleted: set[str] = set()
        self.marked: set[str] = set()
        self.lines = 0

    def hear(self, line: bytes) -> None:
        """Take in one line of a writer's."""
        what, row_id, number = json.loads(line)
        if what == "deleting":
            self.deleting.add(row_id)
            if ("entry", row_id) in self.newest:  # one that was never on disk leaves no mark
                self.marked.add(row_id)
            return
        self.lines += 1
        if what == "deleted":
            self.deleted.add(row_id)
        else:
            self.newest[what, row_id] = max(number, self.newest.get((what, row_id), 0))


class Finding(NamedTuple):
    """What came of all the kills."""

    kills: int
    said: int
    lost: list[str]
    unsound: list[str]


def kill_many(kills: int, data_dir: Path, seed: int, environ: Mapping[str, str]) -> Finding:
    """Start a writer on the same log again and again, and kill it. Look at the log after each death."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    saved, unsound = Saved(), []
    lost: dict[str, None] = {}
    for _ in range(kills):
        for line in _lines_until(chance.uniform(0.0, LATEST_S), data_dir, chance.randrange(1 << 30), environ):
            saved.hear(line)
        if (data_dir / "steady.db").exists():
            verdict, missing = look(data_dir / "steady.db", saved)
            lost |= dict.fromkeys(missing)
            if verdict != "ok":
                unsound.append(verdict)
        elif saved.lines:
            lost["the log itself"] = None
    return Finding(kills, saved.lines, list(lost), unsound)


def _lines_until(after_s: float, data_dir: Path, seed: int, environ: Mapping[str, str]) -> Iterator[bytes]:
    """Start a writer, kill it after that long, and yield the whole lines that it wrote."""
    by_s = time.monotonic() + after_s
    command = [sys.executable, str(WRITER), str(data_dir), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environ) as process:
        assert process.stdout is not None
        heard = bytearray()
        while (left_s := by_s - time.monotonic()) > 0.0:
            if select.select([process.stdout], [], [], left_s)[0]:
                part = os.read(process.stdout.fileno(), 1 << 16)
                if not part:
                    break
                heard += part
        died_by_itself = process.poll() is not None
        process.kill()
        heard += process.stdout.read()
    if died_by_itself:
        raise RuntimeError("the writer ended by itself")
    yield from heard[: heard.rfind(b"\n") + 1].splitlines()


def look(log_file: Path, saved: Saved) -> tuple[str, list[str]]:
    """Return SQLite's verdict on the log, and what was said to be saved and is not there."""
    with contextlib.closing(sqlite3.connect(log_file)) as connection:
        verdict = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
        numbers = {
            "practice": dict(connection.execute("SELECT id, breaths FROM sessions")),
            "entry": dict(connection.execute("SELECT id, CAST(need AS INTEGER) FROM journal")),
            "checkin": dict.fromkeys((row[0] for row in connection.execute("SELECT id FROM checkins")), 1 << 60),
            "moment": dict.fromkeys((row[0] for row in connection.execute("SELECT id FROM moments")), 1 << 60),
        }
        marks = {row_id for (row_id,) in connection.execute("SELECT id FROM deleted")}
    missing = [
        f"{what} {row_id} at {number}"
        for (what, row_id), number in saved.newest.items()
        if row_id not in saved.deleting and (numbers[what].get(row_id) or 0) < number
    ]
    missing += [f"deletion of {row_id}" for row_id in saved.deleted & numbers["entry"].keys()]
    missing += [f"mark of {row_id}" for row_id in (saved.deleted & saved.marked) - marks]
    return verdict, missing
