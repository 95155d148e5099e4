"""A quiet place for more than fits: no frame, a slim bar in our colours, and it follows the keyboard."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from steady.ui.theme import Theme
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.column import Column

BAR_PX = 14
HANDLE_PX = 6
AROUND_PX = 56
"""How much is kept in sight above and below what has the keyboard: its label, and a bit of what follows."""
PAGE_SHARE = 0.85


class Bar(QScrollBar):
    """A slim handle without a groove."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self.setSingleStep(40)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough to grip, with a slim handle drawn in it."""
        return QSize(BAR_PX, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the handle, where there is something to scroll to."""
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        slim = QRectF(handle).adjusted((handle.width() - HANDLE_PX) / 2, 2, -(handle.width() - HANDLE_PX) / 2, -2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("edge"))
            painter.drawRoundedRect(slim, HANDLE_PX / 2, HANDLE_PX / 2)


class Scroll(QScrollArea):
    """Holds one column. It is no stop of the keyboard itself: Page Up and Page Down turn it from anywhere.

    The bar has its place at all times. A bar that comes and goes changes the width, the width the size of the text, and
    the size of the text whether there is a bar: Qt follows that round within one call until its stack is at an end.
    """

    more_changed = Signal(bool)
    """Whether there is more below what can be seen."""

    def __init__(self, look: Theme, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self._more = False
        self.setVerticalScrollBar(Bar(look))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        column.take(BAR_PX)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(column)
        self.viewport().setAutoFillBackground(False)
        column.setAutoFillBackground(False)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._look_below)
        bar.valueChanged.connect(self._look_below)
        for key, pages in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda pages=pages: self.turn(pages))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right are the page's: there is nothing to scroll sideways."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @property
    def has_more(self) -> bool:
        """Whether there is more below what can be seen."""
        return self._more

    def turn(self, pages: float) -> bool:
        """Turn by so many pages, down where positive. Return whether anything moved."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + round(pages * PAGE_SHARE * self.viewport().height()))
        return bar.value() != before

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def keep_in_sight(self, widget: QWidget) -> None:
        """Show a widget, or where the cursor is in one that is written in."""
        spot = widget.cursorRect() if isinstance(widget, QPlainTextEdit) else widget.rect()
        place = QRect(widget.mapTo(self._column, QPoint(0, 0)) + spot.topLeft(), spot.size())
        around_px = min(AROUND_PX, max(0, (self.viewport().height() - place.height()) // 2))
        reach_px = place.height() // 2 + around_px
        self.ensureVisible(place.center().x(), place.center().y(), 0, reach_px)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._column.isAncestorOf(new):
            self.keep_in_sight(self._whole(new))

    def _whole(self, widget: QWidget) -> QWidget:
        """Return a control, with the sentence that it belongs to where there is room for both."""
        beside = widget.parentWidget()
        return beside if isinstance(beside, Beside) and beside.height() <= self.viewport().height() else widget

    def _look_below(self) -> None:
        bar = self.verticalScrollBar()
        more = bar.value() < bar.maximum()
        if more != self._more:
            self._more = more
            self.more_changed.emit(more)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What has the keyboard stays in sight when the window becomes smaller."""
        super().resizeEvent(event)
        focus = QApplication.focusWidget()
        if focus is not None and self._column.isAncestorOf(focus):
            self.keep_in_sight(self._whole(focus))
