"""A column of a comfortable width in the middle of whatever there is: wide margins when there is room, narrow ones when not."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, BODY_PX

WIDEST_PX = 780
"""The column at its widest, for text of the usual size; larger text gets a wider one."""
LEAST_MARGIN_PX = 24
FULL_MARGIN_PX = 90
NARROW_PX, FULL_PX = 480, WIDEST_PX + 2 * FULL_MARGIN_PX


def text_px() -> int:
    """Return the size of body text as it is now, in pixels."""
    return theme.font(BODY).pixelSize()


def margin_px(width_px: int, body_px: int) -> int:
    """Return the margin at each side in a window of `width_px`, with body text of `body_px`.

    Large text makes a window narrow: all but the least margin is reckoned in sizes of the text.
    """
    scale = body_px / BODY_PX
    usual_px = width_px / scale
    if usual_px >= FULL_PX:
        return round((usual_px - WIDEST_PX) / 2 * scale)
    share = max(0.0, (usual_px - NARROW_PX) / (FULL_PX - NARROW_PX))
    return round(LEAST_MARGIN_PX + (FULL_MARGIN_PX - LEAST_MARGIN_PX) * share)


class Column(QWidget):
    """Things below each other, as wide as is good to read. `taken_px` at the right belongs to a scroll bar."""

    def __init__(self, top_px: int = 0, bottom_px: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._top_px, self._bottom_px = top_px, bottom_px
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(0)
        self._taken_px = 0
        self._keep_margins(self.width())

    def take(self, taken_px: int) -> None:
        """Say how much of the right margin something else stands in, so that both edges stay where they are."""
        if taken_px != self._taken_px:
            self._taken_px = taken_px
            self._keep_margins(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A new width has new margins."""
        super().resizeEvent(event)
        self._keep_margins(event.size().width())

    def _keep_margins(self, width_px: int) -> None:
        side_px = margin_px(width_px + self._taken_px, text_px())
        self.rows.setContentsMargins(side_px, self._top_px, max(0, side_px - self._taken_px), self._bottom_px)
