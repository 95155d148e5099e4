"""A label whose words come in softly: nothing in Steady appears all at once."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from steady.ui import theme
from steady.ui.theme import BODY, Size, Theme

FADE_MS = 500


class SoftLabel(QLabel):
    """Plain text, centred, that fades to its new words. Still (no fade) where motion is reduced."""

    def __init__(self, look: Theme, *, size: Size = BODY, color: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._color = look, color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(theme.font(size))
        self.still = False
        self._strength = 1.0
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._set_strength)

    def set_words(self, words: str) -> None:
        """Show these words; the same words again change nothing."""
        if words == self.text():
            return
        first = not self.text()
        self.setText(words)
        self._fade.stop()
        if self.still or first or not self.isVisible():
            self._set_strength(1.0)
        else:
            self._set_strength(0.0)
            self._fade.start()

    def _set_strength(self, strength: float) -> None:
        strength = round(strength, 1)
        if strength != self._strength:
            self._strength = strength
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words at their present strength."""
        if not self.text():
            return
        flags = int(self.alignment()) | int(Qt.TextFlag.TextWordWrap)
        with QPainter(self) as painter:
            painter.setOpacity(self._strength)
            painter.setPen(self._look.color(self._color))
            painter.drawText(self.rect(), flags, self.text())
