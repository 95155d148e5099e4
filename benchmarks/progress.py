"""Progress with a hundred thousand practices against a hundred: how soon it is up, and how long anything is held."""

import argparse
import contextlib
import importlib
import sqlite3
import statistics
import sys
from pathlib import Path

from measure import Finding, ask, fresh_dir, in_turn, spread, tell
from steady.store.log import SqliteLog

MANY, FEW = 100_000, 100
UP_BOUND = 1.5
HOLD_BOUND_MS = 50.0


def main() -> None:
    """Fill two logs, and open progress on each in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=7, help="how often each, in turn")
    parser.add_argument("--short", action="store_true", help="two pairs: quick, and not to be quoted")
    options = parser.parse_args()
    pairs = 2 if options.short else options.pairs
    with fresh_dir() as many_dir, fresh_dir() as few_dir:
        fill(many_dir, MANY)
        fill(few_dir, FEW)
        many, few = in_turn(pairs, lambda: ask("progress_up.py", many_dir), lambda: ask("progress_up.py", few_dir))

    def middle(answers: list[dict[str, float]], name: str) -> float:
        return statistics.median(answer[name] for answer in answers)

    ratio = middle(many, "up_ms") / middle(few, "up_ms")
    names = ("up_ms", "opening_hold_ms", "opening_busy_ms", "using_hold_ms", "using_busy_ms")
    rows: list[tuple[object, ...]] = [("", "ms", "middle half")]
    rows += [
        (f"{who}, {name}", middle(answers, name), spread([answer[name] for answer in answers]))
        for who, answers in ((f"{MANY:,} practices", many), (f"{FEW} practices", few))
        for name in names
    ]
    opening, using = middle(many, "opening_hold_ms"), middle(many, "using_hold_ms")
    findings = [
        Finding("up with 100,000 practices, of its time with 100", ratio, UP_BOUND),
        Finding("longest hold while it opens, ms", opening, HOLD_BOUND_MS),
        Finding("longest hold while it is used, ms", using, HOLD_BOUND_MS),
    ]
    worst = max(answer[name] for answer in many for name in ("opening_hold_ms", "using_hold_ms"))
    tell("progress", rows, findings, up_ratio=ratio, worst_hold_ms=worst)


def fill(folder: Path, count: int) -> None:
    """Make a log with that many practices in it, as they are lived."""
    sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests' own generator of lives
    realistic = importlib.import_module("tests.realistic")
    path = folder / "steady.db"
    SqliteLog.open(path, "benchmark").close()
    shape = realistic.of(days=min(365, count))
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        life = realistic.Life(list(realistic.many(count)), shape.checkins, shape.moments)
        realistic.write_fast(connection, life)


if __name__ == "__main__":
    main()
