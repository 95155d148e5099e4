from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.ui.fitting import settle, show_active

from steady.core.support import Channel, Help, Resource
from steady.ui.theme import DUSK
from steady.ui.widgets.number_card import NumberCard


def _resource(number, name="A line", **changes):
    fields = {"channel": (Channel.CALL,), "hours": "any", "verified": True} | changes
    return Resource(
        region="US", kind=Help.CRISIS, name=name, number=number, source="x", checked_on=date(2026, 11, 1), **fields
    )


@pytest.fixture
def card(qtbot):
    resources = (_resource("988"), _resource("741741", channel=(Channel.TEXT,), word="HOME"), _resource("1", "Another"))
    card = NumberCard(DUSK, "When it is too much", resources)
    qtbot.addWidget(card)
    card.resize(400, 400)
    show_active(qtbot, card)
    settle()
    return card


def test_a_name_that_several_numbers_share_is_said_once(card):
    assert [made.text() for made in card.findChildren(QLabel)] == [
        "When it is too much",
        "A line",
        "988",
        "call · any hour",
        "741741",
        "text HOME to 741741 · any hour",
        "Another",
        "1",
        "call · any hour",
    ]


def test_every_number_is_a_stop_of_tab_that_selects_it_and_shows_a_ring(qtbot, card):
    first, second, third = card.numbers
    third.setFocus()
    before = card.grab().toImage()

    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert first.selectedText() == "988"
    assert card.grab().toImage() != before

    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert (first.selectedText(), second.selectedText()) == ("", "741741")
    assert all(number.textFormat() is Qt.TextFormat.PlainText for number in card.numbers)


def test_hours_that_nobody_checked_are_not_made_up(qtbot):
    card = NumberCard(DUSK, "Help", (_resource("1", hours=""),))
    qtbot.addWidget(card)

    assert "call" in [made.text() for made in card.findChildren(QLabel)]
