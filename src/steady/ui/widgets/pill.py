"""Buttons with round ends, drawn by us: one look, 44 px targets, a ring where the keyboard is."""

import enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from steady.ui import theme
from steady.ui.numbers import (
    ALIGN_CENTER,
    KEY_DOWN,
    KEY_ENTER,
    KEY_LEFT,
    KEY_RETURN,
    KEY_RIGHT,
    KEY_UP,
    TAB_FOCUS,
    WORD_WRAP,
)
from steady.ui.theme import BODY, STRONG, TARGET_PX, Theme, brush_of, pen_of
from steady.ui.widgets.label import escaped


class PillKind(enum.Enum):
    """What a button is for: the main thing, another one, reaching someone (WARM without a frame), a quiet word."""

    MAIN = "main"
    PLAIN = "plain"
    SUPPORT = "support"
    WARM = "warm"
    QUIET = "quiet"


_ARROWS = (KEY_LEFT, KEY_RIGHT, KEY_UP, KEY_DOWN)
_SIDE_PX = 21
_ABOVE_PX = 10
_WRAPPED = ALIGN_CENTER | WORD_WRAP


class Pill(QAbstractButton):
    """A button. `hint` is a key's name, drawn in a small frame after the words."""

    def __init__(
        self,
        text: str,
        look: Theme,
        kind: PillKind = PillKind.PLAIN,
        *,
        name: str | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._hint = hint
        self._words = text
        self.setFont(theme.font(STRONG if kind is PillKind.MAIN else BODY))
        self._metrics = QFontMetrics(self.font())
        self._make_room_for_hint()
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # A click leaves the keyboard where it was: Space goes on to pause, as it did before the click.
        self.setProperty("focusPolicy", TAB_FOCUS)
        self.set_words(text, name)
        self._dress()

    @property
    def words(self) -> str:
        """The words on it."""
        return self._words

    def set_words(self, text: str, name: str | None = None) -> None:
        """Change the words, and what a screen reader says where that is to differ."""
        self._words = text
        self.setText(escaped(text))
        self.setAccessibleName(name or text)
        advance, height = self._metrics.horizontalAdvance, self._metrics.height() + 2 * _ABOVE_PX
        wide, longest = advance(text), max(map(advance, text.split()), default=0)
        self._size = QSize(max(TARGET_PX, wide + self._around_px), max(TARGET_PX, height))
        self._least = QSize(max(TARGET_PX, min(wide, longest) + self._around_px), self._size.height())
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Change the key's name, or show none."""
        self._hint = hint
        self._make_room_for_hint()
        self.set_words(self._words, self.accessibleName())

    def _make_room_for_hint(self) -> None:
        self._hint_px = self._metrics.horizontalAdvance(self._hint) + 26 if self._hint else 0
        self._around_px = 2 * _side_px(self._kind) + self._hint_px

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the words on one line."""
        return self._size

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the longest word: in a narrow window the words stand in several lines, and are never cut."""
        return self._least

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the words, in as many lines as they need at that width."""
        if width >= self._size.width():
            return self._size.height()
        room = QRect(0, 0, max(1, width - self._around_px), 10_000)
        words = self._metrics.boundingRect(room, _WRAPPED, self._words)
        return max(self._size.height(), words.height() + 2 * _ABOVE_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses too; arrows are left to the page."""
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in (KEY_RETURN, KEY_ENTER):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that a press would land here."""
        super().enterEvent(event)
        self._dress()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Show that it would no more."""
        super().leaveEvent(event)
        self._dress()

    def checkStateSet(self) -> None:  # noqa: N802 - Qt's name
        """Show whether it is chosen."""
        super().checkStateSet()
        self._dress()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Show whether it is chosen, after a press."""
        super().nextCheckState()
        self._dress()

    def _dress(self) -> None:
        """Give the words their colour: a painter starts with the palette's (`setPen` would touch `Qt`)."""
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._colors()[2])
        self.setPalette(palette)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw fill, border, words, key hint and the ring of focus."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            body = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
            radius = min(body.height() / 2, 24.0)
            fill, border, _ink = self._colors()
            shape = QPainterPath()
            shape.addRoundedRect(body, radius, radius)
            if fill.alpha():
                painter.fillPath(shape, brush_of(fill))
            if border.alpha():
                painter.strokePath(shape, pen_of(border, 1.2))
            if self.hasFocus():
                ring = QPainterPath()
                ring.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius + 1.5, radius + 1.5)
                painter.strokePath(ring, pen_of(self._look.color("ink"), 2.0))
            self._paint_words(painter, body)

    def _paint_words(self, painter: QPainter, body: QRectF) -> None:
        hint_width = self._hint_px
        room, flags = body.adjusted(0, 0, -hint_width, 0), ALIGN_CENTER
        if self.width() < self._size.width():
            side = (self._around_px - hint_width) / 2
            room, flags = QRectF(side, 0, self.width() - hint_width - 2 * side, self.height()), _WRAPPED
        painter.drawText(room, flags, self._words)
        if hint_width:
            height = self._metrics.height() + 4
            frame = QRectF(body.right() - hint_width + 6, body.center().y() - height / 2, hint_width - 10, height)
            outline = QPainterPath()
            outline.addRoundedRect(frame, 6, 6)
            painter.strokePath(outline, pen_of(self._look.color("line"), 1.0))
            painter.drawText(frame, ALIGN_CENTER, self._hint)

    def _colors(self) -> tuple[QColor, QColor, QColor]:
        look, clear = self._look, QColor(0, 0, 0, 0)
        warm = self.isDown() or self.underMouse() or self.isChecked()
        if self._kind is PillKind.MAIN:
            fill = look.color("accent")
            return (fill.lighter(106) if warm else fill), clear, look.color("on_accent")
        if self._kind is PillKind.SUPPORT:
            return (look.color("panel") if warm else clear), look.color("support"), look.color("support")
        if self._kind is PillKind.WARM:
            return (look.color("panel") if warm else clear), clear, look.color("support")
        if self._kind is PillKind.QUIET:
            border = look.color("accent") if self.isChecked() else clear
            return (look.color("panel") if warm else clear), border, look.color("ink" if warm else "soft_ink")
        border = look.color("accent" if self.isChecked() else "line")
        return (look.color("panel") if warm else clear), border, look.color("ink")


def _side_px(kind: PillKind) -> int:
    if kind in (PillKind.QUIET, PillKind.WARM):
        return 10
    return _SIDE_PX + 14 if kind is PillKind.MAIN else _SIDE_PX
