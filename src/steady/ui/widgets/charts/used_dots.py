"""What was used, and what it was like: a row each, with the middle rating before and after, and from how many pairs."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from steady.core.progress.pairs import Summary
from steady.texts.progress_charts import number_words, pairs_words, used_words
from steady.ui.widgets.charts.canvas import Canvas, mixed
from steady.ui.widgets.charts.chart import Whole
from steady.ui.widgets.charts.measures import around, em, line_px, wide_px, wrapped_px

MOST = 10
BESIDE_EM = 34
"""From so wide on, a name stands beside its dots rather than above them."""
NAME_SHARE = 0.36
TRACK_EM = 1.5
RING_EM, DOT_EM = 0.82, 0.66


class UsedRow(NamedTuple):
    """A heading where `summary` is None, else a name and what its pairs come to."""

    name: str
    summary: Summary | None = None


class UsedDots(Whole):
    """Draws the rows below each other."""

    def __init__(self, rows: Sequence[UsedRow]) -> None:
        self._rows = rows

    def height_px(self, width_px: int) -> int:
        """Return the height of all rows and the scale below."""
        return round(sum(self._row_px(row, width_px) for row in self._rows) + line_px() + em(0.4))

    def draw(self, canvas: Canvas, width_px: int, _height_px: int) -> None:
        """Draw it."""
        look, beside, y = canvas.look, _beside(width_px), 0.0
        n_px = max((wide_px(pairs_words(row.summary.n)) for row in self._rows if row.summary), default=0)
        left = width_px * NAME_SHARE + em(0.6) if beside else em(0.5)
        right = width_px - n_px - em(1.0)
        befores: list[QPointF] = []
        afters: list[QPointF] = []
        for place, row in enumerate(self._rows):
            tall = self._row_px(row, width_px)
            if row.summary is None:
                canvas.word(QRectF(0, y, width_px, tall), row.name, color="ink", wraps=True)
            else:
                middle = self._name(canvas, row.name, QRectF(0, y, width_px, tall), beside=beside)
                before, after = (
                    QPointF(left + (right - left) * one.median / MOST, middle)
                    for one in (row.summary.before, row.summary.after)
                )
                befores.append(before)
                afters.append(after)
                n_place = QRectF(width_px - n_px, middle - line_px() / 2, n_px, line_px())
                canvas.word(n_place, pairs_words(row.summary.n), side=Qt.AlignmentFlag.AlignRight)
                reach = em(RING_EM) / 2 + 2
                box = QRectF(before, after).normalized().adjusted(-reach, -reach, reach, reach)
                canvas.mark(box, used_words(row.name, row.summary), place)
            y += tall
        canvas.strokes([(QPointF(left, dot.y()), QPointF(right, dot.y())) for dot in befores], look.color("line"), 2.0)
        apart = [(one, two) for one, two in zip(befores, afters, strict=True) if one != two]
        canvas.strokes(apart, mixed(look.color("support"), look.color("panel"), 0.5), 3.0)
        canvas.dots(befores, em(RING_EM), look.color("panel"), look.color("support"), width_px=2.0)
        canvas.dots(afters, em(DOT_EM), look.color("accent"))
        for rating in (0, 5, MOST):
            x = left + (right - left) * rating / MOST
            words = number_words(rating)
            canvas.word(around(x, y + em(0.2), words, width_px), words)

    @staticmethod
    def _name(canvas: Canvas, name: str, place: QRectF, *, beside: bool) -> float:
        """Write the name of a row; return the height at which its dots stand."""
        if beside:
            place.setWidth(place.width() * NAME_SHARE)
            canvas.word(place, name, color="ink", wraps=True)
            return place.center().y()
        tall, top = wrapped_px(name, place.width()), place.top() + em(0.3)
        canvas.word(QRectF(0, top, place.width(), tall), name, color="ink", wraps=True)
        return top + tall + em(TRACK_EM) / 2

    @staticmethod
    def _row_px(row: UsedRow, width_px: int) -> float:
        if row.summary is None:
            return wrapped_px(row.name, width_px) + em(0.9)
        if _beside(width_px):
            return max(em(1.9), wrapped_px(row.name, width_px * NAME_SHARE) + em(0.7))
        return wrapped_px(row.name, width_px) + em(TRACK_EM) + em(0.5)


def _beside(width_px: int) -> bool:
    return width_px >= em(BESIDE_EM)
