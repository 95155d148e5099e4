"""Before and after: a ring for the rating before, a dot for the one after, a line between. Each pair is a mark."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt

from steady.core.progress.facts import Pair
from steady.texts import say
from steady.texts.progress_charts import PairWord, pair_words
from steady.ui.widgets.charts.canvas import Canvas, mixed
from steady.ui.widgets.charts.measures import em, line_px, wide_px
from steady.ui.widgets.charts.time_axis import ends_words

MOST = 10
NAMED = (0, 5, 10)
PLOT_EM = 8.6
LEAST_EM, WIDEST_EM = 0.56, 1.5
RING_EM, DOT_EM = 0.62, 0.58


class PairMarks:
    """Draws the newest pairs that there is room for; `pairs` are oldest first."""

    def __init__(self, pairs: Sequence[Pair], titles: Sequence[str]) -> None:
        self._pairs = pairs
        self._titles = titles
        self._until = len(pairs)
        self._room = len(pairs)

    @property
    def can_go_back(self) -> bool:
        """Whether there are earlier pairs than those that are drawn."""
        return self._until > self._room

    @property
    def can_come_back(self) -> bool:
        """Whether there are later ones."""
        return self._until < len(self._pairs)

    def shift(self, step: int) -> bool:
        """Look at the pairs before these, or after."""
        if not (self.can_go_back if step < 0 else self.can_come_back):
            return False
        by = max(1, self._room - 3)
        self._until = min(len(self._pairs), max(self._room, self._until + step * by))
        return True

    def height_px(self, _width_px: int) -> int:
        """Return the height of the key, the ratings and the dates."""
        return round(2 * line_px() + em(PLOT_EM) + em(1.2))

    def draw(self, canvas: Canvas, width_px: int, _height_px: int) -> None:
        """Draw it."""
        look = canvas.look
        left_px, top_px, tall_px = wide_px(str(MOST)) + em(0.7), line_px() + em(0.8), em(PLOT_EM)
        wide = max(1.0, width_px - left_px - em(0.4))
        self._room = max(1, int(wide // em(LEAST_EM)))
        self._until = max(min(self._until, len(self._pairs)), min(self._room, len(self._pairs)))
        first = max(0, self._until - self._room)
        shown = self._pairs[first : self._until]
        pitch = min(em(WIDEST_EM), wide / max(1, len(shown)))

        def y_of(rating: int) -> float:
            return top_px + tall_px * (1 - rating / MOST)

        grid = [(QPointF(left_px, y_of(one)), QPointF(width_px, y_of(one))) for one in NAMED]
        canvas.strokes(grid, look.color("line"), 1.0)
        for one in NAMED:
            place = QRectF(0, y_of(one) - line_px() / 2, left_px - em(0.6), line_px())
            canvas.word(place, str(one), side=Qt.AlignmentFlag.AlignRight)
        xs = [left_px + em(0.2) + pitch * (place + 0.5) for place in range(len(shown))]
        befores = [QPointF(x, y_of(pair.before)) for x, pair in zip(xs, shown, strict=True)]
        afters = [QPointF(x, y_of(pair.after)) for x, pair in zip(xs, shown, strict=True)]
        stem = mixed(look.color("support"), look.color("panel"), 0.5)
        size = min(em(RING_EM), pitch * 0.9)
        apart = [(one, two) for one, two in zip(befores, afters, strict=True) if one != two]
        canvas.strokes(apart, stem, max(1.5, size / 4))
        canvas.dots(befores, size, look.color("panel"), look.color("support"), width_px=1.8)
        canvas.dots(afters, size * DOT_EM / RING_EM, look.color("accent"))
        for number, (x, pair) in enumerate(zip(xs, shown, strict=True)):
            upper, lower = y_of(max(pair.before, pair.after)), y_of(min(pair.before, pair.after))
            box = QRectF(x - pitch / 2, upper - size / 2, pitch, lower - upper + size)
            canvas.mark(box, pair_words(pair, self._titles[first + number]))
        self._key(canvas)
        self._dates(canvas, shown, xs, top_px + tall_px + em(0.4), width_px)

    @staticmethod
    def _key(canvas: Canvas) -> None:
        look, size, y = canvas.look, em(RING_EM), line_px() / 2
        before, after = say(PairWord.BEFORE), say(PairWord.AFTER)
        text_px = em(1.0)
        canvas.dots([QPointF(size / 2 + 1, y)], size, look.color("panel"), look.color("support"), width_px=1.8)
        canvas.word(QRectF(text_px, 0, wide_px(before), line_px()), before)
        second_px = text_px + wide_px(before) + em(1.2)
        canvas.dots([QPointF(second_px + size / 2, y)], size * DOT_EM / RING_EM, look.color("accent"))
        canvas.word(QRectF(second_px + text_px, 0, wide_px(after), line_px()), after)

    @staticmethod
    def _dates(canvas: Canvas, shown: Sequence[Pair], xs: Sequence[float], y: float, width_px: float) -> None:
        if not shown:
            return
        first, last = ends_words(shown[0].at.date(), shown[-1].at.date())
        left_px = max(0.0, xs[0] - em(0.3))
        canvas.word(QRectF(left_px, y, wide_px(first), line_px()), first)
        right_px = min(width_px, xs[-1] + wide_px(last) / 2)
        if last != first and right_px - wide_px(last) > left_px + wide_px(first) + em(1.0):
            canvas.word(QRectF(right_px - wide_px(last), y, wide_px(last), line_px()), last)
