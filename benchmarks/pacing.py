"""Breaths as painted: each turn of the guide against the second it should come at, over ten minutes.

The reference is plain addition of the phases' lengths, from the first in-breath on. It knows nothing of how Steady
counts time.
"""

import argparse
import os
import statistics
import time
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QTimer

from measure import Finding, environment, fresh_dir, tell
from steady.core.breath import Act, Course
from watched import Paint, PaintEye, Watched

TURN_BOUND_MS = 20.0
DRIFT_BOUND_MS = 20.0
ENDS = 10
"""How many turns at each end the drift is taken from."""


class Turn(NamedTuple):
    """A phase, when it was first painted and when it should have been, in seconds since the first in-breath."""

    act: Act
    painted_s: float
    due_s: float

    @property
    def late_ms(self) -> float:
        """How late it was painted."""
        return (self.painted_s - self.due_s) * 1000.0


def due(course: Course) -> Iterator[tuple[int, Act, float]]:
    """Return breath, act and second of each phase, by adding up."""
    breath, at_s = 0, 0.0
    while True:
        for phase in course.pattern(breath).phases:
            yield breath, phase.act, at_s
            at_s += phase.duration_s
        breath += 1


def breathe(minutes: float) -> list[Turn]:
    """Open Steady, watch it for so long, and return its turns as painted."""
    first_paints: dict[tuple[int, Act], float] = {}

    def see(paint: Paint) -> None:
        first_paints.setdefault((paint.moment.breath, paint.moment.phase.act), paint.at_s)

    with fresh_dir() as folder:
        watched = Watched(folder)
        eye = PaintEye(watched, see)
        zero_s: list[float] = []

        def end() -> None:
            now_s = time.monotonic()
            zero_s.append(now_s - watched.session.practice.elapsed_s(now_s))
            eye.close()
            watched.leave()

        QTimer.singleShot(round(minutes * 60_000), end)
        watched.breathe()
    turns: list[Turn] = []
    until_s = minutes * 60.0 - 1.0
    for breath, act, due_s in due(watched.course):
        if due_s > until_s:
            return turns
        painted_s = first_paints.get((breath, act))
        if painted_s is None:
            raise SystemExit(f"The turn at {due_s:.1f} s was never painted.")
        turns.append(Turn(act, painted_s - zero_s[0], due_s))
    return turns


def main() -> None:
    """Breathe, and hold each turn against the sum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long to breathe")
    parser.add_argument("--short", action="store_true", help="one minute: quick, and not to be quoted")
    options = parser.parse_args()
    minutes = 1.0 if options.short else options.minutes
    os.environ.update(environment())

    turns = breathe(minutes)[1:]  # the first in-breath is where the count begins

    late_ms = [turn.late_ms for turn in turns]
    ends = min(ENDS, len(turns) // 2)
    drift_ms = statistics.median(late_ms[-ends:]) - statistics.median(late_ms[:ends])
    rows: list[tuple[object, ...]] = [("", "turns", "median ms late", "worst")]
    for name, act in (("in-breaths", Act.INHALE), ("out-breaths", Act.EXHALE)):
        one = [turn.late_ms for turn in turns if turn.act is act]
        rows.append((name, len(one), statistics.median(one), max(one, key=abs)))
    tell(
        "pacing",
        rows,
        [
            Finding("worst turn, ms from its time", max(map(abs, late_ms)), TURN_BOUND_MS),
            Finding(f"drift over {minutes:g} minutes, ms", abs(drift_ms), DRIFT_BOUND_MS),
        ],
        minutes=minutes,
        turns=len(turns),
        late_ms=[round(value, 2) for value in late_ms],
    )


if __name__ == "__main__":
    main()
