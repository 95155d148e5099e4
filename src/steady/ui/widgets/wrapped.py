"""Words laid out in a width, for controls that draw themselves: never cut; a word is broken only where it must be."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QTextLayout, QTextOption

LINE_SHARE = 1.12
"""The distance of two lines, as a share of the font's own."""


class Wrapped:
    """One text in one font, in as many lines as `width_px` asks for."""

    def __init__(self, text: str, font: QFont, width_px: float, *, centered: bool = False) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(QGuiApplication.layoutDirection())
        near = Qt.AlignmentFlag.AlignHCenter if centered else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(near)
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        pitch = QFontMetrics(font).height() * LINE_SHARE
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width_px))
            line.setPosition(QPointF(0.0, y + (pitch - line.height()) / 2))
            y += pitch
        self._layout.endLayout()
        self.height_px = y

    def draw(self, painter: QPainter, left: float, top: float, color: QColor) -> None:
        """Draw it with its upper left corner there."""
        painter.setPen(color)
        self._layout.draw(painter, QPointF(left, top))
