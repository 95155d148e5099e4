"""A row of controls with some at its far end; where they don't fit on one line they wrap, and none is cut.

Where they wrap, the far ones stay together: they begin a line of their own, if that takes no more lines.
"""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from steady.ui.theme import GAP_PX
from steady.ui.widgets.flow import SnugFlow


def height_of_lines(sizes: Iterable[QSize], width_px: int) -> int:
    """Return the height of controls of these sizes, wrapped into lines of that width."""
    x, above, line = 0, 0, 0
    for size in sizes:
        if x and x + size.width() > width_px:
            above += line + GAP_PX
            x, line = 0, 0
        x += size.width() + GAP_PX
        line = max(line, size.height())
    return above + line


class Ends(SnugFlow):
    """Lines of controls from the near side. On one line, the far ones stand at the far side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, centered=False)
        self._far: set[QWidget] = set()

    def add_to_end(self, widget: QWidget, *, far: bool) -> None:
        """Add a widget after the others, at the far side where `far`: from there on all are far."""
        self.addWidget(widget)
        if far:
            self._far.add(widget)

    def clear(self) -> None:
        """Let go of all widgets, to be added elsewhere."""
        while self.count():
            self.takeAt(0)
        self._far.clear()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every item in its place, and push the far ones to their side where there is room."""
        super().setGeometry(rect)
        spare_px = rect.width() - self.sizeHint().width()
        if spare_px <= 0:
            return
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            spare_px = -spare_px
        for widget in self._far:
            widget.move(widget.x() + spare_px, widget.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return the lines; the far ones have lines of their own where that makes no more of them."""
        mixed = super()._lines(width)
        if len(mixed) == 1:
            return mixed
        shown = [item for line in mixed for item in line]
        far = sum(not one.isHidden() or one.sizePolicy().retainSizeWhenHidden() for one in self._far)
        near = len(shown) - far  # they come first
        apart = [*self._wrapped(shown[:near], width), *self._wrapped(shown[near:], width)]
        return apart if len(apart) <= len(mixed) else mixed
