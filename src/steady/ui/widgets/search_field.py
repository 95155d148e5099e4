"""One line to search by, with round ends as the buttons have."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, TARGET_PX, Theme
from steady.ui.widgets.composing import Composing
from steady.ui.widgets.field_colors import wear_field_colors

SIDE_PX = 20
CURSOR_PX = 8
"""What the field keeps free around its words."""
MOST_CHARACTERS = 80


class _Line(Composing, QLineEdit):
    """The field itself. Esc and the arrows up and down are not for it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave Up and Down and Esc to the page. Enter is used up here: it would go on to the page that it opens."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()


class SearchField(QWidget):
    """`changed` comes with each character, `entered` with Enter. The examples are left out where they would be cut."""

    changed = Signal(str)
    entered = Signal()
    went_down = Signal()
    """The arrow down: to what was found."""

    def __init__(self, look: Theme, name: str, examples: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name, self._examples = name, examples
        self.line = _Line(self)
        self.line.setFrame(False)
        self.line.setFont(theme.font(BODY))
        self.line.setMaxLength(MOST_CHARACTERS)
        self.line.setPlaceholderText(name)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(examples)
        wear_field_colors(self.line, look)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        self.line.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE_PX, 4, SIDE_PX, 4)
        row.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.setMinimumHeight(max(TARGET_PX, self.line.fontMetrics().height() + 20))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow is fine."""
        return QSize(120, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the examples where all of them can be read, and smaller letters where the question could not be."""
        super().resizeEvent(event)
        font, room_px = theme.font(BODY), event.size().width() - 2 * SIDE_PX - CURSOR_PX
        whole = f"{self._name} {self._examples}"
        fits = QFontMetrics(font).horizontalAdvance(whole) <= room_px
        self.line.setPlaceholderText(whole if fits else self._name)
        asked_px = QFontMetrics(font).horizontalAdvance(self._name)
        if asked_px > room_px:
            font.setPixelSize(max(1, font.pixelSize() * room_px // asked_px))
        self.line.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrow down leads to what was found; all else is the page's."""
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The frame follows the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame."""
        focused = self.line.hasFocus()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.color("accent" if focused else "edge"), 2.0 if focused else 1.2))
            painter.setBrush(self._look.color("panel"))
            box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            radius = min(box.height() / 2, 24.0)
            painter.drawRoundedRect(box, radius, radius)
