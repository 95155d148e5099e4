"""Cards that stay are the same cards; what comes, goes or changes leaves the others alone."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget

from steady.ui.widgets.card_column import CardColumn


@pytest.fixture
def column(qtbot):
    made: list[str] = []

    def make(fact: str) -> QPushButton:
        made.append(fact)
        return QPushButton(fact)

    ground = QWidget()
    qtbot.addWidget(ground)
    column = CardColumn[str, QPushButton](make)
    ground.setLayout(column)
    with qtbot.waitExposed(ground):
        ground.show()
    column.made, column.ground = made, ground
    return column


class Laid(QObject):
    """Counts how often a card is put somewhere else."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self.times = 0
        card.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() is QEvent.Type.Move
        return False


def words(column) -> list[str]:
    return [column.itemAt(place).widget().text() for place in range(column.count())]


def test_they_stand_in_their_order_however_they_come(column):
    column.show_all({"b": "b", "d": "d"})
    column.show_all({"a": "a", "b": "b", "c": "c", "d": "d"})
    assert words(column) == ["a", "b", "c", "d"] == list(column.cards)


def test_only_new_ones_are_made(column):
    column.show_all({"a": "a", "b": "b"})
    before = dict(column.cards)
    column.show_all({"a": "a", "b": "b", "c": "c"})
    assert column.made == ["a", "b", "c"]
    assert {key: column.cards[key] for key in before} == before


def test_one_that_says_something_else_is_made_anew(column):
    column.show_all({"a": "a", "b": "b"})
    kept = column.cards["a"]
    column.show_all({"a": "a", "b": "changed"})
    assert words(column) == ["a", "changed"]
    assert column.cards["a"] is kept


def test_those_that_go_are_gone_at_once_and_the_others_are_in_sight(column):
    column.show_all({"a": "a", "b": "b", "c": "c"})
    gone = column.cards["b"]
    column.show_all({"a": "a", "c": "c"})
    assert words(column) == ["a", "c"]
    assert gone.isHidden()
    assert all(card.isVisible() for card in column.cards.values())


def test_whoever_has_the_keyboard_keeps_it_while_others_come(column, qtbot):
    column.show_all({"a": "a", "b": "b"})
    column.cards["b"].setFocus()
    column.show_all({"0": "0", "a": "a", "b": "b", "c": "c"})
    assert column.cards["b"].window().focusWidget() is column.cards["b"]


def test_many_new_ones_are_laid_out_together_and_not_anew_for_each(column):
    column.show_all({"first": "first"})
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    laid = Laid(column.cards["first"])
    column.show_all({**{str(number): str(number) for number in range(40)}, "first": "first"})
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert laid.times == 1
    tops = [card.y() for card in column.cards.values()]
    assert tops == sorted(set(tops)), "and all of them have their place"
