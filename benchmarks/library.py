"""What a thousand exercise files of one's own cost: the start beside one without any, and the menu while it fills."""

import argparse
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from measure import Finding, ask, ask_command, environment, fresh_dir, in_turn, spread, tell

COUNT = 1000
EXERCISES = Path(__file__).parent.parent / "exercises"


def start_with(count: int) -> Callable[[], dict[str, Any]]:
    """Return a function that starts Steady with so many files of one's own."""

    def start() -> dict[str, Any]:
        with fresh_dir() as folder:
            write_own(folder / "exercises", count)
            command = [sys.executable, "-m", "steady", "--data-dir", str(folder), "--time-startup"]
            before_s = children_s()
            answer = ask_command(command, environment())
            return answer | {"cpu_ms": (children_s() - before_s) * 1000}

    return start


def children_s() -> float:
    """Return the processor's time that our children have taken, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


def write_own(folder: Path, count: int) -> None:
    """Write files of one's own: ours, again and again, under other names."""
    folder.mkdir()
    ours = [path.read_bytes() for path in sorted(EXERCISES.glob("*.toml"))]
    for number in range(count):
        (folder / f"own-{number:04}.toml").write_bytes(ours[number % len(ours)])


def main() -> None:
    """Measure, in pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=15, help="how many starts of each")
    parser.add_argument("--short", action="store_true", help="three pairs: quick, and not to be quoted")
    options = parser.parse_args()
    pairs = 3 if options.short else options.pairs

    none, many = in_turn(pairs, start_with(0), start_with(COUNT))
    none_ms = [answer["first_frame_ms"] for answer in none]
    many_ms = [answer["first_frame_ms"] for answer in many]
    with fresh_dir() as folder:
        write_own(folder / "exercises", COUNT)
        menus = [ask("library_menu.py", folder) for _ in range(pairs)]
    hold_ms = statistics.median(menu["longest_hold_ms"] for menu in menus)
    rows: list[tuple[object, ...]] = [
        ("", "median, ms", "middle half"),
        ("first frame, no files of one's own", statistics.median(none_ms), spread(none_ms)),
        (f"first frame, {COUNT} files", statistics.median(many_ms), spread(many_ms)),
    ]
    for label, answers in (("no files", none), (f"{COUNT} files", many)):
        cpu_ms = [answer["cpu_ms"] for answer in answers]
        rows.append((f"  processor's time to it, {label}", statistics.median(cpu_ms), spread(cpu_ms)))
    for name in menus[0]:
        values = [float(menu[name]) for menu in menus]
        rows.append((f"  menu: {name.removesuffix('_ms')}", statistics.median(values), spread(values)))
    tell(
        "library",
        rows,
        [
            Finding("first frame, of one without files", statistics.median(many_ms) / statistics.median(none_ms), 1.05),
            Finding("longest hold of the window while the menu opens and fills, ms", hold_ms, 50.0),
        ],
        pairs=pairs,
        none_ms=none_ms,
        many_ms=many_ms,
        menus=menus,
    )


if __name__ == "__main__":
    main()
