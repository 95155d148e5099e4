"""The heads of a table's columns, in as many lines as their words need: none is cut, however narrow the column."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.wrapped import Wrapped

BESIDE_PX = 4
ABOVE_PX = 5


class Heads(QHeaderView):
    """Paints itself whole, over the columns and whatever lies beside them."""

    def __init__(self, look: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def fit(self) -> None:
        """Be as tall as the words of the columns ask for, at the widths of now."""
        tall = max((self._wrapped(section).height_px for section in range(self.count())), default=0.0)
        self.setFixedHeight(math.ceil(tall) + 2 * ABOVE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words and a thin line below."""
        area = QRectF(self.viewport().rect())
        with QPainter(self.viewport()) as painter:
            painter.fillRect(area, self._look.color("panel"))
            painter.fillRect(QRectF(0, area.bottom() - 1, area.width(), 1), self._look.color("line"))
            for section in range(self.count()):
                words = self._wrapped(section)
                top = (area.height() - words.height_px) / 2
                left = self.sectionViewportPosition(section) + BESIDE_PX
                words.draw(painter, left, top, self._look.color("soft_ink"))

    def _wrapped(self, section: int) -> Wrapped:
        words = str(self.model().headerData(section, self.orientation()))
        return Wrapped(words, self.font(), self.sectionSize(section) - 2 * BESIDE_PX)
