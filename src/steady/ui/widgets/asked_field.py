"""A question and its field, as one: a click anywhere on it puts the cursor in the field."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.field import Field
from steady.ui.widgets.label import escaped


class AskedField(QWidget):
    """Whoever derives from it says where the two stand, and draws what shows that the keyboard is there."""

    def __init__(self, look: Theme, question: QLabel, hint: str, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.field = field
        field.setPlaceholderText(hint)
        field.setAccessibleName(question.text())
        field.setAccessibleDescription(hint)
        field.installEventFilter(self)
        question.setText(escaped(question.text()))  # which a label reads as a mnemonic once it has a buddy
        question.setBuddy(field)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def words(self) -> str:
        """The words in it."""
        return self.field.toPlainText()

    def empty(self) -> None:
        """Take the words out, in a way that the field's own undo can bring back."""
        cursor = self.field.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.removeSelectedText()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """What is drawn around the field follows the keyboard."""
        if watched is self.field and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click beside the field is meant for it."""
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
