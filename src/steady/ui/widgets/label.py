"""The one way to make a label: text is text, never markup, and `&` is an ampersand."""

from PySide6.QtWidgets import QLabel, QWidget

from steady.ui import theme
from steady.ui.numbers import ALIGN_CENTER, PLAIN_TEXT
from steady.ui.theme import BODY, Size, Theme


def label(
    text: str,
    look: Theme,
    *,
    size: Size = BODY,
    color: str = "ink",
    centered: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a label that wraps, shows `text` to the letter and says the same to a screen reader."""
    made = QLabel(parent)
    keep_plain(made, look, size=size, color=color, centered=centered)
    made.setText(text)
    return made


def keep_plain(made: QLabel, look: Theme, *, size: Size = BODY, color: str = "ink", centered: bool = False) -> None:
    """Let a label wrap and show every text to the letter, in the look of ours; for those that do more than that."""
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setWordWrap(True)
    made.setFont(theme.font(size))
    tint(made, look, color)
    if centered:
        made.setProperty("alignment", ALIGN_CENTER)


def tint(made: QLabel, look: Theme, color: str) -> None:
    """Give a label one of the theme's colours."""
    palette = made.palette()
    palette.setColor(made.foregroundRole(), look.color(color))
    made.setPalette(palette)


def escaped(text: str) -> str:
    """Return `text` for a control that reads `&` as a mnemonic."""
    return text.replace("&", "&&")
