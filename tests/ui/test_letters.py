"""Single letters are the window's: the same on every page, and nothing where a person names or writes things."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QPlainTextEdit

PAGES = {"g": "GroundPage", "k": "SoothePage", "t": "SupportPage"}
STARTS = ["breathing", "Menu", "no-reply-yet", "Talk to someone"]


@pytest.fixture
def guide(rig):
    return rig.set(leave_hint_seen=True).open()


@pytest.mark.parametrize("letter", PAGES)
@pytest.mark.parametrize("start", STARTS)
def test_a_letter_leads_to_its_page_from_every_other(guide, start, letter):
    if start == "no-reply-yet":
        guide.read(start)
    elif start != "breathing":
        guide.click(start)
    guide.press(letter)
    assert guide.shown == PAGES[letter]


@pytest.mark.parametrize("letter", PAGES)
def test_from_the_settings_too(guide, letter):
    guide.navigator.open_settings()
    guide.settle()
    guide.press(letter)
    assert guide.shown == PAGES[letter]


@pytest.mark.parametrize(("name", "letter"), [("Kind words", "k"), ("Talk to someone", "t")])
def test_the_letter_of_the_page_that_is_shown_does_not_begin_it_again(guide, name, letter):
    guide.click(name)
    page = guide.page
    guide.press(letter)
    assert guide.page is page


@pytest.mark.parametrize("letter", [*PAGES, "m", "p"])
def test_on_the_page_where_things_are_named_a_letter_begins_the_name_of_one(guide, letter):
    guide.click("Ground me")
    page = guide.page
    guide.press(letter)
    assert guide.page is page
    assert page.body.cards[0].is_writing


@pytest.mark.parametrize("letter", [*PAGES, "m"])
def test_switched_off_they_do_nothing_anywhere(guide, letter):
    guide.navigator.change(letter_keys=False)
    guide.click("Menu")
    guide.press(letter)
    assert guide.shown == "MenuPage"


def test_where_words_are_written_letters_are_words(guide):
    guide.read()
    for _ in range(guide.page.walk.count):
        boxes = [box for box in guide.page.findChildren(QPlainTextEdit) if box.isVisible()]
        if boxes:
            break
        guide.press(Qt.Key.Key_Right)
    boxes[0].setFocus()
    guide.type("kgtm")
    assert boxes[0].toPlainText() == "kgtm"
    assert guide.shown == "ScriptPage"


def test_in_the_question_of_kind_words_letters_are_words(guide):
    guide.press("k")
    guide.press("g")
    assert guide.shown == "SoothePage"
    assert guide.page.search.line.text() == "g"


def test_where_a_number_is_written_they_leave_the_page_as_it_is(guide):
    guide.set(length_minutes=3.0).navigator.open_settings()
    guide.settle()
    fields = [one for one in guide.page.findChildren(QAbstractSpinBox) if one.isVisible()]
    fields[0].setFocus()
    guide.press("g")
    assert guide.shown == "SettingsPage"
