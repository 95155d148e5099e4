"""Headings: heard as headings, and whole to their first letter."""

import pytest
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QLabel
from tests.ui.rig import Rig

from steady.ui.theme import DAWN
from steady.ui.widgets.heading import Heading
from steady.ui.widgets.soft_label import SoftLabel

CALM_PAGES = ("Settings", "About", "Journal", "Progress", "This week", "Your things")
LARGE_PX = 20


def headings(rig: Rig) -> list[str]:
    shown = [made for made in rig.page.findChildren(QLabel) if made.isVisible()]
    faces = [QAccessible.queryAccessibleInterface(made) for made in shown]
    return [face.text(QAccessible.Text.Name) for face in faces if face.role() == QAccessible.Role.Heading]


def large(rig: Rig) -> list[str]:
    """The words that stand out by their size, as someone who sees the page would take for headings."""
    labels = [made for made in rig.page.findChildren(QLabel) if made.isVisible() and not isinstance(made, SoftLabel)]
    return [made.text() for made in labels if made.font().pixelSize() > LARGE_PX]


@pytest.fixture
def guide(rig) -> Rig:
    return rig.set(leave_hint_seen=True).open()


@pytest.mark.parametrize("name", CALM_PAGES)
def test_what_looks_like_a_heading_is_heard_as_one(guide, name):
    guide.click("Menu")
    assert "Menu" in headings(guide)
    assert {"Looking back", "Breathing", "Grounding"} <= set(headings(guide))
    guide.click(name)
    assert large(guide)
    assert set(large(guide)) <= set(headings(guide))


@pytest.mark.parametrize("way", ["Ground me", "no-reply-yet", "Kind words", "Talk to someone"])
def test_also_where_a_step_or_a_way_to_people_is_shown(guide, way):
    guide.read(way) if way == "no-reply-yet" else guide.click(way)
    assert large(guide)
    numbers = {"112", "findahelpline.com"}
    assert set(large(guide)) - numbers <= set(headings(guide))


def test_new_words_are_heard_in_the_place_of_the_old(qapp):
    made = Heading("Journal", DAWN)
    made.setText("An entry")
    assert QAccessible.queryAccessibleInterface(made).text(QAccessible.Text.Name) == "An entry"


def test_a_first_letter_that_reaches_back_is_not_cut(qtbot, monkeypatch):
    """The letters are drawn where they are, whatever the font: their leftmost pixel is that of a label with room."""
    made = Heading("Journal", DAWN)
    qtbot.addWidget(made)
    monkeypatch.setattr(QFontMetrics, "leftBearing", lambda _self, letter: -5 if letter == "J" else 1)
    made.setText("Journal")
    assert made.indent() == 5
    made.setText("Menu")
    assert made.indent() == 0


def test_every_step_of_one_exercise_says_its_thought_in_one_size(guide):
    for exercise in ("five-senses", "name-the-category", "then-and-now"):
        sizes = set()
        count = len(guide.navigator.practising.find(exercise).steps)
        for step in range(count):
            guide.navigator.practising.start(exercise, step)
            guide.settle()
            font = guide.page.body.thought.font()
            sizes.add((font.pixelSize(), font.weight()))
        assert len(sizes) == 1, exercise


@pytest.mark.parametrize("name", ["Settings", "Journal", "Your things", "A page to print"])
def test_the_line_below_a_pages_title_is_of_one_size_on_all_pages(guide, name):
    guide.click("Menu")
    if name == "A page to print":
        guide.click("Your things")
    guide.click(name)
    labels = [made for made in guide.page.findChildren(QLabel) if made.isVisible()]
    assert isinstance(labels[0], Heading)
    assert labels[1].font().pixelSize() == 16
