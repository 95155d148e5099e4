"""A label whose words come in softly: nothing in Steady appears all at once.

Whoever draws frames calls `step` with each, so that words and shape come in one paint: a timer of its own would wake
the machine sixty times a second more for as long as words come in. Without frames it steps by itself.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from steady.ui import theme
from steady.ui.numbers import ALIGN_CENTER, WORD_WRAP
from steady.ui.theme import BODY, Size, Theme
from steady.ui.widgets.label import keep_plain

FADE_MS = 500
STEP_MS = 40
"""How much of the fade one step is: a frame of the guide."""
ROOM_LINES = 2
"""Room is kept for at most so many lines; longer words take more while they stand."""


class SoftLabel(QLabel):
    """Plain text, centred, that fades to its new words. Still (no fade) where motion is reduced."""

    def __init__(self, look: Theme, *, size: Size = BODY, color: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        keep_plain(self, look, size=size, color=color, centered=True)
        self.still = False
        self.words = ""
        """What it says. Asking Qt for its text in every frame costs more."""
        self._room: Sequence[str] = ()
        self._needed_px = 0
        self._strength = 1.0
        self._faded_ms = FADE_MS
        self._alone = QTimer(self, singleShot=True)
        self._alone.timeout.connect(lambda: self._come_in(next_ms=STEP_MS))

    def set_words(self, words: str) -> bool:
        """Show these words; the same words again change nothing. Returns whether they come in from here on."""
        if words == self.words:
            return False
        first, self.words = not self.words, words
        self.setText(words)
        if self.still or first or not self._is_seen():
            self._faded_ms = FADE_MS
            self._alone.stop()
            self._set_strength(1.0)
        else:
            self._faded_ms = 0
            self._alone.start(2 * STEP_MS)
            self._set_strength(0.0)
        return self.is_coming_in

    @property
    def is_coming_in(self) -> bool:
        """Whether its words are not there in full yet."""
        return self._faded_ms < FADE_MS

    def step(self) -> bool:
        """Go on with the fade, if there is one: a frame is drawn anyway. Returns whether there is more of it."""
        if self.is_coming_in:
            self._come_in(next_ms=2 * STEP_MS)
        return self.is_coming_in

    def _come_in(self, next_ms: int) -> None:
        """Go one step on, quickly at first; by itself in `next_ms` where no frame comes before that."""
        self._faded_ms = min(FADE_MS, self._faded_ms + STEP_MS)
        self._set_strength(1.0 - (1.0 - self._faded_ms / FADE_MS) ** 3)
        if self.is_coming_in:
            self._alone.start(next_ms)
        else:
            self._alone.stop()

    def keep_room_for(self, sentences: Sequence[str]) -> None:
        """Keep room for these, so that what stands below does not move when the words change."""
        self._room = sentences

    def fit(self, width_px: int) -> int:
        """Choose the size of the letters for that width; return the height that it then needs.

        Letters become smaller, down to the body's, where a line that room is kept for would not fit.
        """
        font = theme.font(self._size)
        least_px = theme.font(BODY).pixelSize()
        widest_px = max(map(QFontMetrics(font).horizontalAdvance, self._room), default=0)
        if self._size.share > BODY.share and widest_px > width_px:
            font.setPixelSize(max(least_px, int(font.pixelSize() * width_px / widest_px)))
        if font != self.font():
            self.setFont(font)
        metrics = QFontMetrics(font)
        lines = 1
        if any(metrics.horizontalAdvance(sentence) > width_px for sentence in self._room):
            lines = ROOM_LINES
        box = QRect(0, 0, max(1, width_px), 10_000)
        needed = metrics.boundingRect(box, WORD_WRAP, self.text()).height()
        self._needed_px = needed
        return max(needed, lines * metrics.lineSpacing(), metrics.height())

    def _is_seen(self) -> bool:
        """Whether anyone can see it: in a window that is covered or minimised no words need to come in."""
        handle = self.window().windowHandle()
        return self.isVisible() and not self.window().isMinimized() and handle is not None and handle.isExposed()

    def _set_strength(self, strength: float) -> None:
        if strength != self._strength:
            self._strength = strength
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words at their present strength."""
        if not self.text():
            return
        flags = ALIGN_CENTER | WORD_WRAP
        with QPainter(self) as painter:
            painter.setOpacity(self._strength)
            box = self.rect()
            if self._needed_px:  # room that is kept stays below the words
                box.setHeight(self._needed_px)
            painter.drawText(box, flags, self.text())


class ComingIn:
    """Those labels of a page whose words are coming in, so that a frame without any has nothing to do for them."""

    def __init__(self) -> None:
        self._labels: list[SoftLabel] = []

    def show(self, label: SoftLabel, words: str) -> None:
        """Show words in one of them."""
        if label.set_words(words) and label not in self._labels:
            self._labels.append(label)

    def step(self) -> None:
        """A frame is drawn: go on with those that are not there in full."""
        if self._labels:
            self._labels = [label for label in self._labels if label.step()]
