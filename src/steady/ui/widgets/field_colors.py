"""The colours of what one writes in, whichever kind of field it is."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from steady.ui.theme import Theme

_ROLES = (
    (QPalette.ColorRole.Base, "panel"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "soft_ink"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
)


def wear_field_colors(field: QWidget, look: Theme) -> None:
    """Give a field the look's colours: for words, for its hint, and for what is selected."""
    palette = field.palette()
    for role, color in _ROLES:
        palette.setColor(role, look.color(color))
    field.setPalette(palette)
