"""Practices one by one: what is deleted can be kept where it stood, and the keyboard is never lost."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.fitting import settle, show_active

from steady.core.record import Kind, SessionRecord
from steady.texts.practices import Practised
from steady.ui.pages.practices import PracticesPage
from steady.ui.theme import DUSK

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
RECORDS = [SessionRecord(f"p{n}", NOON - timedelta(days=n), "hum", Kind.BREATHING, practised_s=60.0) for n in range(18)]


@pytest.fixture
def page(qtbot):
    page = PracticesPage(DUSK, lambda record: Practised(record.id, "then"))
    qtbot.addWidget(page)
    page.resize(480, 800)
    show_active(qtbot, page)
    page.take(RECORDS)
    settle()
    return page


def begin(page, session_id: str) -> None:
    """Delete one with the keyboard on its button."""
    page.cards[session_id].click()
    settle()
    delete = page._open.findChildren(type(page.more))[-1]
    delete.setFocus()
    settle()
    page.show_deleting(session_id, deleted=None)
    settle()


def test_the_way_to_keep_one_stands_where_it_stood_and_is_in_sight(page):
    begin(page, "p12")
    assert "p12" not in page.cards
    top = page.undo.mapTo(page.scroll.viewport(), page.undo.rect().topLeft()).y()
    assert 0 <= top < page.scroll.viewport().height()
    above = page.cards["p11"].mapTo(page.column, page.cards["p11"].rect().bottomLeft()).y()
    below = page.cards["p13"].mapTo(page.column, page.cards["p13"].rect().topLeft()).y()
    assert above < page.undo.mapTo(page.column, page.undo.rect().topLeft()).y() < below


def test_the_keyboard_comes_to_the_way_to_keep_it_and_then_to_what_was_kept(page):
    begin(page, "p12")
    assert QApplication.focusWidget() is page.undo
    page.show_deleting(None, deleted=None)
    page.take(RECORDS)
    settle()
    assert QApplication.focusWidget() is page.cards["p12"]


def test_a_press_with_the_pointer_leads_there_too_and_not_to_the_end_of_the_page(page):
    page.cards["p12"].setFocus()  # as a click does
    page.cards["p12"].click()
    settle()
    before = page.scroll.verticalScrollBar().value()
    page.show_deleting("p12", deleted=None)
    settle()
    assert QApplication.focusWidget() is page.undo
    assert abs(page.scroll.verticalScrollBar().value() - before) < 200


def test_once_it_is_gone_the_keyboard_is_on_the_one_after_it(page):
    begin(page, "p12")
    page.show_deleting(None, deleted=True)
    page.take([record for record in RECORDS if record.id != "p12"])
    settle()
    assert QApplication.focusWidget() is page.cards["p13"]


def test_what_was_said_comes_in_sight_where_a_card_at_the_edge_is_pressed(page):
    note = "A note of a few words, and then of a few more. " * 6
    page.take([msgspec.structs.replace(record, note=note) for record in RECORDS])
    settle()
    page.scroll.verticalScrollBar().setValue(400)
    edge = page.scroll.viewport().height()
    card = [one for one in page.cards.values() if one.mapTo(page.scroll.viewport(), one.rect().topLeft()).y() < edge][
        -1
    ]
    card.click()
    settle()
    bottom = page._open.mapTo(page.scroll.viewport(), page._open.rect().bottomLeft()).y()
    assert 0 < bottom <= page.scroll.viewport().height()


def test_what_is_deleted_does_not_come_back_for_a_moment(page):
    page.show_deleting("p3", deleted=None)
    page.show_deleting(None, deleted=True)
    assert "p3" not in page.cards


def test_nothing_is_said_above_the_list_until_there_is_something(page):
    assert page._notice.isHidden()
