"""Keeps words whole: a label's text becomes smaller where its longest word would not fit on a line.

A thought in a large size also stays in proportion to a narrow window, so that it does not fall apart into single words.
"""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

from steady.ui import theme
from steady.ui.theme import Size
from steady.ui.widgets.column import text_px

SMALLEST_SHARE = 0.6
"""No text becomes smaller than this share of the body size."""
LARGE_SHARE = 1 / 13
"""Text larger than the body is at most this share of the width it has."""

Label = TypeVar("Label", bound=QLabel)


class WholeWords(QObject):
    """Watches one label. The size depends on its width alone, so nothing swings back and forth."""

    def __init__(self, watched: QLabel, size: Size) -> None:
        super().__init__(watched)
        self._label = watched
        self._size = size
        watched.setMinimumWidth(1)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The label has a new width."""
        if watched is self._label and event.type() is QEvent.Type.Resize:
            self.fit()
        return False

    def fit(self) -> None:
        """Choose the largest font, up to its own size, in which every word fits."""
        made, font = self._label, theme.font(self._size)
        room_px = made.width()
        font.setPixelSize(max(min(font.pixelSize(), text_px()), min(font.pixelSize(), int(room_px * LARGE_SHARE))))
        widest_px = max((QFontMetrics(font).horizontalAdvance(word) for word in made.text().split()), default=0) + 2
        if widest_px > room_px:
            font.setPixelSize(max(round(text_px() * SMALLEST_SHARE), int(font.pixelSize() * room_px / widest_px)))
        if font != made.font():
            made.setFont(font)


def keep_words_whole(made: Label, size: Size) -> Label:
    """Keep the words of this label whole from now on; `size` is the size it has where there is room."""
    WholeWords(made, size)
    return made
