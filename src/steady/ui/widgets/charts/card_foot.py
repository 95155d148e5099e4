"""What stands below a drawing: the words of the mark that is read, and the buttons; side by side if they fit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.charts.measures import em, line_px, wrapped_px
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.label import keep_plain
from steady.ui.widgets.pill import Pill

READING_EM = 24
"""The least room beside the buttons for what is read."""
LONGEST = 3
"""So many of the longest sentences are measured; the others are shorter."""


class ReadingLine(QLabel):
    """The words of one mark. Room is kept for the longest, so that nothing moves as a pointer goes over a chart."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        keep_plain(self, look, size=SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._sentences: Sequence[str] = ()

    def keep_room_for(self, sentences: Sequence[str]) -> None:
        """Keep room for these; none at all where there is nothing to read."""
        self._sentences = sorted(sentences, key=len)[-LONGEST:]
        self._make_room()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It can be as narrow as it has to."""
        return QSize(1, line_px())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower needs more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make_room()

    def _make_room(self) -> None:
        tall = max((wrapped_px(one, self.width()) for one in self._sentences), default=0)
        self.setFixedHeight(max(tall, line_px()) if self._sentences else 0)


class CardFoot(QWidget):
    """The reading line, or none where there is no drawing, and the buttons."""

    def __init__(self, reading: ReadingLine | None) -> None:
        super().__init__()
        self._reading = reading
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._pills: list[Pill] = []
        self._buttons = SnugFlow(centered=False, gap_px=4)
        if reading is not None:
            self._row.addWidget(reading, 1)
        self._row.addLayout(self._buttons)

    def add(self, pill: Pill) -> None:
        """Add a button."""
        self._buttons.addWidget(pill)
        self._pills.append(pill)

    def arrange(self) -> None:
        """Stand side by side, or below each other; only the width and the buttons decide."""
        pills_px = sum(pill.sizeHint().width() + 4 for pill in self._pills if not pill.isHidden())
        beside = self._reading is not None and self.width() - pills_px >= em(READING_EM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._row.direction():
            self._row.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A new width may have room, or none."""
        super().resizeEvent(event)
        self.arrange()
