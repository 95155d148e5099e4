"""What has no room in a small window, to scroll to. Only then is this imported."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.scroll import PAGE_SHARE, Bar


class Tray(QScrollArea):
    """Scrolls up and down only. It is no stop of the keyboard itself: Page Up and Page Down turn it from anywhere."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBar(Bar(look))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        for key, pages in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda pages=pages: self._turn(pages))

    def setWidget(self, widget: QWidget) -> None:  # noqa: N802 - Qt's name
        """Hold that widget, on the window's own ground."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    def _turn(self, pages: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * PAGE_SHARE * self.viewport().height()))
