"""A screen reader is told a sentence politely; without one nothing is done at all."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from steady.ui import announce as module
from steady.ui.announce import announce


@pytest.fixture
def heard(monkeypatch) -> list[tuple[QWidget, str, object]]:
    """What reaches the bridge to a screen reader: the last place before Qt hands it to the desktop."""
    told: list[tuple[QWidget, str, object]] = []

    def take(event: QAccessibleAnnouncementEvent) -> None:
        told.append((event.object(), event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    return told


@pytest.fixture
def listening(qapp):
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def widget(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_sentence_is_told_politely(widget, heard, listening):
    announce(widget, "Paused. We go on when you like.")
    polite = QAccessible.AnnouncementPoliteness.Polite
    assert heard == [(widget, "Paused. We go on when you like.", polite)]


def test_nothing_is_told_where_nobody_listens(widget, heard):
    QAccessible.setActive(False)
    announce(widget, "Paused.")
    assert heard == []


def test_an_empty_sentence_is_not_told(widget, heard, listening):
    announce(widget, "")
    assert heard == []


def test_a_pyside_without_announcements_stays_silent(widget, heard, listening, monkeypatch):
    monkeypatch.setattr(module, "_EVENT", None)
    announce(widget, "Paused.")
    assert heard == []
