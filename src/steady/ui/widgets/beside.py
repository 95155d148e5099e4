"""A sentence with a control beside it, on the same line where there is room, else on the next."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QStyle, QWidget, QWidgetItem

from steady.ui.widgets.item_layout import ItemLayout

GAP_PX = 8


class Beside(QWidget):
    """A label and a button that belong together."""

    def __init__(self, words: QLabel, button: QAbstractButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.button = button
        _BesideLayout(words, button, self)


class _BesideLayout(ItemLayout):
    def __init__(self, words: QLabel, button: QAbstractButton, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._button = words, button
        for widget in (words, button):
            self.addChildWidget(widget)
            self._items.append(QWidgetItem(widget))

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        button = self._button.sizeHint()
        return QSize(self._words_px() + GAP_PX + button.width(), button.height())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        return self._button.sizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._places(QRect(0, 0, width, 0))[2]

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        words, button, _height = self._places(rect)
        direction = self._button.layoutDirection()
        self._words.setGeometry(QStyle.visualRect(direction, rect, words))
        self._button.setGeometry(QStyle.visualRect(direction, rect, button))

    def _places(self, rect: QRect) -> tuple[QRect, QRect, int]:
        """Return where the sentence and the button are, as read from the left, and the height of both."""
        size, words_px = self._button.sizeHint(), self._words_px()
        if words_px + GAP_PX + size.width() <= rect.width():
            height = max(size.height(), self._words.heightForWidth(words_px))
            words = QRect(rect.x(), rect.y(), words_px, height)
            corner = QPoint(rect.x() + words_px + GAP_PX, rect.y() + (height - size.height()) // 2)
            return words, QRect(corner, size), height
        below = self._words.heightForWidth(rect.width())
        words = QRect(rect.x(), rect.y(), rect.width(), below)
        return words, QRect(QPoint(rect.x(), rect.y() + below), size), below + size.height()

    def _words_px(self) -> int:
        return QFontMetrics(self._words.font()).horizontalAdvance(self._words.text()) + 4
