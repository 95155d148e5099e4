"""What a chart is drawn with: a few kinds of shapes, in pixels from the top left, and words that are ours.

Shapes are pyqtgraph's items. Words never are: pyqtgraph's labels render markup, and a trigger is a person's own text.
"""

import enum
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem

from steady.ui import theme
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ALIGN_MIDDLE = Qt.AlignmentFlag.AlignVCenter.value
CELL_CORNER = 0.26
"""The corner of a day's square, as a share of its side."""


class Mark(NamedTuple):
    """Something that can be pointed at and read: where it is, what it says, and the row that arrow keys find it in."""

    place: QRectF
    words: str
    row: int = 0


class Word(NamedTuple):
    """Words at a place in the drawing."""

    place: QRectF
    text: str
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    color: str = "soft_ink"
    wraps: bool = False
    """Whether they may stand in several lines, from the left; no word is cut, however long."""


class Symbol(enum.Enum):
    """What a dot looks like. The values of round ones are pyqtgraph's."""

    ROUND = "o"
    CELL = "cell"


class Canvas:
    """Takes shapes for one drawing of a chart. `box` is a pyqtgraph ViewBox whose units are pixels."""

    def __init__(self, box: Any, look: Theme, owner: "QWidget") -> None:
        self.look = look
        self.marks: list[Mark] = []
        self.words: list[Word] = []
        self.owner = owner
        self._box = box
        self._items: list[QGraphicsItem] = []

    # -- shapes -------------------------------------------------------------------------------------------------

    def dots(
        self,
        points: Sequence[QPointF],
        size_px: float | Sequence[float],
        fill: QColor | Sequence[QColor] | None,
        border: QColor | None = None,
        *,
        width_px: float = 2.0,
        symbol: Symbol = Symbol.ROUND,
    ) -> None:
        """Draw a dot, a ring (no `fill`) or a cell at each point."""
        if not points:
            return
        import pyqtgraph

        brushes = [QBrush(one) for one in fill] if isinstance(fill, Sequence) else _brush(fill)
        self._add(
            pyqtgraph.ScatterPlotItem(
                x=[point.x() for point in points],
                y=[point.y() for point in points],
                size=size_px,
                brush=brushes,
                pen=_pen(border, width_px),
                symbol=_cell() if symbol is Symbol.CELL else symbol.value,
                antialias=True,
            )
        )

    def line(self, points: Sequence[QPointF], color: QColor, width_px: float) -> None:
        """Draw a line from point to point."""
        import pyqtgraph

        pen = _pen(color, width_px)
        xs, ys = [point.x() for point in points], [point.y() for point in points]
        self._add(pyqtgraph.PlotCurveItem(x=xs, y=ys, pen=pen, antialias=True))

    def strokes(self, pairs: Sequence[tuple[QPointF, QPointF]], color: QColor, width_px: float) -> None:
        """Draw lines that do not meet, each from one point to another."""
        if not pairs:
            return
        import pyqtgraph

        pen = _pen(color, width_px)
        ends = [end for pair in pairs for end in pair]
        xs, ys = [end.x() for end in ends], [end.y() for end in ends]
        self._add(pyqtgraph.PlotCurveItem(x=xs, y=ys, pen=pen, connect="pairs", antialias=True))

    def shape(self, path: QPainterPath, fill: QColor | None, border: QColor | None = None) -> None:
        """Draw a shape of any outline."""
        item = QGraphicsPathItem(path)
        item.setBrush(_brush(fill))
        item.setPen(_pen(border, 1.4))
        self._add(item)

    # -- words and marks ----------------------------------------------------------------------------------------

    def word(self, place: QRectF, text: str, **how: Any) -> None:
        """Write words in a box; they stand in the middle of its height."""
        self.words.append(Word(place, text, **how))

    def mark(self, place: QRectF, words: str, row: int = 0) -> None:
        """Let that place be read."""
        self.marks.append(Mark(place, words, row))

    # -- for the chart ------------------------------------------------------------------------------------------

    def paint_words(self, painter: QPainter) -> None:
        """Paint all words, as plain text."""
        font = theme.font(SMALL)
        painter.setFont(font)
        for place, text, side, color, wraps in self.words:
            if wraps:
                lines = Wrapped(text, font, place.width())
                top_px = place.top() + max(0.0, (place.height() - lines.height_px) / 2)
                lines.draw(painter, place.left(), top_px, self.look.color(color))
            else:
                painter.setPen(self.look.color(color))
                painter.drawText(place, side.value | ALIGN_MIDDLE, text)

    def clear(self) -> None:
        """Take all shapes off the box again."""
        for item in self._items:
            self._box.removeItem(item)
        self._items.clear()
        self.marks, self.words = [], []

    def _add(self, item: QGraphicsItem) -> None:
        self._box.addItem(item, ignoreBounds=True)
        self._items.append(item)


def _brush(fill: QColor | None) -> QBrush:
    return QBrush(fill) if fill is not None else QBrush(Qt.BrushStyle.NoBrush)


def _pen(color: QColor | None, width_px: float) -> QPen:
    """Return a pen whose width is in pixels: pyqtgraph draws its symbols enlarged."""
    if color is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(color, width_px)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _cell() -> QPainterPath:
    """Return a square with soft corners, of side 1 around the middle, as pyqtgraph wants its symbols."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(-0.5, -0.5, 1.0, 1.0), CELL_CORNER, CELL_CORNER)
    return path


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour with that share of `one`, the rest of `other`."""

    def part(of_one: int, of_other: int) -> int:
        return round(of_one * share + of_other * (1 - share))

    return QColor(part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue()))
