import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from tests.ui.fitting import show_active

from steady.ui.theme import DAWN, DUSK
from steady.ui.widgets.sense_card import SenseCard


@pytest.fixture
def card(qtbot):
    card = SenseCard(DUSK, 2, 4, "press Space when you have one")
    qtbot.addWidget(card)
    card.resize(383, card.heightForWidth(383))
    return card


def _colors(card):
    picture = card.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_only_the_next_card_carries_the_hint_but_each_tells_it_to_a_screen_reader(card):
    card.show_open(is_next=False)
    assert card.shown == ""
    card.show_open(is_next=True)
    assert card.shown == "press Space when you have one"

    assert card.accessibleName() == "2 of 4, open"
    assert card.accessibleDescription() == "press Space when you have one"


def test_a_noticed_card_has_a_check_and_words_not_colour_alone(card):
    card.show_open(is_next=True)
    before = card.grab().toImage()
    assert DUSK.accent not in _colors(card)

    card.show_noticed("")

    assert card.shown == "Noticed"
    assert card.accessibleName() == "2 of 4, noticed"
    assert DUSK.accent in _colors(card)
    assert card.grab().toImage() != before


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
def test_the_keyboard_shows_as_a_ring(qtbot, look):
    card = SenseCard(look, 1, 1, "")
    qtbot.addWidget(card)
    show_active(qtbot, card)
    card.clearFocus()
    assert look.ink not in _colors(card)

    card.setFocus()

    assert look.ink in _colors(card)


def test_a_key_held_down_presses_once(qtbot, card):
    presses = []
    card.clicked.connect(lambda: presses.append(1))
    plain = Qt.KeyboardModifier.NoModifier
    for again in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, plain, "\r", again)
        QApplication.sendEvent(card, event)

    assert len(presses) == 1


def test_other_keys_are_left_to_the_page(card):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    card.keyPressEvent(event)

    assert not event.isAccepted()


def test_a_card_is_a_target_and_grows_with_its_words(card):
    assert card.heightForWidth(383) >= 44
    card.show_noticed("the sound of the rain on the roof, and under it the hum of the fridge in the kitchen")
    assert card.heightForWidth(160) > card.heightForWidth(383)


def test_an_ampersand_in_words_is_an_ampersand(card):
    card.show_noticed("salt & pepper")

    assert card.shown == "salt & pepper"
    assert card.accessibleName() == "2 of 4, noticed: salt & pepper"
    assert card.shortcut().isEmpty()
