"""A row of controls with some at its far end; where they don't fit on one line they wrap, and none is cut."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from steady.ui.widgets.flow import Flow


class Ends(Flow):
    """Lines of controls from the near side. On one line, those added after `turn_to_far_end` stand at the far side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, centered=False)
        self._far_from = -1

    def turn_to_far_end(self) -> None:
        """What is added from now on belongs to the far end."""
        self._far_from = self.count()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every item in its place, and push the far ones to their side where there is room."""
        super().setGeometry(rect)
        spare_px = rect.width() - self.sizeHint().width()
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            spare_px = -spare_px
        if rect.width() < self.sizeHint().width() or self._far_from < 0:
            return
        for index in range(self._far_from, self.count()):
            item = self.itemAt(index)
            if item is not None:
                item.setGeometry(item.geometry().translated(spare_px, 0))
