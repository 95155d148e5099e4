"""How large things are in a chart, in pixels, from the size of the text."""

import math
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QGuiApplication

from steady.ui import theme
from steady.ui.theme import SMALL
from steady.ui.widgets.column import text_px
from steady.ui.widgets.wrapped import Wrapped


def em(share: float = 1.0) -> float:
    """Return a length that grows with the text."""
    return share * QGuiApplication.font().pixelSize()


def metrics() -> QFontMetrics:
    """Return the measures of the letters that charts are labelled with."""
    return _metrics(text_px())


@lru_cache(maxsize=4)
def _metrics(_body_px: int) -> QFontMetrics:
    """A chart asks for these hundreds of times, and to make a font each time takes longer than to draw."""
    return QFontMetrics(theme.font(SMALL))


def line_px() -> int:
    """Return the height of a line of a chart's words."""
    return metrics().height()


def wide_px(words: str) -> int:
    """Return how wide words are."""
    return metrics().horizontalAdvance(words) + 1


def around(x: float, top_px: float, words: str, width_px: float) -> QRectF:
    """Return the place of words in the middle of `x`, pushed inside a drawing of that width."""
    wide = wide_px(words)
    return QRectF(min(max(0.0, x - wide / 2), max(0.0, width_px - wide)), top_px, wide, line_px())


def wrapped_px(words: str, width_px: float) -> int:
    """Return how tall words are, in as many lines as they need at that width."""
    return math.ceil(Wrapped(words, theme.font(SMALL), width_px).height_px)
