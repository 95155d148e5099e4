"""A labelled switch: words at the near side, a switch at the far one. The whole row is the target."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, BODY_PX, SMALL, TARGET_PX, Theme
from steady.ui.widgets.column import text_px
from steady.ui.widgets.label import escaped
from steady.ui.widgets.pressable import Pressable
from steady.ui.widgets.wrapped import Wrapped

ABOVE_PX = 9
RING_PX = 5.0
"""The ring of focus stands this far around the switch."""
BETWEEN_PX, BELOW_PX = 18, 10
LEAST_EMS = 9
"""Words have at least this much room beside the switch, in sizes of the text."""
SWITCH_PX = (46.0, 26.0)


class SwitchRow(Pressable):
    """A checkbox to a screen reader. Space, Enter or a click turns it; `toggled` says so."""

    def __init__(self, words: str, more: str, look: Theme, *, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words, self._more = words, more
        self.setText(escaped(words))
        self.setAccessibleName(words)
        self.setAccessibleDescription(more)
        self.setCheckable(True)
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _switch_size(self) -> tuple[float, float]:
        scale = text_px() / BODY_PX
        return SWITCH_PX[0] * scale, SWITCH_PX[1] * scale

    def _stacks(self, width: int) -> bool:
        """Whether the switch stands below the words: beside it they would have no room."""
        return self._room(width) < LEAST_EMS * text_px()

    def _room(self, width: int) -> float:
        return width - RING_PX - BETWEEN_PX - self._switch_size()[0]

    def _wrapped(self, width: int) -> tuple[Wrapped, Wrapped | None]:
        room = width if self._stacks(width) else self._room(width)
        more = Wrapped(self._more, theme.font(SMALL), room) if self._more else None
        return Wrapped(self._words, theme.font(BODY), room), more

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for a line of words beside the switch."""
        width = 26 * text_px()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow is fine: words go to the next line."""
        return QSize(5 * text_px(), TARGET_PX)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of its words at that width."""
        words, more = self._wrapped(width)
        tall = words.height_px + (more.height_px if more else 0.0)
        if self._stacks(width):
            tall += BELOW_PX + self._switch_size()[1] + RING_PX
        return max(TARGET_PX, round(tall) + 2 * ABOVE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words, the switch and the ring of focus."""
        look, (width, height) = self._look, self._switch_size()
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            words, more = self._wrapped(self.width())
            stacks = self._stacks(self.width())
            tall = words.height_px + (more.height_px if more else 0.0)
            top = float(ABOVE_PX) if stacks else (self.height() - tall) / 2
            left = RING_PX + width + BETWEEN_PX if rtl and not stacks else 0.0
            words.draw(painter, left, top, look.color("ink"))
            if more is not None:
                more.draw(painter, left, top + words.height_px, look.color("soft_ink"))
            at = RING_PX if rtl is not stacks else self.width() - RING_PX - width
            y = top + tall + BELOW_PX if stacks else (self.height() - height) / 2
            self._paint_switch(painter, QRectF(at, y, width, height), rtl=rtl)

    def _paint_switch(self, painter: QPainter, box: QRectF, *, rtl: bool) -> None:
        """Draw the switch: on is filled with the knob at the far side, off is hollow with the knob at the near one."""
        look, on = self._look, self.isChecked()
        warm = self.underMouse() or self.isDown()
        painter.setPen(QPen(look.color("accent" if on or warm else "edge"), 1.6))
        painter.setBrush(look.color("accent") if on else look.color("panel"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        radius = box.height() / 2 - (4.5 if on else 6.0)
        far = on is not rtl
        x = box.right() - box.height() / 2 if far else box.left() + box.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("on_accent" if on else "edge"))
        painter.drawEllipse(QPointF(x, box.center().y()), radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(look.color("ink"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = box.adjusted(1 - RING_PX, 1 - RING_PX, RING_PX - 1, RING_PX - 1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
