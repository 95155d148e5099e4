"""Six signs, week by week: six lines below each other, each on its own, none added to another."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt

from steady.core.progress.signs import MOST, Line
from steady.texts.progress_charts import answer_words, sign_words
from steady.ui.widgets.charts.canvas import Canvas
from steady.ui.widgets.charts.chart import Whole
from steady.ui.widgets.charts.measures import em, line_px, wide_px, wrapped_px
from steady.ui.widgets.charts.time_axis import ends_words

BESIDE_EM = 19
NAME_SHARE = 0.52
PLOT_EM = 2.0
DOT_EM = 0.36


class SignLines(Whole):
    """Draws the six lines over the same weeks."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        weeks = [answer.monday for line in lines for answer in line.answers]
        self._first, self._last = min(weeks, default=date.min), max(weeks, default=date.min)

    def height_px(self, width_px: int) -> int:
        """Return the height of all six and the weeks below them."""
        return round(sum(self._row_px(line, width_px) for line in self._lines) + line_px() + em(0.3))

    def draw(self, canvas: Canvas, width_px: int, _height_px: int) -> None:
        """Draw it."""
        beside, y = _beside(width_px), 0.0
        left = width_px * NAME_SHARE + em(1.0) if beside else em(0.4)
        right, span = width_px - em(0.5), max(1, (self._last - self._first).days)
        accent = canvas.look.color("accent")
        bounds: list[tuple[QPointF, QPointF]] = []
        dots: list[QPointF] = []
        for line in self._lines:
            tall = self._row_px(line, width_px)
            words = sign_words(line.sign)
            name_tall = wrapped_px(words, width_px)
            place = QRectF(0, y, width_px * NAME_SHARE, tall)
            top = y + (tall - em(PLOT_EM)) / 2
            if not beside:
                place = QRectF(0, y + em(0.3), width_px, name_tall)
                top = y + em(0.4) + name_tall
            canvas.word(place, words, color="ink", wraps=True)
            base = top + em(PLOT_EM) - em(DOT_EM)
            reach = em(PLOT_EM) - 2 * em(DOT_EM)
            bounds += [(QPointF(left, at), QPointF(right, at)) for at in (base, base - reach)]
            points = [
                QPointF(left + (right - left) * (one.monday - self._first).days / span, base - reach * one.value / MOST)
                for one in line.answers
            ]
            if len(points) > 1:
                canvas.line(points, accent, 2.2)
            dots += points
            for point, answer in zip(points, line.answers, strict=True):
                box = QRectF(point.x() - em(0.3), point.y() - em(0.3), em(0.6), em(0.6))
                canvas.mark(box, answer_words(line.sign, answer), line.sign)
            y += tall
        canvas.strokes(bounds, canvas.look.color("line"), 1.0)
        canvas.dots(dots, em(DOT_EM), accent)
        self._name_weeks(canvas, left, y + em(0.3), width_px)

    def _name_weeks(self, canvas: Canvas, left_px: float, top_px: float, width_px: int) -> None:
        """Write below the lines when they begin and end."""
        first, last = ends_words(self._first, self._last)
        wide = wide_px(last)
        if self._first < self._last:
            canvas.word(QRectF(width_px - wide, top_px, wide, line_px()), last, side=Qt.AlignmentFlag.AlignRight)
        if self._first == self._last or left_px + wide_px(first) + em(0.8) <= width_px - wide:
            canvas.word(QRectF(left_px, top_px, wide_px(first), line_px()), first)

    @staticmethod
    def _row_px(line: Line, width_px: int) -> float:
        words = sign_words(line.sign)
        if _beside(width_px):
            return max(em(PLOT_EM) + em(0.5), wrapped_px(words, width_px * NAME_SHARE) + em(0.6))
        return wrapped_px(words, width_px) + em(PLOT_EM) + em(0.9)


def _beside(width_px: int) -> bool:
    return width_px >= em(BESIDE_EM)
