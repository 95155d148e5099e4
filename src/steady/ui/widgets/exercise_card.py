"""One exercise as a card: title, one line of what it is, how long and what to heed. One control for every hand."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steady.ui import theme
from steady.ui.theme import SMALL, Size, Theme
from steady.ui.widgets.column import text_px
from steady.ui.widgets.label import escaped
from steady.ui.widgets.panel import paint_focus, paint_panel
from steady.ui.widgets.pressable import Pressable
from steady.ui.widgets.wrapped import Wrapped

LEAST_EMS = 17
"""A card is at least this wide beside another, in sizes of the text."""
INSIDE_PX = 21
CARD_TITLE = Size(1.0, bold=True)


class ExerciseCard(Pressable):
    """A card that is pressed with Enter, Space or a click. `name` is what a screen reader says."""

    def __init__(
        self,
        title: str,
        summary: str,
        below: str,
        look: Theme,
        *,
        name: str,
        corner_px: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`corner_px`: room that the title leaves free at its far side."""
        super().__init__(parent)
        self._look = look
        self._corner_px = corner_px
        lines = (
            (title, theme.font(CARD_TITLE), "ink", 0.0),
            (summary, theme.font(SMALL), "soft_ink", 3.0),
            (below, theme.font(SMALL), "accent", 10.0),
        )
        self._lines = tuple(line for line in lines if line[0])
        self._heights_px: dict[int, int] = {}  # layouts ask again and again, and setting lines takes its time
        self.setText(escaped(title))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as a card likes to be, and as tall as it is then."""
        width = LEAST_EMS * text_px()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow is fine: words go to the next line."""
        return QSize(6 * text_px(), theme.TARGET_PX)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all its lines at that width."""
        if width not in self._heights_px:
            room = width - 2 * INSIDE_PX
            heights = (gap + self._wrapped(at, room).height_px for at, (_, _, _, gap) in enumerate(self._lines))
            self._heights_px[width] = round(sum(heights)) + 2 * 18
        return self._heights_px[width]

    def _wrapped(self, at: int, room: int) -> Wrapped:
        text, font, _color, _gap = self._lines[at]
        return Wrapped(text, font, room - (self._corner_px if at == 0 else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground, border, lines and the ring of focus."""
        warm = self.isDown() or self.underMouse()
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), self._look, "accent" if warm else "line")
            y = 18.0
            for at, (_text, _font, color, gap) in enumerate(self._lines):
                words = self._wrapped(at, self.width() - 2 * INSIDE_PX)
                words.draw(painter, INSIDE_PX, y + gap, self._look.color(color))
                y += gap + words.height_px
            if self.hasFocus():
                paint_focus(painter, self.rect(), self._look)
