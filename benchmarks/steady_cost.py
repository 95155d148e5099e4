"""Steady's side of `cost.py`: the real window, measured over whole breaths; then seen, minimised, hidden and large."""

import argparse
import itertools
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from measure import fresh_dir, memory_kb, say_json
from steady.core.breath import Act
from steady.core.events import Event, PhaseStarted
from steady.ui.widgets.breath_orb import BreathOrb
from watched import Paint, PaintEye, Watched

LATE_S = 0.008
FAST = (0.25, 0.75)
"""The part of a phase in which the edge moves at over seven tenths of its top speed."""
SIZES_PX = ((960, 680), (1920, 1080), (3840, 2160))
STEPS = 200
"""In how many steps the lungs are filled for each of them."""


class Costs:
    """Lives through the breaths: nothing watched, then every paint watched, then minimised, then hidden."""

    def __init__(self, folder: Path, breaths: int, others: int) -> None:
        self._watched = Watched(folder)
        self._answers: dict[str, object] = {}
        self._paints: list[Paint] = []
        self._eye: PaintEye | None = None
        self._from = 0.0, 0.0
        first = 1 + breaths
        self._deeds = {
            1: self._start,
            first: self._end_plain,
            first + others: self._end_watched,
            first + 2 * others: self._end_minimised,
            first + 3 * others: self._end_hidden,
        }
        self._watched.window.conductor.happened.connect(self._hear)

    def run(self) -> None:
        """Breathe to the end."""
        self._watched.breathe()

    def _hear(self, event: Event) -> None:
        if isinstance(event, PhaseStarted) and event.phase.act is Act.INHALE and event.breath in self._deeds:
            self._deeds[event.breath]()

    def _start(self) -> None:
        self._from = time.process_time(), time.monotonic()

    def _share(self) -> float:
        cpu_s, wall_s = time.process_time() - self._from[0], time.monotonic() - self._from[1]
        self._start()
        return cpu_s / wall_s

    def _end_plain(self) -> None:
        form = self._watched.form
        self._answers["cpu_share"] = self._share()
        self._answers["memory_kb"] = memory_kb()
        self._answers["ring_px"] = min(form.width(), form.height()) / 2 - 6.0
        self._eye = PaintEye(self._watched, self._paints.append)

    def _end_watched(self) -> None:
        if self._eye is None:
            return
        gaps_s = [b - a for a, b in itertools.pairwise(self._eye.read_at_s)]
        late = sum(gap_s > self._watched.form.frame_ms / 1000 + LATE_S for gap_s in gaps_s)
        self._answers["frames_late_share"] = late / len(gaps_s)
        self._answers["worst_frame_ms"] = max(gaps_s) * 1000
        self._answers["fast_paints_per_s"] = self._fast_rate()
        self._paints.clear()
        self._watched.window.shell.showMinimized()
        self._start()

    def _fast_rate(self) -> float:
        """Return how often the orb was painted while its edge moved fast, in the phase where that was least often."""
        fast = [paint for paint in self._paints if paint.of_orb and FAST[0] <= paint.moment.fraction <= FAST[1]]
        phases = itertools.groupby(fast, key=lambda paint: (paint.moment.breath, paint.moment.phase.act))
        runs = [[paint.at_s for paint in run] for _, run in phases]
        return min((len(run) - 1) / (run[-1] - run[0]) for run in runs if len(run) > 1)

    def _end_minimised(self) -> None:
        self._answers["minimised_cpu_share"] = self._share()
        self._answers["minimised_paints"] = len(self._paints)
        self._answers["minimised_is_unseen"] = not self._watched.window.shell.seen
        self._paints.clear()
        self._watched.window.shell.hide()
        self._start()

    def _end_hidden(self) -> None:
        self._answers["hidden_cpu_share"] = self._share()
        self._answers["hidden_paints"] = len(self._paints)
        self._answers["picture_mb"] = self._picture_sizes_mb()
        say_json(**self._answers)
        self._watched.leave()

    def _picture_sizes_mb(self) -> dict[str, float]:
        """Return the size of all that the orb keeps of pictures after a breath, for each size of the window."""
        form, shell, sizes_mb = self._watched.form, self._watched.window.shell, {}
        session = self._watched.session
        if not isinstance(form, BreathOrb):
            return {}
        for width, height in SIZES_PX:
            shell.resize(width, height)
            shell.show()
            QApplication.processEvents()
            for step in range(STEPS + 1):
                form.show_moment(session.look()._replace(fullness=step / STEPS), session.practice.timeline)
                form.grab()
            sizes_mb[f"{width} x {height}"] = form.picture_bytes() / 1e6
        return sizes_mb


def main() -> None:
    """Breathe, measure, answer in one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--breaths", type=int, default=2, help="how many whole breaths to measure")
    parser.add_argument("--others", type=int, default=1, help="how many to be watched, minimised and hidden for, each")
    options = parser.parse_args()
    with fresh_dir() as folder:
        Costs(folder, options.breaths, options.others).run()


if __name__ == "__main__":
    main()
