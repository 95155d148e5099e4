"""Where everything on the guide stands: words above, the shape in the middle, the quiet line and the buttons below.

The shape keeps its place while words come and go. In a window with little room what is below scrolls, the foremost
buttons first; the words and the shape stay.
"""

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from steady.core.events import Stage
from steady.ui.theme import TARGET_PX, Theme
from steady.ui.widgets.breath_form import BreathForm
from steady.ui.widgets.flow import Flow
from steady.ui.widgets.notice import Notice
from steady.ui.widgets.soft_label import SoftLabel

if TYPE_CHECKING:
    from steady.ui.widgets.glide import Glide

MARGIN_PX = 24
BETWEEN_PX = 6
ABOVE_BUTTONS_PX, BELOW_BUTTONS_PX = 14, 22
AIR_PX = 12
"""Air above the shape, where there is plenty of room."""
PLENTY_PX = 300
LEAST_FORM_PX, MOST_FORM_PX = 80, 640
"""With that little room above the panel the shape still stands there in full; with less, the panel stands over it.
On the largest screens the shape stays one that is taken in at a glance, with its words beside it."""
LEAST_BELOW_PX = 96
PANEL_AT_MOST_PX = 720
HALF_SETTLED = 0.5
"""Until a pause has come so far, there are frames enough for the shape to glide to another place."""


