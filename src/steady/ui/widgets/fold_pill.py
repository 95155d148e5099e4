"""A button that unfolds something and folds it away again. A screen reader hears which."""

from PySide6.QtWidgets import QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.pill import Pill, PillKind


class FoldPill(Pill):
    """`toggled` says what is wanted: unfolded or not. `ui/heard.py` has the words a screen reader uses for it."""

    def __init__(self, text: str, look: Theme, kind: PillKind = PillKind.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, look, kind, parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._tell)

    def _tell(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent  # noqa: PLC0415 - after the first frame

        if QAccessible.isActive():
            changed = QAccessible.State()
            changed.expanded = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))
