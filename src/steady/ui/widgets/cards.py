"""Cards side by side where two fit, below each other where they don't. Cards in one row are equally tall."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from steady.ui.widgets.item_layout import LinedLayout

GAP_PX = 14


class Cards(LinedLayout):
    """One or two columns, from the width alone. `least_px` is the least width of a card beside another."""

    def __init__(self, least_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_px = least_px

    def columns(self, width_px: int) -> int:
        """Return how many cards stand side by side at that width."""
        return 2 if width_px >= 2 * self._least_px + GAP_PX and len(self._items) > 1 else 1

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """As wide as there is room, no taller than it needs."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two columns."""
        width = 2 * self._least_px + GAP_PX
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """One column, as narrow as its widest card can be."""
        return QSize(max((item.minimumSize().width() for item in self._items), default=0), 0)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        columns = self.columns(rect.width())
        width = (rect.width() - GAP_PX * (columns - 1)) // columns
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        y = rect.y()
        for start in range(0, len(self._items), columns):
            row = self._items[start : start + columns]
            height = max(_height(item, width) for item in row)
            if move:
                for place, item in enumerate(row):
                    column = columns - 1 - place if rtl else place
                    item.setGeometry(QRect(rect.x() + column * (width + GAP_PX), y, width, height))
            y += height + GAP_PX
        return max(0, y - rect.y() - GAP_PX)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