class GuidePlaces(QWidget):
    """Lays out what the guide is given. `arrange` again whenever words or buttons have changed.

    The shape glides to where a panel leaves room for it, with each `step`, where frames are drawn and it may move.
    """

    reordered = Signal()
    """Tab comes to the buttons in another order now."""

    def __init__(
        self,
        look: Theme,
        lines: Sequence[SoftLabel],
        form: BreathForm,
        status: SoftLabel,
        notice: Notice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = lines
        self._form = form
        self._panel: QWidget | None = None
        self._unfolds: QWidget | None = None
        self._tray: QScrollArea | None = None
        self._glide: Glide | None = None
        self._form_box = QRect()
        for child in (form, *lines):  # on its way to another place the shape may pass behind the words
            child.setParent(self)
        self._below = QWidget(self)
        self._line = QWidget(self._below)
        stays = self._line.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self._line.setSizePolicy(stays)
        self._quiet = QVBoxLayout(self._line)
        self._quiet.setContentsMargins(0, 0, 0, 0)
        self._quiet.setSpacing(0)
        for child in (status, notice):
            child.setMinimumHeight(TARGET_PX)
            self._quiet.addWidget(child)
        self._row = Flow()
        self._column = QVBoxLayout(self._below)
        self._column.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, BELOW_BUTTONS_PX)
        self._column.setSpacing(0)
        self._column.addWidget(self._line)
        self._column.addSpacing(ABOVE_BUTTONS_PX)
        self._column.addLayout(self._row)
        self._buttons: Sequence[QWidget] = ()
        self._foremost: Sequence[QWidget] = ()

    @property
    def is_crowded(self) -> bool:
        """Whether what is below scrolls."""
        return self._tray is not None

    @property
    def last_stop(self) -> QWidget | None:
        """The button that stands last."""
        order = self._foremost if self.is_crowded else self._buttons
        return order[-1] if order else None

    def set_buttons(self, buttons: Sequence[QWidget], foremost: Sequence[QWidget]) -> None:
        """Take the buttons in their order; `foremost` come first where not all can be in sight."""
        self._buttons = buttons
        self._foremost = [*foremost, *(button for button in buttons if button not in foremost)]
        self._put_in_order()

    def set_form(self, form: BreathForm) -> None:
        """Put another shape in the place of the one there is."""
        old, self._form = self._form, form
        form.setParent(self)
        form.stackUnder(self._lines[0])
        form.setGeometry(old.geometry())
        form.show()
        old.hide()
        old.deleteLater()

    def set_panel(self, panel: QWidget | None, stops: Sequence[QWidget] = ()) -> None:
        """Show a panel above the buttons, or none. Where there is no room above them, it scrolls with them.

        `stops`: the button that unfolds it, and what Tab comes to in it. Where the keyboard was in a panel that goes,
        it is on that button then.
        """
        if self._panel is not None:
            focus = QApplication.focusWidget()
            if focus is not None and self._unfolds is not None and self._panel.isAncestorOf(focus):
                self._unfolds.setFocus()
            self._column.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = panel
        if panel is not None:
            self._unfolds = stops[0]
            panel.setParent(self)
            panel.show()
        self.set_stops(stops)

    def set_stops(self, stops: Sequence[QWidget]) -> None:
        """Let Tab come to the button that unfolds the panel, and to what is in it now."""
        if self._may_glide():
            from steady.ui.widgets.glide import Glide  # noqa: PLC0415 - the first breath has no panel

            self._glide = Glide(self._form.geometry())
        self.arrange()
        if self._panel is not None:
            from steady.ui.widgets.tab_order import chain  # noqa: PLC0415 - the first breath has no panel

            chain(stops)
        self.reordered.emit()

    def arrange(self) -> None:
        """Put everything in its place."""
        width, inner = self.width(), max(1, self.width() - 2 * MARGIN_PX)
        talls = [line.fit(inner) for line in self._lines]
        top = sum(talls) + BETWEEN_PX * len(talls)
        room = self.height() - top
        buttons_px = self._row.heightForWidth(inner) + BELOW_BUTTONS_PX
        below_px = self._quiet_px(inner) + ABOVE_BUTTONS_PX + buttons_px
        panel_box = self._panel_box(top, self.height() - buttons_px)
        self._crowd(below_px + LEAST_FORM_PX > room or (self._panel is not None and panel_box is None))
        # Behind a panel it could be neither read nor pressed, and Tab would come to what nobody sees.
        self._line.setVisible(self._panel is None or self.is_crowded)
        if self._tray is not None:
            below_px = min(self._below_px(width), max(room - LEAST_FORM_PX, LEAST_BELOW_PX))
        form_px = max(0, room - below_px)
        if panel_box is not None and self._tray is None and panel_box.top() - BETWEEN_PX - top >= LEAST_FORM_PX:
            form_px = panel_box.top() - BETWEEN_PX - top
        spare_px = max(0, form_px - MOST_FORM_PX) // 2
        self._stand_lines(talls, spare_px)
        air_px = AIR_PX if form_px > PLENTY_PX else 0
        self._form_box = QRect(0, spare_px + top + air_px, width, form_px - 2 * spare_px - air_px)
        self._place_form()
        (self._tray or self._below).setGeometry(0, self.height() - below_px, width, below_px)
        if self._panel is not None and panel_box is not None and self._tray is None:
            self._panel.setGeometry(panel_box)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A new size has other places, at once."""
        super().resizeEvent(event)
        self._glide = None
        self.arrange()

    def step(self, now_s: float) -> None:
        """A frame is drawn: go on with the shape's way to its place, if it is on one."""
        if self._glide is not None:
            self._glide.go_on(now_s)
            if self._glide.is_over:
                self._glide = None
            self._place_form()

    # -- inside -------------------------------------------------------------------------------------------------

    def _may_glide(self) -> bool:
        """Whether the shape may move, and frames are drawn that take it along."""
        moment = self._form.moment
        if moment is None or not self._form.moves:
            return False
        return moment.stage is Stage.BREATHING or moment.settled < HALF_SETTLED

    def _place_form(self) -> None:
        self._form.setGeometry(self._form_box if self._glide is None else self._glide.at(self._form_box))

    def _stand_lines(self, talls: Sequence[int], top_px: int) -> None:
        for line, tall in zip(self._lines, talls, strict=True):
            line.setGeometry(MARGIN_PX, top_px, max(1, self.width() - 2 * MARGIN_PX), tall)
            top_px += tall + BETWEEN_PX

    def _quiet_px(self, width_px: int) -> int:
        return max(TARGET_PX, self._quiet.heightForWidth(width_px) if self._quiet.hasHeightForWidth() else 0)

    def _below_px(self, width_px: int) -> int:
        self._column.invalidate()
        return self._column.totalHeightForWidth(width_px)

    def _panel_box(self, top_px: int, bottom_px: int) -> QRect | None:
        """Return where the panel stands over the shape, or None where it would cover the words too."""
        layout = self._panel.layout() if self._panel is not None else None
        if layout is None:
            return None
        width = min(self.width() - MARGIN_PX, layout.totalSizeHint().width(), PANEL_AT_MOST_PX)
        height = layout.totalHeightForWidth(width)
        bottom_px -= BETWEEN_PX + 4
        if bottom_px - height < top_px:
            return None
        return QRect((self.width() - width) // 2, bottom_px - height, width, height)

    def _crowd(self, crowded: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters take it
        focus = QApplication.focusWidget()
        if crowded != self.is_crowded:
            if crowded:
                self._wrap()
            else:
                self._unwrap()
            self._put_in_order()
        if self._panel is not None and crowded is (self._column.indexOf(self._panel) < 0):
            if crowded:
                self._column.addWidget(self._panel)
            else:
                self._column.removeWidget(self._panel)
                self._panel.setParent(self)
            self._panel.show()
            self._panel.raise_()
            if self._tray is not None:
                self._tray.verticalScrollBar().setValue(0)
        if focus is not None and focus is not QApplication.focusWidget() and self.isAncestorOf(focus):
            focus.setFocus()

    def _wrap(self) -> None:
        from steady.ui.widgets.tray import Tray  # noqa: PLC0415 - most windows never need it

        self._column.setDirection(QBoxLayout.Direction.BottomToTop)
        self._tray = Tray(self._look, self)
        self._tray.setWidget(self._below)
        self._tray.show()

    def _unwrap(self) -> None:
        tray, self._tray = self._tray, None
        if tray is not None:
            tray.takeWidget()
            tray.hide()
            tray.deleteLater()
        self._column.setDirection(QBoxLayout.Direction.TopToBottom)
        self._below.setParent(self)
        self._below.show()

    def _put_in_order(self) -> None:
        while self._row.count():
            self._row.takeAt(0)
        order = self._foremost if self.is_crowded else self._buttons
        for button in order:
            self._row.addWidget(button)
        self._order_tabs(order)

    def _order_tabs(self, stops: Sequence[QWidget]) -> None:
        for before, after in itertools.pairwise(stops):
            self.setTabOrder(before, after)
        self.reordered.emit()
