"""Days with practice, a square each: a week is a column, as far back as there is room for, and further on request."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from steady.core.progress.days import MOST_STRENGTH, strength, weeks_between, weeks_until
from steady.texts.progress_charts import day_words, month_words, month_year, weekday_short
from steady.ui.theme import Theme
from steady.ui.widgets.charts.canvas import Canvas, Symbol, mixed
from steady.ui.widgets.charts.measures import em, line_px, wide_px

CELL_EM, GAP_EM = 0.98, 0.24
SHADES = (0.0, 0.7, 0.85, 1.0)
"""How much of the accent a day has, by its strength. The palest still stands out from the panel by 3 to 1."""
BEFORE_PX = 3.0
"""A day before the first practice is a point, not a gap."""
DAYS = 7
NAMED_DAYS = (0, 2, 4, 6)


class Calendar:
    """Draws the weeks up to `today`; `times` says on which days there was practice, and how often."""

    def __init__(self, times: Mapping[date, int], today: date) -> None:
        self._times = times
        self._today = today
        self._first = min((day for day in times if day <= today), default=today)
        self._back = 0
        self._columns = 1

    @property
    def newest(self) -> date:
        """The last day that is drawn."""
        return self._today - timedelta(weeks=self._back)

    @property
    def can_go_back(self) -> bool:
        """Whether there are weeks with practice before those that are drawn."""
        return self._back + self._columns < weeks_between(self._first, self._today)

    @property
    def can_come_back(self) -> bool:
        """Whether there are weeks after those that are drawn."""
        return self._back > 0

    def shift(self, step: int) -> bool:
        """Look as much further back, or nearer, as is drawn at once, less a few weeks to hold on to."""
        if not (self.can_go_back if step < 0 else self.can_come_back):
            return False
        by = max(1, self._columns - 4)
        furthest = max(0, weeks_between(self._first, self._today) - self._columns)
        self._back = min(furthest, max(0, self._back - step * by))
        return True

    def height_px(self, _width_px: int) -> int:
        """Return the height of seven days and the months above them."""
        return round(DAYS * _pitch_px() + line_px() + em(0.35))

    def draw(self, canvas: Canvas, width_px: int, _height_px: int) -> None:
        """Draw it."""
        pitch_px, cell_px = _pitch_px(), em(CELL_EM)
        left_px = max(wide_px(weekday_short(day)) for day in NAMED_DAYS) + em(0.6)
        top_px = line_px() + em(0.35)
        self._columns = max(1, int((width_px - left_px + em(GAP_EM)) // pitch_px))
        mondays = weeks_until(self.newest, self._columns)
        for weekday in NAMED_DAYS:
            canvas.word(QRectF(0, top_px + weekday * pitch_px, left_px, cell_px), weekday_short(weekday))
        self._name_months(canvas, mondays, self._today, left_px, pitch_px)
        before: list[QPointF] = []
        shades: dict[int, list[QPointF]] = {one: [] for one in range(MOST_STRENGTH + 1)}
        for column, monday in enumerate(mondays):
            for row in range(DAYS):
                day = monday + timedelta(days=row)
                if day > self._today:
                    continue
                place = QRectF(left_px + column * pitch_px, top_px + row * pitch_px, cell_px, cell_px)
                if day < self._first:
                    before.append(place.center())
                    continue
                times = self._times.get(day, 0)
                shades[strength(times)].append(place.center())
                canvas.mark(place, day_words(day, times), row)
        canvas.dots(before, BEFORE_PX, canvas.look.color("line"))
        for one, points in shades.items():
            canvas.dots(points, cell_px, _shade(canvas.look, one), symbol=Symbol.CELL)

    @staticmethod
    def _name_months(canvas: Canvas, mondays: list[date], today: date, left_px: float, pitch_px: float) -> None:
        """Name the months above their first weeks; the first of them with its year, where that is not this one."""
        free_from_px, has_named = 0.0, False
        for column, monday in enumerate(mondays):
            if monday.day > DAYS and column > 0:
                continue
            is_past_year = not has_named and monday.year != today.year
            words, x = (month_year if is_past_year else month_words)(monday), left_px + column * pitch_px
            if column == 0 and any(other.day <= DAYS for other in mondays[1:3]):
                continue
            width_px = wide_px(words)
            if x >= free_from_px and x + width_px <= canvas.owner.width():
                canvas.word(QRectF(x, 0, width_px, line_px()), words)
                free_from_px = x + width_px + em(0.5)
                has_named = True


def _pitch_px() -> float:
    return em(CELL_EM + GAP_EM)


def _shade(look: Theme, one: int) -> QColor:
    return look.color("line") if one == 0 else mixed(look.color("accent"), look.color("panel"), SHADES[one])
