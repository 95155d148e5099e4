"""A page with a column that can be longer than the window, and its buttons below, always in sight."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from steady.ui.page import Page
from steady.ui.theme import BODY, HEADING, Size, Theme
from steady.ui.widgets.column import Column
from steady.ui.widgets.ends import Ends, height_of_lines
from steady.ui.widgets.heading import Heading
from steady.ui.widgets.label import label
from steady.ui.widgets.scroll import Scroll
from steady.ui.widgets.tab_order import chain, chain_after
from steady.ui.widgets.whole_words import keep_words_whole

TOP_PX = 10
ABOVE_BUTTONS_PX, BELOW_BUTTONS_PX = 12, 22
SHORT_PX = 560
"""Below this height the buttons give some of the space around them to what is read."""
MOST_SHARE = 0.34
"""Where all buttons would take more of the page than this, only the foremost stay; the others follow what is read."""


One = TypeVar("One", bound=QWidget)


class _Member(NamedTuple):
    widget: QWidget
    stays: bool
    far: bool


class Foot(Column):
    """The buttons. A thin line above them says that there is more to scroll to.

    `tail` is a row at the end of what is read, for the buttons that do not stay where there is little room.
    """

    def __init__(self, look: Theme, tail: Ends, parent: QWidget | None = None) -> None:
        super().__init__(ABOVE_BUTTONS_PX, BELOW_BUTTONS_PX, parent)
        self._look = look
        self._line = False
        self._crowded = False
        self._members: list[_Member] = []
        self._row, self._tail = Ends(), tail
        self.rows.addLayout(self._row)
        self.setMinimumWidth(1)

    def add(self, widget: One, *, stays: bool = False, far: bool = False) -> One:
        """Add a button, or something to see beside the buttons; `far` is the far end of the row. Return it."""
        self._members.append(_Member(widget, stays, far))
        self._row.add_to_end(widget, far=far)
        return widget

    @property
    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [widget for widget, _stays, _far in self._members if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def make_room(self, page_px: int) -> None:
        """Keep all buttons in sight, or only the foremost where a page of that height has no room for all."""
        sizes = [widget.sizeHint() for widget, _stays, _far in self._members if _has_room(widget)]
        crowded = height_of_lines(sizes, self.room_px) > MOST_SHARE * page_px
        if crowded == self._crowded:
            return
        self._crowded = crowded
        focus = QApplication.focusWidget()
        self._row.clear()
        self._tail.clear()
        for widget, stays, far in self._members:
            hidden = widget.isHidden()
            (self._row if stays or not crowded else self._tail).add_to_end(widget, far=far)
            widget.setVisible(not hidden)
        if focus is not None:
            focus.setFocus()

    def show_line(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Show the line or not."""
        self._line = shown
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line."""
        if self._line:
            with QPainter(self) as painter:
                painter.fillRect(QRectF(0, 0, self.width(), 1), self._look.color("line"))


def _has_room(widget: QWidget) -> bool:
    """Whether it takes room in a row, to be seen or not."""
    return not widget.isHidden() or widget.sizePolicy().retainSizeWhenHidden()


class ScrolledPage(Page):
    """Lays out column and foot. Those who derive from it put what is read into `column.rows`."""

    scroll: Scroll  # type: ignore[assignment]  # hides QWidget.scroll, which moves pixels: nobody wants that of a page

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setPalette(look.palette())
        tail = Ends()
        self.column = Column(TOP_PX, TOP_PX)
        self.column.add_tail(tail)
        self.scroll = Scroll(look, self.column)
        self.foot = Foot(look, tail)
        self.scroll.more_changed.connect(self.foot.show_line)
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.scroll, 1)
        both.addWidget(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A short window gives the room of the buttons to what is read."""
        super().resizeEvent(event)
        height_px = event.size().height()
        self.foot.pad(*((4, 8) if height_px < SHORT_PX else (ABOVE_BUTTONS_PX, BELOW_BUTTONS_PX)))
        self.foot.make_room(height_px)

    @property
    def last_stop(self) -> QWidget | None:
        """The last of the buttons below, or of what comes after them."""
        return next(reversed([*self.foot.stops, *self.stops_at_the_end]), None)

    @property
    def stops_at_the_end(self) -> Sequence[QWidget]:
        """What Tab comes to after the buttons, where there is something that can wait for them."""
        return ()

    def order_tabs(self, stops: Sequence[QWidget]) -> None:
        """Let Tab come to these in this order, and to the buttons after them; and a reader to all as it is seen."""
        self.column.read_in_order()
        last = [*self.foot.stops, *self.stops_at_the_end]
        chain(stops)
        if stops:
            chain_after(stops[-1], last)
        else:
            chain(last)
        self.stops_moved.emit()

    def label(self, text: str, size: Size = BODY, color: str = "ink") -> QLabel:
        """Return a label whose words stay whole however narrow the window is."""
        return keep_words_whole(label(text, self.look, size=size, color=color), size)

    def heading(self, text: str, size: Size = HEADING) -> Heading:
        """Return a heading whose words stay whole, for the page or a part of it."""
        return keep_words_whole(Heading(text, self.look, size=size), size)
