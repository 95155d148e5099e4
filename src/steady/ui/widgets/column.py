"""A column of a comfortable width in the middle: wide margins when there is room, narrow ones when not."""

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, BODY_PX

WIDEST_PX = 780
"""The column at its widest, for text of the usual size; larger text gets a wider one."""
LEAST_MARGIN_PX = 24
FULL_MARGIN_PX = 90
NARROW_PX, FULL_PX = 480, WIDEST_PX + 2 * FULL_MARGIN_PX


def text_px() -> int:
    """Return the size of body text as it is now, in pixels."""
    return theme.font(BODY).pixelSize()


def margin_px(width_px: int, body_px: int) -> int:
    """Return the margin at each side in a window of `width_px`, with body text of `body_px`.

    Large text makes a window narrow: all but the least margin is reckoned in the size of the text.
    """
    scale = body_px / BODY_PX
    usual_px = width_px / scale
    if usual_px >= FULL_PX:
        return round((usual_px - WIDEST_PX) / 2 * scale)
    share = max(0.0, (usual_px - NARROW_PX) / (FULL_PX - NARROW_PX))
    return round(LEAST_MARGIN_PX + (FULL_MARGIN_PX * scale - LEAST_MARGIN_PX) * share)


class Column(QWidget):
    """Things below each other in `rows`, as wide as is good to read."""

    def __init__(self, top_px: int = 0, bottom_px: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._top_px, self._bottom_px = top_px, bottom_px
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self._all = QVBoxLayout(self)
        self._all.setSpacing(0)
        self._all.addLayout(self.rows, 1)
        self._taken_px = 0
        self._keep_margins(self.width())

    def add_tail(self, tail: QLayout) -> None:
        """Add what stays below all rows, at the bottom where there is room to spare."""
        self._all.addLayout(tail)

    def read_in_order(self) -> None:
        """Let a screen reader come to what is in it from the top down, also to what took another's place."""
        wanted = list(_widgets(self._all))
        there = set(wanted)
        if [child for child in self.children() if child in there] != wanted:
            for widget in reversed(wanted):
                widget.lower()  # to the front of the children: nothing here lies over anything else

    def take(self, taken_px: int) -> None:
        """Say how much of the right margin a scroll bar stands in, so that both edges stay where they are."""
        if taken_px != self._taken_px:
            self._taken_px = taken_px
            self._keep_margins(self.width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Where it is scrolled its width says how tall it is; what all it holds could be at its narrowest does not."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self._taken_px and self._all.hasHeightForWidth() else least

    def pad(self, top_px: int, bottom_px: int) -> None:
        """Set the space above the first thing and below the last."""
        if (top_px, bottom_px) != (self._top_px, self._bottom_px):
            self._top_px, self._bottom_px = top_px, bottom_px
            self._keep_margins(self.width())

    @property
    def room_px(self) -> int:
        """How wide the column is between its margins."""
        margins = self._all.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A new width has new margins."""
        super().resizeEvent(event)
        self._keep_margins(event.size().width())

    def _keep_margins(self, width_px: int) -> None:
        side_px = margin_px(width_px + self._taken_px, text_px())
        self._all.setContentsMargins(side_px, self._top_px, max(0, side_px - self._taken_px), self._bottom_px)


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout, and of those within it, in order."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = None if item is None else item.layout()
        widget = None if item is None else item.widget()
        if inner is not None:
            yield from _widgets(inner)
        elif widget is not None:
            yield widget
