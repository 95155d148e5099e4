"""Calm runs as rounded bars over time; days of rest are a slim bridge between days with practice, and no practice."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from steady.core.progress.runs import Run
from steady.texts.progress_charts import run_words
from steady.ui.widgets.charts.canvas import Canvas, mixed
from steady.ui.widgets.charts.chart import Whole
from steady.ui.widgets.charts.measures import em, line_px, wide_px
from steady.ui.widgets.charts.time_axis import TimeAxis

BAR_EM, REST_EM = 1.35, 0.34
LEAST_DAY_PX = 1.5
REST_SHARE = 0.72
BETWEEN_PX = 1.5
ROUND_FROM_PX = 3.0
"""Narrower than this nobody sees round ends, and over years they take their time to draw."""


class RunBars(Whole):
    """Draws the runs that reach into the days from `first` to `today`."""

    def __init__(self, runs: Sequence[Run], first: date, today: date) -> None:
        self._first, self._today = first, today
        self._runs = [run for run in runs if run.last >= first and run.first <= today]

    def height_px(self, _width_px: int) -> int:
        """Return the height of the numbers, the bars and the dates."""
        return round(2 * line_px() + em(BAR_EM) + em(0.7))

    def draw(self, canvas: Canvas, width_px: int, _height_px: int) -> None:
        """Draw it."""
        axis = TimeAxis(self._first, self._today, width_px)
        top_px, bar_px, rest_px = line_px() + em(0.2), em(BAR_EM), em(REST_EM)
        middle_px = top_px + bar_px / 2
        ground, practice, rest = QPainterPath(), QPainterPath(), QPainterPath()
        ground.addRoundedRect(QRectF(0, middle_px - 1, width_px, 2), 1, 1)
        canvas.shape(ground, canvas.look.color("line"))
        for run in self._runs:
            for first, last, is_rest in stretches(run):
                if last < self._first or first > self._today:
                    continue
                left = max(0.0, axis.left_of(first))
                right = max(left + LEAST_DAY_PX, axis.left_of(last) + axis.day_px)
                if is_rest:
                    rest.addRect(QRectF(left - 2, middle_px - rest_px / 2, right - left + 4, rest_px))
                else:
                    inner = BETWEEN_PX if right - left > 4 * BETWEEN_PX else 0.0
                    radius = min(bar_px / 2, (right - left) / 2, em(0.45))
                    place = QRectF(left, top_px, right - left, bar_px).adjusted(inner / 2, 0, -inner / 2, 0)
                    if place.width() < ROUND_FROM_PX:
                        practice.addRect(place)
                    else:
                        practice.addRoundedRect(place, radius, radius)
            self._mark(canvas, axis, run, top_px, bar_px)
        canvas.shape(rest, mixed(canvas.look.color("accent"), canvas.look.color("panel"), REST_SHARE))
        canvas.shape(practice, canvas.look.color("accent"))
        axis.name_days(canvas, top_px + bar_px + em(0.5))

    def _mark(self, canvas: Canvas, axis: TimeAxis, run: Run, top_px: float, bar_px: float) -> None:
        left = max(0.0, axis.left_of(run.first))
        right = max(left + LEAST_DAY_PX, axis.left_of(run.last) + axis.day_px)
        canvas.mark(QRectF(left, top_px, right - left, bar_px), run_words(run))
        number = str(run.practised)
        if right - left >= wide_px(number) + em(0.3):
            place = QRectF(left, 0, right - left, line_px())
            canvas.word(place, number, side=Qt.AlignmentFlag.AlignHCenter)


def stretches(run: Run) -> list[tuple[date, date, bool]]:
    """Return a run as stretches of days in a row: first and last day, and whether these are rest."""
    rests, found = set(run.rests), list[tuple[date, date, bool]]()
    day = run.first
    while day <= run.last:
        is_rest = day in rests
        if found and found[-1][2] == is_rest:
            found[-1] = (found[-1][0], day, is_rest)
        else:
            found.append((day, day, is_rest))
        day += timedelta(days=1)
    return found
