"""One line to write a few words in, without a frame, on a card or in a sentence. Enter, or going elsewhere, is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, Theme
from steady.ui.widgets.composing import Composing
from steady.ui.widgets.field_colors import wear_field_colors

MOST_CHARACTERS = 120


class WordLine(Composing, QLineEdit):
    """A field for plain words. Esc is the window's; an emptied field can be left by Backspace as well."""

    done = Signal()
    """Enter was pressed, or the keyboard went elsewhere. Said once."""

    def __init__(self, look: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font(BODY))
        self.setFrame(False)
        self.setMaxLength(MOST_CHARACTERS)
        self.setAccessibleName(name)
        wear_field_colors(self, look)
        self._is_done = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter is done; so is Backspace where there is nothing to take back. Esc is left to the window."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_Backspace and not self.text()):
            self._finish()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Going elsewhere is done; a menu of the system's is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._finish()

    def _finish(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.done.emit()
