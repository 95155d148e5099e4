"""Keeps what a person looks at where it is, while cards come and go above it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QWidget

from steady.ui.pages.scrolled import ScrolledPage

Spot = tuple[str, int]
"""The id of a card, and how far its top is below the top of what can be seen, in pixels."""


def spot_in_sight(page: ScrolledPage, cards: Mapping[str, QWidget]) -> Spot | None:
    """Return what is looked at: the card with the keyboard, else the first in sight; None at the top of the page."""
    scrolled_px, height_px = page.scroll.verticalScrollBar().value(), page.scroll.viewport().height()
    tops = {one: card.mapTo(page.column, QPoint(0, 0)).y() - scrolled_px for one, card in cards.items()}
    seen = [one for one, card in cards.items() if -card.height() < tops[one] < height_px]
    if not scrolled_px or not seen:
        return None  # at the top the top is what stays
    focused = next((one for one in seen if _has_focus(cards[one])), seen[0])
    return focused, tops[focused]


def stay(page: ScrolledPage, cards: Mapping[str, QWidget], spot: Spot | None) -> None:
    """Scroll so that a card is where it was. It is laid out at once: nothing may jump and come back."""
    card = cards.get(spot[0]) if spot is not None else None
    if spot is None or card is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    page.scroll.verticalScrollBar().setValue(card.mapTo(page.column, QPoint(0, 0)).y() - spot[1])


def _has_focus(card: QWidget) -> bool:
    focus = card.window().focusWidget()
    return focus is not None and (focus is card or card.isAncestorOf(focus))
