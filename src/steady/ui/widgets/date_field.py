"""A date to set: written in figures, or turned with the arrow keys part by part."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QHBoxLayout, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, TARGET_PX, Theme

FORMAT = "yyyy-MM-dd"
FRAME_PX = 6
CORNER_PX = 12


class DateField(QWidget):
    """A framed date. The whole frame is its target."""

    changed = Signal()

    def __init__(self, day: date, look: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.edit = _Edit(day, name, self)
        self.edit.dateChanged.connect(self.changed)
        self.edit.focused.connect(self.update)
        row = QHBoxLayout(self)
        row.setContentsMargins(FRAME_PX + 8, FRAME_PX, FRAME_PX + 8, FRAME_PX)
        row.addWidget(self.edit)
        self.setFixedSize(self.edit.width() + 2 * (FRAME_PX + 8), self.edit.height() + 2 * FRAME_PX)

    @property
    def day(self) -> date:
        """The day that is set."""
        found = self.edit.date()
        return date(found.year(), found.month(), found.day())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame; it says whether the keyboard is here."""
        here = self.edit.hasFocus()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.color("ink" if here else "edge"), 2.0 if here else 1.2))
            painter.setBrush(self._look.color("panel"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER_PX, CORNER_PX)


class _Edit(QDateEdit):
    focused = Signal()

    def __init__(self, day: date, name: str, parent: QWidget) -> None:
        super().__init__(QDate(day.year, day.month, day.day), parent)
        self.setDisplayFormat(FORMAT)
        self.setAccessibleName(name)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setFont(theme.font(BODY))
        metrics = QFontMetrics(self.font())
        tall_px = max(TARGET_PX, metrics.height() + 20) - 2 * FRAME_PX
        self.setFixedSize(QSize(metrics.horizontalAdvance("0000-00-00") + 16, tall_px))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.lineEdit().setAutoFillBackground(False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the frame."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the frame."""
        super().focusOutEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The wheel turns the page: a date is not changed by scrolling past it."""
        event.ignore()
