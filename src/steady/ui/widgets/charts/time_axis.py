"""Days along a line: where each stands, and which of them are named below it."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt

from steady.texts.progress_charts import day_short, month_words, month_year
from steady.ui.widgets.charts.canvas import Canvas
from steady.ui.widgets.charts.measures import em, line_px, wide_px

LONG_DAYS = 120
"""From so many days on, months are named rather than days."""
YEARS_DAYS = 800
"""From so many days on, years are named rather than months."""
GAP_EM = 1.2


def ends_words(first: date, last: date) -> tuple[str, str]:
    """Return the dates at both ends of a drawing; with their years, and without days, where it is long."""
    words = day_short if (last - first).days < LONG_DAYS else month_year
    return words(first), words(last)


class TimeAxis:
    """The days from `first` to `last` over a width, each as wide as the others."""

    def __init__(self, first: date, last: date, width_px: float) -> None:
        self.first, self.last = first, last
        self.count = max(1, (last - first).days + 1)
        self.day_px = width_px / self.count
        self._width_px = width_px

    def left_of(self, day: date) -> float:
        """Return where a day begins, in pixels."""
        return (day - self.first).days * self.day_px

    def name_days(self, canvas: Canvas, top_px: float) -> None:
        """Write the names of some days below, the last of them at the right edge."""
        last = self._words(self.last)
        width_px = wide_px(last)
        place = QRectF(self._width_px - width_px, top_px, width_px, line_px())
        canvas.word(place, last, side=Qt.AlignmentFlag.AlignRight)
        free_until_px, free_from_px = place.left() - em(1.0), 0.0
        days = list(self._named())
        if self.count > LONG_DAYS and len(days) > 1 and self._are_crowded(*days[:2]):
            days = days[1:]  # what is left of a month or a year gives way to a whole one
        for day in days:
            words = self._words(day)
            x, width_px = self.left_of(day), wide_px(words)
            if words != last and x >= free_from_px and x + width_px <= free_until_px:
                canvas.word(QRectF(x, top_px, width_px, line_px()), words)
                free_from_px = x + width_px + GAP_EM * em()

    def _are_crowded(self, one: date, other: date) -> bool:
        return self.left_of(other) < self.left_of(one) + wide_px(self._words(one)) + GAP_EM * em()

    def _words(self, day: date) -> str:
        if self.count > YEARS_DAYS:
            return str(day.year)
        return day_short(day) if self.count <= LONG_DAYS else month_words(day)

    def _named(self) -> Iterator[date]:
        yield self.first
        day = self.first + timedelta(days=1)
        while day < self.last:
            if self.count > YEARS_DAYS:
                is_named = (day.month, day.day) == (1, 1)
            else:
                is_named = day.day == 1 if self.count > LONG_DAYS else day.weekday() == 0
            if is_named:
                yield day
            day += timedelta(days=1)
