"""A sentence with a control beside it, on the same line where there is room, else on the next."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QLayoutItem, QWidget, QWidgetItem

GAP_PX = 4


class _Beside(QLayout):
    def __init__(self, words: QLabel, button: QAbstractButton, parent: QWidget) -> None:
        super().__init__(parent)
        self._label, self._button = words, button
        self.addChildWidget(words)
        self.addChildWidget(button)
        self._items: list[QLayoutItem] = [QWidgetItem(words), QWidgetItem(button)]
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802 - Qt asks past the end and wants None
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802 - as itemAt
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        button = self._button.sizeHint()
        return QSize(self._words_px() + GAP_PX + button.width(), button.height())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        return self._button.sizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        button = self._button.sizeHint()
        if self._fits(width):
            return max(button.height(), self._label.heightForWidth(self._words_px()))
        return self._label.heightForWidth(width) + button.height()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        button = self._button.sizeHint()
        if self._fits(rect.width()):
            words = QRect(rect.x(), rect.y(), self._words_px(), rect.height())
            place = QRect(words.right() + 1 + GAP_PX, rect.y() + (rect.height() - button.height()) // 2, *button.toTuple())
        else:
            height = self._label.heightForWidth(rect.width())
            words = QRect(rect.x(), rect.y(), rect.width(), height)
            place = QRect(rect.x(), rect.y() + height, *button.toTuple())
        parent = self.parentWidget()
        if parent is not None:
            direction = parent.layoutDirection()
            words, place = (QStyle_visual(direction, rect, one) for one in (words, place))
        self._label.setGeometry(words)
        self._button.setGeometry(place)

    def _words_px(self) -> int:
        return QFontMetrics(self._label.font()).horizontalAdvance(self._label.text()) + 4

    def _fits(self, width: int) -> bool:
        return self._words_px() + GAP_PX + self._button.sizeHint().width() <= width
