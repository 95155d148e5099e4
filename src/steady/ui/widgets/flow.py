"""A row of controls that wraps into as many lines as it needs, so that nothing is cut in a narrow window."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from steady.ui.theme import GAP_PX
from steady.ui.widgets.item_layout import LinedLayout

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class Flow(LinedLayout):
    """Lays its items out like words: left to right (or the other way), then the next line.

    It takes room that nothing beside it stretches for; `SnugFlow` never does.
    """

    def __init__(self, parent: QWidget | None = None, *, centered: bool = True, gap_px: int = GAP_PX) -> None:
        super().__init__(parent)
        self._centered = centered
        self._gap_px = gap_px

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap_px * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """One item a line, with its own words in several lines where they can be."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                widget: QWidget | None = item.widget()
                wraps = widget is not None and widget.hasHeightForWidth()
                size = size.expandedTo(widget.minimumSizeHint() if widget and wraps else item.minimumSize())
        return size

    @staticmethod
    def _size(item: QLayoutItem, width: int) -> QSize:
        """Return the size of an item that has at most `width` to stand in."""
        size = item.sizeHint()
        if size.width() > width and item.hasHeightForWidth():
            return QSize(width, item.heightForWidth(width))
        return size

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        return self._wrapped([item for item in self._items if not item.isEmpty()], width)

    def _wrapped(self, items: Iterable[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        x = 0
        for item in items:
            needed = self._size(item, width).width()
            if not lines or x + needed > width:
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += needed + self._gap_px
        return lines

    def _lay(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        rtl = (w := self.parentWidget()) is not None and w.isRightToLeft()
        for line in self._lines(rect.width()):
            sizes = [self._size(item, rect.width()) for item in line]
            total = sum(size.width() for size in sizes) + self._gap_px * (len(line) - 1)
            height = max(size.height() for size in sizes)
            spare = max(0, rect.width() - total)
            near = spare if rtl else 0
            x = rect.x() + (spare // 2 if self._centered else near)
            for item, size in zip(reversed(line) if rtl else line, reversed(sizes) if rtl else sizes, strict=True):
                if move:
                    self._put(item, QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap_px
            y += height + self._gap_px
        return max(0, y - rect.y() - self._gap_px)

    @staticmethod
    def _put(item: QLayoutItem, place: QRect) -> None:
        widget: QWidget | None = item.widget()
        if widget is not None and place.height() > item.sizeHint().height():
            # The item would hold the widget to its one line.
            widget.setGeometry(place)
        else:
            item.setGeometry(place)


class SnugFlow(Flow):
    """A flow that takes no more than it needs, for pages that come after the first frame (see `numbers`)."""

    def expandingDirections(self) -> "Qt.Orientation":  # noqa: N802 - Qt's name
        """It grows nowhere."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see `numbers`

        return Qt.Orientation(0)
