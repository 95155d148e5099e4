"""Six signs, week by week: six lines below each other, each on its own, none added to another."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from steady.core.progress.signs import MOST, Line
from steady.texts.progress_charts import answer_words, sign_words
from steady.ui.widgets.charts.canvas import Canvas
from steady.ui.widgets.charts.chart import Whole
from steady.ui.widgets.charts.measures import em, wrapped_px

BESIDE_EM = 19
NAME_SHARE = 0.52
PLOT_EM = 1.9
DOT_EM = 0.36


class SignLines(Whole):
    """Draws the six lines over the same weeks."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        weeks = [answer.monday for line in lines for answer in line.answers]
        self._first, self._last = min(weeks, default=date.min), max(weeks, default=date.min)

    def height_px(self, width_px: int) -> int:
        """Return the height of all six."""
        return round(sum(self._row_px(line, width_px) for line in self._lines))

    def draw(self, canvas: Canvas, width_px: int, _height_px: int) -> None:
        """Draw it."""
        beside, y = _beside(width_px), 0.0
        left = width_px * NAME_SHARE + em(1.0) if beside else em(0.4)
        right, span = width_px - em(0.5), max(1, (self._last - self._first).days)
        accent = canvas.look.color("accent")
        bases: list[tuple[QPointF, QPointF]] = []
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
            bases.append((QPointF(left, base), QPointF(right, base)))
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
        canvas.strokes(bases, canvas.look.color("line"), 1.0)
        canvas.dots(dots, em(DOT_EM), accent)

    @staticmethod
    def _row_px(line: Line, width_px: int) -> float:
        words = sign_words(line.sign)
        if _beside(width_px):
            return max(em(PLOT_EM) + em(0.5), wrapped_px(words, width_px * NAME_SHARE) + em(0.6))
        return wrapped_px(words, width_px) + em(PLOT_EM) + em(0.9)


def _beside(width_px: int) -> bool:
    return width_px >= em(BESIDE_EM)
