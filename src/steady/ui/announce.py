"""Tells a screen reader a sentence that no control says by itself."""

from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

_EVENT = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
"""None where PySide6 does not offer it; then pages and controls still carry their names, and nothing more is said."""


def announce(widget: QWidget, sentence: str) -> None:
    """Tell the sentence politely, after whatever is being read. Costs next to nothing where nobody listens."""
    if not sentence or _EVENT is None or not QAccessible.isActive():
        return
    event = _EVENT(widget, sentence)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
