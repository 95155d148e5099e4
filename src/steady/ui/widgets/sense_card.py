"""A card for one thing to notice: a press notes it."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.texts import say
from steady.texts.ground import Ground
from steady.ui import theme
from steady.ui.theme import BODY, BODY_PX, Theme
from steady.ui.widgets.column import text_px
from steady.ui.widgets.label import escaped
from steady.ui.widgets.panel import paint_focus, paint_panel
from steady.ui.widgets.pressable import Pressable
from steady.ui.widgets.word_line import WordLine

SIDE_PX = 21
LEAST_HEIGHT_PX = 64
CHECK_PX = 13.0
CHECK_GAP_PX = 11


class SenseCard(Pressable):
    """One of the things of a step: open, next (it shows the hint), or noticed (it shows a check, and words if any).

    Typing on it writes on it; Enter, or going elsewhere, ends that.
    """

    written = Signal(str, bool)
    """The words that were written on it, none where they were taken out again; and whether the keyboard is still here,
    as it is after Enter, rather than elsewhere already."""

    def __init__(self, look: Theme, at: int, count: int, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._at, self._count = at, count
        self._hint = hint
        self.noticed = False
        self._shown = ""
        self._line: WordLine | None = None
        self.setFont(theme.font(BODY))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_open(is_next=False)

    @property
    def shown(self) -> str:
        """The words on it."""
        return self._shown

    def show_open(self, *, is_next: bool) -> None:
        """Show it as open; the next one carries the hint."""
        self._show(noticed=False, words=self._hint if is_next else "")
        self.setAccessibleName(say(Ground.CARD_OPEN, at=self._at, count=self._count))
        self.setAccessibleDescription(self._hint)

    def show_noticed(self, words: str) -> None:
        """Show it with a check; without words it says that something was noticed."""
        self._show(noticed=True, words=words or say(Ground.NOTICED))
        name = Ground.CARD_WORDS if words else Ground.CARD_NOTICED
        self.setAccessibleName(say(name, at=self._at, count=self._count, words=words))
        self.setAccessibleDescription("")

    @property
    def is_writing(self) -> bool:
        """Whether words are being written on it."""
        return self._line is not None

    def write(self, first: str, before: str = "") -> None:
        """Begin to write on it, with this first character after the words that are there."""
        if self._line is None:
            self._line = WordLine(self._look, say(Ground.WRITING, at=self._at, count=self._count), self)
            self._line.setText(before)
            self._line.done.connect(self._end_writing)
            self._place_line()
            self._line.show()
        self._line.setFocus()
        self._line.insert(first)

    def _end_writing(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            stays = line.hasFocus()  # hidden, it would pass the keyboard on
            line.hide()
            line.deleteLater()
            self.written.emit(line.text().strip(), stays)

    def _place_line(self) -> None:
        if self._line is not None:
            self._line.setGeometry(self.rect().adjusted(SIDE_PX - 6, 8, -SIDE_PX + 6, -8))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The line that is being written stays inside."""
        super().resizeEvent(event)
        self._place_line()

    def _show(self, *, noticed: bool, words: str) -> None:
        self.noticed, self._shown = noticed, words
        self.setText(escaped(words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Room for the words and for the hint, so that a card keeps its height as it changes."""
        room = QRect(0, 0, max(1, width - 2 * SIDE_PX - self._check_width()), 10_000)
        metrics = QFontMetrics(self.font())
        heights = (metrics.boundingRect(room, _WRAP, words).height() for words in {self._shown, self._hint})
        return max(LEAST_HEIGHT_PX, max(heights) + 2 * round(SIDE_PX * 0.8))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As in the drawing."""
        return QSize(383, self.heightForWidth(383))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough for any window."""
        return QSize(120, LEAST_HEIGHT_PX)

    def _check_width(self) -> int:
        return round(CHECK_PX * text_px() / BODY_PX) + CHECK_GAP_PX

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the panel, the check, the words and the ring of focus."""
        look = self._look
        warm = self.isDown() or self.underMouse()
        with QPainter(self) as painter:
            border = "accent" if self.noticed else "edge" if self._shown or warm else "line"
            paint_panel(painter, self.rect(), look, border, dashed=not self.noticed)
            room = self.rect().adjusted(SIDE_PX, 0, -SIDE_PX, 0)
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            if self.noticed:
                size = CHECK_PX * text_px() / BODY_PX
                self._paint_check(painter, room.right() - size if rtl else float(room.left()), size)
                shift = self._check_width()
                room.adjust(0 if rtl else shift, 0, -shift if rtl else 0, 0)
            painter.setPen(look.color("ink" if self.noticed else "soft_ink"))
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, _WRAP | int(Qt.AlignmentFlag.AlignVCenter) | int(side), self._shown)
            if self.hasFocus():
                paint_focus(painter, self.rect(), look)

    def _paint_check(self, painter: QPainter, x: float, size: float) -> None:
        pen = QPen(self._look.color("accent"), size / 6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        y = self.height() / 2
        painter.drawPolyline(
            [
                QPointF(x, y + size * 0.05),
                QPointF(x + size * 0.36, y + size * 0.4),
                QPointF(x + size, y - size * 0.42),
            ]
        )


_WRAP = int(Qt.TextFlag.TextWordWrap)
