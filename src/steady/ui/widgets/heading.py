"""A heading: words that name a page or a part of it, which a screen reader knows as one and can go through."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from steady.ui.theme import HEADING, Size, Theme
from steady.ui.widgets.label import keep_plain


class Heading(QLabel):
    """A label that is heard as a heading. Its first letter is whole also where it reaches back, as a J does."""

    heard_as = "Heading"
    """The role that `ui/heard.py` gives it."""

    def __init__(self, text: str, look: Theme, *, size: Size = HEADING, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_plain(self, look, size=size)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show these words, and be heard as them."""
        super().setText(text)
        self.setAccessibleName(text)
        self._keep_first_letter_whole()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another size reaches back another way."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._keep_first_letter_whole()

    def _keep_first_letter_whole(self) -> None:
        """Begin as far in as the first letter reaches back: a label is cut at its edge."""
        text = self.text()
        back_px = max(0, -QFontMetrics(self.font()).leftBearing(text[0])) if text else 0
        self.setIndent(back_px)
