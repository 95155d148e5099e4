"""A button as wide as the column: one answer a line, easy to hit with a hand that shakes."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.pill import Pill, PillKind


class WidePill(Pill):
    """Takes all the width there is; its words stand in the middle."""

    def __init__(self, text: str, look: Theme, kind: PillKind = PillKind.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, look, kind, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(self.sizeHint().height() + 8)
