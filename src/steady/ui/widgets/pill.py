"""Buttons with round ends, drawn by us: one look, 44 px targets, a ring where the keyboard is."""

import enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, STRONG, TARGET_PX, Theme
from steady.ui.widgets.label import escaped


class PillKind(enum.Enum):
    """What a button is for: the one main thing, another thing, reaching someone (WARM without a frame), or a quiet word."""

    MAIN = "main"
    PLAIN = "plain"
    SUPPORT = "support"
    WARM = "warm"
    QUIET = "quiet"


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_SIDE_PX = 21
_ABOVE_PX = 10
_WRAPPED = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


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
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # A click leaves the keyboard where it was: Space goes on to pause, as it did before the click.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_words(text, name)

    @property
    def words(self) -> str:
        """The words on it."""
        return self._words

    def set_words(self, text: str, name: str | None = None) -> None:
        """Change the words, and what a screen reader says where that is to differ."""
        self._words = text
        self.setText(escaped(text))
        self.setAccessibleName(name or text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the words on one line."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self._words) + self._around_width(metrics)
        return QSize(max(TARGET_PX, width), max(TARGET_PX, metrics.height() + 2 * _ABOVE_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the longest word: in a narrow window the words stand in several lines, and are never cut."""
        metrics = QFontMetrics(self.font())
        longest = max(map(metrics.horizontalAdvance, self._words.split()), default=0)
        width = min(self.sizeHint().width(), longest + self._around_width(metrics))
        return QSize(max(TARGET_PX, width), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the words, in as many lines as they need at that width."""
        if width >= self.sizeHint().width():
            return self.sizeHint().height()
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, max(1, width - self._around_width(metrics)), 10_000)
        words = metrics.boundingRect(room, _WRAPPED, self._words)
        return max(self.sizeHint().height(), words.height() + 2 * _ABOVE_PX)

    def _around_width(self, metrics: QFontMetrics) -> int:
        side = 10 if self._kind in (PillKind.QUIET, PillKind.WARM) else _SIDE_PX
        if self._kind is PillKind.MAIN:
            side += 14
        return 2 * side + self._hint_width(metrics)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses too; arrows are left to the page."""
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _hint_width(self, metrics: QFontMetrics) -> int:
        return metrics.horizontalAdvance(self._hint) + 26 if self._hint else 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw fill, border, words, key hint and the ring of focus."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            body = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
            radius = min(body.height() / 2, 24.0)
            fill, border, ink = self._colors()
            painter.setBrush(fill)
            painter.setPen(QPen(border, 1.2) if border.alpha() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(body, radius, radius)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._look.color("ink"), 2.0))
                ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(ring, radius + 1.5, radius + 1.5)
            self._paint_words(painter, body, ink)

    def _paint_words(self, painter: QPainter, body: QRectF, ink: QColor) -> None:
        metrics = QFontMetrics(self.font())
        hint_width = self._hint_width(metrics)
        painter.setPen(ink)
        room, flags = body.adjusted(0, 0, -hint_width, 0), int(Qt.AlignmentFlag.AlignCenter)
        if self.width() < self.sizeHint().width():
            side = (self._around_width(metrics) - hint_width) / 2
            room, flags = QRectF(side, 0, self.width() - hint_width - 2 * side, self.height()), _WRAPPED
        painter.drawText(room, flags, self._words)
        if hint_width:
            height = metrics.height() + 4
            frame = QRectF(body.right() - hint_width + 6, body.center().y() - height / 2, hint_width - 10, height)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("line"), 1.0))
            painter.drawRoundedRect(frame, 6, 6)
            painter.setPen(ink)
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._hint)

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
