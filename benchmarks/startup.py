"""How long until the guide moves: Steady's first painted frame against that of a bare PySide6 window, run in turn."""

import argparse
import statistics
import sys
from typing import Any

from measure import Finding, ask, ask_command, environment, fresh_dir, in_turn, spread, tell

BOUND = 1.25


def steady() -> dict[str, Any]:
    """Start Steady for the first time on this machine, as far as it knows."""
    with fresh_dir() as folder:
        command = [sys.executable, "-m", "steady", "--data-dir", str(folder), "--time-startup"]
        return ask_command(command, environment())


def bare() -> dict[str, Any]:
    """Open the bare window."""
    return ask("bare_window.py")


def main() -> None:
    """Measure, in pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=15, help="how many starts of each")
    parser.add_argument("--short", action="store_true", help="three pairs: quick, and not to be quoted")
    options = parser.parse_args()
    pairs = 3 if options.short else options.pairs

    bare_answers, steady_answers = in_turn(pairs, bare, steady)

    bare_ms = [answer["first_frame_ms"] for answer in bare_answers]
    steady_ms = [answer["first_frame_ms"] for answer in steady_answers]
    ratio = statistics.median(steady_ms) / statistics.median(bare_ms)
    pair_ratio = statistics.median(ours / theirs for ours, theirs in zip(steady_ms, bare_ms, strict=True))
    rows: list[tuple[object, ...]] = [
        ("", "first frame, ms", "middle half"),
        ("bare window", statistics.median(bare_ms), spread(bare_ms)),
        ("Steady", statistics.median(steady_ms), spread(steady_ms)),
    ]
    milestones = {name: statistics.median(answer[name] for answer in steady_answers) for name in steady_answers[0]}
    rows += [(f"  {name.removesuffix('_ms')}", value, "") for name, value in milestones.items()]
    tell(
        "startup",
        rows,
        [Finding("first frame, of a bare window's", ratio, BOUND)],
        pairs=pairs,
        median_of_pair_ratios=pair_ratio,
        bare_ms=bare_ms,
        steady_ms=steady_ms,
        milestones_ms=milestones,
    )


if __name__ == "__main__":
    main()
