"""Esc while an input method puts words together: it ends that first, and leaves with the next press.

Most input methods keep such an Esc to themselves. Some hand it on, and then the window would be gone in mid-word.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from steady.ui.numbers import KEY_ESCAPE

if TYPE_CHECKING:
    Field = QWidget
else:
    Field = object  # PySide6 takes one class of Qt's as a base; this one stands before it


class Composing(Field):
    """To derive from, before a field of Qt's that takes words."""

    _composed = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Keep in mind what is being put together."""
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take back what is being put together, where Esc says so."""
        if not (self._composed and _is_esc(event)):
            return super().event(event)
        QGuiApplication.inputMethod().reset()
        QApplication.sendEvent(self, QInputMethodEvent())
        event.accept()
        return True


def _is_esc(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == KEY_ESCAPE
