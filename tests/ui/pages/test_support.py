import tomllib
from datetime import date
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.fitting import SIZES_PX, faults, settle, show_active, tab_stops

from steady.core.support import LAST_RESORT, Channel, Help, Region, Resource
from steady.ui import theme
from steady.ui.pages.support import SupportPage
from steady.ui.theme import DAWN, DUSK

ASSETS = Path(__file__).parents[3] / "assets" / "support"
REGIONS = [msgspec.convert(tomllib.loads(path.read_text("utf-8")), Region) for path in sorted(ASSETS.glob("*.toml"))]


def _page(qtbot, regions=REGIONS, chosen="US", look=DAWN):
    page = SupportPage(look, regions, chosen)
    qtbot.addWidget(page)
    return page


def _words(page):
    return [made.text() for made in page.findChildren(QLabel) if made.isVisibleTo(page)]


def _unchecked(region):
    call = (Channel.CALL,)
    return Region(
        region,
        "Somewhere",
        (
            Resource(region, Help.EMERGENCY, "Emergency", call, "112", "any", "x", date(2026, 10, 2), verified=True),
            Resource(region, Help.CRISIS, "A <b>line</b>", call, "1 & 2", "", "x", date(2026, 11, 1), verified=False),
        ),
    )


def test_the_emergency_number_comes_first_and_largest(qtbot):
    page = _page(qtbot)
    numbers = [number for card in page.cards for number in card.numbers]

    assert numbers[0].text() == "911"
    assert all(numbers[0].font().pixelSize() > number.font().pixelSize() for number in numbers[1:])
    assert [number.text() for number in numbers[1:]] == ["988", "741741", "1-800-799-7233", "800-787-3224", "88788"]


def test_the_page_says_who_answers_when_and_how_old_the_numbers_are(qtbot):
    words = _words(_page(qtbot))

    assert "Real people, now. Numbers change. These were checked on 1 November 2026." in words
    for line in ("Support", "988 Lifeline", "call, text or chat · any hour", "text HOME to 741741 · any hour"):
        assert line in words
    assert "A practice tool. Not therapy, diagnosis or emergency help." in words
    assert any(line.startswith("New chest pain, fainting") for line in words)


def test_what_nobody_has_checked_is_marked_and_text_stays_text(qtbot):
    page = _page(qtbot, [_unchecked("DE"), *REGIONS], "DE")
    words = _words(page)

    assert words.count("Not checked yet: this one may be out of date.") == 1
    assert "A <b>line</b>" in words
    assert "1 & 2" in words
    assert any("2 October 2026" in line for line in words)
    assert len(page.cards) == 2


def test_the_few_numbers_that_stay_in_code_say_that_they_are_few(qtbot):
    page = _page(qtbot, LAST_RESORT, "GB")

    assert "The full list could not be read. These few are always here." in _words(page)
    assert page.cards[0].numbers[0].text() == "999"


def test_choosing_a_place_shows_its_numbers_at_once_and_says_so(qtbot):
    page = _page(qtbot)
    page.show()
    kingdom = next(pill for pill in page.places if pill.words == "United Kingdom")

    with qtbot.waitSignal(page.region_chosen, timeout=0, raising=False) as chosen:
        qtbot.mouseClick(kingdom, Qt.MouseButton.LeftButton)

    assert chosen.args == ["GB"]
    assert page.cards[0].numbers[0].text() == "999"
    assert [pill.words for pill in page.places if pill.isChecked()] == ["United Kingdom"]
    assert "911" not in _words(page)


def test_choosing_the_same_place_again_changes_nothing(qtbot):
    page = _page(qtbot)

    with qtbot.assertNotEmitted(page.region_chosen):
        next(pill for pill in page.places if pill.isChecked()).click()

    assert page.cards[0].numbers[0].text() == "911"


@pytest.mark.parametrize("chosen", ["", "XX"])
def test_without_a_known_place_there_are_numbers_all_the_same(qtbot, chosen):
    page = _page(qtbot, chosen=chosen)

    assert page.region in REGIONS
    assert page.cards[0].numbers


def test_a_number_can_be_reached_selected_and_copied_by_keyboard_alone(qtbot):
    page = _page(qtbot)
    show_active(qtbot, page)
    number = page.cards[1].numbers[0]

    number.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(number, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert number.selectedText() == "988"
    assert QApplication.clipboard().text() == "988"
    page.back.setFocus()
    assert number.selectedText() == ""


def test_a_number_can_be_selected_with_the_mouse(qtbot):
    page = _page(qtbot)
    page.show()
    settle()
    number = page.cards[0].numbers[0]

    qtbot.mouseDClick(number, Qt.MouseButton.LeftButton, pos=number.rect().topLeft() + number.rect().center() * 0.02)

    assert number.selectedText() == "911"


def test_a_screen_reader_hears_whose_number_it_is(qtbot):
    page = _page(qtbot)
    number = page.cards[1].numbers[1]

    assert number.accessibleName() == "Crisis Text Line. 741741"
    assert number.accessibleDescription() == "text HOME to 741741 · any hour"


def test_tab_comes_to_every_number_then_the_place_that_is_taken_then_back_also_after_a_choice(qtbot):
    page = _page(qtbot)
    show_active(qtbot, page)
    for pill in (None, page.places[0]):
        if pill is not None:
            pill.click()
        numbers = [number for card in page.cards for number in card.numbers]
        (taken,) = [place for place in page.places if place.isChecked()]
        assert tab_stops(page) == [*numbers, taken, page.back, page.reach]


def test_back_is_wanted_and_the_bar_offers_no_second_support(qtbot):
    page = _page(qtbot)

    with qtbot.waitSignal(page.back_wanted, timeout=0, raising=False) as back:
        page.back.click()

    assert back.signal_triggered
    assert not page.support_in_bar


def test_space_and_arrows_scroll_where_there_is_more(qtbot):
    page = _page(qtbot)
    page.resize(360, 480)
    page.show()
    settle()
    bar = page.scroll.verticalScrollBar()

    assert page.press_space()
    below = bar.value()
    assert below > 0
    assert page.press_arrow(1)
    assert bar.value() < below
    page.scroll.to_top()
    assert not page.press_arrow(1)


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, size_px, percent, look):
    theme.set_text_percent(percent)
    page = _page(qtbot, [_unchecked("DE"), *REGIONS], "US", look)
    page.resize(*size_px)
    page.show()

    for pill in page.places:
        pill.click()
        settle()
        assert (page.width(), page.height()) == size_px
        assert faults(page) == []
