"""When hard moments came: a dot for each hour of each weekday that had any, larger for more. Quiet on purpose."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from steady.core.progress.hours import HOURS, WEEKDAYS
from steady.texts.progress_charts import hour_short, hour_words, weekday_short
from steady.ui.widgets.charts.canvas import Canvas, mixed
from steady.ui.widgets.charts.chart import Whole
from steady.ui.widgets.charts.measures import em, line_px, wide_px

NAMED_HOURS = (0, 6, 12, 18)
ROW_EM = 1.6
LEAST_SHARE = 0.45
DOT_SHARE = 0.85
NOTHING_PX = 3.0


class HourMap(Whole):
    """Draws seven rows of 24 hours; `rows` are the counts, Monday first."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        self._rows = rows
        self._most = max((count for row in rows for count in row), default=0)

    def height_px(self, _width_px: int) -> int:
        """Return the height of seven rows and the hours above them."""
        return round(WEEKDAYS * max(em(ROW_EM), line_px() + 1) + line_px() + em(0.3))

    def draw(self, canvas: Canvas, width_px: int, _height_px: int) -> None:
        """Draw it."""
        left = max(wide_px(weekday_short(day)) for day in range(WEEKDAYS)) + em(0.7)
        row_px, top = max(em(ROW_EM), line_px() + 1), line_px() + em(0.3)
        column_px = (width_px - left) / HOURS
        most_px = min(row_px, column_px, em(1.2)) * 0.96
        look = canvas.look
        free_from_px = 0.0
        for hour in NAMED_HOURS:
            words, x = hour_short(hour), left + hour * column_px
            if x >= free_from_px and x + wide_px(words) <= width_px:
                canvas.word(QRectF(x, 0, wide_px(words), line_px()), words)
                free_from_px = x + wide_px(words) + em(0.4)
        empty: list[QPointF] = []
        filled: list[QPointF] = []
        sizes: list[float] = []
        for weekday in range(WEEKDAYS):
            canvas.word(QRectF(0, top + weekday * row_px, left, row_px), weekday_short(weekday))
            for hour in range(HOURS):
                place = QRectF(left + hour * column_px, top + weekday * row_px, column_px, row_px)
                count = self._rows[weekday][hour]
                if count == 0:
                    empty.append(place.center())
                    continue
                filled.append(place.center())
                sizes.append(most_px * (LEAST_SHARE + (1 - LEAST_SHARE) * math.sqrt(count / self._most)))
                canvas.mark(place, hour_words(weekday, hour, count), weekday)
        canvas.dots(empty, NOTHING_PX, look.color("line"))
        canvas.dots(filled, sizes, mixed(look.color("support"), look.color("panel"), DOT_SHARE))
