"""A card of people to reach: each with a name, a number to select or have read out, and how and when it works."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steady.core.support import Resource
from steady.texts import say
from steady.texts.announce import spoken
from steady.texts.support import SupportText, how_to_reach
from steady.ui.theme import BODY, SMALL, STRONG, Size, Theme
from steady.ui.widgets.label import label
from steady.ui.widgets.panel import Panel, paint_focus
from steady.ui.widgets.whole_words import keep_words_whole

NUMBER = Size(1.4)
LARGE_NUMBER = Size(1.95, bold=True)
SIDE_PX = 20
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.OtherFocusReason)


class NumberCard(Panel):
    """A heading, and resources below it. `large` is for the one number that comes first."""

    def __init__(
        self,
        look: Theme,
        heading: str,
        resources: Sequence[Resource],
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "support" if large else "line", parent)
        self.numbers: list[QLabel] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(SIDE_PX, 15, SIDE_PX, 17)
        self._rows.setSpacing(2)
        self._add(heading, BODY, "support")
        before = ""
        for resource in resources:
            self._rows.addSpacing(2 if large else 8)
            if resource.name != before and not large:
                self._add(resource.name, STRONG)
            before = resource.name
            self._add_number(resource, LARGE_NUMBER if large else NUMBER)
            how = how_to_reach(resource)
            self._add(f"{resource.name} · {how}" if large else how, SMALL, "soft_ink")
            if not resource.verified:
                self._add(say(SupportText.UNVERIFIED), SMALL, "support")

    def add_line(self, text: str) -> None:
        """Add a sentence below the numbers."""
        self._rows.addSpacing(6)
        self._add(text, BODY)

    def finish(self) -> None:
        """Keep everything at the top, however tall the card beside this one is."""
        self._rows.addStretch(1)

    def _add(self, text: str, size: Size, color: str = "ink") -> QLabel:
        made = keep_words_whole(label(text, self._look, size=size, color=color), size)
        self._rows.addWidget(made)
        return made

    def _add_number(self, resource: Resource, size: Size) -> None:
        made = self._add(resource.number, size)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setCursor(Qt.CursorShape.IBeamCursor)
        made.setAccessibleName(spoken((resource.name, resource.number)))
        made.setAccessibleDescription(how_to_reach(resource))
        made.installEventFilter(self)
        self.numbers.append(made)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tab selects the number whole, ready to be copied; the ring follows the keyboard."""
        if isinstance(watched, QLabel) and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            if event.type() is QEvent.Type.FocusOut:
                watched.setSelection(0, 0)
            elif isinstance(event, QFocusEvent) and event.reason() in _BY_TAB:
                watched.setSelection(0, len(watched.text()))
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the panel, and a ring around the number that has the keyboard."""
        super().paintEvent(event)
        focused = next((number for number in self.numbers if number.hasFocus()), None)
        if focused is not None:
            width = min(focused.width(), QFontMetrics(focused.font()).horizontalAdvance(focused.text()))
            ring = focused.geometry()
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                ring.setLeft(ring.right() - width)
            else:
                ring.setWidth(width)
            with QPainter(self) as painter:
                paint_focus(painter, ring.adjusted(-8, -3, 8, 3), self._look)
