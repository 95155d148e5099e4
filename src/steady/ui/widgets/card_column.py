"""Cards below each other that come and go: those that stay are kept as they are, only new ones are made."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Fact = TypeVar("Fact")
Card = TypeVar("Card", bound=QWidget)
GAP_PX = 12


class CardColumn(QVBoxLayout, Generic[Fact, Card]):
    """A card for each fact; `make` makes one. A fact that is another than before, by its key, has a new card."""

    def __init__(self, make: Callable[[Fact], Card]) -> None:
        super().__init__()
        self.setSpacing(GAP_PX)
        self._make = make
        self._facts: dict[str, Fact] = {}
        self.cards: dict[str, Card] = {}
        """The cards that are shown, by their keys, from the top down."""

    def show_all(self, facts: Mapping[str, Fact]) -> None:
        """Show these, in this order, and no others.

        They are laid out once all of them are here, not anew as each is shown.
        """
        beside = self.parentWidget()
        around = None if beside is None else beside.layout()
        if around is not None:
            around.setEnabled(False)
        self._exchange(facts)
        if around is not None:
            around.setEnabled(True)

    def _exchange(self, facts: Mapping[str, Fact]) -> None:
        kept = {key: card for key, card in self.cards.items() if key in facts and self._facts[key] == facts[key]}
        for key, card in self.cards.items():
            if key not in kept:
                self.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = {key: kept.get(key) or self._make(fact) for key, fact in facts.items()}
        self._facts = dict(facts)
        for place, (key, card) in enumerate(self.cards.items()):
            item = self.itemAt(place)
            if item is None or item.widget() is not card:
                self.insertWidget(place, card)
            if key not in kept:
                card.show()  # now, so that it can have the keyboard
