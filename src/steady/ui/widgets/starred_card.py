"""A card with a star in its corner. Two controls, side by side: the card opens, the star keeps it near."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.exercise_card import ExerciseCard
from steady.ui.widgets.star import Star

INSET_PX = 6


class StarredCard(QWidget):
    """Shows an exercise; `opened` and `starred` say what was pressed."""

    opened = Signal()
    starred = Signal(bool)

    def __init__(self, card: ExerciseCard, star_names: tuple[str, str], look: Theme, *, starred: bool) -> None:
        super().__init__()
        self.card = card
        card.setParent(self)
        card.clicked.connect(self.opened)
        self.star = Star(look, star_names, on=starred, parent=self)
        self.star.toggled.connect(self.starred)
        self.setTabOrder(card, self.star)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As the card likes to be."""
        return self.card.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As the card can be."""
        return self.card.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As the card needs."""
        return self.card.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The card is all of it; the star stands in the upper corner at the far side."""
        super().resizeEvent(event)
        self.card.setGeometry(self.rect())
        x = INSET_PX if self.isRightToLeft() else self.width() - self.star.width() - INSET_PX
        self.star.move(x, INSET_PX)
        self.star.raise_()
